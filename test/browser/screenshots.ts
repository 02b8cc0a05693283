import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { exitOnSignals } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** What to do in a fresh VS Code before its picture is taken, by the picture's name. */
const scenes: Record<string, (vscode: Vscode) => Promise<void>> = {
  async browse(vscode) {
    await vscode.openFile('notes.md');
    await vscode.openView('Byline');
    await vscode.treeRows.filter({ hasText: 'Dan Abramov' }).click();
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
