import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { exitOnSignals } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

const archivePage = readFileSync(join(root, 'test/fixtures/pages/archive.txt'), 'utf8');

async function openNotes(vscode: Vscode): Promise<void> {
  await vscode.openFile('notes.md');
  await vscode.page.keyboard.press('Control+Home');
  for (let line = 1; line < 7; line++) await vscode.page.keyboard.press('ArrowDown');
  await vscode.page.keyboard.press('End');
  await vscode.page.keyboard.type(' ');
  await vscode.openView('Byline');
}

/** What to do in a fresh VS Code before its picture is taken, by the picture's name. */
const scenes: Record<string, (vscode: Vscode) => Promise<void>> = {
  async posts(vscode) {
    await openNotes(vscode);
    await vscode.runCommand('Byline: Search Posts');
    await vscode.page.locator('.quick-input-title', { hasText: 'Search Posts' }).waitFor();
    await vscode.quickInput.fill('maglev');
    await vscode.page.keyboard.press('Enter');
    await vscode.treeRows.filter({ hasText: 'Citation key' }).waitFor();
  },

  async picker(vscode) {
    await openNotes(vscode);
    await vscode.runCommand('Byline: Insert Citation');
    await vscode.quickInput.fill('netflx castrapel consolme');
    await vscode.quickPickRows.filter({ hasText: 'ConsoleMe' }).first().waitFor();
  },

  async cited(vscode) {
    await openNotes(vscode);
    await vscode.runCommand('Byline: Insert Citation');
    await vscode.quickInput.fill('netflx castrapel consolme');
    await vscode.quickPickRows.filter({ hasText: 'ConsoleMe' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.editor.getByText('netflixtechblog.com').first().waitFor();
  },

  async review(vscode) {
    await openNotes(vscode);
    await vscode.copy(archivePage);
    await vscode.runCommand('Byline: Add Posts from Page');
    await vscode.pick('Clipboard', 'Clipboard');
    await vscode.quickPickRows.filter({ hasText: 'provisional title' }).first().waitFor();
  },
};

async function main(): Promise<void> {
  const folder = join(root, 'media/screenshots');
  mkdirSync(folder, { recursive: true });
  for (const [name, act] of Object.entries(scenes)) {
    const vscode = await openVscode({ viewport: { width: 1100, height: 700 } });
    await act(vscode);
    await vscode.page.waitForTimeout(1000); // animations and late icons
    copyFileSync(await vscode.screenshot(name), join(folder, `${name}.png`));
    await vscode.dispose();
    console.log(`media/screenshots/${name}.png`);
  }
}

exitOnSignals();
void main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
