import assert from 'node:assert/strict';
import { runWhole } from '../../../src/core/sliced';
import { merging } from '../../../src/core/sources/merging';
import type { ToldEntry } from '../../../src/core/sources/reading';
import { readSource, type SourceMemory, type SourceResult } from '../../../src/core/sources/readSource';
import type { Source } from '../../../src/core/sources/source';
import { newState } from '../../../src/core/sources/state';
import { archive, rss, Site } from './site';

const hour = 3_600_000;
const day = 24 * hour;

describe('reading a source', () => {
  let site: Site;
  let memory: SourceMemory;
  beforeEach(async () => {
    site = await Site.start();
    memory = { state: newState };
  });
  afterEach(() => site.server.close());

  const feed = (path = '/feed'): Source => ({ kind: 'feed', location: site.url(path) });

  /** Reads, and keeps what came of it as JSON does. */
  async function read(source: Source, signal?: AbortSignal): Promise<SourceResult> {
    const result = await readSource(source, memory, site.ports, signal);
    const { location } = source;
    const before = memory.entries ?? [];
    const { entries } = runWhole(merging([], [{ location, before: [], reading: result.reading }]));
    const told: readonly ToldEntry[] = result.reading ? entries.get(location)! : before;
    memory = JSON.parse(JSON.stringify({ state: result.state, entries: told }));
    return result;
  }

  const titles = ({ reading }: SourceResult) => reading?.entries.map(({ record }) => record.title);

  describe('a feed', () => {
    it('tells its posts, its name and how many they are', async () => {
      site.pages.set('/feed', { body: rss(['One', 'Two']) });
      const result = await read(feed());
      assert.deepEqual([result.outcome, titles(result)], ['changed', ['One', 'Two']]);
      const { answers: _, ...state } = result.state;
      assert.deepEqual(state, {
        title: 'Blog',
        count: 2,
        changed: site.now,
        checked: site.now,
        reached: site.now,
        failures: 0,
      });
      assert.equal(result.reading!.entries[0]!.record.url, site.url('/one'));
    });

    for (const [name, headers] of [
      ['an ETag', { etag: '"1"' }],
      ['Last-Modified', { 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' }],
    ] as const) {
      it(`is asked on the condition of ${name}, and not read when it is the same`, async () => {
        site.pages.set('/feed', { headers, body: rss(['One']) });
        await read(feed());
        site.now += 6 * hour;
        const result = await read(feed());
        assert.deepEqual(site.asked, ['/feed', '/feed?']);
        assert.deepEqual([result.outcome, result.reading, site.parsed.length], ['unchanged', undefined, 1]);
        assert.deepEqual([result.state.checked, result.state.reached], [site.now, site.now]);
        assert.equal(result.state.changed, site.now - 6 * hour);
        site.pages.set('/feed', { headers: { etag: '"2"' }, body: rss(['Two', 'One']) });
        assert.deepEqual(titles(await read(feed())), ['Two', 'One']);
      });
    }

    it('is not read when its bytes are the same', async () => {
      site.pages.set('/feed', { body: rss(['One']) });
      await read(feed());
      assert.equal((await read(feed())).outcome, 'unchanged');
      assert.equal(site.parsed.length, 1);
    });

    it('has nothing new when only its own date is another', async () => {
      site.pages.set('/feed', {
        body: rss(['One'], '<lastBuildDate>Mon, 02 Nov 2026 10:00:00 GMT</lastBuildDate>'),
      });
      await read(feed());
      site.now += hour;
      site.pages.set('/feed', {
        body: rss(['One'], '<lastBuildDate>Tue, 03 Nov 2026 10:00:00 GMT</lastBuildDate>'),
      });
      const { outcome, reading, state } = await read(feed());
      assert.deepEqual([outcome, reading, state.changed], ['unchanged', undefined, site.now - hour]);
    });

    it('keeps the validators of each answer with a body', async () => {
      for (const etag of ['"1"', '"2"', '"3"']) {
        site.pages.set('/feed', { headers: { etag }, body: rss(['One']) });
        await read(feed());
      }
      await read(feed());
      assert.equal(site.server.requests.at(-1)!.headers['if-none-match'], '"3"');
    });

    it('is asked for everything when the last whole answer is more than eight days old', async () => {
      site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) });
      for (const pause of [0, 5 * day, 4 * day, 7 * day]) {
        site.now += pause;
        await read(feed());
      }
      assert.deepEqual(site.asked, ['/feed', '/feed?', '/feed', '/feed?']);
    });

    it('is asked for everything when what it told is lost', async () => {
      site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) });
      await read(feed());
      memory = { state: memory.state };
      assert.deepEqual(titles(await read(feed())), ['One']);
      assert.deepEqual(site.asked, ['/feed', '/feed']);
    });

    it('is asked at its new address once it moved for good, and at the old one again when that fails', async () => {
      site.pages.set('/feed', { status: 301, headers: { location: '/new' } });
      site.pages.set('/new', { headers: { etag: '"1"' }, body: rss(['One']) });
      await read(feed());
      await read(feed());
      assert.deepEqual(site.asked, ['/feed', '/new', '/new?']);
      site.pages.set('/new', { status: 404 });
      site.pages.set('/feed', { body: rss(['Two']) });
      assert.equal((await read(feed())).outcome, 'failed');
      assert.deepEqual(titles(await read(feed())), ['Two']);
    });

    it('is asked at its old address where it moved for now', async () => {
      site.pages.set('/feed', { status: 302, headers: { location: '/new' } });
      site.pages.set('/new', { body: rss(['One']) });
      await read(feed());
      await read(feed());
      assert.deepEqual(site.asked, ['/feed', '/new', '/feed', '/new']);
    });

    for (const [status, code] of [
      [401, 'forbidden'],
      [403, 'forbidden'],
      [404, 'notFound'],
      [429, 'tooManyRequests'],
      [500, 'serverError'],
    ] as const) {
      it(`fails with its reason at a ${status}, and loses nothing`, async () => {
        site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) });
        await read(feed());
        site.now += hour;
        site.pages.set('/feed', { status });
        const { outcome, state } = await read(feed());
        assert.deepEqual(
          [outcome, state.failure, state.failures],
          ['failed', { code, source: feed().location, detail: String(status) }, 1],
        );
        assert.deepEqual([state.count, state.reached, state.checked], [1, site.now - hour, site.now]);
        assert.equal((await read(feed())).state.failures, 2);
        site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) });
        const again = await read(feed());
        assert.deepEqual(
          [again.outcome, again.state.failures, again.state.failure],
          ['unchanged', 0, undefined],
        );
        assert.equal(again.state.notBefore, undefined);
      });
    }

    it('is gone at a 410, until it answers again', async () => {
      site.pages.set('/feed', { status: 410 });
      assert.equal((await read(feed())).state.isGone, true);
      site.pages.set('/feed', { body: rss(['One']) });
      assert.equal((await read(feed())).state.isGone, undefined);
    });

    it('fails with its reason when the server does not answer', async () => {
      const { state } = await read(feed('/noResponse'));
      assert.equal(state.failure!.code, 'timedOut');
      assert.equal((await read(feed('/hangUp'))).state.failure!.code, 'noConnection');
    });

    it('waits as long as the server wants', async () => {
      const waits: [Record<string, string>, string, number | undefined][] = [
        [{ 'cache-control': 'max-age=7200' }, '', 2 * hour],
        [
          { expires: new Date(site.now + 3 * hour).toUTCString(), date: new Date(site.now).toUTCString() },
          '',
          3 * hour,
        ],
        [{ 'cache-control': 'max-age=60' }, '<ttl>240</ttl>', 4 * hour],
        [{ 'cache-control': 'max-age=31536000' }, '', 48 * hour],
        [{}, '', undefined],
      ];
      for (const [headers, more, wait] of waits) {
        memory = { state: newState };
        site.pages.set('/feed', { headers: { date: '', ...headers }, body: rss(['One'], more) });
        const { notBefore } = (await read(feed())).state;
        assert.equal(notBefore, wait && site.now + wait, more || JSON.stringify(headers));
      }
    });

    it('waits for its own time to live though nothing is new', async () => {
      site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One'], '<ttl>600</ttl>') });
      await read(feed());
      site.now += 10 * hour;
      assert.equal((await read(feed())).state.notBefore, site.now + 10 * hour);
    });

    it('waits for its own time to live though it was sent again as it was', async () => {
      site.pages.set('/feed', { body: rss(['One'], '<ttl>600</ttl>') });
      await read(feed());
      site.now += 10 * hour;
      assert.equal((await read(feed())).outcome, 'unchanged');
      site.now += 10 * hour;
      assert.equal((await read(feed())).state.notBefore, site.now + 10 * hour);
    });

    it('is asked at its old address again when another kind of page stands at the new one', async () => {
      site.pages.set('/feed', { status: 301, headers: { location: '/new' } });
      site.pages.set('/new', { body: rss(['One']) });
      await read(feed());
      site.pages.set('/new', { body: '<!doctype html><title>Domain for sale</title><p>Buy.</p>' });
      site.pages.set('/feed', { body: rss(['Two']) });
      assert.equal((await read(feed())).state.failure?.code, 'noFeed');
      assert.deepEqual(titles(await read(feed())), ['Two']);
    });

    it('that moved back for good is asked where it was', async () => {
      site.pages.set('/feed', { status: 301, headers: { location: '/new' } });
      site.pages.set('/new', { headers: { etag: '"1"' }, body: rss(['One']) });
      await read(feed());
      site.pages.set('/new', { status: 301, headers: { location: '/feed' } });
      site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One']) });
      await read(feed());
      assert.equal((await read(feed())).outcome, 'unchanged');
      assert.equal(site.asked.at(-2), '/feed?');
      assert.equal(site.asked.at(-1), '/feed?');
    });

    it('heeds Retry-After', async () => {
      site.pages.set('/feed', { status: 503, headers: { 'retry-after': '7200' } });
      const { notBefore, retryAt } = (await read(feed())).state;
      assert.deepEqual([notBefore, retryAt], [site.now + 2 * hour, site.now + 2 * hour]);
    });

    it('that became a page fails with that reason, or is read where the page says it is', async () => {
      site.pages.set('/feed', { body: archive(['One']) });
      assert.equal((await read(feed())).state.failure!.code, 'noFeed');
      const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
      site.pages.set('/feed', { body: archive(['One'], link('/a') + link('/b')) });
      assert.equal((await read(feed())).state.failure!.code, 'noFeed');
      site.pages.set('/feed', { body: archive(['One'], link('/real') + link('/comments/feed')) });
      site.pages.set('/real', { headers: { etag: '"r"' }, body: rss(['Real']) });
      assert.deepEqual(titles(await read(feed())), ['Real']);
      await read(feed());
      assert.equal(site.asked.at(-1), '/real?');
    });

    it('ends at once when it is called off', async () => {
      const controller = new AbortController();
      const reading = read(feed('/noResponse'), controller.signal);
      setTimeout(() => controller.abort(new Error('called off')), 50);
      const started = Date.now();
      await assert.rejects(reading, /called off/);
      assert.ok(Date.now() - started < 600);
    });
  });

  describe('a page that lists posts', () => {
    const listing = (): Source => ({ kind: 'listing', location: site.url('/archive') });
    const both = (): Source => ({ ...listing(), feed: site.url('/feed') });

    it('is read and asked on a condition like a feed', async () => {
      site.pages.set('/archive', { headers: { etag: '"1"' }, body: archive(['One', 'Two', 'Three']) });
      assert.deepEqual(titles(await read(listing())), ['One', 'Two', 'Three']);
      assert.equal((await read(listing())).outcome, 'unchanged');
      assert.deepEqual(site.asked, ['/archive', '/archive?']);
    });

    it('keeps its posts when it lists none any more', async () => {
      site.pages.set('/archive', { body: archive(['One', 'Two']) });
      await read(listing());
      site.pages.set('/archive', { body: '<!doctype html><title>Log in</title><p>Please log in.</p>' });
      const { outcome, state } = await read(listing());
      assert.deepEqual([outcome, state.failure?.code, state.count], ['failed', 'noListing', 2]);
    });

    it('and the same site’s feed tell one list of posts', async () => {
      site.pages.set('/archive', { headers: { etag: '"1"' }, body: archive(['Two', 'One']) });
      site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['Three', 'Two']) });
      const { reading, state } = await read(both());
      const told = runWhole(merging([], [{ location: 'x', before: [], reading }]));
      assert.deepEqual(told.posts.map(({ title }) => title).sort(), ['One', 'Three', 'Two']);
      assert.deepEqual([state.count, state.title], [3, 'Blog']);
    });

    it('still tells what is in the feed when only the page is new, and the other way round', async () => {
      site.pages.set('/archive', { headers: { etag: '"1"' }, body: archive(['Two', 'One']) });
      site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['Three', 'Two']) });
      await read(both());
      site.pages.set('/archive', { headers: { etag: '"2"' }, body: archive(['Three', 'Two', 'One']) });
      assert.deepEqual(titles(await read(both())), ['Three', 'Two', 'One', 'Three', 'Two']);
      site.pages.set('/feed', { headers: { etag: '"2"' }, body: rss(['Four', 'Three']) });
      assert.deepEqual(titles(await read(both())), ['Three', 'Two', 'One', 'Four', 'Three']);
      assert.deepEqual(site.asked.slice(2), ['/archive?', '/feed?', '/archive?', '/feed?']);
    });

    it('is read though its feed fails, which is told', async () => {
      site.pages.set('/archive', { body: archive(['Two', 'One']) });
      const { outcome, state } = await read(both());
      assert.deepEqual([outcome, state.failures, state.failure?.code], ['changed', 0, 'notFound']);
    });

    it('has failed when it does, though its feed brings news', async () => {
      site.pages.set('/feed', { body: rss(['One']) });
      const { outcome, state } = await read(both());
      assert.deepEqual([outcome, state.failures, state.failure?.code], ['changed', 1, 'notFound']);
    });
  });

  describe('a bibliography', () => {
    const items = (...ids: string[]) =>
      JSON.stringify(ids.map(id => ({ id, type: 'post-weblog', title: `On ${id}` })));

    it('on the web is asked on a condition and read whole', async () => {
      const source: Source = { kind: 'bibliography', location: site.url('/refs.json') };
      site.pages.set('/refs.json', { headers: { etag: '"1"' }, body: items('a', 'b') });
      const { reading } = await read(source);
      assert.deepEqual([reading?.isComplete, reading?.entries.map(({ key }) => key)], [true, ['a', 'b']]);
      assert.equal((await read(source)).outcome, 'unchanged');
      site.pages.set('/refs.json', { body: items('b') });
      assert.equal((await read(source)).reading?.isComplete, true);
      site.pages.set('/refs.json', { body: '[]' });
      assert.equal((await read(source)).outcome, 'unchanged');
      site.pages.set('/refs.json', { body: 'Not found, sorry.' });
      assert.equal((await read(source)).state.failure?.code, 'noBibliography');
    });

    it('in a file is read when it changed', async () => {
      const source: Source = { kind: 'bibliography', location: 'refs.json' };
      assert.equal((await read(source)).state.failure?.code, 'missingFile');
      site.files.files.set('file:///refs.json', items('a'));
      assert.equal((await read(source)).outcome, 'changed');
      assert.equal((await read(source)).outcome, 'unchanged');
      site.files.files.set('file:///refs.json', items('b'));
      assert.deepEqual(titles(await read(source)), ['On b']);
      assert.equal(site.asked.length, 0);
    });

    it('with a broken entry is not thought to have lost it', async () => {
      const source: Source = { kind: 'bibliography', location: 'refs.json' };
      site.files.files.set(
        'file:///refs.json',
        items('a', 'b').replaceAll('},', '},\n').replace('"On b"', '"On b'),
      );
      assert.equal((await read(source)).reading?.isComplete, false);
    });
  });

  describe('a folder', () => {
    const folder: Source = { kind: 'folder', location: 'posts', baseUrl: 'https://me.example/blog/' };
    const write = (name: string, title: string, more = '') =>
      site.files.files.set(
        `file:///posts/${name}`,
        `---\ntitle: ${title}\ndate: 2026-11-02\n${more}---\nText.\n`,
      );

    it('is read whole, then only the files that changed', async () => {
      write('one.md', 'One');
      write('two.md', 'Two');
      write('draft.md', 'Draft', 'draft: true\n');
      const first = await read(folder);
      assert.deepEqual([titles(first)?.sort(), first.reading?.isComplete], [['One', 'Two'], true]);
      assert.match(first.reading!.entries[0]!.record.url ?? '', /^https:\/\/me\.example\/blog\//);
      const { length } = site.parsed;
      assert.equal((await read(folder)).outcome, 'unchanged');
      write('two.md', 'Two, again');
      assert.deepEqual(titles(await read(folder))?.sort(), ['One', 'Two, again']);
      const names = site.parsed.slice(length).flatMap(({ files }) => files.map(({ name }) => name));
      assert.deepEqual([...new Set(names)], ['two.md']);
      site.files.files.delete('file:///posts/one.md');
      assert.deepEqual(titles(await read(folder)), ['Two, again']);
    });

    it('that is not there has failed, and lost nothing', async () => {
      assert.equal((await read(folder)).state.failure?.code, 'missingFile');
      write('one.md', 'One');
      await read(folder);
      site.files.files.clear();
      const { outcome, reading, state } = await read(folder);
      assert.deepEqual(
        [outcome, reading, state.count, state.failure?.code],
        ['failed', undefined, 1, 'missingFile'],
      );
    });

    it('that cannot be listed has lost nothing either', async () => {
      write('one.md', 'One');
      await read(folder);
      site.files.list = async () => Promise.reject(new Error('EACCES'));
      const { reading, state } = await read(folder);
      assert.deepEqual([reading, state.count, state.failure?.detail], [undefined, 1, 'EACCES']);
    });
  });
});
