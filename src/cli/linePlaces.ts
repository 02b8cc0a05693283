import { positionsIn } from '../core/document/positionsIn';

/** Line and column, both from 1; columns are UTF-16 units, as editors count, and a byte order mark is none. */
export interface LinePlace {
  readonly line: number;
  readonly column: number;
}

/** Tells the places of a text's offsets. */
export function linePlaces(text: string): (offset: number) => LinePlace {
  const positionAt = positionsIn(text);
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  return offset => {
    const { line, character } = positionAt(offset);
    return { line: line + 1, column: Math.max(1, character + 1 - (line === 0 ? mark : 0)) };
  };
}
