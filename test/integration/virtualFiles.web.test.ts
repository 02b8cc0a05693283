import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { parse } from '../../src/core/sources/parse';
import { type ReadPorts, readSource } from '../../src/core/sources/readSource';
import type { Source } from '../../src/core/sources/source';
import { newState } from '../../src/core/sources/state';
import { workspaceFileSystem } from '../../src/vscode/library/fileSystem';
import { OpenLibrary } from '../../src/vscode/library/openLibrary';
import { createHttpClient } from '../../src/web/httpClient';
import { eventually, insert, inWorkspace, post, useLibrary } from './editor';
import { MemoryFiles } from './memoryFiles';

/** What vscode.dev has: files of a provider, no Node, and requests that most sites do not answer. */
describe('in the web host, on a virtual file system', () => {
  const files = new MemoryFiles();
  const at = (path: string) => vscode.Uri.from({ scheme: 'byline-memory', authority: 'repo', path });
  const own: vscode.Disposable[] = [];
  const zebras = post({ id: 'zebras', title: 'Zebra stripes', url: 'https://example.com/zebras' });

  const ports: ReadPorts = {
    http: createHttpClient({ allowedHosts: () => [] }),
    files: workspaceFileSystem,
    parser: { parse: async request => parse(request) },
    uriOf: location => at(location).toString(),
    now: Date.now,
    random: Math.random,
  };
  const read = (source: Source) => readSource(source, { state: newState }, ports);
  const titles = async (source: Source) =>
    (await read(source)).reading?.entries.map(({ record }) => record.title).sort();

  before(() => {
    own.push(vscode.workspace.registerFileSystemProvider('byline-memory', files));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await inWorkspace('libraryFile', undefined);
    for (const each of own.reverse()) each.dispose();
  });

  it('reads a library, finds in it, changes it and keeps what is cached there too', async () => {
    await inWorkspace('libraryFile', undefined);
    files.set('/storage/library.json', formatCslJson([zebras]));
    const log = vscode.window.createOutputChannel('Byline virtual test', { log: true });
    const library = new OpenLibrary(at('/storage'), () => workspaceFileSystem, log);
    own.push(log, library);
    assert.equal(library.uri.scheme, 'byline-memory');
    const search = await library.search();
    assert.equal(search.search('zebar').hits[0]?.post.id, 'zebras');
    await library.update(posts => [...posts, post({ id: 'lions', title: 'Lion manes' })]);
    assert.match(files.text('/storage/library.json'), /Lion manes/);
    await vscode.workspace.fs.writeFile(
      at('/storage/library.json'),
      new TextEncoder().encode(formatCslJson([zebras, post({ id: 'giraffes', title: 'Giraffe necks' })])),
    );
    await eventually(() => library.post('giraffes'), 'the post that another window wrote');
  });

  it('reads a folder of posts and a bibliography', async () => {
    files.set('/blog/one.md', '---\ntitle: On caches\nauthor: Ann Lee\ndate: 2021-03-01\n---\nText.\n');
    files.set('/blog/2021/two.md', '---\ntitle: Slow queries\ndate: 2021-04-01\n---\nText.\n');
    files.set(
      '/refs.bib',
      '@online{roe, title={Fast queries}, author={Roe, Bo}, url={https://example.com/f}}',
    );
    assert.deepEqual(await titles({ kind: 'folder', location: '/blog' }), ['On caches', 'Slow queries']);
    assert.deepEqual(await titles({ kind: 'bibliography', location: '/refs.bib' }), ['Fast queries']);
  });

  it('cites in a document, and saves it', async () => {
    await useLibrary([zebras]);
    files.set('/notes.md', '# Notes\n\nOn \n');
    const document = await vscode.workspace.openTextDocument(at('/notes.md'));
    const editor = await vscode.window.showTextDocument(document);
    editor.selections = [new vscode.Selection(2, 3, 2, 3)];
    await insert(zebras);
    await document.save();
    assert.equal(files.text('/notes.md'), '# Notes\n\nOn [Zebra stripes](https://example.com/zebras)\n');
  });

  it('marks what is wrong there', async () => {
    files.set('/keys.md', 'As [@zebra] says.\n');
    const uri = at('/keys.md');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const found = await eventually(() => vscode.languages.getDiagnostics(uri)[0], 'the unknown key');
    assert.match(found.message, /zebra/);
  });

  it('says what to do where a site does not let a browser read it', async () => {
    const { state, outcome } = await read({ kind: 'feed', location: 'https://feed.example.invalid/rss' });
    assert.equal(outcome, 'failed');
    assert.match(state.failure!.code, /^(?:crossOrigin|offline)$/);
  });
});
