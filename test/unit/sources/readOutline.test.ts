import assert from 'node:assert/strict';
import { feedsOfOutlines } from '../../../src/core/sources/feedsOfOutlines';
import { readSource, type SourceMemory, type SourceResult } from '../../../src/core/sources/readSource';
import type { Source } from '../../../src/core/sources/source';
import { newState } from '../../../src/core/sources/state';
import { Site } from './site';

describe('an outline', () => {
  let site: Site;
  let memory: SourceMemory;
  beforeEach(async () => {
    site = await Site.start();
    memory = { state: newState };
  });
  afterEach(() => site.server.close());

  /** Reads, and keeps what came of it as JSON does; there are no entries. */
  async function read(source: Source): Promise<SourceResult> {
    const result = await readSource(source, memory, site.ports);
    memory = JSON.parse(JSON.stringify({ state: result.state }));
    return result;
  }

  const opml = (...paths: string[]) =>
    `<opml version="2.0"><head><title>Team</title></head><body><outline text="Work">` +
    `${paths.map(path => `<outline text="Blog" type="rss" xmlUrl="https://a.example${path}"/>`).join('')}` +
    '</outline></body></opml>';
  const feeds = ({ state }: SourceResult) => state.feeds?.map(({ location }) => new URL(location).pathname);
  const uri = 'file:///team.opml';
  const file: Source = { kind: 'opml', location: 'team.opml' };

  it('names feeds and tells no posts, as a file', async () => {
    site.files.files.set(uri, opml('/1', '/2'));
    const first = await read(file);
    assert.deepEqual(first.state.feeds?.[0], {
      kind: 'feed',
      location: 'https://a.example/1',
      name: 'Blog',
      group: 'Work',
    });
    assert.deepEqual(
      [first.outcome, first.reading, first.state.title, feeds(first)],
      ['changed', undefined, 'Team', ['/1', '/2']],
    );
    assert.equal((await read(file)).outcome, 'unchanged');
    assert.equal(site.parsed.length, 1);
    site.files.files.set(uri, `${opml('/1', '/2')}<!-- more -->`);
    assert.equal((await read(file)).outcome, 'unchanged');
    site.files.files.set(uri, opml('/2', '/3'));
    assert.deepEqual(feeds(await read(file)), ['/2', '/3']);
  });

  it('is asked on a condition, as an address', async () => {
    const source: Source = { kind: 'opml', location: site.url('/team') };
    site.pages.set('/team', { headers: { etag: '"1"' }, body: opml('/1') });
    for (const outcome of ['changed', 'unchanged']) assert.equal((await read(source)).outcome, outcome);
    assert.deepEqual(site.asked, ['/team', '/team?']);
  });

  it('keeps its feeds where it cannot be read', async () => {
    site.files.files.set(uri, opml('/1'));
    await read(file);
    for (const [text, code] of [
      [undefined, 'missingFile'],
      ['<opml version="2.0"><body/></opml>', 'noOutline'],
      ['<p>Moved.</p>', 'noOutline'],
    ] as const) {
      if (text === undefined) site.files.files.delete(uri);
      else site.files.files.set(uri, text);
      const result = await read(file);
      assert.deepEqual([result.outcome, result.state.failure?.code, feeds(result)], ['failed', code, ['/1']]);
    }
  });

  it('stands for the feeds that are not listed beside it, each once', async () => {
    const other: Source = { kind: 'opml', location: 'other.opml' };
    const feed = (path: string): Source => ({ kind: 'feed', location: `https://a.example${path}` });
    const states = new Map([
      [file, { ...newState, feeds: ['/1', '/2'].map(feed) }],
      [other, { ...newState, feeds: ['/2', '/3'].map(feed) }],
    ]);
    const listed = [file, { ...feed('/1'), location: 'http://www.a.example/1/' }, other];
    assert.deepEqual(
      feedsOfOutlines(listed, source => states.get(source) ?? newState),
      [
        { source: feed('/2'), outline: file },
        { source: feed('/3'), outline: other },
      ],
    );
  });
});
