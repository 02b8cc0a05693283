import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, post, useLibrary } from './editor';

describe('authors', () => {
  const posts = [
    post({ id: 'a', author: [{ family: 'Twain', given: 'Mark' }] }),
    post({ id: 'b', author: [{ family: 'Clemens', given: 'Samuel' }] }),
    post({ id: 'c', author: [{ family: 'Lee', given: 'Ann' }] }),
  ];
  let uri: vscode.Uri;
  before(async () => {
    uri = await useLibrary(posts);
  });

  /** What the tree hands to a command. */
  const row = (key: string, ...spellings: string[]) => ({
    kind: 'group',
    by: 'author',
    group: {
      key,
      label: key,
      posts: [],
      spellings: spellings.map(spelling => ({ key: spelling, posts: 1 })),
    },
  });

  async function decisions(): Promise<unknown> {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const items: { id: string; custom?: { persons?: unknown } }[] = JSON.parse(text);
    return Object.fromEntries(items.flatMap(({ id, custom }) => (custom ? [[id, custom.persons]] : [])));
  }

  /** Runs a command, with Enter for whatever it asks. */
  async function accepting(...command: [string, ...unknown[]]): Promise<void> {
    let isDone = false;
    const done = Promise.resolve(vscode.commands.executeCommand(...command)).then(() => {
      isDone = true;
    });
    const accepts = setInterval(() => {
      if (!isDone) void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }, 100);
    await eventually(() => isDone, `${command[0]} to end`);
    clearInterval(accepts);
    await done;
  }

  it('are merged as selected, and the library file keeps it', async () => {
    const [twain, clemens] = [row('Mark Twain'), row('Samuel Clemens')];
    await vscode.commands.executeCommand('byline.mergeAuthors', twain, [clemens, twain]);
    assert.deepEqual(await decisions(), { b: { 'Samuel Clemens': 'Mark Twain' } });
  });

  it('get a spelling back as an author of its own, as picked', async () => {
    await accepting('byline.splitOffSpelling', row('Mark Twain', 'Samuel Clemens', 'Mark Twain'));
    assert.deepEqual(await decisions(), { b: { 'Samuel Clemens': 'Samuel Clemens' } });
  });

  it('are asked for when no row is chosen, first what was joined to the author', async () => {
    await vscode.commands.executeCommand('byline.mergeAuthors', row('Mark Twain'), [row('Samuel Clemens')]);
    assert.deepEqual(await decisions(), { b: { 'Samuel Clemens': 'Mark Twain' } });
    await accepting('byline.splitOffSpelling');
    assert.deepEqual(await decisions(), { b: { 'Samuel Clemens': 'Samuel Clemens' } });
  });
});
