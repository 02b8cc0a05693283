import assert from 'node:assert/strict';
import { Sequencer } from '../../src/core/sequencer';

describe('a sequencer', () => {
  it('begins a piece of work once the one before has ended, and gives its result', async () => {
    const sequencer = new Sequencer();
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise(resolve => setImmediate(resolve));
      steps.push(`${name} ends`);
      return name;
    };
    assert.deepEqual(await Promise.all(['a', 'b'].map(name => sequencer.queue(work(name)))), ['a', 'b']);
    assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('tells who queued it of a failure, and goes on', async () => {
    const sequencer = new Sequencer();
    const failed = sequencer.queue(() => {
      throw new Error('broken');
    });
    const after = sequencer.queue(() => 'done');
    await assert.rejects(failed, /broken/);
    assert.equal(await after, 'done');
  });

  it('hands the result of no work on to the next', async () => {
    const sequencer = new Sequencer();
    await sequencer.queue(() => 'large');
    assert.deepEqual(await sequencer.queue((...given: readonly unknown[]) => given), [undefined]);
  });
});
