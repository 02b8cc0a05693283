import { runWhole } from '../sliced';
import type { Dialect } from './dialect';
import { DocumentAnalysis } from './documentAnalysis';

/** UTF-16 units of the document; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place where a document cites, or may cite, a post; or the definition that such a place refers to. */
export interface DocumentCitation extends Span {
  readonly kind:
    | 'link'
    | 'linkReference'
    /** `<https://…>` */
    | 'autolink'
    | 'bareAddress'
    /** `<a href="…">`, and a JSX element with `href`. */
    | 'htmlLink'
    | 'footnoteReference'
    /** `@key`, in brackets or not. */
    | 'key'
    | 'definition'
    | 'footnoteDefinition';
  /** As it reads, without brackets and escapes; of a link reference the one that its definition names. */
  readonly address?: string;
  /**
   * What to replace in order to cite another address: of a link or definition with its angle brackets if it has some,
   * of an autolink without.
   */
  readonly addressSpan?: Span;
  /** Of a reference or definition. */
  readonly label?: string;
  /** Without brackets and `^`. Of `[label]` and `[label][]` that is the text as well. */
  readonly labelSpan?: Span;
  readonly key?: string;
  /** What follows the `@`, with its braces if it has some. */
  readonly keySpan?: Span;
  /** The text of a link. */
  readonly text?: Span;
  /** The brackets that a key stands in, with what stands there beside it: `[see @a, p. 3; @b]`. */
  readonly group?: Span;
}

/**
 * The citations that stand in a text, in order: not in code, comments, front matter, mathematics and images. Links
 * and footnotes are those of GFM. Whether they mean a post is for `KnownPosts` to say.
 */
export function citationsIn(text: string, dialect: Dialect = 'markdown'): readonly DocumentCitation[] {
  return runWhole(findingCitations(text, dialect));
}

/** `citationsIn` in small steps. */
export function* findingCitations(
  text: string,
  dialect: Dialect,
): Generator<void, readonly DocumentCitation[]> {
  const analysis = new DocumentAnalysis(text, dialect);
  yield* analysis.reading();
  return analysis.citations;
}
