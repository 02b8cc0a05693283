import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Grouping } from '../../src/core/grouping/grouping';
import type { Post } from '../../src/core/post';
import { cacheName } from '../../src/vscode/library/cache';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { GroupedPosts } from '../../src/vscode/views/groupedPosts';
import { readSummary, writeSummary } from '../../src/vscode/views/postsSummary';
import { PostsTree } from '../../src/vscode/views/postsTree';
import { inWorkspace, post, useLibrary, writeLibrary } from './editor';

describe('the summary of the first rows', () => {
  const posts = [
    post({ id: 'one', keywords: ['cloud'], issued: { year: 2021 } }),
    post({ id: 'two', keywords: ['cloud', 'AWS'], author: [{ family: 'Doe', given: 'Jane' }] }),
  ];
  let uri: vscode.Uri;
  let log: vscode.LogOutputChannel;
  let disposables: vscode.Disposable[] = [];

  before(async () => {
    uri = await useLibrary([]);
    log = vscode.window.createOutputChannel('Byline test', { log: true });
  });
  beforeEach(async () => {
    await writeLibrary(uri, posts);
    const library = openLibrary();
    await library.load();
    await writeSummary(library, await grouped(library.posts, ['author', 'topic']));
  });
  afterEach(() => {
    vscode.Disposable.from(...disposables).dispose();
    disposables = [];
  });
  after(() => inWorkspace('libraryFile', undefined));

  const grouped = (all: readonly Post[], by: readonly Grouping[]) => new GroupedPosts().of(all, by);

  /** The library of a new window. */
  function openLibrary(): OpenLibrary {
    const library = new OpenLibrary(vscode.Uri.joinPath(uri, '../storage'), () => workspaceFileSystem, log);
    disposables.push(library);
    return library;
  }

  /** With the tree, which keeps a summary of what it shows. */
  function open() {
    const library = openLibrary();
    const tree = new PostsTree(library);
    disposables.push(
      tree,
      library.onDidChange(() => tree.show(library.posts)),
    );
    return { library, tree };
  }

  it('is shown before the library is read, and agrees with it, so that nothing is redrawn', async () => {
    const { library, tree } = open();
    const redrawn: unknown[] = [];
    disposables.push(tree.onDidChangeTreeData(rows => redrawn.push(rows)));
    const roots = await tree.getChildren();
    const [authors, topics] = await Promise.all(roots.map(root => tree.getChildren(root)));
    const rows = [...roots, ...authors!, ...topics!];
    assert.equal(library.isLoaded, false);
    const items = rows.map(row => tree.getTreeItem(row));
    assert.deepEqual(
      items.map(({ label, description }) => `${label} ${description}`),
      ['Authors 2', 'Topics 2', 'Jane Doe 1', 'Ann Lee 1', 'cloud 2', 'AWS 1'],
    );

    const below = await tree.getChildren(authors![0]);
    assert.equal(library.isLoaded, true);
    assert.deepEqual(
      below.map(row => tree.getTreeItem(row).label),
      ['Title of two'],
    );
    assert.deepEqual(redrawn, []);
    assert.deepEqual(
      rows.map(row => tree.getTreeItem(row)),
      items,
    );
    assert.deepEqual(await tree.getChildren(), roots);
    assert.ok((await tree.getChildren(roots[0])).every((row, index) => row === authors![index]));
  });

  it('is read for the settings that it was made under, and for the file as it was then', async () => {
    assert.ok(await readSummary(openLibrary()));
    await inWorkspace('groupBy', ['topic']);
    assert.equal(await readSummary(openLibrary()), undefined);
    await inWorkspace('groupBy', undefined);
    assert.ok(await readSummary(openLibrary()));

    await writeLibrary(uri, [...posts, post({ id: 'three', keywords: ['queues'] })]);
    assert.equal(await readSummary(openLibrary()), undefined);
    const { library, tree } = open();
    const roots = await tree.getChildren();
    assert.equal(library.isLoaded, true);
    assert.equal(tree.getTreeItem(roots[1]!).description, '3');
  });

  it('that was cut short, or is of another form, is as none', async () => {
    const library = openLibrary();
    assert.ok(await readSummary(library));
    const file = vscode.Uri.joinPath(library.cache.folder, cacheName('rows', library.uri));
    const bytes = await vscode.workspace.fs.readFile(file);
    for (const damaged of [
      bytes.slice(0, bytes.length / 2),
      new Uint8Array(),
      new TextEncoder().encode('null'),
    ]) {
      await vscode.workspace.fs.writeFile(file, damaged);
      assert.equal(await readSummary(library), undefined);
    }
  });
});
