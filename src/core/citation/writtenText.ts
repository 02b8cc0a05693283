import type { Span } from '../document/citationsIn';
import { lineEnd, lineStart } from '../document/position';
import { applyEdits, type TextEdit } from '../document/textEdit';
import type { Cited } from './cite';

/** What is about to be written, for somebody to see before. */
export interface WrittenText {
  /** At the first of the places. */
  readonly citation: string;
  /** What comes elsewhere in the document, as a definition does. */
  readonly definitions: readonly string[];
}

/**
 * What the steps of citing write into a document.
 * @param at the first place: the selection, or the citation that is added to
 */
export function writtenText(document: string, steps: readonly Cited[], at?: Span): WrittenText {
  const definitions = new Set<string>();
  let text = document;
  let start = at && at.start < at.end ? at.start : undefined;
  let end = start ?? 0;
  for (const { edits, carets } of steps) {
    const caret = carets[0] ?? end;
    const placed = placedEdits(edits);
    const around = placed.findIndex(({ from, to }) => from <= caret && caret <= to);
    // What is added to a citation in brackets stands before the closing one.
    const own = around < 0 ? placed.filter(({ from }) => from <= caret).length - 1 : around;
    start = start === undefined ? (placed[own]?.from ?? caret) : moved(start, edits);
    text = applyEdits(text, edits);
    end = caret;
    for (const { from, to } of placed) {
      // What comes behind a citation, at whichever place.
      const last = carets.filter(other => from <= other && other <= to).at(-1) ?? from;
      for (const line of linesOf(text, last, to)) if (definition.test(line)) definitions.add(line);
    }
  }
  return { citation: text.slice(start ?? end, end).trim(), definitions: [...definitions] };
}

const definition = /^\[[^\]]+\]:/;

/** The lines that some of is written, whole. */
function linesOf(text: string, from: number, to: number): string[] {
  const written = text.slice(from, to);
  if (written.trim() === '') return [];
  const start = lineStart(text, from + written.search(/\S/));
  return text.slice(start, lineEnd(text, from + written.trimEnd().length)).split(/\r\n|\n|\r/);
}

/** With their places in the edited text. */
function placedEdits(edits: readonly TextEdit[]) {
  let moved = 0;
  return edits.map(edit => {
    const from = edit.start + moved;
    moved += edit.text.length - (edit.end - edit.start);
    return { ...edit, from, to: from + edit.text.length };
  });
}

/** Where an offset is after the edits before it. */
const moved = (offset: number, edits: readonly TextEdit[]): number =>
  edits.reduce(
    (sum, { start, end, text }) =>
      end <= offset && start < offset ? sum + text.length - (end - start) : sum,
    offset,
  );
