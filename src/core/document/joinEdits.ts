import type { TextEdit } from './textEdit';

/** What a text consists of after edits: a stretch of the text before them, or what has come. */
type Piece = { readonly start: number; readonly end: number } | string;

/** The edits that come to the same as steps of edits, each of the text that the one before leaves. */
export function joinEdits(steps: readonly (readonly TextEdit[])[]): TextEdit[] {
  let pieces: Piece[] = [{ start: 0, end: Number.POSITIVE_INFINITY }];
  for (const edits of steps) pieces = edited(pieces, edits);
  const joined: TextEdit[] = [];
  let start = 0;
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (text || piece.start > start) joined.push({ start, end: piece.start, text });
    start = piece.end;
    text = '';
  }
  return joined;
}

function edited(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  /** Up to an offset of the text before these edits. */
  const take = (offset: number, isKept: boolean) => {
    while (at < offset) {
      const piece = rest.pop()!;
      const length = lengthOf(piece);
      const part = Math.min(length, offset - at);
      if (isKept) result.push(cut(piece, 0, part));
      if (part < length) rest.push(cut(piece, part, length));
      at += part;
    }
  };
  for (const { start, end, text } of edits) {
    take(start, true);
    take(end, false);
    if (text) result.push(text);
  }
  return [...result, ...rest.reverse()];
}

const lengthOf = (piece: Piece): number =>
  typeof piece === 'string' ? piece.length : piece.end - piece.start;

const cut = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
