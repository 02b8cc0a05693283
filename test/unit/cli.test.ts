import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandLinePorts } from '../../src/cli/ports';
import { run } from '../../src/cli/run';
import { findingCodes } from '../../src/core/health';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { createHttpClient } from '../../src/node/httpClient';
import { MemoryFileSystem } from '../fakes';

const page = `An Example Blog

Scaling Caches

By Ann Lee and Frank San Miguel

How we keep caches warm in AWS across regions, and what broke on the way to it. This is what we learned …

Moving Work to Queues

By Zoë van den Berg

Why queues are good for work that may wait, and what we measured before and after we moved to Kafka …
`;

const provisional =
  '[{"id":"lee","title":"How we cache","author":[{"family":"Lee"}],"URL":"https://example.com/how","custom":{"provisional":["title"]}}]';

const library =
  '[\n{"id":"lee2020caches","title":"Caches","URL":"https://example.com/caches","author":[{"family":"Lee","given":"Ann"}]}\n]\n';

describe('the command line', () => {
  const files = new Map<string, string | Uint8Array>([
    ['page.txt', page],
    ['library.json', library],
    [
      'spellings.json',
      '[{"title":"More","author":[{"family":"Lee","given":"A."},{"family":"San Miguel","given":"F."}]}]',
    ],
    ['prose.txt', 'Dear all,\n\nplease remember the milk.\n'],
    ['provisional.json', provisional],
    ['latin.md', Buffer.from('Zo\xeb\n', 'latin1')],
    ['latin.json', Buffer.from(library.replace('Ann', 'Zo\xeb'), 'latin1')],
    ['latin.txt', Buffer.from(page.replace('Zoë', 'Zo\xeb').replace(/…/g, '\x85'), 'latin1')],
    ['bom.md', '\uFEFF# Title\n'],
    ['document.md', '# Title\n\nSome text.\n'],
    ['citing.md', 'As [@roe2021queues] and [words](https://example.com/caches) say.\n'],
  ]);

  async function byline(...argv: string[]) {
    const result = { code: 0, out: '', err: '', files: new Map(files) };
    const fileSystem = new MemoryFileSystem();
    fileSystem.read = async path => {
      if (path === 'locked') throw new Error('permission is denied');
      const content = result.files.get(path);
      return typeof content === 'string' ? Buffer.from(content) : content;
    };
    fileSystem.write = async (path, bytes) => void result.files.set(path, Buffer.from(bytes).toString());
    result.code = await run(
      argv,
      {
        files: fileSystem,
        uriOf: path => path,
        readInput: async () => Buffer.from(page),
        createHttpClient: () => ({ get: () => assert.fail('nobody gave an address') }),
      },
      { out: text => (result.out += text), err: text => (result.err += text) },
    );
    return result;
  }

  it('reads a page into CSL-JSON', async () => {
    const { code, out } = await byline('read', 'page.txt', '--format', 'json');
    const [first, second] = JSON.parse(out);
    assert.equal(code, 0);
    assert.deepEqual(
      [first.type, first.title, first.author],
      [
        'post-weblog',
        'Scaling Caches',
        [
          { family: 'Lee', given: 'Ann' },
          { family: 'San Miguel', given: 'Frank' },
        ],
      ],
    );
    assert.equal(second.author[0]['non-dropping-particle'], 'van den');
    assert.match(first.id, /^lee/);
    assert.deepEqual(first.custom.inferred, first.keyword.split(', '));
  });

  it('answers [] and 1 when nothing is usable', async () => {
    for (const argv of [
      ['read', 'prose.txt'],
      ['search', 'zzzzqqqq', '--from', 'library.json'],
    ]) {
      const { code, out } = await byline(...argv, '--format', 'json');
      assert.deepEqual([code, out], [1, '[]\n'], argv.join(' '));
    }
  });

  it('answers 2 wherever a file is missing', async () => {
    for (const argv of [
      ['read', 'missing.txt'],
      ['list', '--from', 'missing.txt'],
      ['search', 'words', '--from', 'missing.txt'],
      ['cite', 'words', '--from', 'missing.txt'],
      ['bibliography', 'document.md', '--from', 'missing.txt'],
      ['check', 'document.md', '--from', 'missing.txt'],
      ['cite', 'lee2020caches', '--from', 'library.json', '--in', 'missing.txt'],
      ['bibliography', 'missing.txt', '--from', 'library.json'],
      ['check', 'missing.txt', '--from', 'library.json'],
    ]) {
      const { code, err } = await byline(...argv);
      assert.deepEqual([code, /missing\.txt/.test(err)], [2, true], argv.join(' '));
    }
  });

  it('refuses to cite a key that Pandoc does not read, and says what to do', async () => {
    files.set('odd.json', '[{"id":"key with space","title":"Odd"}]');
    for (const rest of [
      [],
      ['--in', 'document.md'],
      ['--in', 'citing.md', '--at', '1:10', '--as', 'pandoc'],
    ]) {
      const as = rest.includes('--as') ? [] : ['--as', 'pandoc'];
      const { code, out, err } = await byline('cite', 'key with space', '--from', 'odd.json', ...as, ...rest);
      assert.deepEqual([code, out], [1, '']);
      assert.match(
        err,
        /“key with space” as a key, for its white space or braces\. Give the post another key/,
      );
    }
  });

  it('names file and fault on standard error, and goes on with the rest', async () => {
    const { code, out, err } = await byline('read', 'missing.txt', 'library.json', '--format', 'json');
    assert.deepEqual(
      [code, JSON.parse(out).length, err],
      [0, 1, 'missing.txt: There is no such file.\nlibrary.json: CSL-JSON bibliography, 1 post\n'],
    );
  });

  it('answers 2 for wrong use, and says what is wrong', async () => {
    const wrong: [string[], RegExp][] = [
      [['fly'], /no command “fly”/],
      [['toString'], /no command “toString”/],
      [['__proto__'], /no command “__proto__”/],
      [['list', 'library.json', '--from', 'library.json'], /--from only/],
      [['read', 'page.txt', '--base', 'ftp://example.com/'], /http/],
      [
        ['cite', 'caches', '--from', 'library.json', '--in', 'document.md', '--format', 'json'],
        /no --format json/,
      ],
      [['cite', 'caches', '--from', './document.md', '--in', 'document.md'], /both --in and --from/],
      [
        ['cite', 'caches', '--from', 'library.json', '--in', 'locked'],
        /locked cannot be read: permission is denied/,
      ],
      [['cite', 'caches', '--from', 'library.json', '--in', 'latin.md', '--write'], /latin\.md is not UTF-8/],
      [['read'], /which files/],
      [['list', '--from'], /--from/],
      [['read', 'page.txt', '--allow-host', 'http://a/'], /--allow-host takes a host/],
      [['list'], /--from/],
      [['list', '--from', 'library.json', '--by', 'moon'], /author, topic, publication, year/],
      [['read', 'page.txt', '--limit', '3'], /takes no --limit/],
      [['read', 'page.txt', '--nonsense'], /--nonsense/],
      [['read', 'page.txt', '--format', 'xml'], /text or json/],
      [['read', 'page.txt', '--base', 'blog'], /whole address/],
      [['search', '--from', 'library.json'], /search for/],
      [['search', 'x', '--from', 'library.json', '--limit', '0'], /--limit/],
      [['cite', 'x', '--from', 'library.json', '--as', 'html'], /inlineLink/],
      [['cite', 'x', '--from', 'library.json', '--write'], /--in/],
      [['cite', 'caches', '--from', 'library.json', '--in', 'document.md', '--at', '0:1'], /LINE:COLUMN/],
      [['cite', 'caches', '--from', 'library.json', '--in', 'document.md', '--at', '99:1'], /no 99:1/],
      [['cite', 'caches', '--from', 'library.json', '--in', 'book.ipynb', '--write'], /is a notebook/],
      [['bibliography', 'book.ipynb', '--from', 'library.json', '--write'], /is a notebook/],
      [[], /read, list, search, cite/],
      [['search', 'x', '--from', 'library.json', '--limit', '-1'], /limit/],
    ];
    for (const [argv, message] of wrong) {
      const { code, out, err } = await byline(...argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, message);
      assert.match(err, /^byline: [^\n]+\. See byline --help\.\n$/);
    }
  });

  it('lets nothing of a file reach the terminal but text, in one line each', async () => {
    files.set(
      'escape.json',
      '[\n{"id":"a","title":"\\u001b[2JRed\\u202e"},\n\u001b[31m{"broken\u202e\r\n]\n',
    );
    const { out, err } = await byline('read', 'escape.json');
    assert.equal(out, 'a\t\t[2JRed\n');
    assert.match(
      err,
      /^escape\.json: [^\n]*\nescape\.json:3: Left out, as it cannot be read: \[31m\{"broken\n$/,
    );
    files.delete('escape.json');
  });

  it('shows the help where it is asked for', async () => {
    for (const argv of [['help'], ['--help'], ['-h']]) {
      const { code, out } = await byline(...argv);
      assert.deepEqual([code, out.startsWith('byline: ')], [0, true], argv.join(' '));
    }
    for (const argv of [
      ['help', 'check'],
      ['check', '--help'],
      ['check', '-h'],
    ]) {
      const { code, out } = await byline(...argv);
      assert.deepEqual([code, out.startsWith('byline check: ')], [0, true], argv.join(' '));
      for (const finding of findingCodes) assert.match(out, new RegExp(`^ +${finding} .+\\.`, 'm'));
    }
  });

  it('reads files of any encoding', async () => {
    const { out } = await byline('read', 'latin.txt', '--format', 'json');
    assert.equal(out, (await byline('read', 'page.txt', '--format', 'json')).out);
    assert.match((await byline('read', 'locked')).err, /^locked: Cannot be read: permission is denied\.\n$/);
  });

  it('reads standard input', async () => {
    const { out, err } = await byline('read', '-', '--format', 'json');
    assert.equal(out, (await byline('read', 'page.txt', '--format', 'json')).out);
    assert.match(err, /^-: page that lists posts, 2 posts\n/);
  });

  it('keeps the keys of a library that comes behind a page, and the order of the files', async () => {
    const copy = JSON.stringify([
      { id: 'mykey', title: 'Moving Work to Queues', author: [{ family: 'van den Berg', given: 'Zoë' }] },
      { id: 'other', title: 'Other' },
    ]);
    files.set('copy.json', copy);
    const { out } = await byline('read', 'page.txt', 'copy.json', '--format', 'json');
    assert.deepEqual(
      JSON.parse(out).map(({ id }: { id: string }) => id),
      ['leescaling', 'mykey', 'other'],
    );
  });

  it('marks provisional titles', async () => {
    const from = ['--from', 'provisional.json'];
    assert.equal((await byline('search', 'cache', ...from)).out, 'lee\tHow we cache (provisional title)\n');
    const { code, out, err } = await byline('cite', 'lee', ...from);
    assert.deepEqual([code, out], [0, '[How we cache](https://example.com/how)\n']);
    assert.match(err, /^lee: The title “How we cache” is provisional[^\n]*\n$/);
    assert.equal((await byline('cite', 'lee2020caches', '--from', 'library.json')).err, '');
  });

  it('answers 1 where nothing is found, says so, and prints nothing', async () => {
    for (const argv of [
      ['cite', 'zzzzqqqq'],
      ['search', 'zzzzqqqq'],
    ]) {
      const { code, out, err } = await byline(...argv, '--from', 'library.json');
      assert.deepEqual([code, out, err], [1, '', 'byline: No post was found.\n']);
    }
    const { out, err } = await byline('read', 'prose.txt');
    assert.deepEqual([out, /^prose\.txt: No posts found\./.test(err)], ['', true]);
    const inDocument = await byline('cite', 'zzzzqqqq', '--from', 'library.json', '--in', 'document.md');
    assert.deepEqual([inDocument.code, inDocument.out], [1, '']);
    const gone = await byline('cite', 'caches', '--from', 'library.json', '--in', 'gone.md');
    assert.deepEqual([gone.code, gone.out, gone.err], [2, '', 'gone.md: There is no such file.\n']);
  });

  it('takes no time to speak of for thousands of posts that would get one key', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `- [Weekly ${n}](https://e.example/${n})`).join(
      '\n',
    );
    files.set('weekly.md', lines);
    const start = process.cpuUsage();
    const { out } = await byline('read', 'weekly.md', '--format', 'json');
    const { user } = process.cpuUsage(start);
    assert.equal(new Set(JSON.parse(out).map(({ id }: { id: string }) => id)).size, 10_000);
    assert.ok(user < 15e6, `${user / 1e6} s of processor time`);
  }).timeout(60_000);

  it('keeps the BOM of a document', async () => {
    const argv = ['cite', 'lee2020caches', '--from', 'library.json', '--in', 'bom.md', '--at', '1:1'];
    assert.match((await byline(...argv)).out, /^\uFEFF.*\[Caches\].*\n/);
  });

  it('lists groups with their posts', async () => {
    const { out } = await byline(
      'list',
      '--by',
      'author',
      '--from',
      'page.txt',
      '--from',
      'library.json',
      '--format',
      'json',
    );
    assert.deepEqual(
      JSON.parse(out).map(({ label, count }: { label: string; count: number }) => [label, count]),
      [
        ['Ann Lee', 2],
        ['Frank San Miguel', 1],
        ['Zoë van den Berg', 1],
      ],
    );
  });

  it('lists an author once, with how each spelling was known', async () => {
    const { out } = await byline(
      'list',
      '--from',
      'page.txt',
      '--from',
      'spellings.json',
      '--format',
      'json',
    );
    const [{ label, count, spellings }] = JSON.parse(out);
    assert.deepEqual([label, count], ['Ann Lee', 2]);
    assert.deepEqual(spellings, [
      { name: 'Ann Lee', count: 1 },
      { name: 'A. Lee', count: 1, why: 'fits Ann Lee, both with Frank San Miguel' },
    ]);
  });

  it('finds by sloppy words, best first', async () => {
    const { out } = await byline(
      'search',
      'queus',
      'moving',
      '--from',
      'page.txt',
      '--from',
      'library.json',
      '--format',
      'json',
    );
    const [hit] = JSON.parse(out);
    assert.equal(hit.title, 'Moving Work to Queues');
    assert.equal(typeof hit.score, 'number');
  });

  it('cites by key or query, in each format', async () => {
    const cite = async (...argv: string[]) => (await byline('cite', ...argv, '--from', 'library.json')).out;
    assert.equal(await cite('lee2020caches'), '[Caches](https://example.com/caches)\n');
    assert.equal(await cite('lee', 'cachs', '--as', 'pandoc'), '[@lee2020caches]\n');
    assert.equal(
      await cite('lee2020caches', '--as', 'referenceLink'),
      '[Caches][lee2020caches]\n\n[lee2020caches]: https://example.com/caches\n',
    );
    assert.match(
      await cite('lee2020caches', '--as', 'footnote'),
      /^\[\^lee2020caches\]\n\n\[\^lee2020caches\]: Ann Lee\. "Caches\."/,
    );
    assert.equal((await byline('cite', 'zzzzqqqq', '--from', 'library.json')).code, 1);
  });

  it('prints the edited document, and changes it only when told to', async () => {
    const argv = ['cite', 'lee2020caches', '--from', 'library.json', '--in', 'document.md', '--at', '3:11'];
    const printed = await byline(...argv);
    assert.equal(printed.out, '# Title\n\nSome text.[Caches](https://example.com/caches)\n');
    assert.equal(printed.files.get('document.md'), files.get('document.md'));
    const written = await byline(...argv, '--write');
    assert.deepEqual([written.out, written.files.get('document.md')], ['', printed.out]);
  });

  it('adds to the citation that it is to cite in, and never cites within one of another format', async () => {
    const cite = async (at: string, as: string) =>
      (
        await byline(
          'cite',
          'lee2020caches',
          '--from',
          'library.json',
          '--in',
          'citing.md',
          '--at',
          at,
          '--as',
          as,
        )
      ).out;
    const words = '[words](https://example.com/caches)';
    assert.equal(await cite('1:8', 'pandoc'), `As [@roe2021queues; @lee2020caches] and ${words} say.\n`);
    assert.equal(
      await cite('1:8', 'inlineLink'),
      `As [@roe2021queues] [Caches](https://example.com/caches) and ${words} say.\n`,
    );
    assert.equal(await cite('1:28', 'pandoc'), `As [@roe2021queues] and ${words} [@lee2020caches] say.\n`);
  });
});

