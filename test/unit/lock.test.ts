import assert from 'node:assert/strict';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem } from '../../src/node/fileSystem';

describe('the lock of a file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await promises.mkdtemp(join(tmpdir(), 'byline-'));
    file = join(folder, 'library.json');
  });
  afterEach(() => promises.rm(folder, { recursive: true }));

  /** Makes it as a process would that died a minute ago. */
  async function leave(name: string): Promise<void> {
    await promises.mkdir(join(folder, name));
    const then = Date.now() / 1000 - 60;
    await promises.utimes(join(folder, name), then, then);
  }

  it('is held by one at a time, also when all that wait see that it was left behind', async () => {
    await leave('library.json.lock');
    // Others get their turn between seeing that and removing it, and each is slower than the last one.
    const { rmdir } = promises;
    let removals = 0;
    promises.rmdir = async path => {
      if (String(path).endsWith('.lock')) await sleep(50 * ++removals);
      return rmdir(path);
    };
    syncBuiltinESMExports();
    let [holders, most, turns] = [0, 0, 0];
    const hold = () =>
      nodeFileSystem.withLock(pathToFileURL(file).href, async () => {
        most = Math.max(most, ++holders);
        await sleep(80);
        holders--;
        turns++;
      });
    try {
      await Promise.all(Array.from({ length: 6 }, hold));
    } finally {
      promises.rmdir = rmdir;
      syncBuiltinESMExports();
    }
    assert.deepEqual([most, turns, removals], [1, 6, 1]);
    assert.deepEqual(await promises.readdir(folder), []);
  }).timeout(20_000);

  it('is taken over though a process died while it did so', async () => {
    await leave('library.json.lock');
    await leave('library.json.lock.stale');
    assert.equal(await nodeFileSystem.withLock(pathToFileURL(file).href, async () => 'done'), 'done');
    assert.deepEqual(await promises.readdir(folder), []);
  });
});
