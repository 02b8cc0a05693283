// Records the main job in the real editor for the README: from a sentence to its citation, and what it then shows.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { exitAfter } from '../vscode/server.mjs';
import { animatedPng, type Frame } from './animatedPng';
import { openVscode } from './openVscode';

const document = `# Access without keys

Keys that live long are copied, mailed and forgotten in
scripts. Who leaves the company still has them.

## What others do

Engineers ask for access when they need it.`;

async function main(): Promise<void> {
  const vscode = await openVscode({ viewport: { width: 960, height: 520 } });
  const { keyboard } = vscode.page;
  const frames: Frame[] = [];
  /** Takes a picture of how things are, to be shown so many milliseconds. */
  const show = async (shown: number) => {
    const png = await vscode.page.screenshot({ caret: 'initial' });
    const last = frames.at(-1);
    if (last?.png.equals(png)) frames[frames.length - 1] = { png, shown: last.shown + shown };
    else frames.push({ png, shown });
  };
  const type = async (text: string) => {
    for (const part of text.match(/.{1,4}/g) ?? []) {
      await keyboard.type(part);
      await vscode.page.waitForTimeout(150);
      await show(220);
    }
  };

  writeFileSync(join(vscode.workspace, 'access.md'), document);
  await vscode.openFile('access.md');
  await vscode.openView('Byline');
  await vscode.treeRows.filter({ hasText: 'Authors' }).first().waitFor();
  await vscode.editor.click({ position: { x: 200, y: 10 } });
  await keyboard.press('Control+End');
  await vscode.page.waitForTimeout(1500); // late icons
  await show(1000);
  await type(' Netflix does it with ');
  await vscode.runCommand('Byline: Insert Citation');
  await vscode.page.waitForTimeout(600);
  await show(900);
  await type('netflx consolme');
  await vscode.quickPickRows.filter({ hasText: 'ConsoleMe' }).first().waitFor();
  await show(1800);
  await keyboard.press('Enter');
  await vscode.editor.getByText('netflixtechblog.com').first().waitFor();
  await vscode.page.waitForTimeout(500);
  await show(1800);
  await vscode.editor.getByText('netflixtechblog.com').first().hover();
  await vscode.page.locator('.monaco-hover', { hasText: 'ConsoleMe' }).first().waitFor();
  await vscode.page.waitForTimeout(500);
  await show(3500);

  const file = join(root, 'media/screenshots/recording.png');
  writeFileSync(file, animatedPng(frames));
  console.log(
    `media/screenshots/recording.png: ${frames.length} pictures, ${Math.round(statSync(file).size / 1024)} KB`,
  );
  await vscode.dispose();
}

void exitAfter(main);
