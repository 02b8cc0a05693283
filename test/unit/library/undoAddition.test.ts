import assert from 'node:assert/strict';
import { addRecords } from '../../../src/core/library/library';
import { undoAddition } from '../../../src/core/library/undoAddition';
import { sameValue } from '../../../src/core/sameValue';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

describe('undoing an addition', () => {
  const before = [makePost({ id: 'old', title: 'Old', url: 'https://example.com/old' })];
  const records = [
    { title: 'Old', author: [], keywords: ['caching'], url: 'https://example.com/old' },
    { title: 'New', author: [], keywords: [] },
    { title: 'Newer', author: [], keywords: [] },
  ];
  const addition = addRecords(before, records);

  it('takes away what was added, and what was learned', () => {
    assert.deepEqual(runWhole(undoAddition(addition.posts, addition)), before);
  });

  it('gives back posts as they were before the first of the records that they learned from', () => {
    const more = [...records, { ...records[0]!, keywords: [], abstract: 'More.', language: 'en' }];
    const twice = addRecords(before, [{ ...records[0]!, keywords: [], language: 'en' }, ...more]);
    assert.deepEqual(twice.enriched.length, 1);
    assert.deepEqual(runWhole(undoAddition(twice.posts, twice)), before);
  });

  it('takes a step for each post', () => {
    const many = Array.from({ length: 500 }, (_, index) => makePost({ id: `p${index}` }));
    let steps = 0;
    for (const _ of undoAddition(many, addition)) steps++;
    assert.equal(steps, 500);
  });

  it('leaves posts that were changed, added or removed since as they are', () => {
    const [old, added] = addition.posts;
    const edited = { ...added!, title: 'Edited' };
    const later = makePost({ id: 'later' });
    assert.deepEqual(runWhole(undoAddition([old!, edited, later], addition)), [before[0], edited, later]);
  });
});

describe('values that say the same', () => {
  it('are told from others, whatever the order of their fields', () => {
    assert.ok(sameValue({ a: [1, { b: 'x' }], c: undefined }, { c: undefined, a: [1, { b: 'x' }] }));
    assert.ok(!sameValue({ a: [1] }, { a: [1, 2] }));
    assert.ok(!sameValue({ a: 1 }, { b: 1 }));
    assert.ok(!sameValue([], {}));
    assert.ok(!sameValue(null, {}));
  });
});
