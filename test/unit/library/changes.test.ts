import assert from 'node:assert/strict';
import { comparing } from '../../../src/core/library/changes';
import { runWhole } from '../../../src/core/sliced';

describe('what changed in a list', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(name => ({ name }));
  const compare = (before: unknown[], after: unknown[]) =>
    runWhole(comparing(before as object[], after as object[]));

  it('is what came, what went, and what is another object now', () => {
    assert.deepEqual(compare([a, b, c], [a, d, c]), { added: [d], gone: [b] });
    const again = { ...b };
    const { added, gone } = compare([a, b, c], [a, again, c]);
    assert.ok(added[0] === again && gone[0] === b && added.length + gone.length === 2);
    assert.deepEqual(compare([], [a, b]), { added: [a, b], gone: [] });
    assert.deepEqual(compare([a, b], []), { added: [], gone: [a, b] });
  });

  it('is nothing where only the order is another', () => {
    assert.deepEqual(compare([a, b, c, d], [d, b, a, c]), { added: [], gone: [] });
  });

  it('takes few steps where little changed in a long list', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    const after = before.map(item => (item.index === 70_000 ? { ...item } : item));
    let steps = 0;
    for (const work = comparing(before, after); !work.next().done; ) steps++;
    assert.ok(steps < 10, `${steps} steps`);
  });
});
