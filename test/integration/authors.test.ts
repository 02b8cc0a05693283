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

  it('are merged as selected, and the library file keeps it', async () => {
    const [twain, clemens] = [row('Mark Twain'), row('Samuel Clemens')];
    await vscode.commands.executeCommand('byline.mergeAuthors', twain, [clemens, twain]);
    assert.deepEqual(await decisions(), { b: { 'Samuel Clemens': 'Mark Twain' } });
  });

  it('get a spelling back as an author of its own, as picked', async () => {
    let isDone = false;
    const done = Promise.resolve(
      vscode.commands.executeCommand(
        'byline.splitOffSpelling',
        row('Mark Twain', 'Samuel Clemens', 'Mark Twain'),
      ),
    ).then(() => {
      isDone = true;
    });
    const accepting = setInterval(() => {
      if (!isDone) void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }, 100);
    await eventually(() => isDone, 'the spelling to be split off');
    clearInterval(accepting);
    await done;
    assert.deepEqual(await decisions(), { b: { 'Samuel Clemens': 'Samuel Clemens' } });
  });
});
