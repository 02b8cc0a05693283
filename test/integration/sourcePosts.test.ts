import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HttpClient } from '../../src/core/ports';
import { parse } from '../../src/core/sources/parse';
import type { Source } from '../../src/core/sources/source';
import { CitedPosts } from '../../src/vscode/library/citedPosts';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { KnownLibrary } from '../../src/vscode/library/knownLibrary';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { noteRemovals } from '../../src/vscode/library/removals';
import { OpenSources } from '../../src/vscode/sources/openSources';
import { eventually, inWorkspace, post, readPosts, useLibrary, writeLibrary } from './editor';

/** Sources that no setting lists, so that the extension, which runs beside this, leaves them alone. */
describe('the posts of sources', () => {
  let log: vscode.LogOutputChannel;
  const opened: vscode.Disposable[] = [];
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  let folder = '';
  let storage: vscode.Uri;
  let uri: vscode.Uri;
  let count = 0;

  const at = (name: string) => vscode.Uri.joinPath(root, folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const writePost = (name: string, title: string) =>
    write(`blog/2021-03-0${name.length}-${name}.md`, `---\ntitle: ${title}\nauthor: Ann Lee\n---\nText.\n`);
  const blog = (): Source => ({
    kind: 'folder',
    location: `${folder}/blog`,
    baseUrl: 'https://example.com/',
  });
  const references = (): Source => ({ kind: 'bibliography', location: `${folder}/refs.bib` });
  const titles = async () => (await readPosts(uri)).map(({ title }) => title).sort();
  const change = async (edit: (posts: Awaited<ReturnType<typeof readPosts>>) => typeof posts) => {
    const posts = await readPosts(uri);
    await writeLibrary(uri, edit(posts));
  };

  const noNetwork = () => Promise.reject(new Error('there is no network here'));

  /** What a window of its own would have. */
  function openWindow(get: HttpClient['get'] = noNetwork): OpenSources {
    const library = new OpenLibrary(storage, () => workspaceFileSystem, log);
    const cited = new CitedPosts(library, new KnownLibrary(library));
    const sources = new OpenSources(
      {
        fileSystemFor: () => workspaceFileSystem,
        createHttpClient: () => ({ get }),
        createParser: () => ({ parse: async request => parse(request) }),
      },
      library,
      cited,
    );
    opened.push(sources, cited, library);
    return sources;
  }

  before(() => {
    log = vscode.window.createOutputChannel('Byline test', { log: true });
  });
  beforeEach(async () => {
    folder = `sources-${Date.now()}-${count++}`;
    storage = at('storage');
    uri = await useLibrary([]);
    await writePost('a', 'On caches');
    await writePost('bb', 'On queues');
    await write(
      'refs.bib',
      '@online{roe, title={Slow {SQL}}, author={Roe, Bo}, date={2020-02-01}, url={https://example.com/slow}}',
    );
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) each.dispose();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, folder), { recursive: true });
    await vscode.workspace.fs.delete(uri);
  });
  after(() => inWorkspace('libraryFile', undefined));

  it('are those of a folder and of a bibliography, each with where it came from', async () => {
    const sources = openWindow();
    const { posts, changed, failed } = await sources.refresh([blog(), references()], true);
    assert.deepEqual([posts.added, changed, failed], [3, 2, 0]);
    assert.deepEqual((await readPosts(uri)).map(({ title, sources }) => [title, sources]).sort(), [
      ['On caches', [blog().location]],
      ['On queues', [blog().location]],
      ['Slow SQL', [references().location]],
    ]);
    const again = await sources.refresh([blog(), references()], true);
    assert.deepEqual([again.posts.added, again.changed, again.unchanged], [0, 0, 2]);
  });

  it('keep what the user changed, follow the rest, and do not come back once they are removed', async () => {
    const sources = openWindow();
    await sources.refresh([blog()], true);
    await change(posts =>
      posts.flatMap(each => (each.title === 'On queues' ? [] : [{ ...each, title: 'Caches, by hand' }])),
    );
    await writePost('a', 'On caches, second edition');
    await writePost('bb', 'On queues, second edition');
    await writePost('ccc', 'On locks');
    await sources.refresh([blog()], true);
    assert.deepEqual(await titles(), ['Caches, by hand', 'On locks']);
  });

  it('stay removed where what is known of the sources is lost, as on another computer', async () => {
    const removed = async () => readPosts(uri.with({ path: uri.path.replace('.json', '.removed.json') }));
    await openWindow().refresh([blog(), references()], true);
    const library = { uri, fileSystemFor: () => workspaceFileSystem, log };
    await noteRemovals(
      library,
      (await readPosts(uri)).filter(({ title }) => title !== 'On caches'),
    );
    await noteRemovals(library, [post({ id: 'mine', title: 'Mine' })]);
    await change(posts => posts.filter(({ title }) => title === 'On caches'));
    assert.deepEqual((await removed()).map(({ title }) => title).sort(), ['On queues', 'Slow SQL']);

    storage = at('another');
    const sources = openWindow();
    await writePost('ccc', 'On locks');
    const { posts } = await sources.refresh([blog(), references()], true);
    assert.deepEqual([posts.added, await titles()], [1, ['On caches', 'On locks']]);
    // Listed again the source is a new one.
    await sources.forget([blog()], false);
    assert.deepEqual(
      (await removed()).map(({ title }) => title),
      ['Slow SQL'],
    );
    await sources.refresh([blog()], true);
    assert.deepEqual(await titles(), ['On caches', 'On locks', 'On queues']);
  });

  it('come soon after their source is listed, though a refresh ends meanwhile', async () => {
    let answer = () => {};
    const sources = openWindow(
      () =>
        new Promise((_, reject) => {
          answer = () => reject(new Error('there is no network here'));
        }),
    );
    // From the first posts on, it reads of itself what is listed.
    await sources.refresh([references()], true);
    const reading = sources.refresh([{ kind: 'feed', location: 'https://a.invalid/' }], true);
    await inWorkspace('sources', [blog()]);
    await new Promise(resolve => setTimeout(resolve, 500));
    answer();
    await reading;
    await eventually(async () => (await sources.ports.stateOf(blog())).reached !== undefined, 'the folder');
    await inWorkspace('sources', undefined);
  });

  it('go when their file goes, unless a document cites them', async () => {
    await write('notes.md', 'See [queues](https://example.com/2021/03/02/bb/) and [@roe].');
    const sources = openWindow();
    await sources.refresh([blog()], true);
    const [queues] = (await readPosts(uri)).filter(({ title }) => title === 'On queues');
    await write('notes.md', `See [queues](${queues!.url}).`);
    for (const name of ['blog/2021-03-01-a.md', 'blog/2021-03-02-bb.md'])
      await vscode.workspace.fs.delete(at(name));
    // Another window, as the first one may not have heard of the document yet.
    await openWindow().refresh([blog()], true);
    assert.deepEqual(await titles(), ['On queues']);
  });

  it('go with their source, but for those that the user had or another source tells', async () => {
    await writeLibrary(uri, [
      post({
        id: 'mine',
        title: 'Slow SQL',
        author: [{ family: 'Roe', given: 'Bo' }],
        url: 'https://example.com/slow',
      }),
    ]);
    const sources = openWindow();
    await sources.refresh([blog(), references()], true);
    const caches = (await readPosts(uri)).find(({ title }) => title === 'On caches')!;
    await write(
      'more.bib',
      `@online{lee, title={On caches}, author={Lee, Ann}, url={${caches.url}}}
       @online{x, title={On trees}, author={Lee, Ann}, url={https://example.com/trees}}`,
    );
    const more: Source = { kind: 'bibliography', location: `${folder}/more.bib` };
    await sources.refresh([more], true);
    const before = await titles();
    assert.deepEqual(before, ['On caches', 'On queues', 'On trees', 'Slow SQL']);
    await sources.forget([references(), more], false);
    assert.deepEqual(
      await titles(),
      before.filter(title => title !== 'On trees'),
    );
    assert.ok((await readPosts(uri)).every(({ sources = [] }) => !sources.includes(more.location)));
    // Listed again it is a new source.
    await sources.refresh([more], true);
    assert.deepEqual(await titles(), before);
  });

  it('stay without their source where the user wants that', async () => {
    const sources = openWindow();
    await sources.refresh([blog()], true);
    await sources.forget([blog()], true);
    assert.deepEqual(
      (await readPosts(uri)).map(({ title, sources }) => [title, sources]),
      [
        ['On caches', undefined],
        ['On queues', undefined],
      ],
    );
  });

  it('do not come back when their source is removed while it is read', async () => {
    const sources = openWindow();
    const reading = sources.refresh([blog(), references()], true);
    await sources.forget([blog()], false);
    await reading;
    assert.deepEqual(await titles(), ['Slow SQL']);
  });

  it('move with their source, and go with it afterwards', async () => {
    const sources = openWindow();
    await sources.refresh([blog()], true);
    const ids = (await readPosts(uri)).map(({ id }) => id);
    await vscode.workspace.fs.rename(at('blog'), at('articles'));
    const moved: Source = { ...blog(), location: `${folder}/articles` };
    await sources.move(blog(), moved);
    await sources.refresh([moved], true);
    assert.deepEqual(
      (await readPosts(uri)).map(({ id, sources }) => [id, sources]),
      ids.map(id => [id, [moved.location]]),
    );
    await sources.forget([moved], false);
    assert.deepEqual(await titles(), []);
  });

  it('belong to their source in whichever window they were read', async () => {
    const [one, other] = [openWindow(), openWindow()];
    await Promise.all([one.refresh([blog()], true), other.refresh([blog(), references()], true)]);
    await one.refresh([references()], true);
    assert.deepEqual(await titles(), ['On caches', 'On queues', 'Slow SQL']);
    await other.forget([blog()], false);
    await one.forget([references()], false);
    assert.deepEqual(await titles(), []);
  });

  it('are left as they are by a source that cannot be read', async () => {
    const sources = openWindow();
    await sources.refresh([blog(), references()], true);
    await vscode.workspace.fs.delete(at('blog'), { recursive: true });
    await vscode.workspace.fs.delete(at('refs.bib'));
    const { failed, posts } = await sources.refresh([blog(), references()], true);
    assert.deepEqual([failed, posts.gone], [2, 0]);
    assert.equal((await titles()).length, 3);
    const { failure } = await sources.ports.stateOf(blog());
    assert.equal(failure?.code, 'missingFile');
  });

  it('are not touched in a library that is damaged, which is told', async () => {
    const sources = openWindow();
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode('[\n{"id":"a","title":"A"},\n{"id":"b",,\n]\n'),
    );
    await assert.rejects(sources.refresh([references()], true));
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /"b",,/);
    assert.equal((await sources.ports.stateOf(references())).checked, undefined);
  });

  it('stop arriving at once', async () => {
    const sources = openWindow();
    const reading = sources.refresh([blog(), references()], true);
    sources.stop();
    const { isCancelled } = await reading;
    assert.equal(isCancelled, true);
    assert.equal(sources.isRefreshing, false);
  });

  it('stop arriving from what is cancelled, and from nothing else', async () => {
    const sources = openWindow();
    const cancelled = new AbortController();
    let results = 0;
    const onResult = () => results++;
    const readings = [
      sources.refresh([blog()], true, { signal: cancelled.signal, onResult }),
      sources.refresh([references()], true),
    ] as const;
    cancelled.abort();
    const [one, other] = await Promise.all(readings);
    assert.deepEqual([one.isCancelled, other.isCancelled, other.changed], [true, false, 1]);
    assert.deepEqual(await titles(), ['Slow SQL']);
    assert.equal(results, 0);
    await sources.refresh([blog()], true, { onResult });
    assert.equal(results, 1);
  });
});
