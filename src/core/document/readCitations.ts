import type { Block } from './blocks';
import type { DocumentCitation, Span } from './citationsIn';
import { isCrossReference } from './crossReference';
import { addressOf } from './definitions';
import type { Dialect } from './dialect';
import { htmlCitations } from './htmlCitations';
import { type Inline, readInlines } from './inline';
import { lineOffsets } from './lineOffsets';
import type { DocumentBlock } from './markdown';
import { ownText } from './ownText';

/** What the labels of a document lead to. */
export interface Labels {
  /** The address that a link definition gives; `undefined` where there is none of this label. */
  readonly addressOf: (label: string) => string | undefined;
  readonly isFootnote: (label: string) => boolean;
}

/** What a stretch of a document holds beside text. */
export interface Reading {
  /** In the order of blocks. */
  readonly citations: DocumentCitation[];
  /** References whose label nothing defines, which are text. */
  readonly undefinedReferences: DocumentCitation[];
  /** In HTML and MDX. */
  readonly comments: Span[];
  /** Where the comment of MDX ends that begins last and goes beyond its paragraph; infinite where nothing here ends it. */
  readonly commentEnd: number;
}

/** Reads blocks of a text that ends at `end`; up to `commentEnd` a comment of MDX covers them. */
export function readCitations(
  text: string,
  { blocks, end, commentEnd: covered }: { blocks: readonly DocumentBlock[]; end: number; commentEnd: number },
  labels: Labels,
  dialect: Dialect,
): Reading {
  const citations: DocumentCitation[] = [];
  const undefinedReferences: DocumentCitation[] = [];
  const comments: Span[] = [];
  let commentEnd = covered;
  for (const block of blocks) {
    if (block.kind === 'html' && block.lines[0]!.start >= commentEnd) {
      htmlCitations(text, block, { citations, comments });
    }
    if (!hasInlines(text, block, dialect)) continue;
    for (const piece of pieces(text, block)) {
      const lines = uncovered(piece, commentEnd);
      if (lines.length === 0) continue;
      const spanOf = lineOffsets(lines);
      const content = ownText(lines.map(({ start, end }) => text.slice(start, end)).join('\n'));
      const inlines = readInlines(content, {
        isLabel: label => labels.addressOf(label) !== undefined,
        isFootnote: labels.isFootnote,
        onUndefined: ({ kind, start, end, label, labelStart }) => {
          const labelSpan = spanOf(labelStart, labelStart + label.length);
          undefinedReferences.push({ kind, ...spanOf(start, end), label, labelSpan });
        },
        dialect,
      });
      for (const inline of inlines) {
        if (inline.unclosed) {
          const { start } = spanOf(inline.start, inline.end);
          commentEnd = endOfComment(text, start + 3, end);
          comments.push({ start, end: Math.min(commentEnd, end) });
        } else if (
          inline.kind === 'html' &&
          /^(?:<!--|\{\/\*)/.test(content.slice(inline.start, inline.end))
        ) {
          comments.push(spanOf(inline.start, inline.end));
        }
        const citation = citationOf(inline, spanOf, label => labels.addressOf(label)!);
        if (citation && !(dialect === 'pandoc' && citation.key && isCrossReference(citation.key))) {
          citations.push(citation);
        }
      }
    }
  }
  return { citations, undefinedReferences, comments, commentEnd };
}

/** Where a comment of MDX ends that is open at `from`; infinite when that is not before `end`. */
export function endOfComment(text: string, from: number, end: number): number {
  const at = text.slice(from, end).indexOf('*/}');
  return at < 0 ? Number.POSITIVE_INFINITY : from + at + 3;
}

function hasInlines(text: string, block: DocumentBlock, dialect: Dialect): boolean {
  const { kind } = block;
  return (kind === 'paragraph' || kind === 'heading' || kind === 'table') && !isModule(text, block, dialect);
}

/** Whether a block is code of MDX: `import …`, `export …`. */
export function isModule(text: string, { depth, lines }: DocumentBlock, dialect: Dialect): boolean {
  const first = lines[0]!.start;
  return dialect === 'mdx' && depth === 0 && /^(?:import|export)\s/.test(text.slice(first, first + 8));
}

/** What is read as one text: the cells of a table, all of any other block. */
function* pieces(text: string, { kind, lines }: DocumentBlock): Generator<Block['lines']> {
  if (kind !== 'table') {
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

/** The lines without what stands before `from`. */
function uncovered(lines: readonly Span[], from: number): readonly Span[] {
  if (lines[0]!.start >= from) return lines;
  return lines
    .filter(({ end }) => end > from)
    .map(({ start, end }) => ({ start: Math.max(start, from), end }));
}

function citationOf(
  { kind, start, end, address, addressStart, label, labelStart, key, textEnd, group }: Inline,
  span: (start: number, end: number) => Span,
  addressFor: (label: string) => string,
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
        address: addressFor(label!),
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
