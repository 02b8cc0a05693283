import type { CitationDetails } from '../citation/details';
import type { Place } from '../citation/escapeText';
import type { Post } from '../post';

/** A citation style and the language it is to speak. */
export interface CslData {
  /** The XML of a .csl file, or the same as citeproc's JSON (`{ name, attrs, children }`). */
  readonly style: string | object;
  /** A locale file by the name of its language (`de-DE`), in either form; `undefined` where there is none. */
  readonly locales: (language: string) => string | object | undefined;
  /** BCP 47 tag. A style that is written for one language (`default-locale`) keeps to that... */
  readonly language: string;
  /** ...unless the user has chosen `language`. */
  readonly forceLanguage?: boolean;
}

/** One post within a citation. */
export interface CslCite {
  readonly post: Post;
  readonly details?: CitationDetails;
  /** Where the sentence names the authors: only them, or all but them. A style may have no such form. */
  readonly form?: 'authors' | 'withoutAuthors';
}

/** A post's entry in a bibliography. */
export interface CslEntry {
  /** The post's. */
  readonly id: string;
  /** Markdown, one paragraph. */
  readonly text: string;
}

/** Formats citations and bibliographies in one style, as Markdown. */
export interface CslFormatter {
  /** What stands where a post is cited: names and years, a number, or a footnote with what `citation` gives. */
  readonly kind: 'inText' | 'numeric' | 'note';
  /**
   * One citation of one or more posts. What it says may depend on the other posts cited: their order gives the
   * numbers, and years get letters (2021a) where posts would be told alike.
   * @param cited the document's posts in the order of their first citation; those of `items` that it lacks come last
   */
  citation(items: readonly CslCite[], cited: readonly Post[], place?: Place): string;
  /** The entries in the order of the style; a style may have none. */
  bibliography(posts: readonly Post[], place?: Place): readonly CslEntry[];
  /**
   * Takes in the posts of a document, in small steps: a citation of these, in this order, then takes no longer than by
   * itself. Of many it takes seconds.
   */
  preparing(posts: readonly Post[]): Generator<void, void>;
  /** `bibliography` in small steps, with what `preparing` does. */
  writingBibliography(posts: readonly Post[], place?: Place): Generator<void, readonly CslEntry[]>;
}

/** A style that is none, or one that can't be used; the message is a sentence for people. */
export class CslError extends Error {}
