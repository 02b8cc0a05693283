import assert from 'node:assert/strict';
import { type Job, runPolitely } from '../../../src/core/sources/runPolitely';

/** Takes some ms, and notes each time that it begins and that it is done. */
function job(name: string, ms: number, log: string[], host = name): Job {
  return {
    hosts: [host],
    run: signal =>
      new Promise((resolve, reject) => {
        log.push(`${name} begins`);
        const timer = setTimeout(() => {
          log.push(name);
          resolve();
        }, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      }),
  };
}

const jobs = (count: number, name: string, ms: number, log: string[], host?: string) =>
  Array.from({ length: count }, (_, at) => job(`${name}${at}`, ms, log, host));

describe('work on many hosts', () => {
  it('that takes long gives way to what waits, and is done last', async () => {
    const log: string[] = [];
    await runPolitely([...jobs(10, 'slow', 400, log), ...jobs(20, 'quick', 2, log)], undefined, 60);
    const done = log.filter(line => !line.includes('begins'));
    assert.equal(done.length, 30);
    assert.ok(
      done.slice(0, 20).every(name => name.startsWith('quick')),
      done.join(' '),
    );
    const begun = log.filter(line => /^slow\d begins/.test(line)).length;
    assert.ok(begun > 10, `${begun} begun, none anew`);
  });

  it('is not begun twice where nobody waits for its place', async () => {
    const log: string[] = [];
    await runPolitely(jobs(8, 'slow', 200, log), undefined, 20);
    assert.equal(log.filter(line => line.includes('begins')).length, 8);
  });

  it('is no longer begun twice where all are slow', async () => {
    const log: string[] = [];
    await runPolitely(jobs(80, 'slow', 100, log), undefined, 60);
    const begun = log.filter(line => line.includes('begins')).length;
    // 16 twice; more only where the machine itself stops for a while.
    assert.ok(begun < 130, `${begun} begun`);
  });

  it('gives way to work on the same host too', async () => {
    const log: string[] = [];
    await runPolitely([...jobs(2, 'slow', 300, log, 'a'), ...jobs(3, 'quick', 2, log, 'a')], undefined, 50);
    const done = log.filter(line => !line.includes('begins'));
    assert.deepEqual(done.slice(0, 3).sort(), ['quick0', 'quick1', 'quick2']);
  });

  it('goes on with other hosts while one is busy', async () => {
    const log: string[] = [];
    await runPolitely([...jobs(6, 'busy', 20, log, 'a'), ...jobs(3, 'free', 2, log)]);
    const done = log.filter(line => !line.includes('begins'));
    assert.deepEqual(done.slice(0, 3).sort(), ['free0', 'free1', 'free2']);
  });

  it('is stopped all at once', async () => {
    const log: string[] = [];
    const controller = new AbortController();
    const running = runPolitely(jobs(20, 'slow', 1000, log), controller.signal);
    controller.abort(new Error('stopped'));
    await assert.rejects(running, /stopped/);
    assert.equal(log.length, 8);
    await assert.rejects(async () => runPolitely([], controller.signal), /stopped/);
  });

  it('ends with what went wrong in it', async () => {
    const log: string[] = [];
    const bad: Job = { hosts: [], run: async () => Promise.reject(new Error('broken')) };
    await assert.rejects(runPolitely([...jobs(3, 'slow', 1000, log), bad]), /broken/);
  });

  it('may be none', () => runPolitely([]));
});
