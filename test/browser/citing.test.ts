import assert from 'node:assert/strict';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** What the picker shows before it writes, and what it can do beside writing one citation. */
describe('somebody who cites', () => {
  let vscode: Vscode;
  before(async () => {
    vscode = await openVscode({ settings: { 'byline.citationFormat': 'pandoc' } });
    await vscode.openFile('notes.md');
  });
  after(() => vscode?.dispose());

  const title = (hasText: string | RegExp) =>
    vscode.page.locator('.quick-input-title', { hasText }).waitFor();
  const told = (hasText: string | RegExp) =>
    vscode.page.locator('.quick-input-message', { hasText }).waitFor();
  const active = (hasText: string | RegExp) =>
    vscode.page.locator('.quick-input-list .monaco-list-row.focused', { hasText }).waitFor();
  const press = (key: string) => vscode.page.keyboard.press(key);
  const row = (hasText: string) => vscode.quickPickRows.filter({ hasText }).first();

  async function open(command: string): Promise<void> {
    await vscode.runCommand(`Byline: ${command}`);
    await title(command);
  }

  it('sees what will be written, collects two posts into one citation, and takes one out again', async () => {
    await press('Control+End');
    await open('Insert Citation');
    await vscode.quickInput.fill('consoleme control plane');
    await active('ConsoleMe');
    await told('[@castrapel2021consoleme]');
    // To the button of the row and back by keyboard alone.
    for (const key of ['Tab', 'Tab', 'Enter']) await press(key);
    await title('with 1 collected');
    for (const key of ['Shift+Tab', 'Control+A']) await press(key);
    await vscode.page.keyboard.type('concurrency patterns context');
    await active('Go Concurrency Patterns');
    await told(/\[@castrapel2021consoleme; @\S+\]/);
    await row('Go Concurrency Patterns').getByRole('button', { name: 'Add to Citation' }).click();
    await title('with 2 collected');
    await vscode.page.getByRole('button', { name: 'Take the Last Post out' }).click();
    await title('with 1 collected');
    await active('Go Concurrency Patterns');
    await vscode.screenshot('citing-1-collected');
    await press('Enter');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    assert.match(await vscode.savedText('notes.md'), /\[@castrapel2021consoleme; @ajmani2014go\]\s*$/);
  });

  it('says where in the post, step by step and back', async () => {
    await press('Control+End');
    await press('Enter');
    await open('Insert Citation');
    await vscode.quickInput.fill('consoleme control plane');
    await active('ConsoleMe');
    await vscode.page.getByRole('button', { name: 'Insert with Locator' }).click();
    await title('(1/4)');
    await row('Page').click();
    await title('(2/4)');
    await vscode.quickInput.fill('12');
    await told('[@castrapel2021consoleme, p. 12]');
    await vscode.screenshot('citing-2-locator');
    await vscode.page.getByRole('button', { name: 'Back' }).click();
    await title('(1/4)');
    await active('Page');
    await row('Section').click();
    await title('(2/4)');
    await vscode.quickInput.fill('How it works');
    await press('Enter');
    await title('(3/4)');
    await vscode.quickInput.fill('see');
    await press('Enter');
    await title('(4/4)');
    await press('Enter');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    assert.match(
      await vscode.savedText('notes.md'),
      /\[see @castrapel2021consoleme, sec\. “How it works”\]\s*$/,
    );
  });

  it('adds to the citation at the cursor, then makes a footnote of it', async () => {
    await press('Control+End');
    await press('Enter');
    await vscode.page.keyboard.insertText('[@castrapel2021consoleme]');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await vscode.runCommand('Byline: Insert Citation');
    await title('Add to the Citation at the Cursor');
    await vscode.quickInput.fill('concurrency patterns context');
    await active('Go Concurrency Patterns');
    await told('[@castrapel2021consoleme; @ajmani2014go]');
    await press('Enter');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    await press('ArrowLeft');
    await vscode.runCommand('Byline: Edit Citation…');
    await title('Edit the Citation');
    await row('Footnote').click();
    await vscode.quickInput.waitFor({ state: 'hidden' });
    assert.match(
      await vscode.savedText('notes.md'),
      /\n\[\^castrapel2021consoleme\], \[\^ajmani2014go\]\n\n\[\^castrapel2021consoleme\]: .*\n\[\^ajmani2014go\]: .*\n?$/,
    );
  });

  it('is told what is wrong with a template, sees a post worded by it, and has it at once', async () => {
    await open('Edit Citation Wording');
    await row('Text of links').click();
    await title('Text of links');
    await vscode.quickInput.fill('{authors|short} ({year}), {titel}');
    await told('Character 28: There is no field “titel”.');
    await vscode.screenshot('citing-3-template');
    await press('Enter');
    await vscode.quickInput.fill('{authors|short} ({year}), {title}');
    await told(/\(20\d\d\), /);
    await press('Enter');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    await open('Insert Citation As');
    await vscode.quickInput.fill('consoleme control plane');
    await active('ConsoleMe');
    await press('Enter');
    await title('Insert “ConsoleMe');
    await row('[Castrapel et al. (2021), ConsoleMe').waitFor();
    await press('Escape');
  });
});
