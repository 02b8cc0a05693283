import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, insert, inWorkspace, openDocument, post, undo, useLibrary } from './editor';

describe('inserting a citation', () => {
  const caches = post({ id: 'lee2020caches', title: 'Caches', url: 'https://example.com/caches' });
  const queues = post({
    id: 'roe2021queues',
    title: 'Queues [v2]',
    author: [{ family: 'Roe', given: 'Jo' }],
    containerTitle: 'A Blog',
  });

  before(() => useLibrary([caches, queues]));

  it('writes a link where the cursor is, and one undo takes it back', async () => {
    const editor = await openDocument('See .', [[0, 4]]);
    await insert(caches);
    assert.equal(editor.document.getText(), 'See [Caches](https://example.com/caches).');
    assert.deepEqual(editor.selection.active.character, 'See [Caches](https://example.com/caches)'.length);
    await undo();
    assert.equal(editor.document.getText(), 'See .');
  });

  it('writes at every cursor, with one definition and one undo', async () => {
    await inWorkspace('citationFormat', 'footnote');
    const editor = await openDocument('One\nTwo\n', [
      [0, 3],
      [1, 3],
    ]);
    await insert(caches);
    assert.match(
      editor.document.getText(),
      /^One\[\^lee2020caches\]\nTwo\[\^lee2020caches\]\n\n\[\^lee2020caches\]: .*\n$/,
    );
    await insert(caches);
    assert.equal(editor.document.getText().match(/^\[\^lee2020caches\]: /gm)?.length, 1);
    await undo();
    await undo();
    assert.equal(editor.document.getText(), 'One\nTwo\n');
    await inWorkspace('citationFormat', undefined);
  });

  it('cites all posts that are selected, taken back by one undo', async () => {
    await inWorkspace('citationFormat', 'pandoc');
    const editor = await openDocument('One\nTwo\n', [
      [0, 3],
      [1, 3],
    ]);
    const rows = [{ id: caches.id }, { id: queues.id }];
    await vscode.commands.executeCommand('byline.insertCitation', rows[0], rows);
    assert.equal(
      editor.document.getText(),
      'One[@lee2020caches; @roe2021queues]\nTwo[@lee2020caches; @roe2021queues]\n',
    );
    await undo();
    assert.equal(editor.document.getText(), 'One\nTwo\n');
    await inWorkspace('citationFormat', undefined);
  });

  it('cites a post without address as text, its brackets as brackets', async () => {
    const editor = await openDocument('', [[0, 0]]);
    await insert(queues);
    const text = editor.document.getText();
    assert.match(text, /Jo Roe.*Queues.*A Blog/);
    assert.doesNotMatch(text, /\]\(/);
  });

  it('keeps the line ends of the document', async () => {
    await inWorkspace('citationFormat', 'referenceLink');
    const editor = await openDocument('One\r\n', [[0, 3]]);
    await insert(caches);
    assert.doesNotMatch(editor.document.getText(), /[^\r]\n/);
    await inWorkspace('citationFormat', undefined);
  });

  it('puts it on the clipboard when there is no editor', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.env.clipboard.writeText('');
    await insert(caches);
    assert.equal(await vscode.env.clipboard.readText(), '[Caches](https://example.com/caches)');
  });

  it('follows a change of the wording at once', async () => {
    await inWorkspace('wording.linkText', '{authors} ({title})');
    const editor = await openDocument('', [[0, 0]]);
    await insert(caches);
    assert.equal(editor.document.getText(), '[Ann Lee (Caches)](https://example.com/caches)');
    await inWorkspace('wording.linkText', undefined);
  });

  it('writes a formatted citation as the citation style has it', async () => {
    await inWorkspace('citationFormat', 'csl');
    const editor = await openDocument('See .', [[0, 4]]);
    await insert(caches);
    assert.match(editor.document.getText(), /^See \(\[Lee, .*\]\(https:\/\/example\.com\/caches\)\)\.$/);
    await inWorkspace('csl.style', 'ieee');
    await insert(caches);
    assert.ok(editor.document.getText().includes('[\\[1\\]](https://example.com/caches)'));
    await inWorkspace('csl.style', undefined);
    await inWorkspace('citationFormat', undefined);
  });

  it('cites several posts together as the citation style has it', async () => {
    await inWorkspace('citationFormat', 'csl');
    const editor = await openDocument('See .', [[0, 4]]);
    const rows = [{ id: caches.id }, { id: queues.id }];
    await vscode.commands.executeCommand('byline.insertCitation', rows[0], rows);
    assert.match(editor.document.getText(), /^See \(\[Lee, .*\]\(.*\); Roe, .*\)\.$/);
    await undo();
    assert.equal(editor.document.getText(), 'See .');
    await inWorkspace('citationFormat', undefined);
  });

  it('writes nothing where the citation style cannot be used', async () => {
    await inWorkspace('citationFormat', 'csl');
    await inWorkspace('csl.style', 'nowhere.csl');
    const editor = await openDocument('See .', [[0, 4]]);
    await insert(caches);
    assert.equal(editor.document.getText(), 'See .');
    await inWorkspace('csl.style', undefined);
    await inWorkspace('citationFormat', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('makes the text that is selected the text of the link, at all cursors, and one undo takes it back', async () => {
    const editor = await openDocument('See this and that.', [[0, 0]]);
    editor.selections = [new vscode.Selection(0, 4, 0, 8), new vscode.Selection(0, 13, 0, 17)];
    await insert(caches);
    const link = (text: string) => `[${text}](https://example.com/caches)`;
    assert.equal(editor.document.getText(), `See ${link('this')} and ${link('that')}.`);
    await undo();
    assert.equal(editor.document.getText(), 'See this and that.');
  });

  it('adds to the citation that the cursor is in', async () => {
    const editor = await openDocument('See [see @roe2021queues, p. 3].', [[0, 12]]);
    await insert(caches);
    assert.equal(editor.document.getText(), 'See [see @roe2021queues, p. 3; @lee2020caches].');
    await undo();
    assert.equal(editor.document.getText(), 'See [see @roe2021queues, p. 3].');
  });

  it('adds to a formatted citation as the citation style has it', async () => {
    await inWorkspace('citationFormat', 'csl');
    const editor = await openDocument('See .', [[0, 4]]);
    await insert(caches);
    editor.selection = new vscode.Selection(0, 8, 0, 8);
    await insert(queues);
    assert.match(editor.document.getText(), /^See \(\[Lee, n\.d\.\]\(.*caches\); Roe, n\.d\.\)\.$/);
    await inWorkspace('citationFormat', undefined);
  });

  it('cites in the cell of a notebook that is active', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'See ', 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.cell.edit');
    const { document } = notebook.cellAt(0);
    const editor = await eventually(
      () => vscode.window.visibleTextEditors.find(editor => editor.document === document),
      'the editor of the cell',
    );
    editor.selection = new vscode.Selection(0, 4, 0, 4);
    await insert(caches);
    assert.equal(document.getText(), 'See [Caches](https://example.com/caches)');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
