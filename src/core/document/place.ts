import { normalLabel } from '../citation/label';
import { type InlineContext, inlineContext } from './inlineContext';
import { blockAt, type DocumentBlock, type MarkdownDocument } from './markdown';
import { lineEnd, lineStart } from './position';
import { isModule } from './readCitations';

/** What an offset of a document means for Markdown that is written there. */
export interface DocumentPlace {
  /**
   * `code` is a code block, where Markdown is shown as it is; `html` a tag or comment; `raw` is no Markdown
   * either: inline code, front matter, a link's address.
   */
  readonly kind: 'text' | 'linkText' | 'code' | 'html' | 'raw';
  readonly lineStart: boolean;
  readonly tableCell: boolean;
  /** How many line endings have to come first, so that the block above doesn't take the text in. */
  readonly lineEndingsBefore: 0 | 1 | 2;
  /** How many have to follow, so that the text doesn't take in the block below. */
  readonly lineEndingsAfter: 0 | 2;
  /** Where to write, when it is not at the offset: after a definition, a rule, a closing fence. */
  readonly offset: number;
}

const kinds: Readonly<Record<InlineContext, DocumentPlace['kind']>> = {
  text: 'text',
  linkText: 'linkText',
  code: 'raw',
  html: 'html',
  destination: 'raw',
};

const noMarkdown: Partial<Record<DocumentBlock['kind'], 'code' | 'html' | 'raw'>> = {
  fencedCode: 'code',
  html: 'html',
  frontMatter: 'raw',
};

export function placeAt(document: MarkdownDocument, offset: number): DocumentPlace {
  const { text } = document;
  const start = lineStart(text, offset);
  const atStart = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:\[\^[^\s\]]+\]:[ \t]*)?$/.test(
    text.slice(start, offset),
  );
  const place: DocumentPlace = {
    kind: 'text',
    lineStart: atStart,
    tableCell: false,
    lineEndingsBefore: 0,
    lineEndingsAfter: 0,
    offset,
  };
  const block = blockAt(document, offset);
  if (!block)
    return isEmptyLine(text, start) && isTakenIn(document, start)
      ? { ...place, lineEndingsBefore: 1 }
      : place;
  if (block.kind === 'definition') {
    return { ...place, lineStart: true, lineEndingsBefore: 2, offset: block.lines.at(-1)!.end };
  }
  const edge = isModule(text, block, document.dialect) ? 'after' : edgeOf(text, block, offset);
  if (edge === 'before')
    return { ...place, lineStart: true, lineEndingsAfter: 2, offset: block.lines[0]!.start };
  if (edge === 'after')
    return { ...place, lineStart: true, lineEndingsBefore: 2, offset: block.lines.at(-1)!.end };
  const kind = noMarkdown[block.kind];
  if (block.kind === 'indentedCode') {
    const line = block.lines.find(({ start, end }) => start <= offset && offset <= end);
    return line ? { ...place, kind: 'code', offset: Math.max(offset, codeStart(text, line.start)) } : place;
  }
  if (kind) return isOnFrontMatterEnd(block, offset) ? place : { ...place, kind };
  const tableCell = block.kind === 'table';
  return { ...place, tableCell, kind: kinds[contextIn(document, block, offset)] };
}

/** Whether the offset is on what begins or ends the block, so that writing there would undo it. */
function edgeOf(text: string, block: DocumentBlock, offset: number): 'before' | 'after' | undefined {
  const { kind, lines } = block;
  const [first, second] = lines;
  const last = lines.at(-1)!;
  const isFirst = text.slice(first!.start, offset).trim() === '';
  switch (kind) {
    case 'rule':
      return 'after';
    case 'heading':
      return lines.length > 1 && offset >= last.start ? 'after' : undefined;
    case 'table':
      return second && offset >= second.start && offset <= second.end ? 'after' : undefined;
    case 'fencedCode':
      if (block.fenced && offset >= last.start) return 'after';
      return offset <= first!.end ? 'before' : undefined;
    case 'html':
      if (offset === last.end && !block.unclosed) return 'after';
      return isFirst ? 'before' : undefined;
    case 'indentedCode':
      return isFirst && /[ \t]/.test(text[offset] ?? '') ? 'before' : undefined;
    default:
      return undefined;
  }
}

/** Past the indentation that makes a line code. */
const codeStart = (text: string, start: number): number =>
  start + /^(?: {4}| {0,3}\t)?/.exec(text.slice(start, start + 4))![0].length;

/** The line after front matter belongs to its block only by its first offset. */
const isOnFrontMatterEnd = ({ kind, lines }: DocumentBlock, offset: number): boolean =>
  kind === 'frontMatter' && offset === lines[0]!.end;

function contextIn(
  { text, definitions, dialect }: MarkdownDocument,
  block: DocumentBlock,
  offset: number,
): InlineContext {
  // Each cell, which is on one line, is read by itself; the line is near enough.
  const lines =
    block.kind === 'table'
      ? block.lines.filter(line => offset <= line.end && offset >= line.start)
      : block.lines;
  let content = '';
  let at = 0;
  for (const { start, end } of lines) {
    if (offset >= start) at = content.length + Math.min(offset, end) - start;
    content += `${text.slice(start, end)}\n`;
  }
  return inlineContext(content, at, { isLabel: label => definitions.has(normalLabel(label)), dialect });
}

const isEmptyLine = (text: string, start: number): boolean =>
  text.slice(start, lineEnd(text, start)).trim() === '';

/** Whether text on the empty line that starts here would belong to the HTML block or table above. */
function isTakenIn(document: MarkdownDocument, start: number): boolean {
  if (start === 0) return false;
  const above = start - (document.text.slice(start - 2, start) === '\r\n' ? 2 : 1);
  const block = blockAt(document, above);
  return (
    block !== undefined &&
    block.lines.at(-1)!.end >= above &&
    ['html', 'table', 'definition'].includes(block.kind)
  );
}
