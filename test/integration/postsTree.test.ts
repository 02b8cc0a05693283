import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { workspaceFileSystem } from '../../src/vscode/fileSystem';
import { OpenLibrary } from '../../src/vscode/openLibrary';
import type { PostsRow } from '../../src/vscode/postsRow';
import { PostsTree } from '../../src/vscode/postsTree';
import { eventually, inWorkspace, post, useLibrary, writeLibrary } from './editor';

describe('the tree of posts', () => {
  const posts = [
    post({
      id: 'new',
      title: 'Newer',
      keywords: ['cloud'],
      issued: { year: 2021, month: 3 },
      abstract: '**not bold**',
    }),
    post({
      id: 'old',
      title: 'Older',
      keywords: ['cloud', 'AWS'],
      issued: { year: 2019 },
      provisional: ['title'],
    }),
    post({
      id: 'alone',
      title: 'Alone',
      author: [{ family: 'San Miguel', given: 'Frank' }],
      url: 'https://example.com/a',
    }),
  ];
  let library: OpenLibrary;
  let tree: PostsTree;
  let uri: vscode.Uri;

  before(async () => {
    uri = await useLibrary(posts);
    const log = vscode.window.createOutputChannel('Byline test', { log: true });
    library = new OpenLibrary(uri, () => workspaceFileSystem, log);
    tree = new PostsTree(library);
    await library.load();
    tree.show(library.posts);
  });
  after(() => library.dispose());

  const items = async (row?: PostsRow) => (await tree.getChildren(row)).map(child => tree.getTreeItem(child));
  const labels = async (row?: PostsRow) =>
    (await items(row)).map(({ label, description }) => [label, description]);

  it('has authors and topics as roots, with their groups and posts', async () => {
    const [authors, topics] = await tree.getChildren();
    assert.deepEqual(await labels(), [
      ['Authors', '2'],
      ['Topics', '2'],
    ]);
    assert.deepEqual(await labels(authors), [
      ['Ann Lee', '2'],
      ['Frank San Miguel', '1'],
    ]);
    assert.deepEqual(await labels(topics), [
      ['cloud', '2'],
      ['AWS', '1'],
      ['No topic', '1'],
    ]);
    const [ann] = await tree.getChildren(authors);
    assert.deepEqual(
      (await labels(ann)).map(([label]) => label),
      ['Newer', 'Older'],
    );
  });

  it('marks a provisional title, and tells a screen reader counts and marks', async () => {
    const [authors] = await tree.getChildren();
    const [ann] = await items(authors);
    const [row] = await tree.getChildren(authors);
    const [, older] = await items(row);
    assert.equal(ann?.accessibilityInformation?.label, 'Ann Lee, 2 posts');
    assert.match(String(older?.description), /^provisional title/);
    assert.match(older?.accessibilityInformation?.label ?? '', /provisional title/);
    assert.equal(older?.contextValue, 'post provisional');
  });

  it('shows a tooltip of plain text', async () => {
    const [authors] = await tree.getChildren();
    const [ann] = await tree.getChildren(authors);
    const [newer] = await tree.getChildren(ann);
    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(newer!), newer!);
    assert.equal(typeof tooltip, 'string');
    assert.match(String(tooltip), /\*\*not bold\*\*/);
  });

  it('drops the level of a single root', async () => {
    await inWorkspace('groupBy', ['year']);
    assert.deepEqual(await labels(), [
      ['2021', '1'],
      ['2019', '1'],
      ['Undated', '1'],
    ]);
    await inWorkspace('groupBy', undefined);
  });

  it('keeps the ids of its rows when the posts change', async () => {
    const ids = async () =>
      (await Promise.all((await tree.getChildren()).map(root => items(root)))).flat().map(item => item.id);
    const before = await ids();
    tree.show([...library.posts, post({ id: 'more', title: 'More' })]);
    assert.deepEqual(await ids(), [...before]);
    tree.show(library.posts);
  });

  it('falls into runs where there would be too many rows, each post still found', async () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      post({
        id: `p${index}`,
        author: [{ family: `${'ABCDEFGHIJ'[index % 10]}${index}`, given: 'Jo' }, { family: 'Everywhere' }],
        keywords: [`topic ${index}`],
        issued: { year: 2000 + (index % 20) },
      }),
    );
    tree.show(many);
    const [authors, topics] = await tree.getChildren();
    const runs = await labels(authors);
    assert.equal(runs.length, 7);
    assert.match(String(runs[0]?.[0]), /^A – /);
    for (const row of [...(await tree.getChildren(authors)), ...(await tree.getChildren(topics))]) {
      assert.ok((await tree.getChildren(row)).length <= 300);
    }
    const row = tree.rowOf('p1234');
    const path = [];
    for (let at = row; at; at = tree.getParent(at)) path.push(at.kind);
    assert.deepEqual(path, ['post', 'group', 'groups', 'root']);
    const everywhere = (await tree.getChildren(authors)).find(
      candidate =>
        candidate.kind === 'groups' && candidate.groups.some(({ label }) => label === 'Everywhere'),
    );
    const group = (await tree.getChildren(everywhere)).find(
      candidate => candidate.kind === 'group' && candidate.group.label === 'Everywhere',
    );
    assert.deepEqual((await labels(group)).slice(0, 2), [
      ['2019', '100'],
      ['2018', '100'],
    ]);
    tree.show(library.posts);
  });

  it('finds the row of a post, and its parents, to reveal it', () => {
    const row = tree.rowOf('alone');
    const group = row && tree.getParent(row);
    assert.equal(group?.kind === 'group' && group.group.label, 'Frank San Miguel');
    assert.equal(group && tree.getParent(group)?.id, 'author');
  });

  it('follows the file when another program changes it', async () => {
    await writeLibrary(uri, [...posts, post({ id: 'fresh', title: 'Fresh' })]);
    await eventually(() => library.post('fresh'), 'the post that was written to the file');
  });
});
