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

const library =
  '[\n{"id":"lee2020caches","title":"Caches","URL":"https://example.com/caches","author":[{"family":"Lee","given":"Ann"}]}\n]\n';

describe('the command line', () => {
  const files = new Map([
    ['page.txt', page],
    ['library.json', library],
    ['prose.txt', 'Dear all,\n\nplease remember the milk.\n'],
    ['document.md', '# Title\n\nSome text.\n'],
  ]);

  async function byline(...argv: string[]) {
    const result = { code: 0, out: '', err: '', files: new Map(files) };
    result.code = await run(
      argv,
      {
        readText: async path => result.files.get(path),
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
      [['cite', 'caches', '--from', 'library.json', '--in', 'gone.md'], /no document/],
    ];
    for (const [argv, message] of wrong) {
      const { code, out, err } = await byline(...argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, message);
    }
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
