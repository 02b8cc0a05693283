import { finder } from './inlineHtml';

/** Of backticks at an offset, which must not go back: where the code that they begin ends, if it does, and how many they are. */
export function codeSpans(text: string): (at: number) => [end: number | undefined, length: number] {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of [...text.matchAll(/`+/g)].reverse()) {
    const same = runs.get(run.length);
    if (same) same.push(index);
    else runs.set(run.length, [index]);
  }
  return at => {
    let length = 1;
    while (text[at + length] === '`') length++;
    const ahead = runs.get(length) ?? [];
    while (ahead.length > 0 && ahead.at(-1)! < at + length) ahead.pop();
    const closing = ahead.at(-1);
    return [closing === undefined ? undefined : closing + length, length];
  };
}

/**
 * Where the mathematics that a dollar sign begins ends, `$$` at the next `$$`. A single one begins and ends none
 * between letters, digits or spaces, so that prices stay text.
 */
export function mathSpans(text: string): (at: number) => number | undefined {
  const closing = [...text.matchAll(/(?<=[^\s\\$])\$(?![\p{L}\p{N}$])/gu)]
    .map(({ index }) => index)
    .reverse();
  const until = finder(text);
  return at => {
    if (text[at + 1] === '$') return until('$$', at + 2)?.end;
    if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/\S/.test(text[at + 1] ?? '')) return undefined;
    while (closing.length > 0 && closing.at(-1)! <= at + 1) closing.pop();
    const end = closing.at(-1);
    return end === undefined ? undefined : end + 1;
  };
}
