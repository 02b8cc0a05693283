import type { CitationFormat, Wording } from '../citation';
import type { CslFormatter } from '../csl';
import type { DocumentAnalysis, DocumentCitation, KnownPosts } from '../document';
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
   * The keys of the bibliography files that the document, or its project, names. Without them nothing is said about the
   * keys of a document that names such a file.
   */
  readonly bibliographyKeys?: ReadonlySet<string> | undefined;
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
