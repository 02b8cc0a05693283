import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { runSliced } from '../../src/core/sliced';

describe('sliced work', () => {
  /** As many steps as said, of two milliseconds each. */
  function* steps(count: number): Generator<void, number> {
    for (let done = 0; done < count; done++) {
      for (const end = performance.now() + 2; performance.now() < end; );
      yield;
    }
    return count;
  }

  it('lets files be read meanwhile, also where several go on at once', async () => {
    let isDone = false;
    let read = 0;
    const reading = (async () => {
      while (!isDone) {
        await stat(__filename);
        read++;
      }
    })();
    const results = await Promise.all([60, 60, 60].map(count => runSliced(steps(count), { slice: 2 })));
    isDone = true;
    await reading;
    assert.deepEqual(results, [60, 60, 60]);
    assert.ok(read > 5, `${read} times`);
  });

  it('stops with the reason of its signal', async () => {
    const stop = new AbortController();
    const work = runSliced(steps(1e9), { signal: stop.signal });
    stop.abort(new Error('enough'));
    await assert.rejects(work, /enough/);
  });
});
