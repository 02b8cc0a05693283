import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  inWorkspace,
  openDocument,
  post,
  readPosts,
  undo,
  useLibrary,
  writeLibrary,
} from './editor';

describe('renaming a citation key', () => {
  const caches = post({ id: 'lee2020caches', title: 'On caches', url: 'https://example.com/caches' });
  const queues = post({ id: 'roe2021queues', title: 'On queues', url: 'https://example.com/queues' });
  let folder: vscode.Uri;
  let library: vscode.Uri;

  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const textOf = async (name: string) => (await vscode.workspace.openTextDocument(at(name))).getText();
  const ids = async () => (await readPosts(library)).map(({ id }) => id).sort();

  /** Opens a text whose cursor is marked by `¦`. */
  async function open(marked: string): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
    const { document } = await openDocument(marked.replace('¦', ''), []);
    return { document, position: document.positionAt(marked.indexOf('¦')) };
  }

  async function rename(marked: string, name: string) {
    const { document, position } = await open(marked);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      name,
    );
    return { document, edit };
  }

  async function prepared(marked: string): Promise<string> {
    const { document, position } = await open(marked);
    const { range, placeholder } = await vscode.commands.executeCommand<{
      range: vscode.Range;
      placeholder: string;
    }>('vscode.prepareRename', document.uri, position);
    return `${document.getText(range)} ${placeholder}`;
  }

  /** Brings back what the files say, of all that a test has changed. */
  async function revertFiles(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
      if (!document.isDirty || document.isUntitled) continue;
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  }

  before(async () => {
    folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, `rename-${Date.now()}`);
    library = await useLibrary([]);
  });
  beforeEach(async () => {
    await writeLibrary(library, [caches, queues]);
    await write(
      'a.md',
      '---\nbibliography: refs.bib\n---\n\n[see @roe2021queues, p. 3; -@{roe2021queues}] @lee2020caches\r\n',
    );
    await write(
      'b.md',
      'a[^roe2021queues] [b][roe2021queues] `@roe2021queues` [c](https://example.com/queues)\r\n\r\n[^roe2021queues]: Note\r\n\r\n[roe2021queues]: https://example.com/queues\r\n',
    );
    await write('refs.bib', '@online{roe2021queues,\n  title = {roe2021queues},\n}\n');
  });
  afterEach(async () => {
    await revertFiles();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await inWorkspace('libraryFile', undefined);
  });

  it('is offered on keys and the labels of footnotes that are keys', async () => {
    assert.equal(await prepared('[see @roe2021¦queues]'), 'roe2021queues roe2021queues');
    assert.equal(await prepared('[@{roe2021¦queues}]'), 'roe2021queues roe2021queues');
    assert.equal(await prepared('[@nobody¦2000]'), 'nobody2000 nobody2000');
    assert.equal(
      await prepared('a[^roe2021¦queues]\n\n[^roe2021queues]: Note'),
      'roe2021queues roe2021queues',
    );
    assert.equal(await prepared('a[^¦1]\n\n[^1]: Note'), '1 1');
    for (const marked of ['[te¦xt](https://example.com/queues)', 'wo¦rd']) {
      await assert.rejects(prepared(marked), marked);
    }
  });

  it('changes all documents, bibliographies and the library, and one undo in each takes it back', async () => {
    const { document, edit } = await rename('@roe2021¦queues and @roe2021queues', 'roe2021lines');
    assert.deepEqual(await ids(), ['lee2020caches', 'roe2021queues']);
    const before = [await textOf('a.md'), await textOf('b.md')];
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), '@roe2021lines and @roe2021lines');
    assert.equal(await textOf('a.md'), before[0]!.replaceAll('roe2021queues', 'roe2021lines'));
    assert.equal(
      await textOf('b.md'),
      before[1]!.replaceAll('roe2021queues', 'roe2021lines').replace('`@roe2021lines`', '`@roe2021queues`'),
    );
    assert.equal(await textOf('refs.bib'), '@online{roe2021lines,\n  title = {roe2021queues},\n}\n');
    await eventually(async () => (await ids()).join() === 'lee2020caches,roe2021lines', 'the library');

    await vscode.window.showTextDocument(document);
    await undo();
    assert.equal(document.getText(), '@roe2021queues and @roe2021queues');
    await eventually(async () => (await ids()).join() === 'lee2020caches,roe2021queues', 'the library again');
  });

  it('is done from an entry of a bibliography, in each format, for what cites it and the library', async () => {
    for (const [name, before, after] of [
      ['own.bib', '@online{', ',\n  title = {roe2021queues},\n}\n'],
      ['refs.json', '[{"title":"roe2021queues","id":"', '"}]'],
      ['re[fs].yaml', '- title: roe2021queues\n  id: ', '\n'],
    ] as const) {
      await write(name, `${before}roe2021queues${after}`);
      await write(`${name}.md`, '[@roe2021queues]\n');
      assert.equal(await textOf(`${name}.md`), '[@roe2021queues]\n');
      const document = await vscode.workspace.openTextDocument(at(name));
      const position = document.positionAt(before.length + 3);
      const { placeholder } = await eventually<{ placeholder: string }>(
        () =>
          vscode.commands
            .executeCommand<{ placeholder: string } | undefined>(
              'vscode.prepareRename',
              document.uri,
              position,
            )
            .then(undefined, () => undefined),
        `the key of ${name}`,
      );
      assert.equal(placeholder, 'roe2021queues');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        position,
        'roe2021lines',
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(document.getText(), `${before}roe2021lines${after}`);
      assert.equal(await textOf(`${name}.md`), '[@roe2021lines]\n');
      assert.match(await textOf('b.md'), /\[\^roe2021lines\]/);
      await eventually(async () => (await ids()).join() === 'lee2020caches,roe2021lines', 'the library');
      await vscode.window.showTextDocument(document);
      await undo();
      await eventually(
        async () => (await ids()).join() === 'lee2020caches,roe2021queues',
        'the library again',
      );
      await revertFiles();
      await vscode.workspace.fs.delete(at(`${name}.md`));
    }
  });

  it('changes a library in CSL-JSON as text where it is done in that', async () => {
    const document = await vscode.workspace.openTextDocument(library);
    const position = document.positionAt(document.getText().indexOf('roe2021queues'));
    const request = [document.uri, position, 'roe2021lines'] as const;
    const edit = await eventually<vscode.WorkspaceEdit>(
      () =>
        vscode.commands
          .executeCommand<vscode.WorkspaceEdit | undefined>(
            'vscode.executeDocumentRenameProvider',
            ...request,
          )
          .then(undefined, () => undefined),
      'the edits',
    );
    const files = edit.entries().map(([uri]) => uri.path);
    assert.deepEqual(files.filter(path => /\.(?:bib|json)$/.test(path)).sort(), [
      library.path,
      at('refs.bib').path,
    ]);
    assert.ok(files.includes(at('a.md').path));
  });

  it('changes the Markdown cells of notebooks that are not open, and nothing else in their files', async () => {
    const cells = [
      { cell_type: 'raw', source: '---\nbibliography: own.bib\n---' },
      { cell_type: 'markdown', source: ['“\t” see\n', '[@roe2021queues]'] },
      { source: 'roe2021queues', cell_type: 'code', outputs: [{ text: '[@roe2021queues]' }] },
    ];
    const file = JSON.stringify({ cells }, undefined, 3).replace('“', '\\u201c');
    await write('n.ipynb', file);
    await write('own.bib', '@online{roe2021queues,\n}\n');
    const n = async () => {
      const { edit } = await rename('@roe2021¦queues', 'roe2021lines');
      return edit.entries().some(([uri]) => uri.path === at('n.ipynb').path) && edit;
    };
    assert.ok(await vscode.workspace.applyEdit(await eventually(n, 'the notebook to be read')));
    assert.equal(await textOf('n.ipynb'), file.replace('[@roe2021queues]', '[@roe2021lines]'));
    assert.equal(await textOf('own.bib'), '@online{roe2021lines,\n}\n');
    await eventually(async () => (await ids()).join() === 'lee2020caches,roe2021lines', 'the library');
    await undo();
    await eventually(async () => (await ids()).join() === 'lee2020caches,roe2021queues', 'the library again');
    await revertFiles();
    for (const name of ['n.ipynb', 'own.bib']) await vscode.workspace.fs.delete(at(name));
  });

  it('changes the library only once the documents are', async () => {
    const { document } = await rename('@roe2021¦queues', 'roe2021lines');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'word ');
    await vscode.workspace.applyEdit(edit);
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.deepEqual(await ids(), ['lee2020caches', 'roe2021queues']);
  });

  it('is not done where the name is none, or taken', async () => {
    await write('other.bib', '@online{roe2021queues,\n}\n@online{other2000,\n}\n');
    const name = folder.path.split('/').at(-1);
    for (const [marked, newName] of [
      ['@roe2021¦queues', 'two words'],
      ['@roe2021¦queues', 'lee2020caches'],
      [`---\nbibliography: ${name}/other.bib\n---\n\n@roe2021¦queues`, 'other2000'],
      ['a[^roe2021¦queues] b[^lines]\n\n[^roe2021queues]: N\n\n[^lines]: Other', 'lines'],
      ['a[^¦1] b[^2]\n\n[^1]: N\n\n[^2]: Other', '2'],
      ['a[^¦1] b[^2]\n\n[^1]: N\n\n[^2]: Other', 'a b'],
    ] as const) {
      const { edit } = await rename(marked, newName);
      assert.deepEqual(edit.entries(), [], `${marked} to ${newName}`);
    }
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('changes the label of a footnote in its document, with its definition', async () => {
    const { document, edit } = await rename('a[^¦1] b[^1] c[^2]\r\n\r\n[^1]: N\r\n\r\n[^2]: M\r\n', 'why');
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), 'a[^why] b[^why] c[^2]\r\n\r\n[^why]: N\r\n\r\n[^2]: M\r\n');
  });
});
