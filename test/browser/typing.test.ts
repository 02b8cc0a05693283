import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySampleWorkspace, temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** Citations that come about while somebody writes: completed, pasted, dropped. */
describe('somebody who writes', () => {
  const consoleMe = 'ConsoleMe: A Central Control Plane for AWS Permissions and Access';
  const key = 'castrapel2021consoleme';
  let vscode: Vscode;
  let address: string;
  before(async () => {
    const workspace = temporaryFolder('typing');
    copySampleWorkspace(workspace);
    writeFileSync(join(workspace, 'typed.md'), 'Ready? \n\nFirst \n\nSecond \n\nThird \n\n`code` \n');
    vscode = await openVscode({ workspace });
    const posts: { id: string; URL: string }[] = JSON.parse(
      readFileSync(join(workspace, 'posts.json'), 'utf8'),
    );
    address = posts.find(({ id }) => id === key)!.URL;
    await vscode.openFile('typed.md');
    await untilCompleting();
  });
  after(() => vscode?.dispose());

  const suggestion = (hasText: string) =>
    vscode.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText });
  /** Where the first answer comes while a space is typed, VS Code takes the writer to be done: he asks by hand then. */
  async function suggested(hasText: string): Promise<void> {
    const shown = suggestion(hasText).waitFor({ timeout: 10_000 });
    await shown.catch(() => vscode.page.keyboard.press('Control+Space'));
    await suggestion(hasText).waitFor();
  }
  const text = () => vscode.savedText('typed.md');
  const line = async (at: number) => (await text()).split('\n')[at];

  /** What understands a document is loaded with the first one. */
  async function untilCompleting(): Promise<void> {
    for (let tries = 0; ; tries++) {
      await cursorAtEndOf(1);
      await vscode.page.keyboard.type('[@');
      const shown = suggestion('20').waitFor({ timeout: 3000 });
      const isThere = await shown.then(
        () => true,
        () => false,
      );
      await vscode.page.keyboard.press('Escape');
      for (const _ of '[@') await vscode.page.keyboard.press('Backspace');
      if (isThere) return;
      if (tries === 5) throw new Error('Nothing completes “[@”.');
    }
  }

  async function cursorAtEndOf(number: number): Promise<void> {
    await vscode.page.keyboard.press('Control+Home');
    for (let at = 1; at < number; at++) await vscode.page.keyboard.press('ArrowDown');
    await vscode.page.keyboard.press('End');
  }

  it('is shown posts by a few words, typing errors included, and takes one by Enter', async () => {
    await cursorAtEndOf(3);
    await vscode.page.keyboard.type('[@castrapel consolme', { delay: 60 });
    await suggested('Castrapel et al. 2021');
    await vscode.screenshot('typing-1-completion');
    await vscode.page.keyboard.press('Enter');
    await vscode.page.keyboard.type('.');
    assert.equal(await line(2), `First [@${key}].`);
  });

  it('gets the definition of a footnote with it, at once and taken back at once', async () => {
    await cursorAtEndOf(5);
    await vscode.page.keyboard.type('[^consoleme', { delay: 60 });
    await suggestion('Castrapel et al. 2021').waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.editor.getByText(/Hee.Won.Kim/).waitFor();
    assert.equal(await line(4), `Second [^${key}]`);
    assert.match(await text(), new RegExp(`\\n\\n\\[\\^${key}\\]: Curtis Castrapel.*\\n$`));
    await vscode.page.keyboard.press('Control+Z');
    assert.doesNotMatch(await text(), /Hee Won Kim/);
  });

  it('pastes the address of a known post as its citation, with the plain text one action away', async () => {
    await cursorAtEndOf(7);
    await vscode.copy(`${address}?utm_source=newsletter#:~:text=central%20control`);
    await vscode.page.keyboard.press('Control+V');
    await vscode.page.locator('.post-edit-widget').waitFor();
    assert.equal(await line(6), `Third [${consoleMe}](${address}#:~:text=central%20control)`);
    await vscode.page.keyboard.press('Control+.');
    await vscode.page.getByText('Insert Plain Text').first().waitFor();
    await vscode.screenshot('typing-2-paste');
    await vscode.page.getByText('Insert Plain Text').first().click();
    await vscode.editor.getByText('newsletter').waitFor();
    assert.equal(await line(6), `Third ${address}?utm_source=newsletter#:~:text=central%20control`);
    await vscode.page.keyboard.press('Control+Z');
    assert.equal((await line(6))!.trim(), 'Third');
  });

  it('makes what is selected the text of the link', async () => {
    await cursorAtEndOf(7);
    await vscode.page.keyboard.press('Control+Shift+ArrowLeft');
    await vscode.copy(address);
    await vscode.page.keyboard.press('Control+V');
    await vscode.editor.getByText('netflixtechblog').first().waitFor();
    assert.match((await line(6))!, /^\[Third\]\(https:.*\) ?$/);
  });

  it('drags a post from the tree into the text', async () => {
    await vscode.openView('Byline');
    await vscode.runCommand('Byline: Search Posts');
    await vscode.pick('consoleme', consoleMe);
    const row = vscode.treeRows.filter({ hasText: consoleMe }).first();
    await row.waitFor();
    const code = vscode.editor.locator('.view-line', { hasText: 'Ready?' });
    const [from, to] = [await row.boundingBox(), await code.boundingBox()];
    await vscode.page.mouse.move(from!.x + 60, from!.y + 8);
    await vscode.page.mouse.down();
    await vscode.page.mouse.move(to!.x + 300, to!.y + 8, { steps: 10 });
    await vscode.page.mouse.up();
    await vscode.editor.locator('.view-line', { hasText: /Ready\?.*ConsoleMe/ }).waitFor();
    assert.equal(await line(0), `Ready? [${consoleMe}](${address})`);
    await vscode.screenshot('typing-3-dropped');
  });
});
