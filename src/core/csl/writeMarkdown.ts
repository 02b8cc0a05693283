import { autolink, linkDestination } from '../citation/address';
import { escapeText, type Place } from '../citation/escapeText';
import { groupBy } from './groupBy';
import type { Run } from './readHtml';

/** A piece of Markdown; what is written for a link stands in pieces of its own. */
interface Piece {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly isLink?: boolean;
}

/** Runs as Markdown that renders as they say; emphasis that Markdown can't express where it stands is left out. */
export function writeMarkdown(runs: readonly Run[], place: Place = {}): string {
  const pieces = groupBy(runs, 'link').flatMap((group, at) => {
    const link = group[0]?.link;
    const inLine = { ...place, lineStart: place.lineStart === true && at === 0 };
    return link === undefined ? piecesOf(group, inLine) : linkPieces(group, link, place);
  });
  const apart = pieces.map((piece, at) => besideLinks(piece, pieces[at - 1], pieces[at + 1]));
  return emphasised(apart);
}

function linkPieces(runs: readonly Run[], link: string, place: Place): Piece[] {
  const text = runs.map(run => run.text).join('');
  if (text === link) return [{ text: autolink(link), isLink: true }];
  const inner = piecesOf(runs, { ...place, lineStart: false, linkText: true, isLabel: () => true });
  const isAlone = inner.length === 1;
  return [
    { text: '[', isLink: true },
    ...inner.map(piece => (isAlone ? piece : { ...piece, text: piece.text.replace(unescaped, '\\$&') })),
    { text: `](${linkDestination(link)})`, isLink: true },
  ];
}

/** What opens or closes something alone is harmless, but not where more of it may stand in the next piece. */
const unescaped = /(?<=(?:^|[^\\])(?:\\\\)*)[*_~^$]/g;

/** Blanks at the ends of emphasis move out of it, as Markdown has none there. */
function piecesOf(runs: readonly Run[], place: Place): Piece[] {
  const parts = runs.flatMap(({ text, italic, bold }): Piece[] => {
    if (!italic && !bold) return [{ text }];
    const inner = text.trim();
    const start = text.indexOf(inner);
    const style = { ...(italic && { italic }), ...(bold && { bold }) };
    return [
      { text: text.slice(0, start) },
      { text: inner, ...style },
      { text: text.slice(start + inner.length) },
    ];
  });
  const filled = parts.filter(({ text }) => text !== '');
  return filled.map(({ text, ...style }, at) => ({
    text: escapeText(text, { ...place, lineStart: place.lineStart === true && at === 0 }),
    ...style,
  }));
}

/** What stands beside a link would make something else of it: an image, a note, a reference, attributes. */
function besideLinks(piece: Piece, before: Piece | undefined, after: Piece | undefined): Piece {
  if (piece.isLink) return piece;
  let { text } = piece;
  if (before?.isLink && text.startsWith('{')) text = `\\${text}`;
  if (after?.isLink && /(?<!\\)(?:\\\\)*[!^\]]$/.test(text)) text = `${text.slice(0, -1)}\\${text.at(-1)}`;
  return { ...piece, text };
}

/** Pieces that are emphasised in the same way: from `start` to `end`, without it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly mark: '*' | '**';
}

function emphasised(pieces: readonly Piece[]): string {
  const opening = new Map<number, string>();
  const closing = new Map<number, string>();
  for (const { start, end, mark } of nested(pieces)) {
    opening.set(start, (opening.get(start) ?? '') + mark);
    closing.set(end - 1, mark + (closing.get(end - 1) ?? ''));
  }
  return pieces.map(({ text }, at) => (opening.get(at) ?? '') + text + (closing.get(at) ?? '')).join('');
}

/** The stretches that CommonMark understands, outer ones first. */
function nested(pieces: readonly Piece[]): Stretch[] {
  const possible = [...stretchesOf(pieces, 'bold'), ...stretchesOf(pieces, 'italic')]
    .filter(stretch => isFlanked(pieces, stretch))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const accepted: Stretch[] = [];
  const open: Stretch[] = [];
  const ends = new Set<number>();
  for (const stretch of possible) {
    while (open.length > 0 && open.at(-1)!.end <= stretch.start) open.pop();
    // Delimiters that close and such that open can't be told apart where they meet.
    if (ends.has(stretch.start) || (open.length > 0 && open.at(-1)!.end < stretch.end)) continue;
    ends.add(stretch.end);
    open.push(stretch);
    accepted.push(stretch);
  }
  return accepted;
}

function stretchesOf(pieces: readonly Piece[], style: 'bold' | 'italic'): Stretch[] {
  const mark = style === 'bold' ? '**' : '*';
  let start = 0;
  return groupBy(pieces, style).flatMap(({ length, 0: first }) => {
    const stretch = { start, end: start + length, mark } as const;
    start = stretch.end;
    return first?.[style] ? [stretch] : [];
  });
}

/** CommonMark's rule of delimiters, with the characters that all its versions take for punctuation. */
function isFlanked(pieces: readonly Piece[], { start, end }: Stretch): boolean {
  const inner = pieces.slice(start, end).map(({ text }) => text);
  const [before, after] = [pieces[start - 1]?.text ?? '', pieces[end]?.text ?? ''];
  // What keeps an address from being linked.
  if (inner.some(text => /(?<!\\)(?:\\\\)*\*/.test(text))) return false;
  const opens = !/^[\p{P}\p{S}]/u.test(inner[0]!) || /(?:^|[\s\p{P}$+<=>^`|~])$/u.test(before);
  const closes = !/[\p{P}\p{S}]$/u.test(inner.at(-1)!) || /^(?:$|[\s\p{P}$+<=>^`|~])/u.test(after);
  return opens && closes;
}
