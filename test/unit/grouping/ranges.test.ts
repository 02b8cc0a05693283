import assert from 'node:assert/strict';
import { ranges } from '../../../src/core/grouping/ranges';

const cut = (labels: readonly string[], size: number) =>
  ranges(labels, label => label, size).map(({ first, last, items }) => [first, last, items.length]);

describe('ranges', () => {
  it('are named by the shortest beginnings that tell neighbours apart', () => {
    assert.deepEqual(cut(['Abel', 'Brahms', 'Britten', 'Dvořák'], 2), [
      ['A', 'Bra', 2],
      ['Bri', 'D', 2],
    ]);
  });

  it('are of about the same length, and none is longer than asked', () => {
    const labels = Array.from({ length: 1001 }, (_, index) => String(index).padStart(4, '0'));
    const lengths = cut(labels, 300).map(([, , length]) => length as number);
    assert.deepEqual(lengths, [250, 251, 250, 250]);
  });

  it('hold every item once, in order', () => {
    const labels = ['a', 'a', 'a', 'b', 'ä', 'z'];
    assert.deepEqual(
      ranges(labels, label => label, 2).flatMap(({ items }) => items),
      labels,
    );
  });

  it('name a label in full where a neighbour has it too', () => {
    assert.deepEqual(cut(['Lee', 'Lee', 'Lee', 'Lee'], 2), [
      ['L', 'Lee', 2],
      ['Lee', 'L', 2],
    ]);
  });
});
