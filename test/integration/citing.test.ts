import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { insert, inWorkspace, openDocument, post, undo, useLibrary } from './editor';

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
});
