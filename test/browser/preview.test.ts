import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

describe('somebody who reads what he cites', () => {
  let vscode: Vscode;
  before(async () => {
    vscode = await openVscode();
    const [first] = JSON.parse(readFileSync(join(vscode.workspace, 'posts.json'), 'utf8'));
    const text = `Said by @${first.id}, and once more [@${first.id}, p. 3]; not by [@nobody].\n`;
    writeFileSync(join(vscode.workspace, 'cited.md'), text);
    await vscode.openFile('cited.md');
    // By then the library is read. A webview that is shown anew while it starts may go on with what it had: VS Code's race.
    await vscode.editor.locator('.squiggly-warning').waitFor({ timeout: 30_000 });
  });
  after(() => vscode?.dispose());

  it('sees the citations and the references in the preview', async () => {
    await vscode.runCommand('Markdown: Open Preview to the Side');
    const preview = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await preview.locator('#refs p').first().waitFor({ timeout: 60_000 });
    assert.equal(await preview.locator('.citation a').count(), 2);
    assert.match((await preview.locator('body').textContent()) ?? '', /, p\. 3\); not by \[@nobody\]\./);
    await vscode.screenshot('preview-1-citations');
  });

  it('sees what the document cites, opens the places, and what no post has last', async () => {
    await vscode.openView('Byline');
    await vscode.page.locator('.part.sidebar .pane-header', { hasText: 'Cited Here' }).click();
    const rows = vscode.page
      .locator('.part.sidebar .pane', { hasText: 'Cited Here' })
      .locator('.monaco-list-row');
    await rows.filter({ hasText: '2×' }).waitFor();
    assert.match((await rows.last().textContent()) ?? '', /@nobody.*not in the library/);
    await rows.first().locator('.monaco-tl-twistie').click();
    await rows.filter({ hasText: 'Said by' }).first().waitFor();
    await vscode.screenshot('preview-2-cited-here');
  });

  it('sees the view follow what is written', async () => {
    await vscode.page
      .locator('.monaco-editor[data-uri$="cited.md"]')
      .first()
      .click({ position: { x: 200, y: 10 } });
    await vscode.page.keyboard.press('Control+A');
    await vscode.page.keyboard.type('Nothing. ');
    await vscode.page.getByText('This document cites no posts of the library.').waitFor();
  });
});
