import assert from 'node:assert/strict';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

describe('VS Code in the browser', () => {
  let vscode: Vscode;
  before(async () => {
    vscode = await openVscode();
  });
  after(() => vscode?.dispose());

  it('opens a document, takes typing and saves it', async () => {
    await vscode.openFile('notes.md');
    await vscode.page.keyboard.press('Control+End');
    await vscode.page.keyboard.type('typed');
    assert.match(await vscode.editorText(), /typed$/);
    assert.match(await vscode.savedText('notes.md'), /typed\n?$/);
  });

  it('shows the sample library in the Byline view', async () => {
    await vscode.openView('Byline');
    await vscode.treeRows.filter({ hasText: 'Topics' }).waitFor();
    await vscode.treeRows.filter({ hasText: 'Authors' }).click();
    await vscode.treeRows.filter({ hasText: 'Dan Abramov' }).waitFor();
  });
});
