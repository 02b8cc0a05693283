import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Post } from '../../src/core/post';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { PostSearch } from '../../src/vscode/library/postSearch';
import type { PostsRow } from '../../src/vscode/views/postsRow';
import { PostsTree } from '../../src/vscode/views/postsTree';
import type { Filter } from '../../src/vscode/views/shownPosts';
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
    uri = await useLibrary([]);
  });
  beforeEach(async () => {
    await writeLibrary(uri, posts);
    const log = vscode.window.createOutputChannel('Byline test', { log: true });
    library = new OpenLibrary(uri, () => workspaceFileSystem, log);
    tree = new PostsTree(library);
    await library.load();
    await tree.show(library.posts);
  });
  afterEach(async () => {
    tree.dispose();
    library.dispose();
    await inWorkspace('groupBy', undefined);
  });
  after(() => inWorkspace('libraryFile', undefined));

  const items = async (row?: PostsRow) => (await tree.getChildren(row)).map(child => tree.getTreeItem(child));
  const labels = async (row?: PostsRow) =>
    (await items(row)).map(({ label, description }) => [label, description]);
  const find = async (label: string, above?: PostsRow): Promise<PostsRow | undefined> => {
    for (const row of await tree.getChildren(above)) {
      const found = tree.getTreeItem(row).label === label ? row : await find(label, row);
      if (found) {
        return found;
      }
    }
    return undefined;
  };
  /** What the rows show that are drawn anew when these posts are shown; "all" for the whole view. */
  const redrawn = async (shown: readonly Post[], filter?: Filter) => {
    const drawn: unknown[] = [];
    const listening = tree.onDidChangeTreeData(rows =>
      drawn.push(...(rows?.map(row => tree.getTreeItem(row).label) ?? ['all'])),
    );
    await tree.show(shown, filter);
    listening.dispose();
    return drawn;
  };

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
    await tree.show(library.posts);
    assert.deepEqual(await labels(), [
      ['2021', '1'],
      ['2019', '1'],
      ['Undated', '1'],
    ]);
  });

  it('redraws only the rows that a new post changes, which stay the same objects', async () => {
    const rows = async () => {
      const roots = await tree.getChildren();
      return [...roots, ...(await Promise.all(roots.map(root => tree.getChildren(root)))).flat()];
    };
    const before = await rows();
    const more = post({ id: 'more', title: 'More', keywords: ['cloud'], issued: { year: 2020 } });
    assert.deepEqual(await redrawn([...library.posts, more]), ['Ann Lee', 'cloud']);
    const after = await rows();
    assert.equal(after.length, before.length);
    assert.ok(after.every((row, index) => row === before[index]));
    assert.deepEqual(
      after.map(row => tree.getTreeItem(row).description),
      ['2', '2', '3', '1', '3', '1', '1'],
    );
  });

  it('redraws a root that has other groups, a post that has another title, and nothing when nothing changed', async () => {
    await find('nowhere'); // everything has been shown
    assert.deepEqual(await redrawn([...library.posts]), []);
    const retitled = library.posts.map(each => (each.id === 'alone' ? { ...each, title: 'Together' } : each));
    assert.deepEqual(await redrawn(retitled), ['Together', 'Together']);
    const other = post({ id: 'other', author: [{ literal: 'The Team' }] });
    assert.deepEqual(await redrawn([...retitled, other]), ['Authors', 'No topic']);
    await find('nowhere');
    assert.deepEqual(await redrawn(retitled.slice(1)), ['Authors', 'Topics']);
    assert.deepEqual(await redrawn([]), ['all']);
    assert.deepEqual(await redrawn(library.posts), []);
    assert.deepEqual(await labels(), [
      ['Authors', '2'],
      ['Topics', '2'],
    ]);
  });

  it('marks what a filter matched in titles and in the names of groups', async () => {
    const search = new PostSearch(library);
    const { posts, matchesOf } = await search.matching('alone frank');
    const filter = { query: 'alone frank', matchesOf };
    assert.deepEqual(await redrawn(posts, filter), ['all']);
    const [authors] = await tree.getChildren();
    const [frank] = await tree.getChildren(authors);
    const [alone] = await tree.getChildren(frank);
    const item = tree.getTreeItem(frank!);
    assert.deepEqual(item.label, { label: 'Frank San Miguel', highlights: [[0, 5]] });
    assert.equal(item.accessibilityInformation?.label, 'Frank San Miguel, 1 post');
    assert.deepEqual(tree.getTreeItem(alone!).label, { label: 'Alone', highlights: [[0, 5]] });
    assert.deepEqual(await redrawn([...posts], filter), []);
    assert.deepEqual(await redrawn(library.posts), ['all']);
    assert.equal(tree.getTreeItem((await find('Alone'))!).label, 'Alone');
  });

  it('marks the name of a group that the first of its posts spells otherwise', async () => {
    const several = [
      post({ id: 'x', title: 'Second', author: [{ family: 'Castrapel', given: 'C.' }], keywords: ['aws'] }),
      post({
        id: 'y',
        title: 'Third',
        author: [{ family: 'Castrapel', given: 'Curtis' }],
        keywords: ['AWS'],
      }),
      post({ id: 'z', title: 'First', issued: { year: 2030 }, keywords: ['AWS'] }),
    ].map(each => ({ ...each, containerTitle: 'Blog' }));
    const fake = { posts: several, damage: [], load: async () => {}, cache: library.cache, uri };
    const fresh = new PostsTree({ ...fake, stamp: async () => undefined } as unknown as OpenLibrary);
    const matchesOf = ({ author, keywords }: Post) =>
      [`${author[0]!.given} ${author[0]!.family}`, ...keywords].map(text => ({
        field: 'author' as const,
        text,
        ranges: [[0, 2]] as const,
      }));
    await fresh.show(several.slice(0, 2), { query: 'c aw', matchesOf } as unknown as Filter);
    for (const [root, label] of [
      [0, 'Curtis Castrapel'],
      [1, 'AWS'],
    ] as const) {
      const [group] = await fresh.getChildren((await fresh.getChildren())[root]);
      assert.deepEqual(fresh.getTreeItem(group!).label, { label, highlights: [[0, 2]] });
    }
    fresh.dispose();
  });

  it('says which authors sign in several ways, and follows at once when that changes', async () => {
    const blog = { containerTitle: 'Blog' };
    const several = [
      post({ id: 'x', author: [{ family: 'Castrapel', given: 'Curtis' }], ...blog }),
      post({ id: 'y', author: [{ family: 'Castrapel', given: 'C.' }], ...blog }),
    ];
    const shown = async (all: readonly Post[], count: number) => {
      await tree.show(all);
      for (let tries = 0; ; tries++) {
        const [authors] = await tree.getChildren();
        const rows = await items(authors);
        if (rows.length === count || tries === 50) {
          return rows.map(({ label, contextValue }) => [label, contextValue]);
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    assert.deepEqual(await shown(several, 1), [['Curtis Castrapel', 'group author several']]);
    const apart = several.map(each =>
      each.id === 'y' ? { ...each, persons: { 'C. Castrapel': 'C. Castrapel' } } : each,
    );
    assert.deepEqual(await shown(apart, 2), [
      ['C. Castrapel', 'group author'],
      ['Curtis Castrapel', 'group author'],
    ]);
  });

  it('reveals a post below the author that its new spelling turns out to be', async () => {
    const signed = (id: string, given: string) =>
      post({ id, author: [{ family: 'Castrapel', given }], containerTitle: 'Blog' });
    const one = [signed('x', 'Curtis')];
    await tree.show(one);
    await tree.show([...one, signed('y', 'C.')]);
    const row = await tree.rowOf('y');
    const group = row && tree.getParent(row);
    assert.equal(group && tree.getTreeItem(group).label, 'Curtis Castrapel');
  });

  it('has open after a filter what the user opened before it', async () => {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const state = async (label: string) => tree.getTreeItem((await find(label))!).collapsibleState;
    assert.equal(await state('Ann Lee'), Collapsed);
    tree.setExpanded((await find('Ann Lee'))!, true);
    tree.setExpanded((await find('Authors'))!, false);
    await tree.show(posts.slice(0, 1), { query: 'newer', matchesOf: () => [] });
    assert.equal(await state('Authors'), Expanded);
    tree.setExpanded((await find('Authors'))!, true);
    await tree.show(library.posts);
    assert.equal(await state('Authors'), Collapsed);
    assert.equal(await state('Ann Lee'), Expanded);
  });

  it('has its roots before many posts are grouped, then their counts', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => post({ id: `m${index}` }));
    const cache = { read: async () => undefined };
    const large = { posts: many, damage: [], load: async () => {}, cache, uri };
    const fresh = new PostsTree({ ...large, stamp: async () => undefined } as unknown as OpenLibrary);
    const drawn: unknown[] = [];
    fresh.onDidChangeTreeData(rows => drawn.push(rows));
    const shown = fresh.show(many);
    const roots = await fresh.getChildren();
    const texts = () =>
      roots.map(row => fresh.getTreeItem(row)).map(item => `${item.label} ${item.description}`);
    assert.deepEqual(texts(), ['Authors ', 'Topics ']);
    const [ann] = await fresh.getChildren(roots[0]);
    assert.equal(fresh.getTreeItem(ann!).description, (10_000).toLocaleString(vscode.env.language));
    await shown;
    assert.deepEqual(texts(), ['Authors 1', 'Topics 0']);
    assert.deepEqual(drawn, [roots]);
    fresh.dispose();
  });

  it('shows the posts that were to be shown last, however long the ones before take', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => post({ id: `m${index}`, title: `${index}` }));
    const overtaken = tree.show(many);
    assert.equal(await tree.show(library.posts), true);
    assert.equal(await overtaken, false);
    assert.deepEqual(await labels(), [
      ['Authors', '2'],
      ['Topics', '2'],
    ]);
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
    await tree.show(many);
    const [authors, topics] = await tree.getChildren();
    const runs = await labels(authors);
    assert.equal(runs.length, 8);
    assert.match(String(runs[0]?.[0]), /^A – /);
    for (const row of [...(await tree.getChildren(authors)), ...(await tree.getChildren(topics))]) {
      assert.ok((await tree.getChildren(row)).length <= 300);
    }
    const row = await tree.rowOf('p1234');
    const path = [];
    for (let at = row; at; at = tree.getParent(at)) path.push(at.kind);
    assert.deepEqual(path, ['post', 'group', 'groups', 'root']);
    const group = await find('Everywhere', authors);
    assert.deepEqual((await labels(group)).slice(0, 2), [
      ['2019', '100'],
      ['2018', '100'],
    ]);
  });

  it('finds the row of a post, and its parents, to reveal it', async () => {
    const row = await tree.rowOf('alone');
    const group = row && tree.getParent(row);
    assert.equal(group?.kind === 'group' && group.group.label, 'Frank San Miguel');
    assert.equal(group && tree.getParent(group)?.id, 'author');
  });

  it('follows the file when another program changes it', async () => {
    await writeLibrary(uri, [...posts, post({ id: 'fresh', title: 'Fresh' })]);
    await eventually(() => library.post('fresh'), 'the post that was written to the file');
  });
});
