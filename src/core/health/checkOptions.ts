import type { DocumentBibliography } from '../bibliography/documentBibliography';
import type { CitationFormat, Wording } from '../citation';
import type { CslFormatter } from '../csl';
import type { DocumentAnalysis, DocumentCitation, KnownPosts, Span } from '../document';
import type { Post } from '../post';
import type { FindingCode, Severity } from './finding';

export interface CheckOptions {
  /** Where they differ from `defaultSeverities`. */
  readonly severities?: Partial<Readonly<Record<FindingCode, Severity>>> | undefined;
  /** How a fix cites a post. */
  readonly format?: CitationFormat | undefined;
  readonly wording?: Wording | undefined;
  readonly csl?: CslFormatter | undefined;
  /**
   * What the bibliographies hold that the document, or its project, names. Unless it is given, and whole, nothing is
   * said about the keys of a document that names some.
   */
  readonly bibliography?: DocumentBibliography | undefined;
  /** What somebody found who wrote the lists of references anew; without it only which posts they hold is looked at. */
  readonly stale?: readonly StaleList[] | undefined;
}

/** A place where a list of references would change, and what it would say. */
export interface StaleList extends Span {
  readonly detail: string;
}

/** What each check works on. */
export interface Checked {
  readonly analysis: DocumentAnalysis;
  readonly known: KnownPosts;
  readonly options: CheckOptions;
  /** The citations and definitions that mean a known post, in order. */
  readonly cited: readonly CitedPost[];
}

export interface CitedPost {
  readonly citation: DocumentCitation;
  readonly post: Post;
}
