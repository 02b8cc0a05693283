import type { Span } from '../document/citationsIn';

/** The two marks of an emphasis, the outer one of `***` and such after the inner. */
export interface Emphasis {
  readonly opening: Span;
  readonly closing: Span;
}

interface Run {
  readonly mark: string;
  /** What is left of it; shrinks from the side that has been used. */
  start: number;
  end: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The emphases of a text by CommonMark's rules (6.2), and GFM's strikethrough; `opaque` are code, tags, addresses, in order. */
export function emphasesIn(text: string, opaque: readonly Span[]): Emphasis[] {
  const found: Emphasis[] = [];
  const open: Run[] = [];
  /** How far down no opening run for such a closing one is. */
  const bottoms = new Map<string, number>();
  for (const run of runsIn(text, opaque)) {
    while (run.closes && run.start < run.end) {
      const kind = `${run.mark}${run.opens}${run.length % 3}${run.mark === '~' ? run.length : ''}`;
      const at = openingFor(run, open, bottoms.get(kind) ?? 0);
      if (at < 0) {
        bottoms.set(kind, open.length);
        break;
      }
      const opening = open[at]!;
      const size =
        run.mark === '~' ? run.length : Math.min(2, opening.end - opening.start, run.end - run.start);
      found.push({
        opening: { start: opening.end - size, end: opening.end },
        closing: { start: run.start, end: run.start + size },
      });
      opening.end -= size;
      run.start += size;
      open.length = opening.start < opening.end ? at + 1 : at;
      for (const [key, bottom] of bottoms) if (bottom > open.length) bottoms.set(key, open.length);
    }
    if (run.opens && run.start < run.end) open.push(run);
  }
  return found;
}

function openingFor(run: Run, open: readonly Run[], bottom: number): number {
  for (let at = open.length - 1; at >= bottom; at--) {
    const other = open[at]!;
    if (other.mark !== run.mark) continue;
    if (run.mark === '~' ? other.length === run.length : !isUnfit(other, run)) return at;
  }
  return -1;
}

/** "Multiple of 3" rule. */
const isUnfit = (a: Run, b: Run): boolean =>
  (a.closes || b.opens) && (a.length + b.length) % 3 === 0 && (a.length % 3 !== 0 || b.length % 3 !== 0);

function* runsIn(text: string, opaque: readonly Span[]): Generator<Run> {
  let next = 0;
  for (const { index: start, 0: marks } of text.matchAll(/\\.|\*+|_+|~+/gs)) {
    while (next < opaque.length && opaque[next]!.end <= start) next++;
    if (marks.startsWith('\\') || (opaque[next] && opaque[next]!.start <= start)) continue;
    const end = start + marks.length;
    const [mark = ''] = marks;
    if (mark === '~' && marks.length > 2) continue;
    const [before, after] = [
      kindOf(lastOf(text.slice(Math.max(0, start - 2), start))),
      kindOf([...text.slice(end, end + 2)][0]),
    ];
    const left = after !== 'space' && (after !== 'punctuation' || before !== 'text');
    const right = before !== 'space' && (before !== 'punctuation' || after !== 'text');
    const isUnderscore = mark === '_';
    yield {
      mark,
      start,
      end,
      length: marks.length,
      opens: left && (!isUnderscore || !right || before === 'punctuation'),
      closes: right && (!isUnderscore || !left || after === 'punctuation'),
    };
  }
}

const lastOf = (text: string): string | undefined => [...text].at(-1);

function kindOf(char: string | undefined): 'space' | 'punctuation' | 'text' {
  if (char === undefined || /\s/u.test(char)) return 'space';
  return /[\p{P}\p{S}]/u.test(char) ? 'punctuation' : 'text';
}
