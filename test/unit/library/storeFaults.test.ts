import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LibraryFile } from '../../../src/core/library/libraryFile';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { makePost } from '../../fakes';
import { type Fault, FaultyDisk } from '../../faultyDisk';
import { figure } from '../../figure';

const old =
  '[\n{"id":"a","type":"post-weblog","title":"A"},\n{"id":"b","type":"post-weblog","title":"B"}\n]\n';
const fresh = `${old.slice(0, -3)},\n{"id":"c","type":"post-weblog","title":"Title of c"}\n]\n`;

const messages: Record<Exclude<Fault, 'stop'>, RegExp> = {
  ENOSPC: /^the disk is full$/,
  EDQUOT: /^the disk space that you may use is full$/,
  EFBIG: /^the file would be larger than this computer allows$/,
  EACCES: /^permission is denied$/,
  EROFS: /^the disk can only be read$/,
  EIO: /^the disk has a fault$/,
  EMFILE: /^too many files are open$/,
};

describe('a save of which one file operation goes wrong', function () {
  this.timeout(60_000);
  let folder: string;
  let path: string;
  let disk: FaultyDisk;
  let saves = 0;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-'));
    path = join(folder, 'library.json');
    disk = new FaultyDisk();
  });
  after(async () => {
    disk.restore();
    await rm(folder, { recursive: true });
    figure('faults', `${saves} saves of which one file operation stopped or failed, the library unharmed`);
  });

  const add = () =>
    new LibraryFile(pathToFileURL(path).href, nodeFileSystem, 0).update(posts =>
      posts.some(({ id }) => id === 'c') ? posts : [...posts, makePost({ id: 'c' })],
    );
  const now = () => readFileSync(path, 'utf8');

  /** Fails once at each operation of a save; `check` gets the error, `undefined` where the save came through. */
  async function eachOperation(
    fault: Fault,
    check: (error: Error | undefined, operation: string) => void | Promise<void>,
  ): Promise<string[]> {
    const failed: string[] = [];
    for (let at = 0; ; at++) {
      writeFileSync(path, old);
      disk.failAt(at, fault);
      const error = await add().then(
        () => undefined,
        (reason: Error) => reason,
      );
      const operation = disk.calls[at];
      disk.failAt(Number.POSITIVE_INFINITY, fault);
      if (operation === undefined) return failed;
      failed.push(operation);
      await check(error, `${fault} at ${at}, ${operation}`);
      saves++;
    }
  }

  it('stops there with the old library or the new one, never another', async () => {
    const operations = await eachOperation('stop', async (error, operation) => {
      assert.ok(now() === old || now() === fresh, operation);
      if (!error) assert.equal(now(), fresh, operation);
      const { posts, writable } = await new LibraryFile(pathToFileURL(path).href, nodeFileSystem, 0).read();
      assert.ok(writable && posts.length >= 2, operation);
      await add(); // the one that stopped is in nobody's way
      assert.equal(now(), fresh, operation);
    });
    for (const name of ['open', 'file.writeFile', 'file.sync', 'rename'])
      assert.ok(operations.includes(name), name);
    const left = (await readdir(folder)).filter(name => name.endsWith('.tmp'));
    assert.ok(left.length > 0, 'a process that stops leaves its temporary file');
    for (const name of left) await rm(join(folder, name));
  });

  for (const [fault, message] of Object.entries(messages)) {
    it(`says so and leaves the library as it was: ${fault}`, async () => {
      let told = 0;
      await eachOperation(fault as Fault, async (error, operation) => {
        assert.equal(now(), error ? old : fresh, operation);
        if (!error) return;
        told++;
        assert.match(error.message, message, operation);
        assert.deepEqual(await readdir(folder), ['library.json'], operation);
      });
      assert.ok(told >= 5, `${told}`);
    });
  }
});
