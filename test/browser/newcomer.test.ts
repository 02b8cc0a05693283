import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readLibrary } from '../../src/core/library/libraryFile';
import { createSearch } from '../../src/core/search';
import { root } from '../vscode/install.mjs';
import { temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** The whole way of a new user: an empty library, an archive page, a sloppy query, a citation. */
describe('a newcomer', () => {
  const page = readFileSync(join(root, 'test/fixtures/pages/archive.txt'), 'utf8');
  const consoleMe = 'ConsoleMe: A Central Control Plane for AWS Permissions and Access';
  let vscode: Vscode;
  let server: Server;
  let host: string;
  before(async () => {
    const workspace = temporaryFolder('newcomer');
    writeFileSync(join(workspace, 'notes.md'), '# Notes\n\nAccess to accounts: \n');
    server = createServer(blog).listen(0, '127.0.0.1');
    await once(server, 'listening');
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const settings = { 'byline.libraryFile': 'posts.json', 'byline.allowedHosts': [host] };
    vscode = await openVscode({ workspace, settings });
  });
  after(() => {
    server?.close();
    return vscode?.dispose();
  });

  // Each step goes on from the one before: after one that failed, the others would only wait in vain.
  let broken: string | undefined;
  beforeEach(() => assert.equal(broken, undefined, 'An earlier step failed.'));
  afterEach(function () {
    if (this.currentTest?.state === 'failed') broken = this.currentTest.title;
  });

  const row = (hasText: string) => vscode.treeRows.filter({ hasText }).first();
  const library = () => readLibrary(readFileSync(join(vscode.workspace, 'posts.json')), 'posts.json').posts;

  async function cursorAtEndOfLine3(): Promise<void> {
    await vscode.openFile('notes.md');
    await vscode.page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'End']) await vscode.page.keyboard.press(key);
  }

  /** Does what a person does, and counts clicks, keys and texts typed or pasted. */
  async function doing(...actions: (() => Promise<unknown>)[]): Promise<number> {
    for (const act of actions) await act();
    return actions.length;
  }
  const openMenu = () =>
    vscode.page.locator('.view-line', { hasText: 'accounts' }).click({ button: 'right' });
  const chooseInsert = async () => {
    const item = vscode.page.locator('.context-view').getByText('Insert Citation');
    await item.click();
    // A menu that has just opened takes no click yet.
    await item.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => item.click());
  };
  const choose = (hasText: string) => () => vscode.quickPickRows.filter({ hasText }).first().click();
  const type =
    (text: string, placeholder = 'Type words of title') =>
    async () => {
      await vscode.page.getByPlaceholder(placeholder).waitFor();
      await vscode.quickInput.fill(text);
    };
  const enter = () => vscode.page.keyboard.press('Enter');
  const enterOn = (hasText: string) => async () => {
    await vscode.quickPickRows.first().filter({ hasText }).waitFor();
    await enter();
  };
  async function citedAs(text: RegExp): Promise<void> {
    await vscode.page.locator('.view-line', { hasText: text }).first().waitFor();
    await vscode.page.keyboard.press('Control+Z');
    assert.equal(await vscode.savedText('notes.md'), '# Notes\n\nAccess to accounts: \n');
  }

  it('cites a sample post five actions after the document is open, without a network', async () => {
    await cursorAtEndOfLine3();
    const actions = await doing(
      openMenu,
      chooseInsert,
      choose('Add the Sample Posts'),
      type('netflx consolme'),
      enterOn(consoleMe),
    );
    await citedAs(/ConsoleMe/);
    assert.equal(actions, 5);
  });

  it('is rid of the sample by one command, without a trace', async () => {
    await vscode.runCommand('Byline: Remove the Sample Posts');
    await vscode.page.locator('.statusbar-item', { hasText: 'Removed the sample posts (28)' }).waitFor();
    assert.deepEqual(library(), []);
    assert.equal(existsSync(join(vscode.workspace, 'posts.removed.json')), false);
    await vscode.runCommand('Notifications: Clear All Notifications');
  });

  it('is told how to begin', async () => {
    await vscode.openView('Byline');
    await vscode.page.getByRole('button', { name: 'Add Posts from Page…' }).first().waitFor();
    await vscode.page.getByRole('button', { name: 'Add the Sample Posts' }).first().waitFor();
    await vscode.screenshot('newcomer-1-welcome');
  });

  it('sees what was understood of a copied page before anything is saved', async () => {
    await vscode.copy(page);
    await vscode.page.getByRole('button', { name: 'Add Posts from Page…' }).first().click();
    await vscode.pick('Clipboard', 'Clipboard');
    await vscode.quickPickRows.filter({ hasText: consoleMe }).waitFor();
    const title = vscode.page.locator('.quick-input-title');
    assert.match(
      (await title.textContent()) ?? '',
      /Netflix Technology Blog: 10 posts, 25 authors, 6 skipped/,
    );
    assert.equal((await vscode.quickPickRows.filter({ hasText: 'provisional title' }).count()) > 0, true);
    await vscode.screenshot('newcomer-2-review');
  });

  it('adds the posts, and sees them by author and by topic', async () => {
    await vscode.page.keyboard.press('Enter');
    await vscode.notifications.filter({ hasText: 'Added 10 posts' }).waitFor();
    await row('Authors').waitFor();
    assert.equal(library().length, 10);
    await row('Topics').waitFor();
    await vscode.screenshot('newcomer-3-tree');
  });

  it('finds a post by a sloppy query, in the order of the core', async () => {
    await cursorAtEndOfLine3();
    await vscode.runCommand('Byline: Insert Citation');
    const search = createSearch(library());
    for (const query of ['netflx castrapel consolme', 'data', 'studio', 'shakespear', 'cloud kim']) {
      await vscode.quickInput.fill(query);
      const expected = search.search(query).hits.map(({ post }) => post.title);
      const titles = vscode.page.locator(
        '.quick-input-list .quick-input-list-rows > :first-child .monaco-icon-label .label-name',
      );
      let shown: string[] = [];
      const isRight = () => shown.length > 0 && isDeepStrictEqual(shown, expected.slice(0, shown.length));
      for (let tries = 0; tries < 150 && !isRight(); tries++) {
        await vscode.page.waitForTimeout(100);
        shown = await titles.allTextContents();
      }
      assert.deepEqual(shown, expected.slice(0, shown.length), query);
      assert.ok(shown.length > 0, query);
    }
    await vscode.quickInput.fill('netflx castrapel consolme');
    await vscode.quickPickRows.first().filter({ hasText: consoleMe }).waitFor();
    await vscode.screenshot('newcomer-4-picker');
  });

  it('leaves the document alone by pressing Escape', async () => {
    await vscode.page.keyboard.press('Escape');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    assert.doesNotMatch(await vscode.editorText(), /ConsoleMe/);
  });

  it('has the citation in the document after Enter, and takes it back with one undo', async () => {
    await cursorAtEndOfLine3();
    await vscode.runCommand('Byline: Insert Citation');
    await vscode.quickInput.fill('netflx castrapel consolme');
    await vscode.quickPickRows.first().filter({ hasText: consoleMe }).waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.editor.getByText('Curtis Castrapel').first().waitFor();
    await vscode.screenshot('newcomer-5-cited');
    assert.match(
      await vscode.savedText('notes.md'),
      /^Access to accounts: Curtis Castrapel, Patrick Sanders, and Hee Won Kim\. "ConsoleMe: A Central Control Plane for AWS Permissions and Access\." \*Netflix Technology Blog\*\.$/m,
    );
    await vscode.page.keyboard.press('Control+Z');
    assert.equal(await vscode.savedText('notes.md'), '# Notes\n\nAccess to accounts: \n');
  });

  it('fills in missing facts from a pasted list of addresses', async () => {
    const address =
      'https://netflixtechblog.com/consoleme-a-central-control-plane-for-aws-permissions-and-access-fd09afdd60a8';
    await vscode.copy(`${address}?source=collection_home\n`);
    await vscode.runCommand('Byline: Fill In Missing Facts');
    await vscode.quickPickRows.filter({ hasText: consoleMe }).waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.quickInput.waitFor({ state: 'hidden' });
    await vscode.page.waitForTimeout(500);
    assert.equal(library().find(({ title }) => title === consoleMe)?.url, address);
  });

  it('narrows the tree, and shows the details of the post selected', async () => {
    await vscode.runCommand('Byline: Filter Posts');
    await vscode.page.locator('.quick-input-title', { hasText: 'Filter Posts' }).waitFor();
    await vscode.quickInput.fill('cosmos');
    await vscode.treeRows.filter({ hasText: 'Frank San Miguel' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await row('Orchestrated Functions').click();
    await vscode.treeRows.filter({ hasText: 'Citation key' }).waitFor();
    await vscode.screenshot('newcomer-6-details');
    assert.match((await vscode.page.locator('.tab.active').textContent()) ?? '', /notes\.md/);
  });

  it('is shown the post of the last key typed, however fast Enter follows, though a filter hid it', async () => {
    await vscode.runCommand('Byline: Search Posts');
    await vscode.page.locator('.quick-input-title', { hasText: 'Search Posts' }).waitFor();
    await vscode.quickInput.fill('shakespear');
    await vscode.page.keyboard.press('Enter');
    await vscode.page.locator('[aria-label^="Provisional title: Writers can test"]').waitFor();
  });

  it('cites the post that the details show, though a preview covers the document', async () => {
    await cursorAtEndOfLine3();
    await vscode.runCommand('Markdown: Open Preview');
    await vscode.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
    const details = vscode.page.locator('.part.sidebar .pane-header').nth(1);
    await details.hover();
    await details.getByRole('button', { name: 'Insert Citation' }).click();
    await vscode.page.locator('.tab.active', { hasText: /^(?!Preview)/ }).waitFor();
    await vscode.editor.getByText('Writers can test').first().waitFor();
    assert.match(
      await vscode.savedText('notes.md'),
      /^Access to accounts: Tim Brandall, .*"Writers can test/m,
    );
    await vscode.page.keyboard.press('Control+Z');
    await vscode.savedText('notes.md');
  });

  it('takes the added posts back with one command, but for the one changed since', async () => {
    await vscode.runCommand('Byline: Undo Adding Posts');
    await vscode.treeRows.filter({ hasText: 'Authors' }).filter({ hasText: '3' }).waitFor();
    assert.deepEqual(
      library().map(({ title }) => title),
      [consoleMe],
    );
  });

  it('cites a post by its address four actions after the document is open', async () => {
    await cursorAtEndOfLine3();
    const actions = await doing(openMenu, chooseInsert, type(`http://${host}/post`), enterOn(`${host}/post`));
    await citedAs(/Zebra/);
    assert.equal(actions, 4);
  });

  it('cites a post of a blog six actions after the document is open, by the address of its feed', async () => {
    await cursorAtEndOfLine3();
    const actions = await doing(
      openMenu,
      chooseInsert,
      type(`http://${host}/feed`),
      enterOn(`${host}/feed`),
      async () => {
        await vscode.notifications.filter({ hasText: 'Added the source “Savannah” with 2 posts' }).waitFor();
        await type('girafe')();
      },
      enterOn('Giraffe necks'),
    );
    await citedAs(/Giraffe/);
    assert.equal(actions, 6);
    await vscode.screenshot('newcomer-7-source');
  });
});

/** A blog: one of its posts, and its feed. */
const blog: RequestListener = ({ url, headers }, response) => {
  const address = `http://${headers.host}`;
  if (url === '/feed') {
    const items = ['Giraffe necks', 'Lion manes'].map(
      (title, at) => `<item><title>${title}</title><link>${address}/${at}</link></item>`,
    );
    response.setHeader('content-type', 'application/rss+xml');
    response.end(`<rss version="2.0"><channel><title>Savannah</title>${items.join('')}</channel></rss>`);
  } else {
    const facts = { '@type': 'BlogPosting', headline: 'Zebra stripes', author: { name: 'Ann Lee' } };
    response.setHeader('content-type', 'text/html');
    response.end(
      `<title>Zebra stripes</title><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...facts, datePublished: '2021-03-01' })}</script><article><h1>Zebra stripes</h1><p>Text.</p></article>`,
    );
  }
};
