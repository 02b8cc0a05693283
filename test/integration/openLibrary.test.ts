import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { cacheName } from '../../src/vscode/library/cache';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { eventually, inWorkspace, post, useLibrary, writeLibrary } from './editor';

describe('the open library', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    post({ id: `p${index}`, title: `Running Kubernetes, part ${index}` }),
  );
  const log = vscode.window.createOutputChannel('Byline test', { log: true });
  const opened: OpenLibrary[] = [];
  let storage: vscode.Uri;
  let uri: vscode.Uri;

  /** Opens the library as another window would, and counts how often its posts change. */
  function open(): { library: OpenLibrary; changes: () => number } {
    const library = new OpenLibrary(storage, () => workspaceFileSystem, log);
    opened.push(library);
    let changes = 0;
    library.onDidChange(() => changes++);
    return { library, changes: () => changes };
  }

  before(() => {
    storage = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `storage-${Date.now()}`);
  });
  beforeEach(async () => {
    uri = await useLibrary(many);
  });
  afterEach(() => {
    for (const library of opened.splice(0)) library.dispose();
  });
  after(async () => {
    await inWorkspace('libraryFile', undefined);
    await vscode.workspace.fs.delete(storage, { recursive: true });
  });

  const hasTopics = (library: OpenLibrary) => library.posts.every(({ keywords }) => keywords.length > 0);

  it('works out the topics of many posts once: the next window shows them from the start', async () => {
    const first = open();
    assert.equal(first.library.isLoaded, false);
    await first.library.load();
    assert.deepEqual([first.library.isLoaded, first.library.posts.length], [true, many.length]);
    await eventually(() => hasTopics(first.library), 'topics');
    assert.ok(first.changes() <= 2);
    const kept = () => first.library.cache.read(cacheName('topics', uri));
    for (let tries = 0; tries < 100 && !(await kept()); tries++) {
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    const second = open();
    await second.library.load();
    assert.ok(hasTopics(second.library));
    assert.equal(second.changes(), 1);
    assert.deepEqual(second.library.posts, first.library.posts);
  });

  it('shows and finds what is added at once, and tells so once', async () => {
    const { library, changes } = open();
    await library.search();
    await eventually(() => hasTopics(library), 'topics');
    const before = [changes(), library.posts] as const;
    const added = post({ id: 'added', title: 'Zebra stripes', keywords: ['zebras'], inferred: ['zebras'] });
    await library.update(posts => [...posts, added]);
    assert.deepEqual(library.post('added'), added);
    assert.deepEqual(
      (await library.search()).search('zebra').hits.map(hit => hit.post.id),
      ['added'],
    );
    assert.ok(before[1].every(each => library.post(each.id) === each));
    // Reading again what it wrote changes nothing, however often.
    await library.reload();
    await library.reload();
    assert.equal(changes(), before[0] + 1);
  });

  it('follows what another program changes, posts that did not change staying the same objects', async () => {
    const { library } = open();
    await library.search();
    await eventually(() => hasTopics(library), 'topics');
    const before = new Map(library.posts.map(each => [each.id, each]));
    await writeLibrary(uri, [...many.slice(1), post({ id: 'other', title: 'Giraffe necks' })]);
    await eventually(() => library.post('other'), 'the post that was written');
    assert.equal(library.post('p0'), undefined);
    assert.ok(many.slice(1).every(({ id }) => library.post(id) === before.get(id)));
    const find = async (query: string) => (await library.search()).search(query).hits[0]?.post.id;
    assert.deepEqual([await find('giraffe'), await find('"part 0"')], ['other', undefined]);
  });

  it('shows nothing of a file that another program has written half of', async () => {
    const { library } = open();
    await library.load();
    await eventually(() => hasTopics(library), 'topics');
    const seen = new Set<string>();
    const listener = library.onDidChange(() => seen.add(`${library.posts.length}, ${library.damage.length}`));
    const whole = new TextEncoder().encode(formatCslJson([...many, post({ id: 'last' })]));
    // Each part comes before a file has stayed the same for long enough to be believed.
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      await vscode.workspace.fs.writeFile(uri, whole.subarray(0, Math.floor(share * whole.length)));
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await eventually(() => library.post('last'), 'the post that was written');
    listener.dispose();
    assert.deepEqual([...seen], [`${many.length + 1}, 0`]);
  });

  it('follows a file whose name has characters that mean something in a pattern', async () => {
    const odd = vscode.Uri.joinPath(uri, '../my [posts] {1}.json');
    await writeLibrary(odd, [post({ id: 'a' })]);
    await inWorkspace('libraryFile', 'my [posts] {1}.json');
    const { library } = open();
    await library.load();
    await writeLibrary(odd, [post({ id: 'a' }), post({ id: 'b' })]);
    await eventually(() => library.post('b'), 'the post that was written');
  });

  it('resolves with the posts of the file that is the library by then', async () => {
    const { library } = open();
    const loading = library.load();
    const other = await useLibrary([post({ id: 'elsewhere' })]);
    await loading;
    await library.load();
    assert.equal(library.uri.toString(), other.toString());
    assert.deepEqual(
      library.posts.map(({ id }) => id),
      ['elsewhere'],
    );
  });
});
