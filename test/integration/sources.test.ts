import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newState } from '../../src/core/sources/state';
import {
  addSources,
  changeSource,
  listedSources,
  unlistSources,
} from '../../src/vscode/sources/listedSources';
import { SourceWatchers } from '../../src/vscode/sources/watchSources';
import { eventually, forUser, inWorkspace, readPosts, useLibrary, writeLibrary } from './editor';

/** Through the extension itself: its commands, its settings, the library file. */
describe('sources', () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const folder = `listed-${Date.now()}`;
  let uri: vscode.Uri;

  const at = (name: string) => vscode.Uri.joinPath(root, folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const writePost = (name: string, title: string) =>
    write(`blog/${name}.md`, `---\ntitle: ${title}\nauthor: Ann Lee\ndate: 2021-03-01\n---\nText.\n`);
  const titles = async () =>
    (await readPosts(uri).catch(() => []))
      .map(({ title }) => title)
      .sort()
      .join('; ');
  const written = (place: 'globalValue' | 'workspaceValue') =>
    vscode.workspace.getConfiguration('byline').inspect<unknown[]>('sources')?.[place];

  /** VS Code may miss a folder that is made in one that it has not begun to watch yet, and then all that is in it. */
  async function makeWatched(made: vscode.Uri): Promise<void> {
    let isHeard = false;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**'));
    const probe = vscode.Uri.joinPath(made, 'probe');
    const hear = ({ path }: vscode.Uri) => {
      isHeard ||= path === probe.path;
    };
    watcher.onDidCreate(hear);
    watcher.onDidChange(hear);
    await vscode.workspace.fs.createDirectory(made);
    await eventually(async () => {
      await vscode.workspace.fs.writeFile(probe, new Uint8Array());
      return isHeard;
    }, `changes in ${made.path}`);
    watcher.dispose();
    await vscode.workspace.fs.delete(probe);
  }

  before(async () => {
    await vscode.extensions.getExtension('byline.byline')!.activate();
    await makeWatched(vscode.Uri.joinPath(root, folder));
    await makeWatched(at('blog'));
    uri = await useLibrary([]);
    await forUser('refreshInterval', 0);
  });
  beforeEach(async () => {
    await writePost('caches', 'On caches');
    await write(
      'refs.bib',
      '@online{roe, title={Slow queries}, author={Roe, Bo}, url={https://example.com/slow}}',
    );
  });
  afterEach(async () => {
    await forUser('sources', undefined);
    await inWorkspace('sources', undefined);
    for (const [name] of await vscode.workspace.fs.readDirectory(at('blog'))) {
      if (name !== 'caches.md') await vscode.workspace.fs.delete(at(`blog/${name}`));
    }
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  after(async () => {
    await forUser('refreshInterval', undefined);
    await inWorkspace('libraryFile', undefined);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, folder), { recursive: true });
  });

  describe('for the user’s own library', () => {
    before(() => inWorkspace('libraryFile', undefined));
    after(async () => {
      uri = await useLibrary([]);
    });

    it('are the user’s own, then those of the workspace, each once', async () => {
      await forUser('sources', [
        { kind: 'feed', location: 'https://example.com/a' },
        { kind: 'folder', location: 'blog' },
      ]);
      await inWorkspace('sources', [
        { kind: 'feed', location: 'http://www.example.com/a/', name: 'The same' },
        { kind: 'feed', location: 'https://example.com/b' },
      ]);
      assert.deepEqual(
        listedSources().sources.map(({ location, name }) => [location, name]),
        [
          ['https://example.com/a', undefined],
          [root.scheme === 'file' ? vscode.Uri.joinPath(root, 'blog').fsPath : 'blog', undefined],
          ['https://example.com/b', undefined],
        ],
      );
    });

    it('say which entry of which settings makes no sense', async () => {
      await forUser('sources', [
        { kind: 'feed', location: 'https://example.com/a' },
        { kind: 'fed', location: 'x' },
      ]);
      await inWorkspace('sources', [7]);
      const { sources, problems } = listedSources();
      assert.equal(sources.length, 1);
      assert.deepEqual(
        problems.map(({ place, problem }) => [place, problem.line, problem.code]),
        [
          ['globalValue', 2, 'unknownSourceKind'],
          ['workspaceValue', 1, 'unknownSourceKind'],
        ],
      );
    });

    it('are changed and taken out where they stand, the others staying as they are written', async () => {
      const odd = { kind: 'fed', location: 'x' };
      const [a, b, c] = ['a', 'b', 'c'].map(name => ({
        kind: 'feed' as const,
        location: `https://example.com/${name}`,
      }));
      await forUser('sources', [odd, a]);
      await inWorkspace('sources', [b]);
      assert.deepEqual(await addSources([b!, c!, { ...c!, name: 'Again' }]), [c]);
      await changeSource(b!, { ...b!, name: 'B' });
      assert.deepEqual(
        [written('globalValue'), written('workspaceValue')],
        [[odd, a, c], [{ ...b, name: 'B' }]],
      );
      await unlistSources([a!, b!, c!]);
      assert.deepEqual([written('globalValue'), written('workspaceValue')], [[odd], undefined]);
    });
  });

  it('are those of the workspace alone where it has a library of its own', async () => {
    await forUser('sources', [{ kind: 'feed', location: 'https://example.com/a' }]);
    await inWorkspace('sources', [{ kind: 'folder', location: 'blog' }]);
    assert.deepEqual(listedSources().sources, [{ kind: 'folder', location: 'blog' }]);
    const feed = { kind: 'feed', location: 'https://example.com/b' } as const;
    assert.deepEqual(await addSources([feed]), [feed]);
    assert.deepEqual(written('workspaceValue'), [{ kind: 'folder', location: 'blog' }, feed]);
    assert.equal(written('globalValue')?.length, 1);
  });

  it('are read soon after they are listed, and when a file of theirs changes', async () => {
    uri = await useLibrary([]);
    await vscode.commands.executeCommand('byline.posts.focus');
    await inWorkspace('sources', [
      { kind: 'folder', location: `${folder}/blog`, baseUrl: 'https://example.com/listed/' },
      { kind: 'bibliography', location: `${folder}/refs.bib` },
    ]);
    await eventually(async () => (await titles()) === 'On caches; Slow queries', 'both sources');
    await writePost('queues', 'On queues');
    await write(
      'refs.bib',
      '@online{roe, title={Slow queries}, author={Roe, Bo}}\n@online{lee, title={Trees}, author={Lee, Ann}}',
    );
    await eventually(
      async () => (await titles()) === 'On caches; On queues; Slow queries; Trees',
      'what was written',
    );
    await vscode.workspace.fs.delete(at('blog/queues.md'));
    await eventually(async () => (await titles()) === 'On caches; Slow queries; Trees', 'what was deleted');
  });

  it('bring back no posts that were all removed, but fill a library anew whose file is missing', async () => {
    uri = await useLibrary([]);
    await vscode.commands.executeCommand('byline.posts.focus');
    await inWorkspace('sources', [{ kind: 'folder', location: `${folder}/blog` }]);
    await eventually(async () => (await titles()) === 'On caches', 'the folder');
    await writeLibrary(uri, []);
    await writePost('queues', 'On queues');
    await vscode.commands.executeCommand('byline.refreshSources');
    await eventually(async () => (await titles()) === 'On queues', 'what is new');
    await vscode.workspace.fs.delete(uri);
    await vscode.commands.executeCommand('byline.refreshSources');
    await eventually(async () => (await titles()) === 'On caches; On queues', 'all');
    await vscode.workspace.fs.delete(at('blog/queues.md'));
    await eventually(async () => (await titles()) === 'On caches', 'what was deleted');
  });

  it('are added by the place of a folder or file, once', async () => {
    uri = await useLibrary([]);
    await vscode.commands.executeCommand('byline.addSource', at('refs.bib'));
    await eventually(async () => (await titles()) === 'Slow queries', 'its posts');
    await eventually(() => written('workspaceValue'), 'the setting');
    // It waits for the address of the posts.
    void vscode.commands.executeCommand('byline.addSource', at('blog'));
    await eventually(async () => (await titles()) === 'On caches; Slow queries', 'its posts');
    await vscode.commands.executeCommand('byline.addSource', at('refs.bib'));
    await eventually(() => written('workspaceValue')?.length === 2, 'the setting');
    assert.deepEqual(written('workspaceValue'), [
      { kind: 'bibliography', location: `${folder}/refs.bib` },
      { kind: 'folder', location: `${folder}/blog` },
    ]);
  });

  it('are not listed when there is nothing to read at their place', async () => {
    await write('page.json', '<p>No bibliography at all.</p>');
    await vscode.commands.executeCommand('byline.addSource', at('page.json'));
    await vscode.commands.executeCommand('byline.addSource', at('refs.bib'));
    // It is listed while it is read.
    const other = JSON.stringify([{ kind: 'bibliography', location: `${folder}/refs.bib` }]);
    await eventually(() => JSON.stringify(written('workspaceValue')) === other, 'the other one alone');
  });

  it('are written as OPML with their names and groups, and read from it', async () => {
    const feeds = [
      { kind: 'feed', location: 'https://a.invalid/feed', name: 'A & B', group: 'Work/Data' },
      { kind: 'feed', location: 'https://b.invalid/feed', name: 'B' },
    ];
    await inWorkspace('sources', [...feeds, { kind: 'folder', location: `${folder}/blog` }]);
    await vscode.commands.executeCommand('byline.exportSources', at('feeds.opml'));
    await eventually(
      () =>
        vscode.workspace.fs.stat(at('feeds.opml')).then(
          () => true,
          () => false,
        ),
      'the file',
    );
    await inWorkspace('sources', undefined);
    await vscode.commands.executeCommand('byline.importSources', at('feeds.opml'));
    const listed = await eventually(() => written('workspaceValue'), 'the feeds');
    assert.deepEqual(new Set(listed), new Set(feeds));
    await vscode.commands.executeCommand('byline.stopRefreshing');
  });

  it('are the feeds of an outline too, as it lists them by then', async () => {
    const outline = (...hosts: string[]) => {
      const feeds = hosts.map(
        host => `<outline text="${host}" type="rss" xmlUrl="https://${host}.invalid/"/>`,
      );
      return `<opml version="2.0"><body><outline text="Team">${feeds.join('')}</outline></body></opml>`;
    };
    await vscode.commands.executeCommand('byline.posts.focus');
    await write('team.opml', outline('a', 'b'));
    await inWorkspace('sources', [
      { kind: 'opml', location: `${folder}/team.opml` },
      { kind: 'feed', location: 'https://b.invalid/', name: 'Listed' },
    ]);
    const exported = async () => {
      await vscode.commands.executeCommand('byline.exportSources', at('all.opml'));
      const bytes = await vscode.workspace.fs.readFile(at('all.opml')).then(
        read => read,
        () => new Uint8Array(),
      );
      return [...new TextDecoder().decode(bytes).matchAll(/text="([^"]*)"/g)].map(([, text]) => text).join();
    };
    await eventually(async () => (await exported()) === 'Listed,Team,a', 'the feeds');
    await write('team.opml', outline('b', 'c'));
    await eventually(async () => (await exported()) === 'Listed,Team,c', 'what was written');
    await inWorkspace('sources', undefined);
    await vscode.commands.executeCommand('byline.stopRefreshing');
  });

  it('are shown without what only rows of the view can do', async () => {
    const known = {
      source: { kind: 'folder', location: `${folder}/blog` },
      state: newState,
      isRefreshing: false,
    };
    await vscode.commands.executeCommand('byline.copySourceLocation', { kind: 'source', known });
    await eventually(async () => (await vscode.env.clipboard.readText()) === `${folder}/blog`, 'the path');
  });

  it('tell of a burst of changes together, and not of what is no post', async () => {
    let told: string[][] = [];
    const watchers = new SourceWatchers(changed => told.push([...changed]));
    const source = { kind: 'folder', location: `${folder}/blog` } as const;
    watchers.watch([source], location => vscode.Uri.joinPath(root, location).toString());
    // It may still hear of what was written before.
    await new Promise(resolve => setTimeout(resolve, 2500));
    told = [];
    await write('blog/photo.jpg', '');
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.deepEqual(told, []);
    for (let part = 0; part < 5; part++) {
      await Promise.all(Array.from({ length: 20 }, (_, each) => writePost(`burst-${part}-${each}`, 'Burst')));
      // As they are watched already, listing them again misses nothing.
      watchers.watch([source], location => vscode.Uri.joinPath(root, location).toString());
    }
    await eventually(() => told.length > 0, 'the burst');
    await new Promise(resolve => setTimeout(resolve, 1500));
    // On a busy computer, writing a part can take longer than what parts two bursts.
    assert.ok(told.length <= 5);
    assert.deepEqual(new Set(told.flat()), new Set([`folder ${folder}/blog`]));
    watchers.dispose();
  });
});
