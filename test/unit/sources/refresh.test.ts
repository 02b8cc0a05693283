import assert from 'node:assert/strict';
import { HttpError } from '../../../src/core/network/httpError';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { merging } from '../../../src/core/sources/merging';
import type { ToldEntry } from '../../../src/core/sources/reading';
import type { SourceResult } from '../../../src/core/sources/readSource';
import { type RefreshOptions, type RefreshPorts, refresh } from '../../../src/core/sources/refresh';
import type { Source } from '../../../src/core/sources/source';
import { newState, type SourceState } from '../../../src/core/sources/state';
import { createHttpClient } from '../../../src/node/httpClient';
import type { BehaviourName } from '../../badServer';
import { figure, soak } from '../../figure';
import { rss, Site } from './site';

const hour = 3_600_000;

/** What becomes of the library and of what is kept beside it. */
class Kept {
  posts: readonly Post[] = [];
  readonly states = new Map<string, SourceState>();
  readonly entries = new Map<string, readonly ToldEntry[]>();
  saves = 0;
  isSaving = false;

  ports(site: Site): RefreshPorts {
    return {
      ...site.ports,
      stateOf: async ({ location }) => this.states.get(location) ?? newState,
      entriesOf: async ({ location }) => this.entries.get(location),
      save: async results => {
        assert.equal(this.isSaving, false, 'saving twice at once');
        this.isSaving = true;
        await new Promise(resolve => setTimeout(resolve, 20));
        this.isSaving = false;
        return this.#save(results);
      },
    };
  }

  #save(results: readonly SourceResult[]) {
    this.saves++;
    const told = results.map(({ source: { location }, reading }) => ({
      location,
      before: this.entries.get(location),
      reading,
    }));
    const { posts, entries, added, changed, gone } = runWhole(merging(this.posts, told));
    this.posts = posts;
    for (const [location, kept] of entries) this.entries.set(location, kept);
    for (const { source, state } of results) this.states.set(source.location, state);
    return { added: added.length, changed: changed.length, gone: gone.length };
  }
}

const byHand: RefreshOptions = { interval: 6, isByHand: true };
const ofItself: RefreshOptions = { interval: 6, isByHand: false };

