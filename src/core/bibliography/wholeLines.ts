import type { TextEdit } from '../document/textEdit';

/** The edit without the lines at its start and end that it does not change; none where that is all. */
export function wholeLines(text: string, { start, end, text: after }: TextEdit): TextEdit[] {
  const before = text.slice(start, end);
  const [old, made] = [linesOf(before), linesOf(after)];
  const most = Math.min(old.length, made.length);
  let head = 0;
  while (head < most && old[head] === made[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === made.at(-1 - tail)) tail++;
  if (head === old.length && head === made.length) return [];
  const length = (lines: readonly string[], from: number, to: number) =>
    lines.slice(from, to).join('').length;
  return [
    {
      start: start + length(old, 0, head),
      end: end - length(old, old.length - tail, old.length),
      text: made.slice(head, made.length - tail).join(''),
    },
  ];
}

/** With their line endings. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
