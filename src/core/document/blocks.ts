import type { Dialect } from './dialect';
import { closesHtml, htmlKind } from './htmlBlock';
import { LineCursor } from './lineCursor';
import { liquidClosing } from './liquid';
import { ownText } from './ownText';
import { isDelimiterRow, isTableHead } from './tableRows';

/** A leaf block of a Markdown document (CommonMark 0.31 with GFM's tables and footnotes, and front matter). */
export interface Block {
  kind: 'frontMatter' | 'fencedCode' | 'indentedCode' | 'html' | 'paragraph' | 'heading' | 'table' | 'rule';
  /** Of its content, line by line, without what belongs to quotations and lists, nor line endings. */
  readonly lines: { readonly start: number; readonly end: number }[];
  /** How many quotations, list items and footnotes it stands in. */
  readonly depth: number;
  /** The document ended before a fence or HTML block of several paragraphs did. */
  unclosed?: boolean;
  /** The last of the lines is a fence. */
  fenced?: boolean;
}

/** `[^label]: …` and all that belongs to it. */
export interface Footnote {
  readonly label: string;
  readonly start: number;
  end: number;
}

/** Lines that mean the same whatever stands before them, and what they hold. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
}

type Container =
  | { readonly type: 'quote' }
  | { readonly type: 'item'; readonly indent: number; empty: boolean }
  | { readonly type: 'note'; readonly footnote: Footnote };

type Leaf = { block: Block; fence?: RegExp; html?: number };

/** Deeper nesting is read as text, so that work stays linear. */
const deepest = 100;
const linesPerStep = 50;
const fence = /^(?:`{3,}[^`]*|~{3,}.*)$/;
/** Of R Markdown and Quarto, where options may have backticks: ```{r plot, fig.cap="Made by `plot()`"}. */
const chunk = /^`{3,}[ \t]*\{[\p{L}\p{N}_].*\}[ \t]*$/u;
/** To Pandoc a comment is no block of its own where text follows it. */
const commentBeforeText = /^<!--(?:(?!-->).)*-->[ \t]*[^\s<]/;
const rule = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;

export const frontMatterBlock = (end: number): Block => ({
  kind: 'frontMatter',
  lines: [{ start: 0, end }],
  depth: 0,
});

/**
 * The segments of a document from an offset on where one begins, the last one up to its end; one pass over the lines,
 * whatever they hold, with a step every some lines where `undefined` is given. In MDX and Pandoc's Markdown what stands
 * in HTML is Markdown; MDX has no indented code, and `>` alone may end a tag.
 */
export function* readingSegments(
  text: string,
  from: number,
  dialect: Dialect,
): Generator<Segment | undefined, void> {
  let blocks: Block[] = [];
  let footnotes: Footnote[] = [];
  let segmentStart = from;
  let containers: Container[] = [];
  let leaf: Leaf | undefined;

  const begin = (kind: Block['kind'], line: LineCursor, depth: number): Leaf => {
    const block: Block = { kind, lines: [{ start: line.pos, end: line.end }], depth };
    blocks.push(block);
    return { block };
  };
  const extend = (line: LineCursor) => leaf?.block.lines.push({ start: line.pos, end: line.end });

  /** How many of the open containers the line continues; moves past their markers. */
  const matchContainers = (line: LineCursor): number => {
    for (const [at, container] of containers.entries()) {
      const blank = line.blank;
      if (container.type === 'quote') {
        if (blank || line.indent > 3 || line.next !== '>') return at;
        line.skipMarker(1);
      } else if (blank) {
        if (container.type === 'item' && container.empty) return at;
      } else {
        const indent = container.type === 'item' ? container.indent : 4;
        if (line.indent < indent) return at;
        line.skip(indent);
      }
      if (container.type === 'item') container.empty = false;
    }
    return containers.length;
  };

  const rawHtml = dialect === 'markdown' ? 7 : 5;
  const codeIndent = dialect === 'mdx' ? Number.POSITIVE_INFINITY : 3;
  let count = 0;
  for (const line of linesOf(text, from)) {
    if (++count % linesPerStep === 0) yield undefined;
    const lineStart = line.pos;
    const before = { blocks: blocks.length, footnotes: footnotes.length };
    let isSegment = false;
    const matched = matchContainers(line);
    const continues = matched === containers.length;
    if (!continues && leaf?.block.kind !== 'paragraph') leaf = undefined;

    if (leaf?.fence) {
      extend(line);
      if (line.indent <= codeIndent && leaf.fence.test(line.rest)) {
        leaf.block.fenced = true;
        leaf = undefined;
      }
    } else if (leaf?.html) {
      if (leaf.html > 5 && line.blank) leaf = undefined;
      else {
        extend(line);
        if (closesHtml(leaf.html, line.rest)) leaf = undefined;
      }
    } else if (line.blank) {
      if (leaf?.block.kind !== 'indentedCode') leaf = undefined;
      containers.length = matched;
    } else {
      const open = containers.slice(0, matched);
      let paragraph = leaf?.block.kind === 'paragraph' && continues ? leaf : undefined;
      const leafBefore = leaf;
      const canBeLazy = leaf?.block.kind === 'paragraph';
      let started: Leaf | undefined;
      let nested = false;

      while (!line.blank && open.length < deepest) {
        if (line.indent < 4 && /[A-Za-z]/.test(line.next)) break;
        const { rest } = line;
        const interrupts = canBeLazy && !nested;
        if (line.indent > codeIndent) {
          if (interrupts) break;
          if (leaf?.block.kind === 'indentedCode' && continues && !nested) {
            extend(line);
            started = leaf;
          } else started = begin('indentedCode', line, open.length);
          break;
        }
        if (line.next === '>' && !(dialect === 'mdx' && interrupts && /^>\s*$/.test(rest))) {
          line.skipMarker(1);
          open.push({ type: 'quote' });
        } else if (/^#{1,6}(?:[ \t]|$)/.test(rest)) {
          started = begin('heading', line, open.length);
          break;
        } else if (fence.test(rest) || (dialect === 'pandoc' && chunk.test(rest))) {
          const marker = /^(?:`+|~+)/.exec(rest)![0];
          started = begin('fencedCode', line, open.length);
          started.fence = new RegExp(`^${marker[0]}{${marker.length},}[ \\t]*$`);
          break;
        } else if (dialect === 'markdown' && liquidClosing(rest)) {
          const closing = liquidClosing(rest)!;
          started = begin('fencedCode', line, open.length);
          if (!closing.test(rest)) started.fence = closing;
          break;
        } else if (
          (htmlKind(rest, interrupts) ?? 9) <= rawHtml &&
          !(dialect === 'pandoc' && commentBeforeText.test(rest))
        ) {
          const html = htmlKind(rest, interrupts)!;
          started = begin('html', line, open.length);
          if (!closesHtml(html, rest)) started.html = html;
          break;
        } else if (paragraph && !nested && /^(?:=+|-+)[ \t]*$/.test(rest)) {
          extend(line);
          paragraph.block.kind = 'heading';
          started = paragraph;
          break;
        } else if (
          paragraph &&
          !nested &&
          isDelimiterRow(rest) &&
          isTableHead(lastLine(text, paragraph.block), rest)
        ) {
          started = tableFrom(paragraph.block, blocks);
          started.block.lines.push({ start: line.pos, end: line.end });
          break;
        } else if (rule.test(rest)) {
          started = begin('rule', line, open.length);
          break;
        } else {
          const note = /^\[\^([^\s\]]+)\]:/.exec(rest);
          const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(rest);
          if (note) {
            const footnote = { label: ownText(note[1]!), start: line.pos + line.indentLength, end: line.end };
            footnotes.push(footnote);
            open.push({ type: 'note', footnote });
            line.skip(line.indent);
            line.skip(note[0].length);
          } else if (marker && !(interrupts && continues && cannotInterrupt(marker, rest))) {
            open.push({ type: 'item', ...line.skipListMarker(marker[0].length) });
          } else break;
        }
        nested = true;
        paragraph = undefined;
      }

      if (!started && !nested && canBeLazy && !line.blank) {
        extend(line);
        for (const container of containers) if (container.type === 'note') container.footnote.end = line.end;
        continue;
      }
      containers = open;
      const isOwn = started && started !== leafBefore && started.block.kind !== 'table';
      isSegment = matched === 0 && (!leafBefore || nested || isOwn === true);
      if (started) leaf = ['heading', 'rule'].includes(started.block.kind) ? undefined : started;
      else if (line.blank) leaf = undefined;
      else if (leaf?.block.kind === 'table' && continues && !nested) extend(line);
      else leaf = begin('paragraph', line, containers.length);
      if (leaf?.block.kind === 'html' && !leaf.html) leaf = undefined;
    }
    if (!line.blank || leaf?.fence) {
      for (const container of containers) if (container.type === 'note') container.footnote.end = line.end;
    }
    if (isSegment && lineStart > segmentStart) {
      const own = { blocks: blocks.splice(before.blocks), footnotes: footnotes.splice(before.footnotes) };
      yield { start: segmentStart, end: lineStart, blocks, footnotes };
      ({ blocks, footnotes } = own);
      segmentStart = lineStart;
    }
  }
  if (leaf && (leaf.fence || (leaf.html && leaf.html < 6))) leaf.block.unclosed = true;
  yield { start: segmentStart, end: text.length, blocks, footnotes };
}

/** Only a list item with text, and numbered 1, interrupts a paragraph. */
const cannotInterrupt = (marker: RegExpExecArray, rest: string): boolean =>
  rest.slice(marker[0].length).trim() === '' || (marker[1] !== undefined && Number(marker[1]) !== 1);

const lastLine = (text: string, { lines }: Block): string =>
  text.slice(lines.at(-1)!.start, lines.at(-1)!.end);

/** The last line of the paragraph becomes the head of the table. */
function tableFrom(paragraph: Block, blocks: Block[]): Leaf {
  const head = paragraph.lines.pop()!;
  if (paragraph.lines.length === 0) blocks.pop();
  const block: Block = { kind: 'table', lines: [head], depth: paragraph.depth };
  blocks.push(block);
  return { block };
}

function* linesOf(text: string, from: number): Generator<LineCursor> {
  const ending = /\r\n|\n|\r/g;
  let start = from;
  ending.lastIndex = from;
  for (let found = ending.exec(text); found; found = ending.exec(text)) {
    yield new LineCursor(text, start, found.index);
    start = ending.lastIndex;
  }
  if (start < text.length) yield new LineCursor(text, start, text.length);
}
