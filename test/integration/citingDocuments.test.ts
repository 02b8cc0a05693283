import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, insert, inWorkspace, openDocument, post, undo, useLibrary } from './editor';

describe('a document that cites', () => {
  const caches = post({
    id: 'lee2020caches',
    title: 'Caches',
    url: 'https://example.com/caches',
    issued: { year: 2020 },
  });
  const queues = post({
    id: 'roe2021queues',
    title: 'Queues',
    author: [{ family: 'Roe', given: 'Jo' }],
    url: 'https://example.com/queues',
    issued: { year: 2021 },
  });
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const folder = vscode.Uri.joinPath(root, `citing-${Date.now()}`);
  const run = (command: string) => vscode.commands.executeCommand(`byline.${command}`);

  before(() => useLibrary([caches, queues]));
  after(async () => {
    await inWorkspace('citationFormat', undefined);
    await inWorkspace('libraryFile', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(uri);
    return vscode.window.showTextDocument(document);
  }

  const textOf = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));

  it('gets a list of references at its end, and one undo takes it back', async () => {
    const text = 'See [Caches](https://example.com/caches).\n';
    const editor = await openDocument(text, [[0, 0]]);
    await run('updateBibliography');
    const updated = editor.document.getText();
    assert.match(updated, /^See .*\n\n<!-- bibliography -->\n+Lee, A.*2020.*\n+<!-- \/bibliography -->\n$/s);
    await run('updateBibliography');
    assert.equal(editor.document.getText(), updated);
    await undo();
    assert.equal(editor.document.getText(), text);
  });

  it('has its list of references brought up to date when it is saved', async () => {
    const markers = '<!-- bibliography -->\n<!-- /bibliography -->\n';
    const editor = await openFile('saved.md', `See [@roe2021queues].\n\n${markers}`);
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), 'Oh. '));
    await editor.document.save();
    assert.match(
      await textOf('saved.md'),
      /<!-- bibliography -->\n+Roe, J.*Queues.*<!-- \/bibliography -->/s,
    );
    await inWorkspace('bibliography.updateOnSave', false);
    const before = editor.document.getText();
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), 'See [@lee2020caches]. '));
    await editor.document.save();
    assert.equal(await textOf('saved.md'), `See [@lee2020caches]. ${before}`);
    await inWorkspace('bibliography.updateOnSave', undefined);
  });

  it('without a list of references is saved as it is', async () => {
    const editor = await openFile('plain.md', 'See [@roe2021queues].\n');
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), 'Oh. '));
    await editor.document.save();
    assert.equal(await textOf('plain.md'), 'Oh. See [@roe2021queues].\n');
  });

  it('has its footnotes numbered in the order in which they are met', async () => {
    const editor = await openDocument('B[^2] A[^1]\n\n[^1]: a\n[^2]: b\n', [[0, 0]]);
    await run('renumberFootnotes');
    assert.equal(editor.document.getText(), 'B[^1] A[^2]\n\n[^2]: a\n[^1]: b\n');
  });

  it('has the posts that it cites by key in the bibliography that it names', async () => {
    const head = '---\nbibliography: cited.json\n---\n\n';
    await openFile('paper.md', `${head}See [@roe2021queues].\n`);
    await run('addToBibliographyFile');
    assert.deepEqual(
      JSON.parse(await textOf('cited.json')).map(({ id }: { id: string }) => id),
      ['roe2021queues'],
    );
  });

  it('has a post that is cited by key written to that bibliography as well', async () => {
    await inWorkspace('citationFormat', 'pandoc');
    const editor = await openFile('draft.md', '---\nbibliography: draft.bib\n---\n\nSee ');
    const end = editor.document.lineAt(4).range.end;
    editor.selection = new vscode.Selection(end, end);
    await insert(caches);
    assert.match(editor.document.getText(), /See \[@lee2020caches\]$/);
    await eventually(
      () =>
        textOf('draft.bib').then(
          text => /\{lee2020caches,/.test(text),
          () => false,
        ),
      'the entry',
    );
    await inWorkspace('citationFormat', undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('has no file written where it names none', async () => {
    await inWorkspace('citationFormat', 'pandoc');
    const before = await vscode.workspace.fs.readDirectory(root);
    await openDocument('', [[0, 0]]);
    await insert(caches);
    await new Promise(resolve => setTimeout(resolve, 300));
    assert.deepEqual(await vscode.workspace.fs.readDirectory(root), before);
    await inWorkspace('citationFormat', undefined);
  });
});
