import type { Span } from './reading';

/** A line that git wrote between two versions. */
interface ConflictMark extends Span {
  /** 1-based. */
  readonly line: number;
}

/** The lines that a merge left where it could not join two versions; none in most files. */
export function conflictMarks(text: string): readonly ConflictMark[] {
  if (!/^<{7} /m.test(text) || !/^>{7} /m.test(text)) return [];
  const marks: ConflictMark[] = [];
  for (let [line, start] = [1, 0]; start < text.length; line++) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd + 1;
    if (/^(?:<{7} |>{7} |={7}\r?\n|\|{7} )/.test(text.slice(start, Math.min(end, start + 10)))) {
      marks.push({ line, start, end });
    }
    start = end;
  }
  return marks;
}
