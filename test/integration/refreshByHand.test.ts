import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RefreshSummary } from '../../src/core/sources';
import { orUnlist } from '../../src/vscode/commands/sources/context';
import { summaryText } from '../../src/vscode/commands/sources/refreshByHand';
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
