/**
 * An offset of `text` for a 1-based line and column (UTF-16 units, a BOM not counted); `undefined` beyond the text
 * or its line. Never inside a character: from there it goes back to the character's start.
 */
export function offsetAt(text: string, line: number, column: number): number | undefined {
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1 || column < 1) return undefined;
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let left = line - 1; left > 0; left--) {
    const next = nextLine(text, start);
    if (next === undefined) return undefined;
    start = next;
  }
  const offset = start + column - 1;
  if (offset > lineEnd(text, start)) return undefined;
  const isInside =
    /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset));
  return isInside ? offset - 1 : offset;
}

/** Where the line that `offset` is on ends, its line ending left out. */
export function lineEnd(text: string, offset: number): number {
  ending.lastIndex = offset;
  return ending.exec(text)?.index ?? text.length;
}

/** Where the line that `offset` is on starts. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** The line ending that the document uses: that of its first line; `\n` when it has but one line. */
export function lineEnding(text: string): string {
  ending.lastIndex = 0;
  return ending.exec(text)?.[0] ?? '\n';
}

function nextLine(text: string, start: number): number | undefined {
  ending.lastIndex = start;
  const found = ending.exec(text);
  return found ? found.index + found[0].length : undefined;
}

const ending = /\r\n|\n|\r/g;
