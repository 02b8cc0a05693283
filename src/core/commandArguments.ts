import { citationFormats } from './citation/render';
import { exportFormats } from './exporting/exportFormats';
import { groupings } from './grouping/grouping';

/** What an argument of a command may be: a text, texts, or one of these. */
export type ArgumentKind = 'text' | 'texts' | readonly string[];

/** The arguments of a command by their names; all may be left out. */
export type ArgumentKinds = Readonly<Record<string, ArgumentKind>>;

export const exportPlaces = ['clipboard', 'document'] as const;

/** The commands that keybindings and other extensions may give arguments, as the README tells them. */
export const commandArgumentKinds = {
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

/** Arguments that are as they have to be. */
export type Arguments<K extends ArgumentKinds> = {
  readonly [N in keyof K]?: K[N] extends 'text'
    ? string
    : K[N] extends 'texts'
      ? readonly string[]
      : K[N] extends readonly (infer C)[]
        ? C
        : never;
};

export interface ArgumentFault {
  readonly code: 'unknownArgument' | 'noText' | 'noTexts' | 'noChoice';
  readonly name: string;
  /** The arguments that there are, or the choices. */
  readonly choices: readonly string[];
}

/** What is wrong with the arguments of a command, which come from a keybinding or another extension. */
export function argumentFault(given: object, kinds: ArgumentKinds): ArgumentFault | undefined {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) return { code: 'unknownArgument', name, choices: Object.keys(kinds) };
    if (kind === 'text') {
      if (!isText(value)) return { code: 'noText', name, choices: [] };
    } else if (kind === 'texts') {
      if (!Array.isArray(value) || !value.every(isText)) return { code: 'noTexts', name, choices: [] };
    } else if (!kind.includes(value as string)) return { code: 'noChoice', name, choices: kind };
  }
  return undefined;
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
