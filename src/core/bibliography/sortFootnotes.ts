import { normalLabel } from '../citation/label';
import { type Dialect, DocumentAnalysis, type DocumentCitation } from '../document';
import { lineEnd, lineStart } from '../document/position';
import type { TextEdit } from '../document/textEdit';

/**
 * Puts the numbered footnotes of a document into the order of their numbers: each takes the place of another, so that
 * what stands between them stays. Left where they are: named ones, those in lists, quotations and other notes, those
 * whose label is defined twice, and those that end where other text begins, which could become part of another note.
 */
export function sortFootnotes(text: string, dialect: Dialect): readonly TextEdit[] {
  const { citations } = new DocumentAnalysis(text, dialect);
  const notes = citations.filter(({ kind }) => kind === 'footnoteDefinition');
  const starts = new Set(notes.map(({ start }) => lineStart(text, start)));
  const counts = new Map<string, number>();
  for (const { label = '' } of notes)
    counts.set(normalLabel(label), (counts.get(normalLabel(label)) ?? 0) + 1);
  let inner = 0;
  const places = notes.filter(({ label = '', start, end }) => {
    const isInNote = start < inner;
    inner = Math.max(inner, end);
    const isNumbered = /^\d+$/.test(label) && counts.get(normalLabel(label)) === 1;
    return isNumbered && !isInNote && isAtTop(text, start) && isApart(text, end, starts);
  });
  const sorted = [...places].sort((a, b) => Number(a.label) - Number(b.label));
  return places.flatMap(({ start, end }, at) => edit(text, { start, end }, sorted[at]!));
}

const isAtTop = (text: string, start: number): boolean =>
  /^ {0,3}$/.test(text.slice(lineStart(text, start), start));

/** A blank line follows, another note, or nothing. */
function isApart(text: string, end: number, notes: ReadonlySet<number>): boolean {
  const next = /^(?:\r\n|\n|\r)?/.exec(text.slice(end, end + 2))![0].length + end;
  return notes.has(next) || text.slice(next, lineEnd(text, next)).trim() === '';
}

function edit(text: string, place: Omit<TextEdit, 'text'>, note: DocumentCitation): TextEdit[] {
  return note.start === place.start ? [] : [{ ...place, text: text.slice(note.start, note.end) }];
}
