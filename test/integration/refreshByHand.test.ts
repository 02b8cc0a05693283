import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RefreshSummary } from '../../src/core/sources';
import type { Source } from '../../src/core/sources/source';
import { newState } from '../../src/core/sources/state';
import { orUnlist, type SourcesContext, takeOut, withFeeds } from '../../src/vscode/commands/sources/context';
import { refreshByHand, summaryText } from '../../src/vscode/commands/sources/refreshByHand';
import { addSources, listedSources } from '../../src/vscode/sources/listedSources';
import { inWorkspace, useLibrary } from './editor';

describe('a refresh by hand', () => {
  const summary: RefreshSummary = {
    changed: 0,
    unchanged: 0,
    failed: 0,
    waiting: 0,
    posts: { added: 0, changed: 0, gone: 0 },
    isOffline: false,
    isCancelled: false,
  };

  it('says what came, and what could not be read', () => {
    const posts = { added: 3, changed: 1, gone: 0 };
    assert.equal(
      summaryText({ ...summary, changed: 2, unchanged: 10, failed: 2, posts }),
      '3 new posts from 12 sources. 2 sources could not be read; see the Sources view.',
    );
  });

  it('says without a connection that there is none, and finds no fault with sources', () => {
    assert.equal(
      summaryText({ ...summary, failed: 12, isOffline: true }),
      'No connection, so nothing was asked.',
    );
    assert.equal(
      summaryText({ ...summary, unchanged: 1, failed: 12, isOffline: true }),
      'No new posts from 1 source. No connection, so nothing was asked.',
    );
  });
});

describe('a refresh by hand of which some fails', () => {
  const failed: Source = { kind: 'feed', location: 'https://failed.invalid/' };
  const read: Source = { kind: 'feed', location: 'https://read.invalid/' };

  async function toldOf(isItemShown: boolean): Promise<readonly string[]> {
    const told: string[] = [];
    const setMessage = vscode.window.setStatusBarMessage;
    const failing = { source: failed, state: { ...newState, failure: { code: 'timeout' } } };
    const context = {
      library: { load: async () => {}, damage: [] },
      sources: {
        load: async () => {},
        known: [failing, { source: read, state: newState }],
        refresh: async () => ({
          ...{ changed: 1, unchanged: 0, failed: 1, waiting: 0, isOffline: false, isCancelled: false },
          posts: { added: 1, changed: 0, gone: 0 },
        }),
      },
      status: {
        during: (_: number, work: (read: () => void) => unknown) => work(() => {}),
        fail: (known: readonly unknown[]) => {
          told.push(`${known.length} failed`);
          return isItemShown;
        },
      },
    } as unknown as SourcesContext;
    vscode.window.setStatusBarMessage = (text: string) => {
      told.push(text);
      return new vscode.Disposable(() => {});
    };
    try {
      await refreshByHand(context, [failed, read]);
    } finally {
      vscode.window.setStatusBarMessage = setMessage;
    }
    return told;
  }

  it('is told once, by the item that stays', async () => {
    assert.deepEqual(await toldOf(true), ['1 failed', '1 new post from 1 source.']);
  });

  it('is told in passing where the Sources view shows it', async () => {
    assert.deepEqual(await toldOf(false), [
      '1 failed',
      '1 new post from 1 source. 1 source could not be read; see the Sources view.',
    ]);
  });
});

describe('an outline', () => {
  const feed = (name: string): Source => ({ kind: 'feed', location: `https://${name}.invalid/` });
  const outline = (name: string): Source => ({ kind: 'opml', location: name });
  const known = (source: Source, more: object = {}) => ({
    source,
    state: newState,
    isRefreshing: false,
    ...more,
  });
  const [one, two] = [outline('one.opml'), outline('two.opml')];
  const feeds = (...names: string[]) => ({ state: { ...newState, feeds: names.map(feed) } });
  let forgotten: readonly Source[] = [];
  const context = {
    sources: {
      known: [
        known(one, feeds('a', 'b', 'c')),
        known(two, feeds('b')),
        known(feed('c')),
        known(feed('a'), { outline: one }),
        known(feed('b'), { outline: one }),
      ],
      forget: async (sources: readonly Source[]) => {
        forgotten = sources;
      },
    },
  } as unknown as SourcesContext;

  it('is refreshed with the feeds that it stands for', () => {
    assert.deepEqual(withFeeds(context, [one]), [one, feed('a'), feed('b')]);
    assert.deepEqual(withFeeds(context, [feed('b'), one]), [feed('b'), one, feed('a')]);
    assert.deepEqual(withFeeds(context, [feed('c')]), [feed('c')]);
  });

  it('goes with its feeds, but for those that another outline names', async () => {
    await takeOut(context, [one], false);
    assert.deepEqual(forgotten, [one, feed('a')]);
    await takeOut(context, [one, two], false);
    assert.deepEqual(forgotten, [one, two, feed('a'), feed('b')]);
  });

  it('stands for a feed that is no longer listed beside it', async () => {
    await takeOut(context, [feed('c')], false);
    assert.deepEqual(forgotten, []);
  });
});

describe('a source whose posts cannot be saved', () => {
  let uri: vscode.Uri;
  afterEach(async () => {
    await inWorkspace('sources', undefined);
    await inWorkspace('libraryFile', undefined);
    await vscode.workspace.fs.delete(uri);
  });

  it('does not stay listed, but what was listed before does', async () => {
    uri = await useLibrary([]);
    const [kept, added] = ['a', 'b'].map(
      name => ({ kind: 'feed', location: `http://127.0.0.1:9/${name}` }) as const,
    );
    await addSources([kept!]);
    const listed = await addSources([kept!, added!]);
    const failing = () => orUnlist(listed, () => Promise.reject(new Error('full')));
    await assert.rejects(failing, /full/);
    assert.deepEqual(listedSources().sources, [kept]);
  });
});
