import assert from 'node:assert/strict';
import { positionsIn } from '../../../src/core/document/positionsIn';

describe('positions in a text', () => {
  const places = (text: string): string[] => {
    const positionAt = positionsIn(text);
    return Array.from({ length: text.length + 1 }, (_, offset) => {
      const { line, character } = positionAt(offset);
      return `${line}:${character}`;
    });
  };

  it('count lines by each kind of line ending', () => {
    assert.deepEqual(places('a\r\n\rb\n'), ['0:0', '0:1', '0:2', '1:0', '2:0', '2:1', '3:0']);
  });

  it('count characters in UTF-16 units, a byte order mark among them', () => {
    assert.deepEqual(places('\ufeff😀'), ['0:0', '0:1', '0:2', '0:3']);
    assert.deepEqual(places(''), ['0:0']);
  });
});
