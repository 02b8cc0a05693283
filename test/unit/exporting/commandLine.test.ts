import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { MemoryFileSystem } from '../../fakes';

const library = JSON.stringify([
  {
    id: 'lee2020caches',
    title: 'Caches',
    URL: 'https://a.example/caches',
    author: [{ family: 'Lee', given: 'Ann' }],
    keyword: 'caches',
    custom: { sources: ['https://a.example/feed'] },
  },
  { id: 'roe queues', title: 'Queues', author: [{ family: 'Roe', given: 'Bo' }] },
]);
const outline =
  '<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="https://a.example/feed"/><outline type="rss" text="B" xmlUrl="https://b.example/feed"/></body></opml>';
const feed =
  '<rss version="2.0"><channel><title>C</title><item><title>On C</title><link>https://c.example/on</link></item></channel></rss>';

describe('byline export', () => {
  async function byline(...argv: string[]) {
    const files = new MemoryFileSystem();
    await files.write('library.json', Buffer.from(library));
    await files.write('feeds.opml', Buffer.from(outline));
    const result = { code: 0, out: '', err: '', files };
    result.code = await run(
      argv,
      {
        files,
        uriOf: path => path,
        readInput: async () => Buffer.from(library),
        createHttpClient: () => ({
          get: async url => ({ status: 200, url, headers: new Map(), body: Buffer.from(feed) }),
        }),
      },
      { out: text => (result.out += text), err: text => (result.err += text) },
    );
    return result;
  }
  const from = ['--from', 'library.json'];

  it('prints all posts, or those that a query finds', async () => {
    const all = await byline('export', ...from, '--as', 'csl-json');
    assert.deepEqual(
      JSON.parse(all.out).map(({ id }: { id: string }) => id),
      ['lee2020caches', 'roe queues'],
    );
    assert.equal(all.code, 0);
    const found = await byline('export', 'author:roe', 'queus', ...from, '--as', 'markdown');
    assert.equal(found.out, '# author:roe queus\n\n- "Queues." Bo Roe.\n');
  });

  it('writes a file, and says how many posts are in it', async () => {
    const { code, out, err, files } = await byline('export', ...from, '--as', 'bibtex', '--out', 'posts.bib');
    assert.deepEqual([code, out], [0, '']);
    assert.match(err, /the key “roe queues”; it is roe_queues there\.\nposts\.bib: 2 posts\.\n$/);
    assert.match(
      String(Buffer.from((await files.read('posts.bib'))!)),
      /^@online\{lee2020caches,[\s\S]*roe_queues/,
    );
  });

  it('groups a reading list', async () => {
    const { out } = await byline('export', ...from, '--as', 'markdown', '--by', 'author');
    assert.equal(
      out,
      '# Posts\n\n## Ann Lee\n\n- [Caches](https://a.example/caches). Ann Lee.\n\n## Bo Roe\n\n- "Queues." Bo Roe.\n',
    );
  });

  it('makes an outline of the feeds that posts came from, as far as they are named', async () => {
    const { code, out, err } = await byline('export', ...from, '--from', 'feeds.opml', '--as', 'opml');
    assert.equal(code, 0);
    assert.match(out, /xmlUrl="https:\/\/a\.example\/feed"/);
    assert.doesNotMatch(out, /b\.example/);
    assert.match(err, /1 post is of no feed that is known, so it is left out: roe queues\.\n/);
    const web = await byline('export', 'title', '--from', 'https://c.example/rss', '--as', 'opml');
    assert.equal(web.code, 1);
    const read = await byline('export', '--from', 'https://c.example/rss', '--as', 'opml');
    assert.match(read.out, /text="C"[^>]*xmlUrl="https:\/\/c\.example\/rss"/);
  });

  it('writes nothing where nothing is found', async () => {
    for (const argv of [
      ['zzzzqqq', '--as', 'ris'],
      ['--as', 'opml'],
    ]) {
      const { code, out, files } = await byline('export', ...from, ...argv, '--out', 'new');
      assert.deepEqual([code, out, await files.read('new')], [1, '', undefined], argv.join(' '));
    }
  });

  it('tells what is wrong with how it is called', async () => {
    const wrong: [string[], RegExp][] = [
      [['export', ...from], /--as takes csl-json, bibtex, ris, opml, markdown\./],
      [['export', ...from, '--as', 'html'], /not “html”/],
      [['export', '--as', 'ris'], /--from/],
      [['export', ...from, '--as', 'ris', '--by', 'year'], /--as markdown/],
      [['export', ...from, '--as', 'ris', '--out', './library.json'], /both --out and --from/],
      [['export', ...from, '--as', 'ris', '--out', '-'], /takes a file/],
    ];
    for (const [argv, message] of wrong) {
      const { code, err } = await byline(...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, message);
    }
  });
});
