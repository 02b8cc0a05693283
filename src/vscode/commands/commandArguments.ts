import * as vscode from 'vscode';
import { citationFormats } from '../../core/citation/render';
import { type ArgumentKinds, type Arguments, argumentFault } from '../../core/commandArguments';
import { exportFormats } from '../../core/exporting';
import { groupings } from '../../core/grouping/grouping';

const { l10n } = vscode;

export const exportPlaces = ['clipboard', 'document'] as const;

/** The commands that keybindings and other extensions may give arguments, as the README tells them. */
const kinds = {
  'byline.insertCitation': { id: 'text', ids: 'texts', query: 'text', format: citationFormats },
  'byline.insertCitationAs': { id: 'text', ids: 'texts', query: 'text' },
  'byline.copyCitation': { id: 'text', ids: 'texts', format: citationFormats },
  'byline.openPost': { id: 'text', ids: 'texts' },
  'byline.revealPost': { id: 'text' },
  'byline.editPost': { id: 'text' },
  'byline.searchPosts': { query: 'text' },
  'byline.filterPosts': { query: 'text' },
  'byline.addSource': { location: 'text' },
  'byline.exportPosts': {
    ids: 'texts',
    query: 'text',
    format: exportFormats,
    by: groupings,
    uri: 'text',
    to: exportPlaces,
  },
} as const satisfies Readonly<Record<string, ArgumentKinds>>;

export type CommandWithArguments = keyof typeof kinds;
export type CommandArguments<C extends CommandWithArguments> = Arguments<(typeof kinds)[C]>;

/**
 * The arguments of a command, which come as plain JSON.
 * @throws Error that says what is wrong with them, and what is right
 */
export function commandArguments<C extends CommandWithArguments>(
  command: C,
  given: object,
): CommandArguments<C> {
  const fault = argumentFault(given, kinds[command]);
  if (!fault) return given as CommandArguments<C>;
  const { code, name, choices } = fault;
  switch (code) {
    case 'unknownArgument':
      throw new Error(
        l10n.t('{0} takes no “{1}”; it takes {2}.', command, name.slice(0, 60), choices.join(', ')),
      );
    case 'noText':
      throw new Error(l10n.t('{0}: “{1}” has to be a text that is not empty.', command, name));
    case 'noTexts':
      throw new Error(l10n.t('{0}: “{1}” has to be a list of texts.', command, name));
    default:
      throw new Error(l10n.t('{0}: “{1}” has to be one of {2}.', command, name, choices.join(', ')));
  }
}
