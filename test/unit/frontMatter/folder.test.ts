import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isoDate } from '../../../src/core/date';
import { authorList } from '../../../src/core/name';
import type { FileSystem, Parser } from '../../../src/core/ports';
import { type FolderOptions, readFolder } from '../../../src/core/sources/folder';
import { parse } from '../../../src/core/sources/parse';
import type { SourceReading } from '../../../src/core/sources/reading';
import { nodeFileSystem } from '../../../src/node/fileSystem';
import { type ExpectedPost, sites } from './sites';

const now = Date.parse('2026-11-23T12:00:00Z');
const parser: Parser = { parse: async request => parse(structuredClone(request)) };

describe('a folder of posts', function () {
  this.timeout(20_000);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }

  const read = (
    options: FolderOptions = {},
    root = '',
    baseUrl?: string,
    by = parser,
    files: FileSystem = nodeFileSystem,
  ) =>
    readFolder(
      { kind: 'folder', location: 'posts', ...(baseUrl !== undefined && { baseUrl }) },
      pathToFileURL(join(folder, root)).href,
      files,
      by,
      { now, ...options },
    );

  for (const { name, files, root, baseUrl, posts } of sites) {
    it(`is read as ${name} has it`, async () => {
      await write(files);
      const reading = await read({}, root, baseUrl);
      assert.ok(reading);
      assert.deepEqual(shown(reading), posts);
      assert.deepEqual(reading.problems, []);
      assert.equal(reading.isComplete, true);
    });
  }

  const three = { 'a.md': '# A\n', 'b.md': '# B\n', 'c.md': '# C\n' };
  const titles = (reading: SourceReading | undefined) => shown(reading!).map(([, title]) => title);

  it('is read again only where files changed', async () => {
    await write(three);
    const first = await read();
    assert.equal(first?.filesRead, 3);
    const again = await read({ before: first });
    assert.equal(again?.filesRead, 0);
    assert.deepEqual(shown(again), shown(first));
    await write({ 'b.md': '# Bee\n', 'd.md': '# D\n' });
    await rm(join(folder, 'c.md'));
    const third = await read({ before: JSON.parse(JSON.stringify(again)) });
    assert.equal(third?.filesRead, 2);
    assert.deepEqual(titles(third), ['A', 'Bee', 'D']);
    assert.deepEqual(Object.keys(third.stamps).sort(), ['a.md', 'b.md', 'd.md']);
  });

  it('is read anew where its site’s configuration, authors or address changed', async () => {
    await write({
      'hugo.toml': 'baseURL = "https://a.example"',
      'content/posts/a.md': '---\ntitle: A\ndate: 2021-01-01\nauthor: al\n---',
    });
    let before = await read();
    for (const change of [
      { 'hugo.toml': 'baseURL = "https://b.example"' },
      { 'data/authors.yml': 'al: Al Roe' },
    ]) {
      await write(change as Record<string, string>);
      before = await read({ before });
      assert.equal(before?.filesRead, 1);
    }
    assert.deepEqual(shown(before!)[0]?.slice(2, 5), ['https://b.example/posts/a/', '2021-01-01', 'Al Roe']);
    const moved = await read({ before }, '', 'https://c.example');
    assert.equal(moved?.entries[0]?.record.url, 'https://c.example/posts/a/');
  });

  it('is called as its site is, also where that stands further down', async () => {
    await write({ 'web/hugo.toml': 'title = "Harbour"', 'web/content/posts/a.md': '---\ntitle: A\n---' });
    assert.equal((await read())?.title, 'Harbour');
    await write({ 'b.md': '# B' });
    assert.equal((await read())?.title, undefined);
    assert.equal((await read({}, 'web'))?.title, 'Harbour');
  });

  it('shows a post dated ahead once its day has come', async () => {
    await write({ 'hugo.toml': 'title = "H"', 'content/posts/a.md': '---\ntitle: A\ndate: 2026-12-24\n---' });
    const before = await read();
    assert.deepEqual(before?.entries, []);
    const later = await read({ before, now: Date.parse('2026-12-25T12:00:00Z') });
    assert.deepEqual(titles(later), ['A']);
  });

  it('says again what is wrong with a file that did not change', async () => {
    await write({ 'a.md': '---\ntitle: A: b: c\n---\n', 'b.md': '# B' });
    const first = await read();
    const second = await read({ before: first });
    for (const reading of [first, second]) {
      assert.deepEqual(titles(reading), ['A: b: c', 'B']);
      assert.deepEqual(
        reading?.problems.map(({ code, source }) => [code, source]),
        [['damagedFrontMatter', 'a.md']],
      );
    }
  });

  it('that is not there is nothing, and a file in its place a problem', async () => {
    assert.equal(await read({}, 'none'), undefined);
    await write(three);
    const reading = await read({}, 'a.md');
    assert.equal(reading?.isComplete, false);
    assert.deepEqual(
      reading?.problems.map(({ code }) => code),
      ['unreadableFile'],
    );
  });

  it('is not left by links, nor walked in circles', async () => {
    await write({ 'inside/a.md': '# A\n', 'outside/b.md': '# B\n' });
    await symlink('../outside', join(folder, 'inside/out'));
    await symlink('../outside/b.md', join(folder, 'inside/b.md'));
    await symlink('.', join(folder, 'inside/loop'));
    assert.deepEqual(titles(await read({}, 'inside')), ['A']);
  });

  const names = [
    '..',
    '.',
    '../up.md',
    '../../up.md',
    'a/../../../up.md',
    '/etc/up.md',
    '..\\up.md',
    '%2e%2e',
    '%2e%2e%2fup.md',
    '..%2fup.md',
    'file:up.md',
    '?up.md',
    '#up.md',
    'up.md\0',
    '\ud800.md',
    '~',
    '....',
    '.. ',
    '../authors.yml',
    '\u2025.md',
  ];
  for (const name of names) {
    it(`is not left where something in it is called ${JSON.stringify(name)}`, async () => {
      const root = 'memfs:/home/posts';
      const asked: string[] = [];
      const ask = (uri: string) => {
        asked.push(uri);
        return uri.split('/').length;
      };
      const files = {
        list: async (uri: string) =>
          ask(uri) > 6
            ? []
            : [
                { name: 'hugo.toml', isFolder: false },
                { name, isFolder: false },
                { name, isFolder: true },
              ],
        read: async (uri: string) => {
          ask(uri);
          return new TextEncoder().encode(
            uri.endsWith('.toml') ? `title = "T"\ncontentDir = ${JSON.stringify(name)}` : '# T',
          );
        },
        stamp: async (uri: string) => String(ask(uri)),
      } as unknown as FileSystem;
      await readFolder({ kind: 'folder', location: 'posts' }, root, files, parser, { now });
      assert.ok(asked.length > 2);
      for (const uri of asked) assert.ok(`${new URL(uri).href}/`.startsWith(`${root}/`), uri);
    });
  }

  it('keeps what it told of files that cannot be read for now', async () => {
    await write({ ...three, 'sub/d.md': '# D\n' });
    const before = await read();
    await write({ 'a.md': '# Changed' });
    const refuse = async (uri: string, then: () => Promise<unknown>) => {
      if (/\/(?:a\.md|sub)$/.test(uri)) throw new Error('permission is denied');
      return then();
    };
    const files = {
      ...nodeFileSystem,
      read: (uri: string, most?: number) => refuse(uri, () => nodeFileSystem.read(uri, most)),
      list: (uri: string) => refuse(uri, () => nodeFileSystem.list(uri)),
    } as FileSystem;
    const reading = await read({ before }, '', undefined, parser, files);
    assert.deepEqual(titles(reading), ['A', 'B', 'C']);
    assert.equal(reading?.isComplete, false);
    assert.deepEqual(reading.problems.map(({ source }) => source).sort(), ['a.md', 'sub']);
  });

  it('loses no other file to one that is too much for the parser', async () => {
    await write(three);
    const refusing: Parser = {
      parse: async request => {
        if (request.files.some(({ name }) => name === 'b.md')) throw new Error('it took too long');
        return parse(request);
      },
    };
    const reading = await read({}, '', undefined, refusing);
    assert.deepEqual(titles(reading), ['A', 'C']);
    assert.deepEqual(reading?.problems, [
      { code: 'unreadableFile', source: 'b.md', detail: 'it took too long' },
    ]);
  });

  it('stops at once when it is told to', async () => {
    await write(three);
    const signal = AbortSignal.abort(new Error('enough'));
    await assert.rejects(read({ signal }), /enough/);
  });

  it('takes the heads of long files, whole lines of them', async () => {
    const long = `# Long\n\nFirst words.\n\n${'ü'.repeat(40)}\n`.padEnd(3_000_000, 'ÄÖÜ\n');
    await write({ 'a.md': long, 'b.md': new Uint8Array([0x23, 0x20, 0xc4, 0x0a]) });
    let bytes = 0;
    const counting: Parser = {
      parse: async request => {
        for (const file of request.files) bytes += file.bytes.length;
        return parse(request);
      },
    };
    const reading = await read({}, '', undefined, counting);
    assert.deepEqual(titles(reading), ['Long', 'Ä']);
    assert.equal(reading?.entries[0]?.record.abstract, 'First words.');
    assert.ok(bytes <= 129 * 1024, String(bytes));
  });

  it('is read in small parts, whose number grows with its files', async () => {
    const parts = async (count: number) => {
      const files = Array.from(
        { length: count },
        (_, at) => [`${at % 10}/post-${at}.md`, `# Post ${at}\n`] as const,
      );
      await write(Object.fromEntries(files));
      const sizes: number[] = [];
      const counting: Parser = {
        parse: async request => {
          sizes.push(request.files.length);
          return parse(request);
        },
      };
      const reading = await read({}, '', undefined, counting);
      assert.equal(reading?.entries.length, count);
      assert.ok(Math.max(...sizes) <= 32);
      return sizes.length;
    };
    assert.ok((await parts(400)) >= 12);
    assert.ok((await parts(800)) <= 28);
  });
});

function shown({ entries }: SourceReading): ExpectedPost[] {
  return entries
    .map(
      ({ key, record }): ExpectedPost => [
        key,
        record.title,
        record.url,
        record.issued && isoDate(record.issued),
        authorList(record.author),
        record.keywords.join(', '),
      ],
    )
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
