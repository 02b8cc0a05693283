import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CitedPosts } from '../../src/vscode/library/citedPosts';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { KnownLibrary } from '../../src/vscode/library/knownLibrary';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { PostSearch } from '../../src/vscode/library/postSearch';
import { eventually, inWorkspace, post, useLibrary, writeLibrary } from './editor';

describe('the posts that the workspace cites', () => {
  const caches = post({ id: 'lee2020caches', title: 'On writes', url: 'https://example.com/caches' });
  const queues = post({ id: 'roe2021queues', title: 'On queues', url: 'https://example.com/queues' });
  const files: Readonly<Record<string, string>> = {
    'a.md': 'See [a](http://www.example.com/caches/?utm_source=b).',
    'deep/b.mdx': '<a href="https://example.com/caches">b</a> {/* @roe2021queues */}',
    'c.Rmd': '```{r}\nx@roe2021queues\n```\n\n@roe2021queues says',
    'no.txt': '[@roe2021queues]',
    'node_modules/no.md': '[@roe2021queues]',
    'large.md': `[@roe2021queues]${' '.repeat(2 * 1024 * 1024)}`,
  };
  let folder: vscode.Uri;
  let log: vscode.LogOutputChannel;
  let uri: vscode.Uri;
  let library: OpenLibrary;
  let cited: CitedPosts;
  let search: PostSearch;

  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const filesCiting = (of: typeof caches) =>
    cited
      .filesCiting(of)
      .map(file => file.path.slice(folder.path.length + 1))
      .sort()
      .join();
  const citing = (of: typeof caches, names: string) =>
    eventually(() => filesCiting(of) === names, `${of.id} cited in "${names}", not in "${filesCiting(of)}"`);
  const found = async (query: string) => (await search.search(query, 10)).hits.map(hit => hit.post.id);

  before(async () => {
    folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `cited-${Date.now()}`);
    log = vscode.window.createOutputChannel('Byline test', { log: true });
    uri = await useLibrary([]);
  });
  beforeEach(async () => {
    for (const [name, text] of Object.entries(files)) await write(name, text);
    await writeLibrary(uri, [queues, caches]);
    library = new OpenLibrary(uri, () => workspaceFileSystem, log);
    cited = new CitedPosts(library, new KnownLibrary(library));
    search = new PostSearch(library, cited);
  });
  afterEach(async () => {
    cited.dispose();
    library.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
      await vscode.workspace.fs.delete(at(name), { recursive: true });
    }
  });
  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await inWorkspace('libraryFile', undefined);
  });

  it('are not looked for before somebody asks', async () => {
    await library.load();
    assert.equal(cited.counts.size, 0);
    assert.equal(filesCiting(caches), '');
  });

  it('are found by address and key, in Markdown files that are not kept out of search', async () => {
    assert.deepEqual((await found('is:cited')).sort(), [caches.id, queues.id]);
    assert.equal(filesCiting(caches), 'a.md,deep/b.mdx');
    assert.equal(filesCiting(queues), 'c.Rmd');
    assert.equal(cited.citationsOf(caches), 2);
  });

  it('are looked for once when the filter and the tree ask at the same time, and anew afterwards', async () => {
    const asked = search.matching('is:cited');
    assert.equal(search.matching('is:cited'), asked);
    assert.notEqual(search.matching('lee'), asked);
    await asked;
    assert.notEqual(search.matching('is:cited'), asked);
  });

  it('decide between equal hits, by the counts at the time of the last warming', async () => {
    await cited.load();
    assert.deepEqual(await found('lee'), [queues.id, caches.id]);
    await search.warm();
    assert.deepEqual(await found('lee'), [caches.id, queues.id]);
    await write('e.md', '@roe2021queues');
    await write('f.md', '@roe2021queues');
    await citing(queues, 'c.Rmd,e.md,f.md');
    assert.deepEqual(await found('lee'), [caches.id, queues.id]);
    await search.warm();
    assert.deepEqual(await found('lee'), [queues.id, caches.id]);
  });

  it('are not looked for in files that a setting hides or keeps out of search', async () => {
    await cited.load();
    for (const section of ['search', 'files']) {
      const hide = (patterns: object | undefined) =>
        vscode.workspace
          .getConfiguration(section)
          .update('exclude', patterns, vscode.ConfigurationTarget.Workspace);
      await hide({ '**/*.{mdx,txt}': true, '**/a.md': false });
      await citing(caches, 'a.md');
      await hide(undefined);
      await citing(caches, 'a.md,deep/b.mdx');
    }
  });

  it('follow files that come, change and go', async () => {
    await cited.load();
    await write('c.Rmd', 'nothing');
    await citing(queues, '');
    assert.deepEqual(await found('is:cited'), [caches.id]);
    await write('d.qmd', '[see @roe2021queues, p. 3]');
    await citing(queues, 'd.qmd');
    await vscode.workspace.fs.delete(at('d.qmd'));
    await citing(queues, '');
    await vscode.workspace.fs.delete(at('deep'), { recursive: true });
    await citing(caches, 'a.md');
  });

  it('follow what is typed before it is saved, and closed without', async () => {
    await cited.load();
    const document = await vscode.workspace.openTextDocument(at('a.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), '[@roe2021queues] '));
    await citing(queues, 'a.md,c.Rmd');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await citing(queues, 'c.Rmd');
  });

  it('are found in the Markdown cells of notebooks, those of an open one as they are', async () => {
    const markdown = (source: string) => ({ cell_type: 'markdown', metadata: {}, source: [source] });
    const code = { cell_type: 'code', metadata: {}, source: ['@lee2020caches'], outputs: [] };
    const cells = [markdown('[@roe2021queues]'), { ...code, execution_count: null }];
    await cited.load();
    await write('n.ipynb', JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    await citing(queues, 'c.Rmd,n.ipynb');
    assert.equal(filesCiting(caches), 'a.md,deep/b.mdx');
    const notebook = await vscode.workspace.openNotebookDocument(at('n.ipynb'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(notebook.cellAt(0).document.uri, new vscode.Position(0, 0), '[@lee2020caches] ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await citing(caches, 'a.md,deep/b.mdx,n.ipynb');
    await notebook.save();
    await vscode.workspace.fs.delete(at('n.ipynb'));
    await citing(queues, 'c.Rmd');
  });

  it('tell who asked for them that they are other ones', async () => {
    assert.deepEqual(await found('is:cited lee'), [queues.id, caches.id]);
    let told = 0;
    const listening = search.onDidChangeMatches(() => told++);
    await write('c.Rmd', 'nothing');
    await eventually(() => told > 0, 'being told');
    listening.dispose();
    assert.deepEqual(await found('is:cited'), [caches.id]);
    assert.deepEqual(await found('-is:cited lee'), [queues.id]);
  });

  it('follow the library', async () => {
    await cited.load();
    assert.equal(filesCiting(caches), 'a.md,deep/b.mdx');
    await writeLibrary(uri, [queues, { ...caches, url: 'https://example.com/moved' }]);
    await citing(caches, '');
    await write('a.md', '<https://example.com/moved>');
    await citing(caches, 'a.md');
  });
});
