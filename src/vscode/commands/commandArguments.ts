import * as vscode from 'vscode';
import { type ArgumentKinds, type Arguments, argumentFault } from '../../core/commandArguments';

const { l10n } = vscode;

/**
 * The arguments that a keybinding or another extension gives a command, as plain JSON.
 * @throws Error that says what is wrong with them, and what is right
 */
export function commandArguments<const K extends ArgumentKinds>(
  command: string,
  given: object,
  kinds: K,
): Arguments<K> {
  const fault = argumentFault(given, kinds);
  if (!fault) return given as Arguments<K>;
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
