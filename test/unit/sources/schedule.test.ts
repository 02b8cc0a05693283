import assert from 'node:assert/strict';
import { backOff, dueAt, isDue, longestOf, mayAsk } from '../../../src/core/sources/schedule';
import { newState, type SourceState } from '../../../src/core/sources/state';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 23);
const state = (fields: Partial<SourceState>): SourceState => ({ ...newState, ...fields });

describe('a source is due', () => {
  it('at once when it was never asked', () => {
    assert.ok(isDue(newState, 6, now));
  });

  it('at once when a part of it was never asked', () => {
    assert.ok(isDue(state({ checked: now, isPartial: true, notBefore: now + hour }), 6, now));
    assert.ok(!isDue(state({ checked: now, isPartial: true }), 0, now));
  });

  it('an interval after it was asked', () => {
    assert.equal(dueAt(state({ checked: now }), 6), now + 6 * hour);
    assert.ok(!isDue(state({ checked: now - 6 * hour + 1 }), 6, now));
    assert.ok(isDue(state({ checked: now - 6 * hour }), 6, now));
  });

  it('never within an hour, however short the interval', () => {
    assert.equal(dueAt(state({ checked: now }), 0.01), now + hour);
    assert.equal(dueAt(state({ checked: now, failures: 1, notBefore: now + 5 }), 0.01), now + hour);
  });

  it('later when the server wants it so', () => {
    assert.equal(dueAt(state({ checked: now, notBefore: now + 9 * hour }), 6), now + 9 * hour);
    assert.equal(dueAt(state({ checked: now, notBefore: now + 2 * hour }), 6), now + 6 * hour);
  });

  it('when the back-off is over once it failed, sooner than the interval at first', () => {
    const failed = state({ checked: now, failures: 1, notBefore: now + backOff(1, 0) });
    assert.equal(dueAt(failed, 24), now + hour);
  });

  it('never where it is gone, or only refreshed by hand', () => {
    assert.equal(dueAt(state({ checked: now, isGone: true }), 6), undefined);
    assert.equal(dueAt(newState, 0), undefined);
    assert.ok(!isDue(newState, 0, now));
  });

  it('when its state is from a future that has not come', () => {
    assert.ok(isDue(state({ checked: now + 1000 * hour, notBefore: now + 1001 * hour }), 6, now));
    assert.ok(mayAsk(state({ checked: now + 1000 * hour, retryAt: now + 1001 * hour }), now));
  });
});

describe('a source is asked by hand', () => {
  it('though it is not due, has failed or is gone', () => {
    assert.ok(mayAsk(newState, now));
    assert.ok(mayAsk(state({ checked: now, notBefore: now + hour, failures: 9, isGone: true }), now));
  });

  it('only after the time that the server asked for, but for no more than an hour', () => {
    const waiting = state({ checked: now, retryAt: now + hour / 2 });
    assert.ok(!mayAsk(waiting, now + hour / 2 - 1));
    assert.ok(mayAsk(waiting, now + hour / 2));
    assert.ok(mayAsk(state({ checked: now, retryAt: now + 24 * hour }), now + hour));
  });
});

describe('after failures', () => {
  it('the wait doubles from an hour to two days', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map(failures => backOff(failures, 0) / hour);
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 48, 48, 48]);
  });

  it('up to a quarter of it is left off by chance', () => {
    assert.equal(backOff(4, 1), 6 * hour);
    assert.equal(backOff(1, 1), hour);
  });
});

it('a server cannot keep a source from being asked for more than two days', () => {
  assert.equal(longestOf(undefined, 3 * hour, 1000 * hour), 48 * hour);
  assert.equal(longestOf(undefined, -5), 0);
  assert.equal(longestOf(), 0);
});
