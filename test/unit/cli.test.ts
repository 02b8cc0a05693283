import assert from 'node:assert/strict';
import { run } from '../../src/cli/run';

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
  ]);

  async function byline(...argv: string[]) {
    const result = { code: 0, out: '', err: '', files: new Map(files) };
    result.code = await run(
      argv,
      {
        readBytes: async path => {
          if (path === 'folder') throw new Error('it is a folder');
          const content = result.files.get(path);
          return typeof content === 'string' ? Buffer.from(content) : content;
        },
        writeText: async (path, text) => void result.files.set(path, text),
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
      ['read', 'missing.txt'],
      ['search', 'zzzzqqqq', '--from', 'library.json'],
    ]) {
      const { code, out } = await byline(...argv, '--format', 'json');
      assert.deepEqual([code, out], [1, '[]\n'], argv.join(' '));
    }
  });

  it('names file and fault on standard error, and goes on with the rest', async () => {
    const { code, out, err } = await byline('read', 'missing.txt', 'library.json', '--format', 'json');
    assert.deepEqual([code, JSON.parse(out).length, err], [0, 1, 'missing.txt: There is no such file.\n']);
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
        ['cite', 'caches', '--from', 'library.json', '--in', 'folder'],
        /folder cannot be read: it is a folder/,
      ],
      [['cite', 'caches', '--from', 'library.json', '--in', 'latin.md', '--write'], /latin\.md is not UTF-8/],
      [['read'], /which files/],
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
      [[], /read, list, search, cite/],
      [['search', 'x', '--from', 'library.json', '--limit', '-1'], /limit/],
    ];
    for (const [argv, message] of wrong) {
      const { code, out, err } = await byline(...argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, message);
      assert.match(err, /^[^\n]+\n$/);
    }
  });

  it('shows the help where it is asked for', async () => {
    for (const argv of [['help'], ['--help'], ['list', '-h']]) {
      const { code, out } = await byline(...argv);
      assert.deepEqual([code, out.startsWith('byline: ')], [0, true], argv.join(' '));
    }
  });

  it('reads pages of any encoding, and libraries in UTF-8 only', async () => {
    const { out } = await byline('read', 'latin.txt', '--format', 'json');
    assert.equal(out, (await byline('read', 'page.txt', '--format', 'json')).out);
    const refused = await byline('read', 'latin.json');
    assert.deepEqual(
      [refused.code, refused.err],
      [1, 'latin.json: Cannot be read: it is not UTF-8; save it as UTF-8\n'],
    );
    assert.match((await byline('read', 'folder')).err, /^folder: Cannot be read: it is a folder\n$/);
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

  it('answers [] and 1 where nothing is found, but keeps that out of a document', async () => {
    for (const argv of [
      ['cite', 'zzzzqqqq'],
      ['search', 'zzzzqqqq'],
    ]) {
      const { code, out } = await byline(...argv, '--from', 'library.json');
      assert.deepEqual([code, out], [1, '[]\n']);
    }
    const inDocument = await byline('cite', 'zzzzqqqq', '--from', 'library.json', '--in', 'document.md');
    assert.deepEqual([inDocument.code, inDocument.out], [1, '']);
    const gone = await byline('cite', 'caches', '--from', 'library.json', '--in', 'gone.md');
    assert.deepEqual([gone.code, gone.out, gone.err], [1, '', 'gone.md: There is no such file.\n']);
  });

  it('takes no time to speak of for thousands of posts that would get one key', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `- [Weekly ${n}](https://e.example/${n})`).join(
      '\n',
    );
    files.set('weekly.md', lines);
    const start = process.cpuUsage();
    const { out } = await byline('read', 'weekly.md', '--format', 'json');
    const { user } = process.cpuUsage(start);
    assert.equal(new Set(JSON.parse(out).map(({ id }: { id: string }) => id)).size, 20_000);
    assert.ok(user < 30e6, `${user / 1e6} s of processor time`);
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
});