describe('the command line on files, folders and addresses', () => {
  const rss =
    '<rss version="2.0"><channel><title>Blog</title><item><title>Fresh &amp; new</title><link>/fresh</link><author>a@example.com (Ann Lee)</author></item></channel></rss>';
  const post =
    '<html><head><title>Engines</title><meta property="og:type" content="article"><meta name="author" content="Ada Lovelace"><meta property="article:published_time" content="2026-11-02"></head><body><article><h1>Engines</h1><p>By Ada Lovelace</p></article></body></html>';
  const listing = ['One', 'Two', 'Three']
    .map(name => `<article><h2><a href="/${name}">${name} of many</a></h2><p>By Ann Lee</p></article>`)
    .join('');
  const contents: Record<string, string> = {
    'feed.xml': rss,
    'slow.xml': rss.replace('fresh', 'slow'),
    'atom.xml':
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>One</title><link href="https://example.com/1"/></entry></feed>',
    'feed.json':
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"One"}]}',
    'archive.html': `<html><head><title>Blog</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><main>${listing}</main></body></html>`,
    'post.html': post,
    'post.md': '---\ntitle: Engines\nauthor: Ada Lovelace\ndate: 2026-11-02\n---\n\nText.\n',
    'posts.json': library,
    'posts.bib': '@online{lee, title={Caches}, author={Lee, Ann}, date={2024-05-06}}\n',
    'posts.ris': 'TY  - BLOG\nTI  - Caches\nAU  - Lee, Ann\nER  - \n',
    'posts.yaml': 'references:\n- id: lee\n  title: Caches\n  author:\n  - family: Lee\n',
    'feeds.opml':
      '<opml version="2.0"><body><outline type="rss" text="Other" xmlUrl="https://other.example/feed"/></body></opml>',
    'prose.txt': 'Dear all,\n\nplease remember the milk.\n',
  };
  const taken: Record<string, string> = {
    'feed.xml': 'RSS feed, 1 post',
    'atom.xml': 'Atom feed, 1 post',
    'feed.json': 'JSON Feed, 1 post',
    'archive.html': 'page that lists posts, 3 posts',
    'post.html': 'page of one post, 1 post',
    'post.md': 'Markdown post, 1 post',
    'posts.json': 'CSL-JSON bibliography, 1 post',
    'posts.bib': 'BibTeX bibliography, 1 post',
    'posts.ris': 'RIS bibliography, 1 post',
    'posts.yaml': 'CSL-YAML bibliography, 1 post',
    'feeds.opml': 'OPML outline, 1 feed',
  };
  let folder: string;
  let server: Server;
  let site: string;
  let asked: string[];
  /** Requests that are open, and the most that were at once. */
  let [open, most] = [0, 0];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byline-'));
    for (const [name, text] of Object.entries(contents)) await writeFile(join(folder, name), text);
    server = http.createServer(({ url = '/' }, response) => {
      asked.push(url);
      most = Math.max(most, ++open);
      response.on('close', () => open--);
      const text = contents[url.slice(1)];
      if (url === '/slow.xml') setTimeout(() => response.end(text), 300);
      else if (url === '/moved') response.writeHead(301, { location: '/feed.xml' }).end();
      else response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    asked = [];
  });

  const ports: CommandLinePorts = {
    files: nodeFileSystem,
    uriOf: path => pathToFileURL(join(folder, path)).href,
    readInput: async () => Buffer.from(rss),
    createHttpClient: hosts => createHttpClient({ allowedHosts: () => hosts, userAgent: 'Byline/1' }),
  };
  async function byline(...argv: string[]) {
    const result = { code: 0, out: '', err: '' };
    result.code = await run(argv, ports, {
      out: text => (result.out += text),
      err: text => (result.err += text),
    });
    return result;
  }
  const allow = () => ['--allow-host', new URL(site).host];

  for (const [name, what] of Object.entries(taken)) {
    it(`takes ${name} for what it is, as a file and at an address`, async () => {
      for (const [location, more] of [
        [name, []],
        [`${site}/${name}`, allow()],
      ] as const) {
        const { code, out, err } = await byline('read', location, ...more, '--format', 'json');
        assert.ok(err.startsWith(`${location}: ${what}`), err);
        assert.equal(code, 0);
        assert.equal(
          JSON.parse(out).length,
          name === 'feeds.opml' ? 0 : Number(/\d+ post/.exec(what)?.[0].slice(0, -5)),
        );
      }
      assert.deepEqual(asked, [`/${name}`]);
    });
  }

  it('names the feeds of a page and of an outline, and asks for none of them', async () => {
    const { err } = await byline('read', `${site}/archive.html`, ...allow());
    assert.equal(
      err,
      `${site}/archive.html: page that lists posts, 3 posts; it names the feed ${site}/feed.xml\n`,
    );
    assert.match(
      (await byline('read', 'feeds.opml')).err,
      /^feeds\.opml: OPML outline, 1 feed\n {2}https:\/\/other\.example\/feed Other\n$/,
    );
    assert.deepEqual(asked, ['/archive.html']);
  });

  it('says in every command that the feeds of an outline are not read, and what to do', async () => {
    for (const argv of [['list'], ['search', 'x'], ['cite', 'x']]) {
      const { code, out, err } = await byline(...argv, '--from', 'feeds.opml');
      assert.deepEqual([code, out], [1, '']);
      assert.match(
        err,
        /^feeds\.opml: An OPML outline names feeds, 1 here, and they are not read\. [^\n]+\n/,
      );
    }
    assert.deepEqual(asked, []);
  });

  it('says what a file is that holds no text, and reads text of wide characters', async () => {
    const zeros = '\0\0\0\0\x01\x02';
    const held: Record<string, string> = {
      '%PDF-1.7\n1 0 obj': 'a PDF',
      'PK\x03\x04abc': 'a ZIP archive or an office document',
      '\x1f\x8b\x08abc': 'a compressed file',
      '\x89PNG\r\n': 'a picture',
      [`\x7fELF${zeros}`]: 'no text',
      '': 'empty',
      ' \n\n': 'empty',
    };
    for (const [text, what] of Object.entries(held)) {
      await writeFile(join(folder, 'held'), Buffer.from(text, 'latin1'));
      const { code, out, err } = await byline('read', 'held');
      assert.deepEqual([code, out, err], [1, '', `held: Cannot be read: it is ${what}.\n`]);
    }
    for (const wide of [
      Buffer.from(`\uFEFF${contents['atom.xml']}`, 'utf16le'),
      Buffer.from(contents['atom.xml']!, 'utf16le'),
      Buffer.from(contents['atom.xml']!, 'utf16le').swap16(),
    ]) {
      await writeFile(join(folder, 'held'), wide);
      assert.match((await byline('read', 'held')).err, /^held: Atom feed, 1 post\n/);
    }
    await rm(join(folder, 'held'));
  });

  it('counts the drafts that it leaves out', async () => {
    const drafts = join(folder, 'blog');
    await mkdir(drafts);
    const post = (title: string, more = '') =>
      `---\ntitle: ${title}\nauthor: A\ndate: 2024-05-06\n${more}---\nText.\n`;
    await writeFile(join(drafts, 'a.md'), post('Out'));
    await writeFile(join(drafts, 'b.md'), post('Soon', 'draft: true\n'));
    await writeFile(join(drafts, 'c.md'), post('Later', 'draft: true\n'));
    const { out, err } = await byline('read', 'blog', 'blog/b.md');
    assert.deepEqual(err.split('\n').slice(0, 2), [
      'blog: folder of Markdown posts, 1 post, 2 drafts left out',
      'blog/b.md: Markdown post, 0 posts, 1 draft left out',
    ]);
    assert.match(out, /^[^\n]*Out[^\n]*\n$/);
    await rm(drafts, { recursive: true });
  });

  it('reads several addresses at once, two of a host, and tells of them in their order', async () => {
    const names = ['slow.xml', 'atom.xml', 'feed.xml', 'archive.html', 'posts.bib'];
    const { code, err } = await byline('read', ...names.map(name => `${site}/${name}`), ...allow());
    assert.equal(code, 0);
    assert.deepEqual(
      err
        .split('\n')
        .slice(0, -1)
        .map(line => /^\S+\/([\w.]+): /.exec(line)?.[1]),
      names,
    );
    assert.equal(most, 2);
  });

  it('reads a folder of Markdown posts, published at the base address', async () => {
    const { code, out, err } = await byline(
      'read',
      '.',
      '--base',
      'https://blog.example/',
      '--format',
      'json',
    );
    assert.deepEqual([code, err.split('\n')[0]], [0, '.: folder of Markdown posts, 1 post']);
    const [{ title, URL: url }] = JSON.parse(out);
    assert.equal(title, 'Engines');
    assert.match(url, /^https:\/\/blog\.example\/.*post/);
  });

  it('resolves what an answer says against the address that answered', async () => {
    const { out } = await byline('read', `${site}/moved`, ...allow(), '--format', 'json');
    assert.equal(JSON.parse(out)[0].URL, `${site}/fresh`);
    assert.equal(JSON.parse((await byline('read', 'feed.xml', '--format', 'json')).out)[0].URL, undefined);
  });

  it('asks no private host that nobody allowed, and says how to', async () => {
    const { code, err } = await byline('read', `${site}/feed.xml`);
    const { host } = new URL(site);
    assert.deepEqual([code, asked], [1, []]);
    assert.equal(
      err,
      `${site}/feed.xml: ${host} is this computer or in a private network. If you trust it, add --allow-host ${host}.\n`,
    );
  });

  it('says what is wrong with an address, without its password, and goes on', async () => {
    const secret = site.replace('//', '//ann:secret@');
    const { code, err, out } = await byline(
      'read',
      `${secret}/gone`,
      'ftp://example.com/',
      'feed.xml',
      ...allow(),
    );
    assert.equal(code, 0);
    assert.match(err, /\/gone: There is nothing at this address any more \(404\)/);
    assert.match(err, /^ftp:\/\/example\.com\/: Byline reads only addresses/m);
    assert.doesNotMatch(err, /secret/);
    assert.match(out, /Fresh & new/);
  });

  it('says how addresses begin, of a missing file that looks like one', async () => {
    const { code, err } = await byline('read', 'blog.example.com/feed', 'gone.xml');
    assert.deepEqual(
      [code, err],
      [
        2,
        'blog.example.com/feed: There is no such file. An address begins with https://.\ngone.xml: There is no such file.\n',
      ],
    );
  });

  it('lists, searches and cites from addresses as well', async () => {
    const from = ['--from', `${site}/feed.xml`, '--from', 'posts.bib', ...allow()];
    assert.match((await byline('list', ...from)).out, /^Ann Lee \(2\)/);
    assert.match((await byline('search', 'fresh', ...from)).out, /Fresh & new/);
    const { out, err } = await byline('cite', 'fresh', ...from);
    assert.deepEqual([out, err], [`[Fresh & new](${site}/fresh)\n`, '']);
  });
});
