import { lastFrom } from './lastFrom';

/** As VS Code has it: both from 0, characters in UTF-16 units, a byte order mark among them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Makes positions of the offsets of a text. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return offset => {
    starts ??= lineStarts(text);
    const line = lastFrom(starts, offset, start => start);
    return { line, character: offset - starts[line]! };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  return starts;
}
