import type { Span } from '../document';
import type { TextEdit } from '../document/textEdit';
import type { Post } from '../post';

/** How much a finding matters unless somebody says otherwise; quiet about what is a matter of taste. */
export const defaultSeverities = {
  /** `[@key]` of which no post is known. */
  unknownKey: 'warning',
  /** `[@{a key}]` of a post, which Pandoc does not read as a citation. */
  unreadableKey: 'warning',
  /** `[@key]` of a post, where the document's own bibliography has another one by that key. */
  otherPostInBibliography: 'warning',
  /** `[@key]` of a post that the document's own bibliography, from which Pandoc takes it, lacks. */
  missingInBibliography: 'warning',
  /** `[^label]`, or `[text][key]` with the key of a post, without a definition. */
  undefinedLabel: 'warning',
  /** A definition to which nothing refers. */
  unusedDefinition: 'hint',
  /** A definition whose label is defined before it. */
  duplicateDefinition: 'information',
  /** One post cited by addresses that are spelled differently. */
  twoAddresses: 'information',
  /** An address with what tells where a reader comes from. */
  trackerAddress: 'information',
  /** http where the post's own address has https. */
  plainHttp: 'information',
  /** A link's text that says another title, year or author than the post has. */
  contradictingText: 'warning',
  /** A post whose title Byline made up. */
  provisionalMetadata: 'information',
  /** The address of a post, with nothing that says what it is. */
  bareAddress: 'hint',
  /** The marker of a list of references that begins, without the one where it ends. */
  unclosedBibliography: 'warning',
  /** The other way round. */
  unopenedBibliography: 'warning',
  /** A list of references without a post that is cited, or with one that is not. */
  staleBibliography: 'information',
} as const satisfies Readonly<Record<string, Severity>>;

export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type Severity = (typeof severities)[number];

export type FindingCode = keyof typeof defaultSeverities;

export const findingCodes = Object.keys(defaultSeverities) as readonly FindingCode[];

/** Something in a document that is wrong, or could be better. Offsets are UTF-16 units. */
export interface Finding extends Span {
  readonly code: FindingCode;
  readonly severity: Exclude<Severity, 'off'>;
  /** What it is about, such as a key, an address; `findingText` says how. */
  readonly detail: string;
  /** Of an unknown key the one that was probably meant. */
  readonly near?: string;
  /** The title of the other post that a key means. */
  readonly other?: string;
  /** Which part of a post the text contradicts. */
  readonly part?: 'title' | 'year' | 'author';
  readonly post?: Post;
  /** What else in the document it has to do with. */
  readonly related?: Span;
  /** The best one first; made when somebody asks, for the text that was checked. */
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly kind: 'replace' | 'remove' | 'define' | 'cite';
  /** What is put there; of a citation and a definition the post. */
  readonly detail: string;
  /** Sorted, not overlapping, to be applied as one step. */
  readonly edits: readonly TextEdit[];
  /** Nobody has to choose: it changes nothing else, and there is no other. */
  readonly isPreferred?: boolean;
}

/** What a check finds: a finding without its severity, and how to make its fixes. */
export interface Found extends Omit<Finding, 'severity' | 'fixes'> {
  readonly fixes?: () => readonly Fix[];
}

export const replacement = ({ start, end }: Span, text: string, isPreferred = false): Fix => ({
  kind: 'replace',
  detail: text,
  edits: [{ start, end, text }],
  ...(isPreferred && { isPreferred }),
});
