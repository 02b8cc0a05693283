import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { addRecords } from '../../../src/core/library/library';
import { DamagedLibraryError, LibraryFile, readLibrary } from '../../../src/core/library/libraryFile';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { MemoryFileSystem, makePost } from '../../fakes';

const uri = 'memory:/library.json';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the library file', () => {
  it('is an empty library while there is none', async () => {
    const file = new LibraryFile(uri, new MemoryFileSystem());
    assert.deepEqual(await file.read(), {
      posts: [],
      problems: [],
      writable: true,
      stamp: undefined,
    });
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
    const { posts, problems, writable } = readLibrary(bytes(text), uri);
    assert.deepEqual(
      posts.map(post => [post.id, post.url]),
      [
        ['lee2020caches', 'https://a.example/'],
        ['lee2020cachesa', 'https://b.example/'],
      ],
    );
    assert.deepEqual(problems, [
      { code: 'renamedKey', source: uri, detail: 'lee2020caches → lee2020cachesa' },
    ]);
    assert.ok(writable);
  });

  it('joins what two branches said of one post, and of one that got a key like another', () => {
    const lines = [
      '{"id":"a","title":"A","URL":"https://a.example/"}',
      '{"id":"a","title":"B","URL":"https://b.example/","DOI":"10/1"}',
      '{"id":"aa","title":"Other"}',
      '{"id":"a","title":"A","URL":"http://www.a.example","abstract":"More."}',
      '{"id":"a","title":"B","URL":"https://b.example","volume":3}',
    ];
    const { posts } = readLibrary(bytes(`[\n${lines.join(',\n')}\n]`), uri);
    assert.deepEqual(
      posts.map(post => [post.id, post.title, post.abstract, post.extra]),
      [
        ['a', 'A', 'More.', undefined],
        ['ab', 'B', undefined, { DOI: '10/1', volume: 3 }],
        ['aa', 'Other', undefined, undefined],
      ],
    );
  });

  it('keeps entries that are no posts, on saving and on repairing', async () => {
    const untitled = '{"id":"b","type":"book","author":"Ann  Lee"}';
    const fileSystem = new MemoryFileSystem({ [uri]: `[\n${untitled}\n]\n` });
    const file = new LibraryFile(uri, fileSystem);
    assert.deepEqual(
      (await file.read()).problems.map(({ code }) => code),
      ['untitledEntry'],
    );
    await file.update(posts => [...posts, makePost({ id: 'a' })]);
    assert.equal(fileSystem.files.get(uri)?.split('\n')[2], untitled);
    fileSystem.files.set(uri, `[\n${untitled}\n{"id":"a","title":"A"}\n<<<<<<< ours\n]\n`);
    await file.repair(new Date(0));
    assert.equal(fileSystem.files.get(uri)?.split('\n')[2], untitled);
  });

  it('stays as it was when nothing changes but what Byline cannot hold', async () => {
    const items = [
      { id: 1, type: 'webpage', title: 'One', issued: { raw: '2020' }, note: 'a: 1\nb: 2' },
      {
        id: 2,
        type: 'book',
        title: 'Two',
        author: [{ family: 'Lee', 'comma-suffix': true }],
        URL: 'ftp://x',
      },
    ];
    const fileSystem = new MemoryFileSystem({ [uri]: JSON.stringify(items, undefined, 2) });
    await new LibraryFile(uri, fileSystem).update(posts => posts);
    assert.deepEqual(JSON.parse(fileSystem.files.get(uri)!), items);
  });

  it('reads the same entry on both sides of a merge as one post', () => {
    const line = '{"id":"a","title":"A"}';
    assert.equal(readLibrary(bytes(`[\n${line},\n${line}\n]`), uri).posts.length, 1);
  });
});

