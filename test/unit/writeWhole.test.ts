import assert from 'node:assert/strict';
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '../../src/node/writeWhole';

describe('writing a whole file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-'));
    path = join(folder, 'library.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('ends with what was written last, however many writes are under way', async () => {
    const writes = Array.from({ length: 30 }, (_, index) => writeWhole(path, Buffer.from(`${index}`)));
    await Promise.all(writes);
    assert.equal(await readFile(path, 'utf8'), '29');
    assert.deepEqual(await readdir(folder), ['library.json']);
  });

  it('goes on after one that failed', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, '');
    const [first, second] = [0, 1].map(() => writeWhole(join(blocked, 'a'), Buffer.from('')));
    await assert.rejects(first!, /^Error: part of its path is a file$/);
    await assert.rejects(second!, /^Error: part of its path is a file$/);
  });

  const isWindows = process.platform === 'win32';
  it(`keeps a link a link, and the mode of the file${isWindows ? ' (skipped: Windows has neither)' : ''}`, async function () {
    if (isWindows) this.skip();
    const shared = join(folder, 'shared');
    await writeWhole(join(shared, 'posts.json'), Buffer.from('[]'));
    await chmod(join(shared, 'posts.json'), 0o640);
    await symlink(join(shared, 'posts.json'), path);
    await writeWhole(path, Buffer.from('[1]'));
    assert.ok((await lstat(path)).isSymbolicLink());
    assert.equal(await readFile(join(shared, 'posts.json'), 'utf8'), '[1]');
    assert.equal((await stat(path)).mode & 0o777, 0o640);
    assert.deepEqual(await readdir(shared), ['posts.json']);
  });
});
