import type { Span } from '../document/citationsIn';
import { type Inline, readInlines } from '../document/inline';
import { lineOffsets } from '../document/lineOffsets';
import { blockAt, type DocumentBlock, type MarkdownDocument } from '../document/markdown';
import type { TextEdit } from '../document/textEdit';
import { type Emphasis, emphasesIn } from './emphasis';
import { escapeText } from './escapeText';
import { normalLabel } from './label';

/** Markdown of a document that can stand between the brackets of a link. */
export interface LinkableText extends Span {
  /** What has to change in it: a link cannot stand in a link, nor a bracket without partner. */
  readonly edits: readonly TextEdit[];
}

/**
 * What of a selection can be the text of a link: without white space around it and markers of blocks before it, with
 * the whole of the code or emphasis that it cuts. `undefined` where it is more than one block or cell, lies in a link
 * already, or holds a footnote or citation.
 */
export function linkableText(document: MarkdownDocument, selection: Span): LinkableText | undefined {
  const { text } = document;
  const trimmed = trim(text, selection);
  const lines = trimmed && linesFor(document, trimmed);
  const selected = lines && trim(text, withinLines(lines, trimmed));
  const marked = selected && withWholeMarks(text, selected);
  if (!marked) return undefined;
  const spanOf = lineOffsets(lines);
  const toDocument = <T extends Span>(span: T): T => ({ ...span, ...spanOf(span.start, span.end) });
  const content = lines.map(line => text.slice(line.start, line.end)).join('\n');
  const read = readInlines(content, {
    isLabel: label => document.definitions.has(normalLabel(label)),
    isFootnote: label => document.footnotes.has(normalLabel(label)),
    dialect: document.dialect,
  });
  const inlines = read.map(inline => ({
    ...toDocument(inline),
    ...(inline.textEnd !== undefined && { textEnd: spanOf(inline.textEnd, inline.textEnd + 1).start }),
  }));
  const emphases = emphasesOf(content, read).map(({ opening, closing }) => ({
    opening: toDocument(opening),
    closing: toDocument(closing),
  }));

  const found = withWhole(inlines, marked);
  const emphasised = found && withWholeEmphases(text, emphases, found);
  const whole = emphasised && withWhole(inlines, emphasised);
  const inner = inlines.filter(inline => whole && inline.start >= whole.start && inline.end <= whole.end);
  if (!whole || inner.some(inline => isUnfit(text, inline))) return undefined;
  const edits = [
    ...inner.flatMap(unlinked),
    ...unpaired(text, whole, inner),
    ...newlyEmphasised(text, whole, inner, emphases),
  ];
  return { ...whole, edits: edits.sort((a, b) => a.start - b.start) };
}

/** Without the markers of blocks that it begins or ends in. */
function withinLines(lines: DocumentBlock['lines'], { start, end }: Span): Span {
  const first = lines.find(line => line.end > start);
  const last = [...lines].reverse().find(line => line.start < end);
  return { start: Math.max(start, first?.start ?? end), end: Math.min(end, last?.end ?? start) };
}

