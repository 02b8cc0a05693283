/**
 * A post as Byline holds it. Field names are the CSL variables in camel case; the hyphenated CSL spelling
 * appears only where CSL-JSON is read or written (`formats/cslItem.ts`).
 */
export interface Post {
  /** Citation key, as in `[@key]`. Made once when the post enters a library, and never recomputed. */
  readonly id: string;
  /** Plain text, cleaned by `cleanText`; never empty. */
  readonly title: string;
  /** In the order of the byline; empty when nobody is named. */
  readonly author: readonly Name[];
  readonly issued?: PartialDate;
  readonly accessed?: PartialDate;
  /** The publication: a blog's or magazine's name. */
  readonly containerTitle?: string;
  /** Absolute http(s) address without tracking parameters. */
  readonly url?: string;
  readonly abstract?: string;
  /** Topics, given ones first, then the inferred ones. */
  readonly keywords: readonly string[];
  /** BCP 47 tag. */
  readonly language?: string;
  /** Said beside the byline, such as credited teams. */
  readonly note?: string;
  /** Fields that Byline had to make up, such as a title taken from the first words of the text. */
  readonly provisional?: readonly ProvisionalField[];
  /** Those of `keywords` that Byline worked out, in place of the post naming them. */
  readonly inferred?: readonly string[];
  /**
   * Who signed, as somebody decided by hand: the spelling as `displayName` gives it → the person's key, which is
   * one of the spellings of that person, or this one itself for a person of its own. See `persons/`.
   */
  readonly persons?: Readonly<Record<string, string>>;
  /** Where the post was read: the `sourceId` of each source that has it, first one first. */
  readonly sources?: readonly string[];
  /** CSL item type when it is not `post-weblog`, as in a bibliography of books. */
  readonly type?: string;
  /**
   * CSL variables as a file said them, where the fields above do not say all of it (`DOI`, a date's `season`, the
   * line breaks of a note), kept so that writing the library back loses nothing. See `formats/cslItem.ts`.
   */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export type ProvisionalField = 'title';

/** Whether the title is one that Byline made up. */
export function isProvisional(post: Pick<Post, 'provisional'>): boolean {
  return post.provisional?.includes('title') ?? false;
}

/** What a format reads: a post that no library has given a citation key yet. */
export type PostRecord = Omit<Post, 'id'> & { readonly id?: string };

/** A CSL name: a person has `family` (and mostly `given`), a body or a handle has `literal` alone. */
export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  /** Kept in sorting position only with `given`: "de" of "Jean de La Fontaine". */
  readonly droppingParticle?: string;
  /** Belongs to the family name: "van" of "Vincent van Gogh". */
  readonly nonDroppingParticle?: string;
  /** "Jr.", "III". */
  readonly suffix?: string;
}

/** CSL date-parts: month 1-12, day 1-31; a day never stands without a month. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}
