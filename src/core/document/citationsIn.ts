import { normalLabel } from '../citation/label';
import { runWhole } from '../sliced';
import { addressOf } from './definitions';
import type { Dialect } from './dialect';
import { htmlCitations } from './htmlCitations';
import { type Inline, readInlines } from './inline';
import { lineOffsets } from './lineOffsets';
import { type DocumentBlock, type MarkdownDocument, readingMarkdown } from './markdown';

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
 * and footnotes are those of GFM. Whether they mean a post is for `CitationIndex` to say.
 */
export function citationsIn(text: string, dialect: Dialect = 'markdown'): DocumentCitation[] {
  return runWhole(findingCitations(text, dialect));
}

/** `citationsIn` in small steps. */
export function* findingCitations(text: string, dialect: Dialect): Generator<void, DocumentCitation[]> {
  const document = yield* readingMarkdown(text, dialect);
  const citations: DocumentCitation[] = [];
  for (const { url, ...definition } of document.definitions.values()) {
    citations.push({ kind: 'definition', ...definition, address: url });
  }
  for (const { label, start, end } of document.footnotes.values()) {
    const labelSpan = { start: start + 2, end: start + 2 + label.length };
    citations.push({ kind: 'footnoteDefinition', start, end, label, labelSpan });
  }
  let commentEnd = 0;
  for (const block of document.blocks) {
    yield;
    if (block.kind === 'html') citations.push(...htmlCitations(text, block));
    if (!hasInlines(text, block, dialect)) continue;
    for (const lines of pieces(text, block, commentEnd)) {
      const found = readPiece(document, lines, dialect === 'mdx');
      for (const citation of found.citations) citations.push(citation);
      if (found.commentStart !== undefined) {
        const end = text.indexOf('*/}', found.commentStart);
        commentEnd = end < 0 ? text.length : end + 3;
      }
    }
  }
  return citations.sort((a, b) => a.start - b.start);
}

function hasInlines(text: string, { kind, depth, lines }: DocumentBlock, dialect: Dialect): boolean {
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'table') return false;
  const first = lines[0]!.start;
  return !(dialect === 'mdx' && depth === 0 && /^(?:import|export)\s/.test(text.slice(first, first + 8)));
}

/** What is read as one text: the cells of a table, all of any other block; without what a comment covers. */
function* pieces(text: string, block: DocumentBlock, from: number): Generator<readonly Span[]> {
  const lines =
    block.lines[0]!.start >= from
      ? block.lines
      : block.lines
          .filter(({ end }) => end > from)
          .map(({ start, end }) => ({ start: Math.max(start, from), end }));
  if (block.kind !== 'table') {
    yield lines;
    return;
  }
  for (const line of lines) {
    let { start } = line;
    for (const { index } of text.slice(line.start, line.end).matchAll(/(?<!\\)\||$/g)) {
      const end = line.start + index;
      yield [{ start, end }];
      start = end + 1;
    }
  }
}

function readPiece(document: MarkdownDocument, lines: readonly Span[], jsx: boolean) {
  const content = lines.map(({ start, end }) => document.text.slice(start, end)).join('\n');
  const spanOf = lineOffsets(lines);
  const citations: DocumentCitation[] = [];
  let commentStart: number | undefined;
  const inlines = readInlines(content, {
    isLabel: label => document.definitions.has(normalLabel(label)),
    isFootnote: label => document.footnotes.has(normalLabel(label)),
    jsx,
  });
  for (const inline of inlines) {
    if (inline.unclosed) commentStart = spanOf(inline.start, inline.end).start;
    const citation = citationOf(document, inline, spanOf);
    if (citation) citations.push(citation);
  }
  return { citations, commentStart };
}

function citationOf(
  { definitions }: MarkdownDocument,
  { kind, start, end, address, addressStart, label, labelStart, key, textEnd, group }: Inline,
  span: (start: number, end: number) => Span,
): DocumentCitation | undefined {
  const whole = span(start, end);
  const addressSpan = () => span(addressStart!, addressStart! + address!.length);
  const labelSpan = () => span(labelStart!, labelStart! + label!.length);
  const text = textEnd === undefined ? {} : { text: span(start + 1, textEnd) };
  switch (kind) {
    case 'link':
      return { kind, ...whole, address: addressOf(address!), addressSpan: addressSpan(), ...text };
    case 'linkReference':
      return {
        kind,
        ...whole,
        label: label!,
        labelSpan: labelSpan(),
        address: definitions.get(normalLabel(label!))!.url,
        ...text,
      };
    case 'autolink':
      return { kind, ...whole, address: address!, addressSpan: addressSpan() };
    case 'bareAddress':
      return {
        kind,
        ...whole,
        address: /^www\./i.test(address!) ? `http://${address}` : address!,
        addressSpan: whole,
      };
    case 'html':
      return address === undefined
        ? undefined
        : { kind: 'htmlLink', ...whole, address: addressOf(address), addressSpan: addressSpan() };
    case 'footnoteReference':
      return { kind, ...whole, label: label!, labelSpan: labelSpan() };
    case 'key':
      return {
        kind,
        ...whole,
        key: key!,
        keySpan: span(labelStart!, end),
        ...(group && { group: span(group.start, group.end) }),
      };
    default:
      return undefined;
  }
}