/** With the backslash before it, and all of the backticks that it has some of. */
function withWholeMarks(text: string, { start, end }: Span): Span | undefined {
  let [from, to] = [start, end];
  while (text[from] === '`' && text[from - 1] === '`') from--;
  while (text[to] === '`' && text[to - 1] === '`') to++;
  const [backslashes = ''] = /\\*$/.exec(text.slice(Math.max(0, from - 64), from)) ?? [];
  if (backslashes.length % 2 > 0) from--;
  const [last = ''] = /\\*$/.exec(text.slice(Math.max(from, to - 64), to)) ?? [];
  if (last.length % 2 > 0) {
    if (/[!-/:-@[-`{-~]/.test(text[to] ?? '')) to++;
    // A line break.
    else if (/[\r\n]/.test(text[to] ?? '')) to--;
  }
  return from < to ? { start: from, end: to } : undefined;
}

function trim(text: string, { start, end }: Span): Span | undefined {
  const selected = text.slice(start, end);
  const from = start + selected.search(/\S|$/);
  const to = start + selected.trimEnd().length;
  return from < to ? { start: from, end: to } : undefined;
}

/** Those of the block, or the cell, that holds the selection but for the markers before it. */
function linesFor(document: MarkdownDocument, { start, end }: Span): DocumentBlock['lines'] | undefined {
  const { text } = document;
  const block = blockAt(document, end);
  const line = block?.lines.find(one => one.start <= end && end <= one.end);
  const first = block?.lines[0];
  if (!block || !first || !line) return undefined;
  if (start < first.start && !/^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*$/.test(text.slice(start, first.start)))
    return undefined;
  switch (block.kind) {
    case 'paragraph':
      return block.lines;
    case 'heading': {
      if (block.lines.length > 1) return line === block.lines.at(-1) ? undefined : block.lines.slice(0, -1);
      const marker = /^[ \t]*#{1,6}(?:[ \t]+|$)/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
      const from = line.start + marker;
      const content = text.slice(from, line.end).trimEnd();
      // What closes a heading is no text of it.
      const open = content.replace(/(?<!#)#+$/, '');
      const isClosed = open !== content && /\S[ \t]+$/.test(open.slice(-64));
      return from < end
        ? [{ start: from, end: isClosed ? from + open.trimEnd().length : line.end }]
        : undefined;
    }
    case 'table':
      return start >= line.start && line !== block.lines[1] && !/(?<!\\)\|/.test(text.slice(start, end))
        ? [line]
        : undefined;
    default:
      return undefined;
  }
}

/** With all of the code, tag, image or address that it cuts; `undefined` where that is a link or citation. */
function withWhole(inlines: readonly (Inline & Span)[], { start, end }: Span): Span | undefined {
  let whole = { start, end };
  for (const { kind, start: from, end: to } of inlines) {
    const apart = to <= start || from >= end;
    if (apart || (from >= start && to <= end)) continue;
    if (/^(?:link|linkReference|footnoteReference|key)$/.test(kind)) return undefined;
    whole = { start: Math.min(whole.start, from), end: Math.max(whole.end, to) };
  }
  return whole;
}

/** With the whole of each emphasis of which it has one mark; `undefined` where that is no end. */
function withWholeEmphases(
  text: string,
  emphases: readonly Emphasis[],
  { start, end }: Span,
): Span | undefined {
  let whole = { start, end };
  for (let pass = 0; pass < mostNested; pass++) {
    const before = whole;
    for (const { opening, closing } of emphases) {
      const touched = [opening, closing].filter(mark => mark.start < whole.end && mark.end > whole.start);
      const isInside = opening.start >= whole.start && closing.end <= whole.end;
      if (touched.length === 0 || isInside) continue;
      whole = { start: Math.min(whole.start, opening.start), end: Math.max(whole.end, closing.end) };
    }
    if (whole === before) return splitsMark(text, whole) ? undefined : whole;
  }
  return undefined;
}

const mostNested = 20;

/** Whether it begins or ends amid several signs that are one mark. */
const splitsMark = (text: string, { start, end }: Span): boolean =>
  [start, end].some(at => /[*_~]/.test(text[at] ?? '') && text[at] === text[at - 1]);

/** Those of a text that lie in one link, or in none: emphasis does not reach out of a link. */
function emphasesOf(content: string, inlines: readonly Inline[]): Emphasis[] {
  const links = inlines.filter(({ kind }) => kind === 'link' || kind === 'linkReference');
  const inside = (at: number) => links.find(({ start, end }) => start <= at && at < end)?.start;
  const opaque = inlines
    .flatMap(({ start, end, textEnd }) =>
      textEnd === undefined ? [{ start, end }] : [{ start: textEnd, end }],
    )
    .sort((a, b) => a.start - b.start);
  return emphasesIn(content, opaque).filter(
    ({ opening, closing }) => inside(opening.start) === inside(closing.start),
  );
}

const isUnfit = (text: string, { kind, start, end }: Inline): boolean =>
  kind === 'footnoteReference' ||
  kind === 'key' ||
  (kind === 'html' && /^<\/?a[\s>]/i.test(text.slice(start, end)));

/** A link as its text, an address as text. */
function unlinked({ kind, start, end, textEnd, address }: Inline): TextEdit[] {
  if ((kind === 'link' || kind === 'linkReference') && textEnd !== undefined) {
    return [
      { start, end: start + 1, text: '' },
      { start: textEnd, end, text: '' },
    ];
  }
  if ((kind === 'autolink' || kind === 'bareAddress') && address !== undefined) {
    return [{ start, end, text: escapeText(address, { linkText: true }) }];
  }
  return [];
}

/** Backslashes before marks that the letters beside them keep from emphasising, which are none between brackets. */
function newlyEmphasised(
  text: string,
  { start, end }: Span,
  inner: readonly (Inline & Span)[],
  emphases: readonly Emphasis[],
): TextEdit[] {
  const selected = text.slice(start, end);
  if (/[\r\n]/.test(selected) || !/[*_~]/.test(selected)) return [];
  const toText = (span: Span): Span => ({ start: span.start + start - 1, end: span.end + start - 1 });
  const opaque = inner.map(span => ({ start: span.start - start + 1, end: span.end - start + 1 }));
  const known = new Set(emphases.flatMap(({ opening, closing }) => [opening.start, closing.start]));
  return emphasesIn(`[${selected}]`, opaque)
    .flatMap(({ opening, closing }) => [toText(opening), toText(closing)])
    .filter(mark => !known.has(mark.start))
    .flatMap(mark => Array.from({ length: mark.end - mark.start }, (_, at) => mark.start + at))
    .map(at => ({ start: at, end: at, text: '\\' }));
}

/** Backslashes before brackets that have no partner, and before what would make a footnote or citation of the link. */
function unpaired(text: string, { start, end }: Span, inner: readonly Inline[]): TextEdit[] {
  const escapes: number[] = [];
  const open: number[] = [];
  const selected = text.slice(start, end);
  if (/^(?:\^|-?@)/.test(selected)) escapes.push(start);
  if (/(?<!\\)(?:\\\\)*\\$/.test(selected.slice(-64)) && !inner.some(inline => inline.end === end))
    escapes.push(end);
  let skip = 0;
  const covered = inner.flatMap(({ kind, start: from, end: to, textEnd }) =>
    /^link/.test(kind)
      ? [
          { start: from, end: from + 1 },
          { start: textEnd!, end: to },
        ]
      : [{ start: from, end: to }],
  );
  covered.sort((a, b) => a.start - b.start);
  for (const { index, 0: mark } of selected.matchAll(/\\.|[[\]]/gs)) {
    const at = start + index;
    while (skip < covered.length && covered[skip]!.end <= at) skip++;
    if (mark.length > 1 || (covered[skip] && covered[skip]!.start <= at)) continue;
    if (mark === '[') open.push(at);
    else if (open.pop() === undefined) escapes.push(at);
  }
  return [...escapes, ...open].map(at => ({ start: at, end: at, text: '\\' }));
}