describe('reading a library file again', () => {
  const lines = ['{"id":"a","title":"A"}', '{ "id": "b",  "title": "B" }', '{"id":"c","title":"C"}'];
  const text = (...items: string[]) => `[\n${items.join(',\n')}\n]\n`;
  let fileSystem: MemoryFileSystem;
  let file: LibraryFile;
  beforeEach(() => {
    fileSystem = new MemoryFileSystem({ [uri]: text(...lines) });
    file = new LibraryFile(uri, fileSystem);
  });

  it('gives the same objects for lines that did not change, wherever they stand', async () => {
    const { posts } = await file.read();
    fileSystem.files.set(
      uri,
      text(lines[2]!, '{"id":"a","title":"New"}', '{"id":"x","title":"X"}', lines[1]!),
    );
    const again = await file.read();
    assert.deepEqual(
      again.posts.map(({ id, title }) => [id, title]),
      [
        ['c', 'C'],
        ['a', 'New'],
        ['x', 'X'],
        ['b', 'B'],
      ],
    );
    assert.deepEqual(
      again.posts.map(post => posts.indexOf(post)),
      [2, -1, -1, 1],
    );
  });

  it('gives the same objects amid the markers of a conflict, and after it', async () => {
    const { posts } = await file.read();
    fileSystem.files.set(
      uri,
      `[\n${lines[0]},\n<<<<<<< ours\n${lines[1]},\n=======\n>>>>>>> theirs\n${lines[2]}\n]\n`,
    );
    const damaged = await file.read();
    assert.ok(!damaged.writable && damaged.posts.every((post, index) => post === posts[index]));
    fileSystem.files.set(uri, text(...lines));
    assert.ok((await file.read()).posts.every((post, index) => post === posts[index]));
  });

  it('gives the same objects for posts that the file gives no key', async () => {
    fileSystem.files.set(
      uri,
      text('{"title":"One"}', '{"title":"Two"}', '{"id":"a","title":"A"}', '{"id":"a","title":"B"}'),
    );
    const { posts } = await file.read();
    assert.equal(new Set(posts.map(({ id }) => id)).size, 4);
    assert.ok((await file.read()).posts.every((post, index) => post === posts[index]));
  });

  it('gives, after a change, what the file says then, and the same again when it is read', async () => {
    const { posts } = await file.read();
    const added = makePost({ id: 'aa', title: ' Two  words ', keywords: ['one, two'] });
    const changed = await file.update(all => [...all, added]);
    assert.deepEqual(
      changed.posts.map(({ id, title, keywords }) => [id, title, keywords.length]),
      [
        ['a', 'A', 0],
        ['aa', 'Two words', 2],
        ['b', 'B', 0],
        ['c', 'C', 0],
      ],
    );
    assert.ok(posts.every(post => changed.posts.includes(post)));
    assert.ok((await file.read()).posts.every((post, index) => post === changed.posts[index]));
  });

  it('leaves the lines of other posts as they are when one changes', async () => {
    await file.update(all => all.map(post => (post.id === 'a' ? { ...post, title: 'New' } : post)));
    assert.deepEqual(fileSystem.files.get(uri)?.split('\n').slice(1, 4), [
      '{"id":"a","type":"post-weblog","title":"New"},',
      `${lines[1]},`,
      lines[2],
    ]);
  });

  it('writes posts one a line that stood in another form, in the order of their keys', async () => {
    fileSystem.files.set(uri, JSON.stringify(lines.map(line => JSON.parse(line)).reverse(), undefined, 2));
    await file.update(all => [...all]);
    assert.deepEqual(
      fileSystem.files
        .get(uri)
        ?.split('\n')
        .slice(1, 4)
        .map(line => JSON.parse(line.replace(/,$/, '')).id),
      ['a', 'b', 'c'],
    );
  });

  it('writes the same bytes as from scratch, whatever came, went and moved', async () => {
    const json = (id: string, title: string) => `{"id":"${id}","type":"post-weblog","title":"${title}"}`;
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ab'), fc.constantFrom('One', 'Two'));
    const hasty = new LibraryFile(uri, fileSystem, 0);
    const entries = fc.uniqueArray(entry, { selector: ([id]) => id });
    await fc.assert(
      fc.asyncProperty(
        entries,
        entries,
        fc.constantFrom(',', ',\n', ',\r\n', ' , \n'),
        fc.boolean(),
        async (before, after, between, isWrapped) => {
          const items = (all: typeof before, separator: string) =>
            all.map(([id, title]) => json(id, title)).join(separator);
          const [head, tail] = isWrapped ? ['{"items":', '}'] : ['', ''];
          fileSystem.files.set(uri, `${head}[${items(before, between)}]${tail}`);
          const { posts } = await hasty.update(all =>
            after.map(
              ([id, title]) =>
                all.find(post => post.id === id && post.title === title) ?? makePost({ id, title }),
            ),
          );
          const sorted = [...after].sort(([a], [b]) => (a < b ? -1 : 1));
          const text = sorted.length ? `[\n${items(sorted, ',\n')}\n]` : '[]';
          assert.equal(fileSystem.files.get(uri), `${head}${text}${tail}\n`);
          assert.deepEqual(
            posts.map(({ id, title }) => [id, title]),
            sorted,
          );
        },
      ),
    );
  });

  it('takes changes that are worked out in steps', async () => {
    const { posts } = await file.update(function* (all) {
      yield;
      return all.slice(1);
    });
    assert.deepEqual(
      posts.map(({ id }) => id),
      ['b', 'c'],
    );
  });

  it('gives the posts of the file when a write fails, as if nothing had been changed', async () => {
    fileSystem.write = () => Promise.reject(new Error('disk full'));
    await assert.rejects(
      file.update(all => [...all, makePost({ id: 'd' })]),
      /disk full/,
    );
    assert.deepEqual(
      (await file.read()).posts.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
  });
});

describe('a library file that another program writes without taking the lock', () => {
  const text = '[\n{"id":"a","title":"A"},\n{"id":"b","title":"Zoë"},\n{"id":"c","title":"C"}\n]\n';
  const whole = bytes(text);
  const cut = (mark: string, more = 0) =>
    whole.subarray(0, bytes(text.slice(0, text.indexOf(mark))).length + more);
  const states = {
    'in the middle of a post': cut('title":"Z'),
    'at the end of a line': cut('{"id":"c"'),
    'within a character': cut('ë', 1),
    'before the first byte': new Uint8Array(),
    'while there is none': undefined,
  };
  let fileSystem: MemoryFileSystem;
  let file: LibraryFile;
  let now: Uint8Array | undefined;
  beforeEach(async () => {
    fileSystem = new MemoryFileSystem();
    now = whole;
    fileSystem.read = async () => now;
    fileSystem.stamp = async () => now && `${now.length}`;
    fileSystem.write = async (_, written) => {
      now = written;
    };
    file = new LibraryFile(uri, fileSystem, 40);
    await file.read();
  });
  const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);
  const add = (id: string) => file.update(posts => [...posts, makePost({ id })]);
  const writeLater = (state: Uint8Array | undefined) => {
    now = state;
    setTimeout(() => {
      now = whole;
    }, 15);
  };

  for (const [name, state] of Object.entries(states)) {
    it(`is read when it is whole again: seen ${name}`, async () => {
      writeLater(state);
      const { posts, problems, stamp } = await file.read();
      assert.deepEqual([ids(posts), problems, stamp], [['a', 'b', 'c'], [], `${whole.length}`]);
    });

    it(`keeps what that program writes when posts are added: seen ${name}`, async () => {
      writeLater(state);
      assert.deepEqual(ids((await add('d')).posts), ['a', 'b', 'c', 'd']);
    });
  }

  it('keeps what it wrote while a change was worked out', async () => {
    let times = 0;
    const { posts } = await file.update(all => {
      if (times++ === 0) now = bytes(text.replace('"a"', '"other"'));
      return [...all, makePost({ id: 'd' })];
    });
    assert.deepEqual([ids(posts), times], [['b', 'c', 'd', 'other'], 2]);
  });

  it('is not changed while that program does not come to an end', async () => {
    let size = 0;
    fileSystem.stamp = async () => `${size++}`;
    file = new LibraryFile(uri, fileSystem, 1);
    await assert.rejects(add('d'), /^Error: another program is writing it$/);
    assert.equal(now, whole);
  });

  it('is empty, and gone, where it stays so', async () => {
    for (const state of [new Uint8Array(), undefined]) {
      now = state;
      assert.deepEqual((await file.read()).posts, []);
    }
    assert.deepEqual(ids((await add('d')).posts), ['d']);
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

  it('is neither read nor written while it is not UTF-8', async () => {
    const path = join(folder, 'library.json');
    const bytes = Buffer.from('[{"id":"a","title":"Zoë"}]', 'latin1');
    await writeFile(path, bytes);
    const file = new LibraryFile(pathToFileURL(path).href, nodeFileSystem);
    await assert.rejects(file.read(), /^Error: it is not UTF-8; save it as UTF-8$/);
    await assert.rejects(file.update(() => []));
    assert.deepEqual(await readFile(path), bytes);
  });

  it('has another stamp when it is another file', async () => {
    const path = join(folder, 'library.json');
    const { href } = pathToFileURL(path);
    assert.equal(await nodeFileSystem.stamp(href), undefined);
    await writeFile(path, '[]');
    const stamp = await nodeFileSystem.stamp(href);
    assert.equal(await nodeFileSystem.stamp(href), stamp);
    await writeFile(path, '[ ]');
    assert.notEqual(await nodeFileSystem.stamp(href), stamp);
  });

  it('has another stamp when one of the same size and time takes its place', async () => {
    const [path, other] = [join(folder, 'library.json'), join(folder, 'other.json')];
    await writeFile(path, '[1]');
    await writeFile(other, '[2]');
    for (const each of [path, other]) await utimes(each, 1000, 1000);
    const { href } = pathToFileURL(path);
    const stamp = await nodeFileSystem.stamp(href);
    await rename(other, path);
    assert.notEqual(await nodeFileSystem.stamp(href), stamp);
  });

  it('can be changed while another process takes the lock for left behind', async () => {
    const path = join(folder, 'library.json');
    const { href } = pathToFileURL(path);
    await nodeFileSystem.withLock(href, async () => {
      await rm(`${path}.lock`, { recursive: true });
      // Longer than it takes until the lock is looked after.
      await new Promise(resolve => setTimeout(resolve, 5500));
    });
    await nodeFileSystem.withLock(href, async () => {});
  }).timeout(30_000);

  it('keeps every post that two processes add at once, each under a key of its own', async () => {
    const path = join(folder, 'library.json');
    await writeFile(path, '[]\n');
    const script = join(__dirname, '../..', 'fixtures', 'addPosts.ts');
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
