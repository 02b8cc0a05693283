import { normalLabel } from '../citation/label';
import { runWhole } from '../sliced';
import { type Block, type Footnote, readingBlocks } from './blocks';
import { addressOf, type Definition, takeDefinitions } from './definitions';
import type { Dialect } from './dialect';

/** What Byline has to know of a Markdown document to cite in it. Offsets are UTF-16 units of `text`. */
export interface MarkdownDocument {
  readonly text: string;
  /** In order; link definitions are blocks of their own. */
  readonly blocks: readonly DocumentBlock[];
  /** By normalised label, the first one of each, as CommonMark has it. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlyMap<string, Footnote>;
}

export type DocumentBlock = Omit<Block, 'kind'> & { readonly kind: Block['kind'] | 'definition' };

/** Reads the blocks of a document; work grows with its length only. */
export const readMarkdown = (text: string): MarkdownDocument => runWhole(readingMarkdown(text, 'markdown'));

/** `readMarkdown` in small steps. */
export function* readingMarkdown(text: string, dialect: Dialect): Generator<void, MarkdownDocument> {
  const { blocks, footnotes } = yield* readingBlocks(text, dialect);
  const definitions = new Map<string, Definition>();
  const all: DocumentBlock[] = [];
  for (const block of blocks) {
    yield;
    const found =
      block.kind === 'paragraph' || block.kind === 'heading' ? takeDefinitions(text, block) : undefined;
    if (!found?.taken) {
      all.push(block);
      continue;
    }
    for (const definition of found.definitions) addFirst(definitions, definition);
    all.push({ ...block, kind: 'definition', lines: block.lines.slice(0, found.taken) });
    if (found.taken < block.lines.length) all.push({ ...block, lines: block.lines.slice(found.taken) });
  }
  const notes = new Map<string, Footnote>();
  for (const footnote of footnotes) addFirst(notes, footnote);
  return { text, blocks: all, definitions, footnotes: notes };
}

function addFirst<T extends { readonly label: string }>(map: Map<string, T>, item: T): void {
  const label = normalLabel(item.label);
  if (!map.has(label)) map.set(label, item);
}

/** The block whose lines hold the offset, their indentation and markers left out. */
export function blockAt({ blocks }: MarkdownDocument, offset: number): DocumentBlock | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.lines[0]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block && (block.unclosed || offset <= block.lines.at(-1)!.end) ? block : undefined;
}

/** Every address that a stretch of Markdown links to or shows. */
export function addressesIn(markdown: string): string[] {
  const found = markdown.matchAll(/<(https?:[^<>\s]*)>|\]\(\s*(<[^<>\n]*>|[^\s]*)|(https?:\/\/[^\s<>]*)/gi);
  return [...found].flatMap(([, shown, linked, bare]) => {
    if (linked === undefined) return [shown ?? bare!, (shown ?? bare!).replace(/[.,;:!?)]+$/, '')];
    return [addressOf(linked), addressOf(linked.replace(/\)[.,;:!?"”*_]*$/, ''))];
  });
}
