import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { addRecords } from '../../src/core/library';
import { DamagedLibraryError, LibraryFile, readLibrary } from '../../src/core/libraryFile';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { MemoryFileSystem, makePost } from '../fakes';

const uri = 'memory:/library.json';

describe('the library file', () => {
  it('is an empty library while there is none', async () => {
    const file = new LibraryFile(uri, new MemoryFileSystem());
    assert.deepEqual(await file.read(), { posts: [], problems: [], writable: true });
  });

  it('keeps what another window wrote since it was read', async () => {
    const fileSystem = new MemoryFileSystem();
    const [mine, theirs] = [new LibraryFile(uri, fileSystem), new LibraryFile(uri, fileSystem)];
    await mine.update(posts => [...posts, makePost({ id: 'a' })]);
    await Promise.all([
      mine.update(posts => [...posts, makePost({ id: 'b' })]),
      theirs.update(posts => [...posts, makePost({ id: 'c' })]),
    ]);
    assert.deepEqual(
      (await mine.read()).posts.map(post => post.id),
      ['a', 'b', 'c'],
    );
  });

  it('is never written over while part of it cannot be read', async () => {
    const damaged = '[\n{"id":"a","title":"A"},\n{"id":"b","ti\n]\n';
    const fileSystem = new MemoryFileSystem({ [uri]: damaged });
    const file = new LibraryFile(uri, fileSystem);
    assert.deepEqual(
      (await file.read()).posts.map(post => post.id),
      ['a'],
    );
    await assert.rejects(
      file.update(posts => posts),
      DamagedLibraryError,
    );
    assert.equal(fileSystem.files.get(uri), damaged);
    const copy = await file.repair(new Date(0));
    assert.equal(fileSystem.files.get(copy), damaged);
    assert.deepEqual((await file.read()).writable, true);
  });

  it('keeps two posts that two branches gave one key', () => {
    const text =
      '[\n{"id":"lee2020caches","title":"Caches","URL":"https://a.example/"},\n{"id":"lee2020caches","title":"Caches","URL":"https://b.example/"}\n]\n';
    const { posts } = readLibrary(text, uri);
    assert.deepEqual(
      posts.map(post => post.url),
      ['https://a.example/', 'https://b.example/'],
    );
    assert.equal(posts[0]?.id, 'lee2020caches');
    assert.notEqual(posts[1]?.id, 'lee2020caches');
  });

  it('reads the same entry on both sides of a merge as one post', () => {
    const line = '{"id":"a","title":"A"}';
    assert.equal(readLibrary(`[\n${line},\n${line}\n]`, uri).posts.length, 1);
  });
});

describe('the library file on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made with its folder, and leaves nothing beside it', async () => {
    const path = join(folder, 'new', 'library.json');
    const file = new LibraryFile(pathToFileURL(path).href, nodeFileSystem);
    await file.update(() => [makePost({ id: 'a' })]);
    assert.match(await readFile(path, 'utf8'), /^\[\n\{"id":"a".*\}\n\]\n$/);
    assert.deepEqual(await readdir(join(folder, 'new')), ['library.json']);
  });

  it('keeps every post that two processes add at once, each under a key of its own', async () => {
    const path = join(folder, 'library.json');
    await writeFile(path, '[]\n');
    const script = join(__dirname, '..', 'fixtures', 'addPosts.ts');
    const add = (name: string) =>
      promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        script,
        pathToFileURL(path).href,
        name,
        '20',
      ]);
    await Promise.all([add('left'), add('right')]);
    const { posts } = await new LibraryFile(pathToFileURL(path).href, nodeFileSystem).read();
    assert.equal(posts.length, 40);
    assert.equal(new Set(posts.map(post => post.id)).size, 40);
    assert.deepEqual(addRecords(posts, posts).added, []);
  }).timeout(60_000);
});
