import assert from 'node:assert/strict';
import { discover } from '../../../src/core/sources/discover';
import type { Discovery, Offer } from '../../../src/core/sources/discovery';
import { readSource } from '../../../src/core/sources/readSource';
import { dueAt, isDue } from '../../../src/core/sources/schedule';
import { archive, rss, Site } from './site';

describe('what an address offers', () => {
  let site: Site;
  beforeEach(async () => {
    site = await Site.start();
  });
  afterEach(() => site.server.close());

  const link = (href: string, title = 'Posts') =>
    `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
  const article = (head = '') =>
    `<!doctype html><html><head><title>Engines</title>${head}<meta property="og:type" content="article">` +
    '<meta property="article:published_time" content="2026-11-02T10:00:00Z"><meta name="author" content="Ada Lovelace"></head>' +
    '<body><article><h1>Engines</h1><p>By Ada Lovelace</p><p>The engine weaves algebraic patterns.</p></article></body></html>';
  const find = (path: string) => discover(site.url(path), site.ports);

  function brief(offer: Offer): string {
    if (offer.kind === 'source') return `${offer.result.source.kind} of ${offer.result.state.count}`;
    if (offer.kind === 'post') return `post ${offer.post.title}`;
    return offer.kind === 'link'
      ? `link ${new URL(offer.link.url).pathname}`
      : `outline of ${offer.sources.length}`;
  }
  const briefly = ({ offers }: Discovery) => offers.map(brief);

  it('is a feed, read with the same request', async () => {
    site.pages.set('/feed', { headers: { etag: '"1"' }, body: rss(['One', 'Two']) });
    const discovery = await find('/feed');
    assert.deepEqual(briefly(discovery), ['feed of 2']);
    assert.deepEqual(site.asked, ['/feed']);
    const [offer] = discovery.offers;
    assert.ok(offer?.kind === 'source');
    const { source, reading, state } = offer.result;
    assert.deepEqual([source, reading!.title], [{ kind: 'feed', location: site.url('/feed') }, 'Blog']);
    await readSource(source, { state, entries: [] }, site.ports);
    assert.deepEqual(site.asked, ['/feed', '/feed?']);
  });

  it('is a page that lists posts, with the feed that it names', async () => {
    site.pages.set('/blog/', {
      body: archive(['One', 'Two', 'Three'], link('/feed') + link('/comments/feed', 'Comments')),
    });
    const discovery = await find('/blog/');
    assert.deepEqual(briefly(discovery).slice(0, 3), ['listing of 3', 'link /feed', 'link /comments/feed']);
    const [offer] = discovery.offers;
    assert.ok(offer?.kind === 'source');
    assert.deepEqual(offer.result.source, {
      kind: 'listing',
      location: site.url('/blog/'),
      feed: site.url('/feed'),
    });
    assert.equal(site.asked.length, 1);
  });

  it('is a page whose feed is due at once, and that is not asked again for it', async () => {
    const body = archive(['One', 'Two', 'Three'], link('/feed'));
    site.pages.set('/blog/', { headers: { etag: '"1"', 'cache-control': 'max-age=86400' }, body });
    site.pages.set('/feed', { body: rss(['Four', 'Three']) });
    const [offer] = (await find('/blog/')).offers;
    assert.ok(offer?.kind === 'source');
    const { source, state, reading } = offer.result;
    assert.ok(isDue(state, 6, site.now));
    const entries = reading!.entries.map(entry => ({ ...entry, post: entry.key, isMade: true }));
    const fresh = await readSource(source, { state, entries }, site.ports);
    assert.deepEqual(site.asked, ['/blog/', '/feed']);
    assert.deepEqual([fresh.outcome, fresh.state.count], ['changed', 4]);
    assert.equal(dueAt(fresh.state, 6), site.now + 24 * 3_600_000);
    await readSource(source, { state: fresh.state, entries }, site.ports);
    assert.deepEqual(site.asked.slice(2), ['/blog/?', '/feed']);
    // Where what it told is lost, or some time has passed, the page is asked as well.
    await readSource(source, { state }, site.ports);
    assert.deepEqual(site.asked.slice(4), ['/blog/', '/feed']);
    site.now += 7 * 3_600_000;
    await readSource(source, { state, entries }, site.ports);
    assert.deepEqual(site.asked.slice(6), ['/blog/?', '/feed']);
  });

  it('is asked for once more at most where its feed fails', async () => {
    site.pages.set('/blog/', { body: archive(['One', 'Two', 'Three'], link('/feed')) });
    const [offer] = (await find('/blog/')).offers;
    assert.ok(offer?.kind === 'source');
    const { source, state } = offer.result;
    const failed = await readSource(source, { state, entries: [] }, site.ports);
    assert.equal(failed.state.failure?.code, 'notFound');
    assert.ok(!isDue(failed.state, 6, site.now));
  });

  it('of an author or a topic goes without the feed of the whole site', async () => {
    const sources = async (path: string, head: string) => {
      site.pages.set(path, { body: archive(['One', 'Two', 'Three'], head) });
      const [offer] = (await find(path)).offers;
      return offer?.kind === 'source' ? offer.result.source.feed : 'none';
    };
    assert.equal(await sources('/author/ada/', link('/feed')), undefined);
    assert.equal(await sources('/tags/go', link('/feed') + link('/tags/go/feed')), site.url('/tags/go/feed'));
    assert.equal(await sources('/archive', link('/comments/feed', 'Comments')), undefined);
  });

  it('are the feeds to choose from, where a page lists no posts', async () => {
    site.pages.set('/', {
      body: `<!doctype html><title>Home</title>${link('/a')}${link('/b')}<p>Welcome.</p>`,
    });
    assert.deepEqual(briefly(await find('/')).slice(0, 2), ['link /a', 'link /b']);
    site.pages.set('/home', {
      body: `<!doctype html><title>Harbor</title>${link('/a')}<h1>Harbor</h1><p>We build boats.</p>`,
    });
    assert.deepEqual(briefly(await find('/home')).slice(0, 1), ['link /a']);
  });

  it('is an outline, to be followed or taken as it is', async () => {
    const outlines = ['/a', '/b'].map(path => `<outline text="x" type="rss" xmlUrl="${site.url(path)}"/>`);
    site.pages.set('/blogroll', {
      headers: { etag: '"1"' },
      body: `<opml version="2.0"><head><title>Team</title></head><body>${outlines.join('')}</body></opml>`,
    });
    const discovery = await find('/blogroll');
    assert.deepEqual(briefly(discovery), ['outline of 2', 'opml of undefined']);
    const [, offer] = discovery.offers;
    assert.ok(offer?.kind === 'source');
    const { source, state } = offer.result;
    assert.deepEqual([source.location, state.title, state.feeds?.length], [site.url('/blogroll'), 'Team', 2]);
    assert.equal((await readSource(source, { state }, site.ports)).outcome, 'unchanged');
    assert.deepEqual(site.asked, ['/blogroll', '/blogroll?']);
  });

  it('is a post', async () => {
    site.pages.set('/engines', { body: article(link('/feed')) });
    const discovery = await find('/engines');
    assert.deepEqual(briefly(discovery), ['post Engines', 'link /feed']);
    const [offer] = discovery.offers;
    assert.ok(offer?.kind === 'post');
    assert.deepEqual(offer.post.author, [{ family: 'Lovelace', given: 'Ada' }]);
    assert.equal(offer.post.url, site.url('/engines'));
  });

  it('is a bibliography', async () => {
    site.pages.set('/refs.json', {
      body: '[{"id":"a","type":"book","title":"A"},{"id":"b","type":"book","title":"B"}]',
    });
    assert.deepEqual(briefly(await find('/refs.json')), ['bibliography of 2']);
  });

  it('is looked for where the address moved to, and stands for itself where it moved for now', async () => {
    site.pages.set('/feed', { body: rss(['One']) });
    for (const [status, path] of [
      [301, '/feed'],
      [302, '/old'],
    ] as const) {
      site.pages.set('/old', { status, headers: { location: '/feed' } });
      const { offers, url } = await find('/old');
      assert.ok(offers[0]?.kind === 'source');
      assert.equal(offers[0].result.source.location, site.url(path));
      assert.equal(url, site.url('/feed'));
    }
  });

  it('is told for addresses as people type them', async () => {
    site.pages.set('/feed', { body: rss(['One']) });
    const { host } = site.server;
    for (const typed of [` ${host}/feed `, `feed:http://${host}/feed`, `http://me:secret@${host}/feed`]) {
      const discovery = await discover(typed, site.ports);
      assert.deepEqual(briefly(discovery), ['feed of 1'], typed);
      assert.doesNotMatch(JSON.stringify(discovery), /secret/);
    }
  });

  for (const [typed, code] of [
    ['', 'invalidAddress'],
    ['two words', 'invalidAddress'],
    ['https://', 'invalidAddress'],
    ['file:///etc/passwd', 'unusableScheme'],
    ['javascript:alert(1)', 'unusableScheme'],
    ['mailto:me@example.com', 'unusableScheme'],
    ['vscode://byline.byline/add', 'unusableScheme'],
    ['http://169.254.169.254/latest/meta-data', 'privateAddress'],
    ['localhost:1', 'blockedPort'],
  ] as const) {
    it(`is refused for "${typed}"`, async () => {
      const { offers, problem } = await discover(typed, site.ports);
      assert.deepEqual([offers, problem?.code], [[], code]);
    });
  }

  it('is nothing, with the reason', async () => {
    site.pages.set('/empty', { body: '' });
    site.pages.set('/image', {
      headers: { 'content-type': 'image/png' },
      body: '\u0089PNG\r\n\u001a\n\u0000\u0001',
    });
    assert.equal((await find('/empty')).problem?.code, 'nothingToRead');
    assert.equal((await find('/image')).problem?.code, 'nothingToRead');
    assert.equal((await find('/missing')).problem?.code, 'notFound');
    assert.equal((await find('/hangUp')).problem?.code, 'noConnection');
  });
});