describe('a refresh', function () {
  this.timeout(30_000);
  let site: Site;
  let kept: Kept;
  beforeEach(async () => {
    site = await Site.start();
    kept = new Kept();
  });
  afterEach(() => site.server.close());

  const source = (path: string): Source => ({ kind: 'feed', location: site.url(path) });
  const run = (sources: readonly Source[], options = byHand, signal?: AbortSignal) =>
    refresh(sources, kept.ports(site), options, signal);

  it('tells of each source as it comes, and of all in one summary', async () => {
    site.pages.set('/1', { body: rss(['One', 'Two']) });
    site.pages.set('/2', { body: rss(['Three']) });
    const sources = ['/1', '/2', '/3'].map(source);
    const results: string[] = [];
    const onResult = ({ outcome }: SourceResult) => results.push(outcome);
    const summary = await run(sources, { ...byHand, onResult });
    assert.deepEqual(results.sort(), ['changed', 'changed', 'failed']);
    assert.deepEqual(summary, {
      changed: 2,
      unchanged: 0,
      failed: 1,
      waiting: 0,
      posts: { added: 3, changed: 0, gone: 0 },
      isOffline: false,
      isCancelled: false,
    });
    assert.equal(kept.saves, 1);
    assert.equal((await run(sources)).unchanged, 2);
  });

  it('of itself asks only what is due; by hand also what is not', async () => {
    for (const path of ['/1', '/2']) site.pages.set(path, { body: rss(['One']) });
    const sources = ['/1', '/2', '/gone'].map(source);
    await run([sources[0]!, sources[2]!], ofItself);
    site.now += 5 * hour;
    assert.equal((await run(sources, ofItself)).waiting, 2);
    assert.deepEqual(site.asked.sort(), ['/1', '/2', '/gone']);
    site.now += 2 * hour;
    assert.equal((await run(sources, ofItself)).waiting, 2);
    assert.equal((await run(sources)).waiting, 0);
    assert.equal((await run(sources, { ...ofItself, interval: 0 })).waiting, 3);
  });

  it('leaves a server alone that said for how long, also by hand', async () => {
    await run([source('/unavailable')]);
    site.now += 60_000;
    assert.equal((await run([source('/unavailable')])).waiting, 1);
    site.now += 60_000;
    assert.equal((await run([source('/unavailable')])).waiting, 0);
  });

  it('asks a site two times at once at most, and eight in all', async () => {
    const open = { all: 0, host: new Map<string, number>(), most: 0, mostOfHost: 0 };
    const http: RefreshPorts['http'] = {
      async get(url) {
        const { host } = new URL(url);
        open.most = Math.max(open.most, ++open.all);
        open.host.set(host, (open.host.get(host) ?? 0) + 1);
        open.mostOfHost = Math.max(open.mostOfHost, open.host.get(host)!);
        await new Promise(resolve => setTimeout(resolve, 5));
        open.all--;
        open.host.set(host, open.host.get(host)! - 1);
        return { status: 404, url, headers: new Map(), body: new Uint8Array() };
      },
    };
    const locations = Array.from({ length: 60 }, (_, at) => `https://h${at % 6}.example/${at}`);
    const sources = locations.map((location): Source => ({ kind: 'feed', location }));
    const summary = await refresh(sources, { ...kept.ports(site), http }, byHand);
    assert.deepEqual([summary.failed, open.most, open.mostOfHost], [60, 8, 2]);
  });

  it('ends at once when it is cancelled, and asks again later for what was not saved', async () => {
    site.pages.set('/1', { headers: { etag: '"1"' }, body: rss(['One']) });
    const controller = new AbortController();
    const hanging = Array.from({ length: 9 }, (_, at) => source(`/noResponse?${at}`));
    const running = run([source('/1'), ...hanging], byHand, controller.signal);
    await new Promise(resolve => setTimeout(resolve, 200));
    const cancelled = performance.now();
    controller.abort();
    const summary = await running;
    assert.ok(performance.now() - cancelled < (soak ? 200 : 500));
    assert.deepEqual([summary.isCancelled, summary.changed, summary.posts.added], [true, 1, 0]);
    await new Promise(resolve => setTimeout(resolve, 600));
    assert.equal(kept.saves, 0);
    assert.equal((await run([source('/1')])).posts.added, 1);
  });

  it('ends at once when it is cancelled while it saves, and what is being saved is saved whole', async () => {
    site.pages.set('/1', { body: rss(['One']) });
    const controller = new AbortController();
    const ports = kept.ports(site);
    let cancelled = 0;
    const save: RefreshPorts['save'] = async results => {
      cancelled = performance.now();
      controller.abort();
      await new Promise(resolve => setTimeout(resolve, 600));
      return ports.save(results);
    };
    const summary = await refresh([source('/1')], { ...ports, save }, byHand, controller.signal);
    assert.ok(performance.now() - cancelled < 200);
    assert.deepEqual([summary.isCancelled, summary.posts.added, kept.saves], [true, 0, 0]);
    while (kept.saves === 0) await new Promise(resolve => setTimeout(resolve, 10));
    assert.deepEqual([kept.posts.length, kept.states.size, summary.posts.added], [1, 1, 0]);
    assert.equal((await run([source('/1')])).unchanged, 1);
  });

  it('reports it when saving fails, and asks no one any more', async () => {
    site.pages.set('/1', { body: rss(['One']) });
    const save = async () => Promise.reject(new Error('damaged'));
    const hanging = Array.from({ length: 9 }, (_, at) => source(`/noResponse?${at}`));
    const started = performance.now();
    await assert.rejects(
      refresh([source('/1'), ...hanging], { ...kept.ports(site), save }, byHand),
      /damaged/,
    );
    assert.ok(performance.now() - started < 900);
  });

  it('goes on where one source cannot be read for a reason of our own', async () => {
    site.pages.set('/1', { body: rss(['One']) });
    const ports = kept.ports(site);
    const entriesOf: RefreshPorts['entriesOf'] = async ({ location }) => {
      if (location.endsWith('/2')) throw new Error('disk');
      return undefined;
    };
    const summary = await refresh([source('/2'), source('/1')], { ...ports, entriesOf }, byHand);
    assert.deepEqual([summary.failed, summary.changed], [1, 1]);
    assert.equal(kept.states.get(site.url('/2'))!.failure!.detail, 'disk');
  });

  it('asks a host two times at once at most though sources have moved there', async () => {
    const open = { now: 0, most: 0 };
    const http: RefreshPorts['http'] = {
      async get(url) {
        open.most = Math.max(open.most, ++open.now);
        await new Promise(resolve => setTimeout(resolve, 5));
        open.now--;
        return { status: 404, url, headers: new Map(), body: new Uint8Array() };
      },
    };
    const locations = Array.from({ length: 12 }, (_, at) => `https://h${at}.example/`);
    for (const [at, location] of locations.entries()) {
      const movedTo = `https://feeds.example/${at}`;
      kept.states.set(location, { ...newState, answers: { [location]: { since: 0, movedTo } } });
    }
    const sources = locations.map((location): Source => ({ kind: 'feed', location }));
    const summary = await refresh(sources, { ...kept.ports(site), http }, byHand);
    assert.deepEqual([summary.failed, open.most], [12, 2]);
  });

  it('does not hold it against sources that this computer is offline', async () => {
    const offline = Array.from(
      { length: 4 },
      (_, at): Source => ({ kind: 'feed', location: `https://h${at}.example/` }),
    );
    const http = createHttpClient({
      allowedHosts: () => [site.server.host],
      userAgent: 'Byline/1.0 (test)',
      lookup: async () => Promise.reject(new Error('ENOTFOUND')),
    });
    const ports = { ...kept.ports(site), http };
    const summary = await refresh(offline, ports, byHand);
    assert.deepEqual([summary.isOffline, summary.failed], [true, 4]);
    const { failure, failures, notBefore } = kept.states.get(offline[0]!.location)!;
    assert.deepEqual([failure, failures, notBefore], [undefined, 0, site.now + 600_000]);
    assert.equal((await refresh(offline, ports, ofItself)).waiting, 4);

    site.pages.set('/1', { body: rss(['One']) });
    const online = await refresh([...offline, source('/1')], ports, byHand);
    assert.deepEqual([online.isOffline, online.failed, online.changed], [false, 4, 1]);
    assert.equal(kept.states.get(offline[0]!.location)!.failure?.code, 'unknownHost');
    const [{ location }] = offline as [Source];
    const later = site.now + 9 * hour;
    kept.states.set(location, { ...newState, failures: 3, notBefore: later });
    await refresh(offline, ports, byHand);
    assert.equal(kept.states.get(location)!.notBefore, later);
    const refused: Source = { kind: 'feed', location: 'http://10.0.0.1/' };
    assert.ok((await refresh([refused, ...offline], ports, byHand)).isOffline);
    const alone = await refresh([offline[0]!], ports, byHand);
    assert.deepEqual([alone.isOffline, alone.failed], [false, 1]);
  });

  it('does not hold it against a single host either where the error says so, for a week', async () => {
    for (const path of ['/1', '/2']) site.pages.set(path, { body: rss(['One']) });
    const sources = ['/1', '/2'].map(source);
    await run(sources);
    const http: RefreshPorts['http'] = {
      get: url => Promise.reject(new HttpError('offline', new URL(url).host)),
    };
    const ports = { ...kept.ports(site), http };
    const before = structuredClone(kept.states);
    site.now += 7 * hour;
    const summary = await refresh(sources, ports, ofItself);
    assert.deepEqual([summary.isOffline, summary.failed], [true, 2]);
    for (const { location } of sources) {
      const notBefore = site.now + 600_000;
      assert.deepEqual(kept.states.get(location), { ...before.get(location), notBefore });
    }
    site.now += 600_000;
    assert.equal((await refresh(sources, ports, ofItself)).waiting, 0);
    site.now += 7 * 24 * hour;
    const later = await refresh(sources, ports, byHand);
    assert.deepEqual(
      [later.isOffline, kept.states.get(sources[0]!.location)!.failure?.code],
      [false, 'offline'],
    );
    // Of what was never read nobody knows that it is well.
    const unread = await refresh([source('/3')], ports, byHand);
    assert.deepEqual([unread.isOffline, unread.failed], [false, 1]);
  });

  describe('of 200 feeds of which 60 are bad', function () {
    this.timeout(120_000);
    const bad: readonly BehaviourName[] = [
      ...([
        'drip',
        'headerDrip',
        'noResponse',
        'endlessEarlyHints',
        'hangUp',
        'resetInBody',
        'shorterThanSaid',
      ] as const),
      ...([
        'cutChunks',
        'endless',
        'gzipBomb',
        'tenTimesGzip',
        'badGzip',
        'redirectLoop',
        'movedToItself',
      ] as const),
      ...(['tooManyRequests', 'unavailable', 'gone', 'html', 'empty', 'notHttp'] as const),
    ];
    const isGood = (at: number) => at % 10 >= 3;
    const isGoodFeed = ({ location }: Source) => location.includes('/feed');
    const hosts = Array.from({ length: 200 }, (_, at) => at);

    function feeds(): Source[] {
      let count = 0;
      const locations = hosts.map(at => {
        const path = isGood(at) ? `/feed${at}` : `/${bad[count++ % bad.length]}`;
        if (isGood(at)) site.pages.set(path, { headers: { etag: `"${at}"` }, body: rss([`Post${at}`]) });
        return `http://h${at}.test:${site.server.port}${path}`;
      });
      return locations.map((location): Source => ({ kind: 'feed', location }));
    }

    function ports(): RefreshPorts {
      const http = createHttpClient({
        allowedHosts: () => hosts.map(at => `h${at}.test:${site.server.port}`),
        userAgent: 'Byline/1.0 (test)',
        // A second is as good as the twenty that a server really has.
        ...(soak ? {} : { limits: { total: 1500, connect: 1200, body: 2 ** 20 } }),
        lookup: async () => ['127.0.0.1'],
      });
      return { ...kept.ports(site), http };
    }

    it(`brings the 140 good ones${soak ? ' within 10 s' : ''}, and asks them all on a condition then`, async () => {
      // The worst order: the bad ones first.
      const sources = feeds().sort((a, b) => Number(isGoodFeed(a)) - Number(isGoodFeed(b)));
      const started = performance.now();
      let last = 0;
      const onResult = ({ outcome }: SourceResult) => {
        if (outcome === 'changed') last = performance.now() - started;
      };
      const summary = await refresh(sources, ports(), { ...byHand, onResult });
      const whole = performance.now() - started;
      assert.deepEqual([summary.changed, summary.failed, summary.posts.added], [140, 60, 140]);
      assert.ok(kept.saves < 20, `saved ${kept.saves} times`);
      const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`;
      figure(
        '200 feeds, 60 of bad servers',
        `${summary.changed} good ones after ${seconds(last)}, all after ${seconds(whole)}`,
      );
      if (soak) assert.ok(last < 10_000 && whole < 60_000);

      const before = site.server.requests.length;
      const second = await refresh(sources.filter(isGoodFeed), ports(), byHand);
      assert.equal(second.unchanged, 140);
      const asked = site.server.requests.slice(before);
      assert.equal(asked.length, 140);
      assert.ok(asked.every(({ headers }) => headers['if-none-match']));
    });
  });
});
