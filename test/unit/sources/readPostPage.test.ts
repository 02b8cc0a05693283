import assert from 'node:assert/strict';
import { readSource, type SourceMemory, type SourceResult } from '../../../src/core/sources/readSource';
import type { Source } from '../../../src/core/sources/source';
import { newState } from '../../../src/core/sources/state';
import { rss, Site } from './site';

describe('a page that is a post', () => {
  let site: Site;
  let memory: SourceMemory;
  beforeEach(async () => {
    site = await Site.start();
    memory = { state: newState };
  });
  afterEach(() => site.server.close());

  /** Reads, and keeps what came of it. */
  async function read(source: Source): Promise<SourceResult> {
    const result = await readSource(source, memory, site.ports);
    const { reading, state } = result;
    const entries = reading?.entries.map(entry => ({ ...entry, post: entry.key, isMade: true }));
    memory = { state, entries: entries ?? memory.entries };
    return result;
  }

  const titles = ({ reading }: SourceResult) => reading?.entries.map(({ record }) => record.title);
  const page: () => Source = () => ({ kind: 'page', location: site.url('/one') });
  const post = (title: string, more = '') =>
    `<!doctype html><html><head><title>${title}</title><meta property="og:type" content="article">` +
    `<meta property="article:published_time" content="2026-11-02"><meta name="author" content="Ada Lovelace">${more}</head>` +
    `<body><article><h1>${title}</h1><p>The engine weaves patterns.</p></article></body></html>`;

  it('tells that post, and what becomes of it', async () => {
    site.pages.set('/one', { headers: { etag: '"1"' }, body: post('Engines') });
    const first = await read(page());
    assert.deepEqual([titles(first), first.state.title, first.state.count], [['Engines'], 'Engines', 1]);
    assert.deepEqual(first.reading!.entries[0]!.record.author, [{ family: 'Lovelace', given: 'Ada' }]);
    assert.equal((await read(page())).outcome, 'unchanged');
    site.pages.set('/one', { body: post('Engines, revised') });
    const { key } = (await read(page())).reading!.entries[0]!;
    assert.equal(key, first.reading!.entries[0]!.key);
    site.pages.set('/one', { body: post('Engines, revised', '<meta name="time" content="12:00">') });
    assert.equal((await read(page())).outcome, 'unchanged');
    assert.deepEqual(site.asked, ['/one', '/one?', '/one?', '/one']);
  });

  it('says what the page is where it is no post', async () => {
    site.pages.set('/one', { body: post('Engines') });
    await read(page());
    site.pages.set('/one', { body: '<!doctype html><title>404 Not Found</title><h1>404 Not Found</h1>' });
    const { outcome, state } = await read(page());
    assert.deepEqual(
      [outcome, state.failure?.code, state.failure?.detail, state.count],
      ['failed', 'noPost', '404 Not Found', 1],
    );
    site.pages.set('/one', { body: rss(['One']) });
    assert.equal((await read(page())).state.failure?.code, 'noPost');
  });
});
