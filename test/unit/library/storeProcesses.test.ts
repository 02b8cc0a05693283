import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { LibraryFile } from '../../../src/core/library/libraryFile';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { AddingProcess, bundleAddPosts } from '../../addingProcess';
import { makePost } from '../../fakes';
import { figure, soak } from '../../figure';
import { Random } from '../../fuzz/random';

const kills = soak ? 500 : 20;
const each = soak ? 250 : 25;

describe('the library file and other processes', function () {
  this.timeout(soak ? 3_000_000 : 120_000);
  let folder: string;
  let script: string;
  let library: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-'));
    script = await bundleAddPosts(folder);
  });
  after(() => rm(folder, { recursive: true }));
  let number = 0;
  beforeEach(() => {
    library = join(folder, `${number++}`, 'library.json');
  });

  const read = () => new LibraryFile(pathToFileURL(library).href, nodeFileSystem).read();
  const addresses = async () => new Set((await read()).posts.map(({ url }) => url));
  const beside = async () => (await readdir(join(library, '..'))).filter(name => name !== 'library.json');
  const temporary = async () => (await beside()).filter(name => name.endsWith('.tmp'));

  it(`is whole and holds all that was saved after each of ${kills} kills`, async () => {
    const random = new Random(20261123);
    const saved: string[] = [];
    let locks = 0;
    let acknowledged = 0;
    for (let kill = 0; kill < kills; kill++) {
      const process = new AddingProcess(script, library, String(kill), 1e9);
      await process.first();
      await sleep(random.below(40));
      await process.kill();
      saved.push(...process.saved);
      acknowledged += process.saved.length;
      const [bytes, known] = [await readFile(library, 'utf8'), await addresses()];
      assert.doesNotThrow(() => JSON.parse(bytes), `corrupt after kill ${kill}`);
      assert.deepEqual(
        saved.filter(url => !known.has(url)),
        [],
        `lost after kill ${kill}`,
      );
      // At most the one that it was at when it was killed.
      assert.ok(known.size <= saved.length + kill + 1);
      // The next one would wait for 8 s, which the test after this one does.
      if ((await beside()).includes('library.json.lock')) locks++;
      await rm(`${library}.lock`, { recursive: true, force: true });
      if (saved.length > 500) {
        await rm(library);
        saved.length = 0;
      }
    }
    const left = await temporary();
    for (const name of left) await utimes(join(library, '..', name), 1000, 1000);
    const last = new AddingProcess(script, library, 'last', 1);
    assert.equal(await last.ended, 0);
    assert.deepEqual(await beside(), []);
    figure(
      'kills',
      `${kills}, 0 files corrupt, 0 of ${acknowledged} saved posts lost; ${locks} locks and ${left.length} files left, all cleared`,
    );
  });

  it('can be changed within 10 s after a process was killed that held its lock', async () => {
    let holder = new AddingProcess(script, library, 'holder', 1e9);
    await holder.first();
    await holder.kill();
    while (!(await beside()).includes('library.json.lock')) {
      holder = new AddingProcess(script, library, `again${number++}`, 1e9);
      await holder.first();
      await sleep(number % 17); // until it is killed at the right moment
      await holder.kill();
    }
    const start = Date.now();
    if (!soak) await utimes(`${library}.lock`, start / 1000 - 7, start / 1000 - 7);
    const next = new AddingProcess(script, library, 'next', 1);
    assert.equal(await next.ended, 0);
    const time = Date.now() - start;
    assert.ok(time < 10_000, `${time} ms`);
    figure('lock left behind', `taken over after ${(time / 1000).toFixed(1)} s`);
  });

  it('leaves alone what another process may be writing, and what others keep beside it', async () => {
    await new LibraryFile(pathToFileURL(library).href, nodeFileSystem).update(() => []);
    const names = [
      '.byline-0f8fad5b-d9cb-469f-a165-70867728950e.tmp',
      'library.json.1700000000',
      '.byline-x.tmp',
    ];
    for (const name of names) await writeFile(join(library, '..', name), 'x');
    for (const name of names.slice(1)) await utimes(join(library, '..', name), 1000, 1000);
    const process = new AddingProcess(script, library, 'a', 1);
    assert.equal(await process.ended, 0);
    assert.deepEqual((await beside()).sort(), names.sort());
  });

  for (const count of [2, 4]) {
    it(`keeps all posts that ${count} processes add at once, ${each} each`, async () => {
      const processes = Array.from(
        { length: count },
        (_, index) => new AddingProcess(script, library, String(index), each),
      );
      const start = Date.now();
      assert.deepEqual(
        await Promise.all(processes.map(({ ended }) => ended)),
        processes.map(() => 0),
      );
      const { posts } = await read();
      assert.equal(new Set(posts.map(({ id }) => id)).size, count * each);
      const known = await addresses();
      for (const { saved } of processes) {
        assert.equal(saved.length, each);
        assert.ok(saved.every(url => known.has(url)));
      }
      const time = ((Date.now() - start) / 1000).toFixed(1);
      figure(
        'at once',
        `${count} processes, ${each} posts each: ${posts.length} of ${count * each} kept, ${time} s`,
      );
    });
  }

  const strace = spawnSync('strace', ['-V']).status === 0;
  it(`is flushed before it takes the old one's place, and the folder after that${strace ? '' : ' (skipped: no strace here)'}`, async function () {
    if (!strace) this.skip();
    const log = join(folder, 'strace.log');
    const calls = 'openat,write,pwrite64,fsync,fdatasync,close,rename,renameat,renameat2';
    const { href } = pathToFileURL(library);
    const traced = spawnSync(
      'strace',
      ['-f', '-y', '-e', `trace=${calls}`, '-o', log, process.execPath, script, href, 'a', '1'],
      { encoding: 'utf8' },
    );
    assert.equal(traced.status, 0, traced.stderr);
    const lines = (await readFile(log, 'utf8')).split('\n');
    const line = (pattern: RegExp, after = -1) =>
      lines.findIndex((text, at) => at > after && pattern.test(text));
    const written = line(/\b(?:write|pwrite64)\(\d+<[^>]*\.byline-[^>]*\.tmp>/);
    const flushed = line(/\b(?:fsync|fdatasync)\(\d+<[^>]*\.byline-[^>]*\.tmp>/, written);
    const renamed = line(/\brename\w*\(.*\.byline-[^"]*\.tmp".*library\.json"/, flushed);
    const folderName = basename(join(library, '..'));
    const folderFlushed = line(new RegExp(`\\bfsync\\(\\d+<[^>]*/${folderName}>`), renamed);
    for (const [what, at] of Object.entries({ written, flushed, renamed, folderFlushed })) {
      assert.ok(at >= 0, `not ${what} in its turn`);
    }
    assert.equal(line(/\bwrite\(\d+<[^>]*library\.json>/), -1);
  });

  const shell = spawnSync('sh', ['-c', 'ulimit -f 64']).status === 0;
  it(`is as it was where the system takes only a part of a file${shell ? '' : ' (skipped: no ulimit here)'}`, async function () {
    if (!shell) this.skip();
    const file = new LibraryFile(pathToFileURL(library).href, nodeFileSystem);
    await file.update(() =>
      Array.from({ length: 320 }, (_, index) => makePost({ id: `p${index}`, abstract: 'x'.repeat(50) })),
    );
    const before = await readFile(library);
    const limit = Math.floor(before.length / 512); // in blocks, so that one more post does not fit
    const { href } = pathToFileURL(library);
    // Else the system ends the process in place of telling it.
    const preload = join(folder, 'preload.js');
    await writeFile(preload, "process.on('SIGXFSZ', () => {});");
    const limited = spawnSync(
      'sh',
      ['-c', `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, '-r', preload, script, href, 'a', '20'],
      { encoding: 'utf8' },
    );
    assert.notEqual(limited.status, 0);
    assert.match(limited.stderr, /the file would be larger than this computer allows/);
    const saved = limited.stdout.split('\n').filter(Boolean);
    const { posts } = await file.read();
    assert.equal(posts.length, 320 + saved.length);
    assert.ok((await stat(library)).size >= before.length);
    assert.deepEqual(await temporary(), []);
  });
});
