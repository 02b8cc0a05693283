import { normalLabel } from '../citation/label';
import { runWhole } from '../sliced';
import { AnalysedSegment } from './analysedSegment';
import { type Block, type Footnote, frontMatterBlock, readingSegments } from './blocks';
import { addressOf, type Definition } from './definitions';
import type { Dialect } from './dialect';
import { frontMatterEnd } from './frontMatterEnd';
import { lastFrom } from './lastFrom';

/** What Byline has to know of a Markdown document to cite in it. Offsets are UTF-16 units of `text`. */
export interface MarkdownDocument {
  readonly text: string;
  readonly dialect: Dialect;
  /** In order; link definitions are blocks of their own. */
  readonly blocks: readonly DocumentBlock[];
  /** By normalised label, the first one of each, as CommonMark has it. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, Footnote>;
}

export type DocumentBlock = Omit<Block, 'kind'> & { readonly kind: Block['kind'] | 'definition' };

/** Reads the blocks of a document; work grows with its length only. */
export const readMarkdown = (text: string, dialect: Dialect = 'markdown'): MarkdownDocument =>
  runWhole(readingMarkdown(text, dialect));

/** `readMarkdown` in small steps. */
export function* readingMarkdown(text: string, dialect: Dialect): Generator<void, MarkdownDocument> {
  const start = frontMatterEnd(text);
  const segments: AnalysedSegment[] = [];
  for (const segment of readingSegments(text, start, dialect)) {
    if (segment) segments.push(new AnalysedSegment(text, segment));
    yield;
  }
  return documentOf({ text, dialect }, start, segments);
}

/** The document that consists of front matter up to an offset, and of segments. */
export function documentOf(
  { text, dialect }: Pick<MarkdownDocument, 'text' | 'dialect'>,
  start: number,
  segments: readonly AnalysedSegment[],
): MarkdownDocument {
  const blocks = segments.flatMap(segment => segment.blocks);
  return {
    text,
    dialect,
    blocks: start > 0 ? [frontMatterBlock(start), ...blocks] : blocks,
    definitions: firstOfEach(segments.flatMap(({ definitions }) => definitions)),
    footnotes: firstOfEach(segments.flatMap(({ footnotes }) => footnotes)),
  };
}

function firstOfEach<T extends { readonly label: string }>(items: readonly T[]): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) {
    const label = normalLabel(item.label);
    if (!first.has(label)) first.set(label, item);
  }
  return first;
}

/** The block whose lines hold the offset, their indentation and markers left out. */
export function blockAt(document: MarkdownDocument, offset: number): DocumentBlock | undefined {
  const block = document.blocks[lastBlockFrom(document, offset)];
  return block && (block.unclosed || offset <= block.lines.at(-1)!.end) ? block : undefined;
}

/** The number of the last block that begins at the offset or before; -1 where none does. */
export function lastBlockFrom({ blocks }: MarkdownDocument, offset: number): number {
  return lastFrom(blocks, offset, ({ lines }) => lines[0]!.start);
}

/** Every address that a stretch of Markdown links to or shows. */
export function addressesIn(markdown: string): string[] {
  const found = markdown.matchAll(
    /<(https?:[^<>\s]*)>|\]\(\s*(<[^<>\n]*>|[^\s]*)|(https?:\/\/(?:(?!\]\()[^\s<>])*)/gi,
  );
  return [...found].flatMap(([, shown, linked, bare]) => {
    if (linked === undefined) return [shown ?? bare!, (shown ?? bare!).replace(/[.,;:!?)]+$/, '')];
    return [addressOf(linked), addressOf(linked.replace(/\)[.,;:!?"”*_]*$/, ''))];
  });
}
