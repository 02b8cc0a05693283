import assert from 'node:assert/strict';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** Queries in the picker and in the filter: completed, explained, saved. */
describe('somebody who looks for posts', () => {
  const consoleMe = 'ConsoleMe: A Central Control Plane';
  let vscode: Vscode;
  before(async () => {
    vscode = await openVscode();
    await vscode.openView('Byline');
  });
  after(() => vscode?.dispose());
  afterEach(async () => {
    await vscode.page.keyboard.press('Escape');
    await vscode.quickInput.waitFor({ state: 'hidden' });
  });

  const widget = () => vscode.page.locator('.quick-input-widget');
  const title = (hasText: string | RegExp) => vscode.page.locator('.quick-input-title', { hasText });
  const row = (hasText: string | RegExp) => vscode.quickPickRows.filter({ hasText }).first();
  const active = (hasText: string | RegExp) =>
    vscode.page.locator('.quick-input-list .monaco-list-row.focused', { hasText });
  const button = (name: string | RegExp) => widget().getByRole('button', { name });

  async function open(command: string): Promise<void> {
    await vscode.runCommand(`Byline: ${command}`);
    await title(command).waitFor();
  }

  async function typed(query: string): Promise<void> {
    const input = vscode.quickInput;
    for (let tries = 0; tries < 50 && (await input.inputValue()) !== query; tries++) {
      await vscode.page.waitForTimeout(100);
    }
    assert.equal(await input.inputValue(), query);
  }

  it('is offered authors, takes one by Enter, and reads in the title what was understood', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('author:casrapel');
    await active('Curtis Castrapel').waitFor();
    await vscode.screenshot('finding-1-completion');
    await vscode.page.keyboard.press('Enter');
    await typed('author:"Curtis Castrapel" ');
    await active(consoleMe).waitFor();
    await title('Search Posts: by Curtis Castrapel').waitFor();
    await vscode.quickInput.fill('author:"Curtis Castrapel" -java year:2019.. ');
    await title('by Curtis Castrapel, without “java”, since 2019').waitFor();
  });

  it('completes what is typed when Enter follows fast, and never takes a post of the key before', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('data');
    await active(/data/i).waitFor();
    await vscode.quickInput.fill('topic:securi');
    await vscode.page.keyboard.press('Enter');
    await typed('topic:security ');
    await title('about security').waitFor();
  });

  it('has the first hit under Enter while only words are typed', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('author castrapel');
    await active(consoleMe).waitFor();
    assert.equal(
      await vscode.quickPickRows
        .first()
        .textContent()
        .then(text => text?.includes(consoleMe)),
      true,
    );
  });

  it('is told that no author is called so, and goes on without', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('consoleme author:zzzz ');
    await active('No author is called “zzzz”.').waitFor();
    await vscode.screenshot('finding-2-nobody');
    await vscode.page.keyboard.press('Enter');
    await typed('consoleme ');
    await active(consoleMe).waitFor();
  });

  it('opens the post of the only author found by a whole name', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('author:castrapel');
    await active(consoleMe).waitFor();
    assert.equal(await vscode.quickPickRows.count(), 1);
  });

  it('is told that nothing matches, and sees the newest posts while a query asks for nothing', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('zzzzqqqq');
    await active('No matching posts').waitFor();
    await vscode.page.keyboard.press('Enter');
    // VS Code may carry out the first Enter of a window late, and would take what is typed by then.
    await vscode.page.waitForTimeout(500);
    await vscode.quickInput.fill('"');
    await active('Stabilizing naked functions').waitFor();
    await vscode.quickInput.fill('🚀');
    await row('Only letters and digits are looked for.').waitFor();
    await active('Stabilizing naked functions').waitFor();
    await button('Save Search').waitFor({ state: 'detached' });
  });

  it('opens by Enter what another key found again', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('author:"Curtis Castrapel" ');
    await active(consoleMe).waitFor();
    await vscode.quickInput.fill('author:"Curtis Castrapel"  ');
    await active(consoleMe).waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.treeRows.filter({ hasText: consoleMe }).first().waitFor();
  });

  it('finds what else to do with a post behind its second button', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('consoleme');
    await active(consoleMe).getByRole('button', { name: 'More Actions…' }).click();
    await title(consoleMe).waitFor();
    await row('Open in Browser').waitFor();
    await row('Copy Citation').click();
    await vscode.page.locator('.statusbar', { hasText: 'Citation copied' }).waitFor();
  });

  it('is told what an operator takes', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('year:soon consoleme');
    await row('year: takes a year or a range: 2019, 2019..2021').waitFor();
    await active(consoleMe).waitFor();
  });

  it('sees all operators at a question mark or by the button, and has the one picked written', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('?');
    await row('is:provisional').click();
    await typed('is:provisional ');
    await vscode.quickInput.fill('consoleme');
    await active(consoleMe).waitFor();
    await button('Show Operators').click();
    await vscode.screenshot('finding-3-operators');
    await row('topic:security').click();
    await typed('consoleme topic:');
  });

  it('saves a search, finds it under an empty query, and removes it', async () => {
    await open('Search Posts');
    await vscode.quickInput.fill('topic:security -kubernetes ');
    await active(consoleMe).waitFor();
    await button('Save Search').click();
    await title('Save Search').waitFor();
    assert.equal(await vscode.quickInput.inputValue(), 'about security, without “kubernetes”');
    await vscode.quickInput.fill('Safe');
    await vscode.page.keyboard.press('Enter');
    await title('Search Posts').waitFor();
    await active(consoleMe).waitFor();
    await vscode.quickInput.fill('');
    await row('Safe').waitFor();
    await vscode.screenshot('finding-4-saved');
    await row('Safe').click();
    await typed('topic:security -kubernetes ');
    await active(consoleMe).waitFor();
    await vscode.quickInput.fill('');
    await row('Safe').hover();
    await row('Safe').getByRole('button', { name: 'Remove Saved Search “Safe”' }).click();
    await row('Safe').waitFor({ state: 'detached' });
  });

  it('narrows the tree by a query with operators; Enter keeps it', async () => {
    await open('Filter Posts');
    await active(/^Show all 28 posts/).waitFor();
    await vscode.quickInput.fill('topic:secur');
    await row(/^Show \d+ of 28 posts/).waitFor();
    await active(/^security/).waitFor();
    await vscode.treeRows.filter({ hasText: 'Curtis Castrapel' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await typed('topic:security ');
    await active(/^Show \d+ of 28 posts/).waitFor();
    const shown = (await vscode.quickPickRows.first().textContent())?.match(/Show (\d+)/)?.[1];
    await vscode.screenshot('finding-5-filter');
    await vscode.page.keyboard.press('Enter');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    await vscode.page
      .locator('.part.sidebar', { hasText: `“topic:security”: ${shown} of 28 posts` })
      .waitFor();
  });

  it('exports what the filter shows into a new document', async () => {
    await vscode.runCommand('Byline: Export Posts…');
    await title(/^Export \d+ posts/).waitFor();
    assert.doesNotMatch((await title(/^Export/).textContent()) ?? '', /28/);
    await row('A reading list').click();
    await row('New Document').click();
    await vscode.page.locator('.view-lines', { hasText: '# topic:security' }).waitFor();
    await vscode.runCommand('View: Revert and Close Editor');
  });

  it('gets the filter before back by Escape', async () => {
    await vscode.runCommand('Byline: Filter Posts');
    await typed('topic:security');
    await active(/^Show \d+ of 28 posts/).waitFor();
    await vscode.quickInput.fill('zzzzqq');
    await row(/^Show 0 of 28 posts/).waitFor();
    await vscode.page.keyboard.press('Escape');
    await vscode.page.locator('.part.sidebar', { hasText: '“topic:security”' }).waitFor();
    await vscode.treeRows.filter({ hasText: 'Curtis Castrapel' }).first().waitFor();
  });
});
