import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readLibrary } from '../../src/core/library/libraryFile';
import { temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** From a blog's address to a citation, and what becomes of sources later; the blog is on this computer. */
describe('somebody who adds sources', () => {
  let server: Server;
  let base = '';
  let vscode: Vscode;
  let asked: string[] = [];
  const settingsFile = '.vscode/settings.json';

  const posts = Array.from({ length: 12 }, (_, at) => `Part ${at + 1} of how queues stay short`);
  const feed = () =>
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbor Engineering</title><link>${base}/</link>${posts
      .map(
        (title, at) =>
          `<item><title>${title}</title><link>${base}/posts/${at}</link><dc:creator>Ann Lee</dc:creator><pubDate>Mon, 01 Mar 2021 10:00:00 GMT</pubDate></item>`,
      )
      .join('')}</channel></rss>`;
  const home = () =>
    `<!doctype html><title>Harbor Engineering</title><link rel="alternate" type="application/rss+xml" title="Harbor feed" href="/feed.xml"><h1>Harbor Engineering</h1>${posts
      .map(
        (title, at) =>
          `<article><h2><a href="/posts/${at}">${title}</a></h2><p class="byline">By Ann Lee on March 1, 2021</p></article>`,
      )
      .join('')}`;

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      if (url === '/') response.setHeader('content-type', 'text/html').end(home());
      else if (url === '/feed.xml') response.setHeader('content-type', 'application/rss+xml').end(feed());
      else response.writeHead(url === '/gone.xml' ? 410 : 404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const workspace = temporaryFolder('sources');
    mkdirSync(join(workspace, 'blog'));
    writeFileSync(
      join(workspace, 'blog/caches.md'),
      '---\ntitle: Caches that forget\nauthor: Bo Roe\n---\nText.',
    );
    mkdirSync(join(workspace, 'other'));
    writeFileSync(join(workspace, 'other/trees.md'), '---\ntitle: Trees that grow\n---\nText.');
    writeFileSync(join(workspace, 'refs.bib'), '@online{roe20, title={Slow queries}, author={Roe, Bo}}');
    writeFileSync(join(workspace, 'notes.md'), '# Notes\n\nOn queues: \n');
    mkdirSync(join(workspace, '.vscode'));
    writeFileSync(join(workspace, settingsFile), JSON.stringify({ 'byline.libraryFile': 'posts.json' }));
    vscode = await openVscode({ workspace });
  });
  after(async () => {
    await vscode?.dispose();
    server?.closeAllConnections();
    server?.close();
  });

  const row = (hasText: string | RegExp) => vscode.treeRows.filter({ hasText }).first();
  const dialogButton = (name: string) =>
    vscode.page.locator('.monaco-dialog-box').getByRole('button', { name });
  const library = () => readLibrary(readFileSync(join(vscode.workspace, 'posts.json')), 'posts.json').posts;

  async function menu(source: string, item: string): Promise<void> {
    await row(source).click({ button: 'right' });
    const choice = vscode.page.getByRole('menuitem', { name: item });
    // A menu that has just opened takes a click for the end of the one that opened it.
    for (let isOpen = true; isOpen; isOpen = await choice.isVisible()) {
      await choice.click();
      await vscode.page.waitForTimeout(300);
    }
  }

  it('pastes an address, and is asked before anything on a private host is read', async () => {
    await vscode.openView('Byline');
    await vscode.copy(`${base}/`);
    await vscode.page.getByRole('button', { name: 'Add Source…' }).first().click();
    await vscode.quickPickRows.filter({ hasText: base }).waitFor();
    await vscode.screenshot('sources-1-ask');
    await vscode.page.keyboard.press('Enter');
    await dialogButton('Allow 127.0.0.1').waitFor();
    assert.deepEqual(asked, []);
    await vscode.screenshot('sources-2-private');
    await dialogButton('Allow 127.0.0.1').click();
    await vscode.quickPickRows.filter({ hasText: 'Harbor feed' }).waitFor();
    await vscode.screenshot('sources-3-offers');
    assert.deepEqual(asked, ['/']);
  });

  it('takes what the address offers, and sees the source and its posts', async () => {
    await vscode.page.keyboard.press('Enter');
    await vscode.notifications
      .filter({ hasText: 'Added the source “Harbor Engineering” with 12 posts.' })
      .waitFor();
    await row('Harbor Engineering').waitFor();
    await row('Ann Lee').or(row('Authors')).first().waitFor();
    assert.equal(library().length, 12);
    assert.deepEqual(asked, ['/']);
    await vscode.screenshot('sources-4-added');
  });

  it('cites one of the posts', async () => {
    await vscode.openFile('notes.md');
    await vscode.page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'End']) await vscode.page.keyboard.press(key);
    await vscode.runCommand('Byline: Insert Citation');
    await vscode.quickInput.fill('from:harbor part 7 queues shrt');
    await vscode.quickPickRows.first().filter({ hasText: posts[6]! }).waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.editor.getByText(posts[6]!).first().waitFor();
    assert.match(
      await vscode.savedText('notes.md'),
      new RegExp(`^On queues: \\[${posts[6]}\\]\\(${base}/posts/6\\)$`, 'm'),
    );
  });

  it('sees which sources are stale or gone, and which entry of the settings makes no sense', async () => {
    const file = join(vscode.workspace, settingsFile);
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    settings['byline.sources'].push(
      { kind: 'folder', location: 'blog', group: 'Local', baseUrl: 'https://example.com/blog/' },
      { kind: 'bibliography', location: 'refs.bib', group: 'Local' },
      { kind: 'feed', location: `${base}/missing.xml`, name: 'Moved away' },
      { kind: 'feed', location: `${base}/gone.xml`, name: 'Closed down' },
      { kind: 'fed', location: 'https://example.com/feed' },
    );
    writeFileSync(file, JSON.stringify(settings));
    await row(/Moved away.*stale: There is nothing/).waitFor();
    await row(/Closed down.*gone for good/).waitFor();
    await row('Local').click();
    await row(/blog.*1 post/).waitFor();
    await row(/refs\.bib.*1 post/).waitFor();
    await row(/Entry 6 \(workspace\).*its kind is none of feed/).waitFor();
    await vscode.page.locator('.pane-header', { hasText: '1 stale, 1 gone' }).waitFor();
    await vscode.screenshot('sources-5-stale');
    await row('Moved away').hover();
    await vscode.page.locator('.workbench-hover', { hasText: 'missing.xml' }).waitFor();
    await vscode.screenshot('sources-6-tooltip');
  });

  it('refreshes them all, told in the status bar', async () => {
    await vscode.runCommand('Byline: Refresh All Sources');
    await vscode.page.locator('.statusbar-item', { hasText: '2 sources could not be read' }).waitFor();
    await vscode.screenshot('sources-7-refreshed');
  });

  it('sees the posts of one source alone', async () => {
    await menu('Harbor Engineering', 'Show Posts');
    await row('Bo Roe').waitFor({ state: 'detached' });
    await row('Ann Lee').waitFor();
    await vscode.screenshot('sources-8-posts');
    await vscode.runCommand('Byline: Clear Filter');
  });

  it('is asked before anything is added that a link names', async () => {
    asked = [];
    await vscode.runCommand('Developer: Open URL');
    await vscode.quickInput.fill(
      `vscode://byline.byline/add?url=${encodeURIComponent('https://example.com/[x](command:a)')}`,
    );
    await vscode.page.keyboard.press('Enter');
    const open = dialogButton('Open');
    await open.or(dialogButton('Read and Add')).first().waitFor();
    if (await open.isVisible()) await open.click();
    await dialogButton('Read and Add').waitFor();
    await vscode.screenshot('sources-9-link');
    await dialogButton('Cancel').click();
    assert.deepEqual(asked, []);
  });

  it('removes one with its posts, but for the one cited', async () => {
    await menu('Harbor Engineering', 'Remove Source…');
    await dialogButton('Remove with Posts').waitFor();
    await vscode.screenshot('sources-10-remove');
    await dialogButton('Remove with Posts').click();
    await row('Harbor Engineering').waitFor({ state: 'detached' });
    for (let tries = 0; tries < 50 && library().length > 3; tries++) await vscode.page.waitForTimeout(100);
    assert.deepEqual(
      library()
        .map(({ title }) => title)
        .sort(),
      ['Caches that forget', posts[6], 'Slow queries'],
    );
  });

  it('adds a folder, says where its posts are published, and takes it back', async () => {
    await vscode.runCommand('Byline: Add Source');
    await vscode.quickPickRows.filter({ hasText: 'Folder…' }).click();
    await vscode.page.locator('.quick-input-title', { hasText: 'A folder of Markdown posts' }).waitFor();
    await vscode.quickPickRows.filter({ hasText: 'other' }).click();
    await vscode.page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value.endsWith('/other/')),
    );
    await vscode.page.locator('.quick-input-widget').getByRole('button', { name: 'Add' }).click();
    await vscode.page.locator('.quick-input-title', { hasText: 'Address of the Posts' }).waitFor();
    await vscode.screenshot('sources-11-address');
    await vscode.quickInput.fill('https://example.com/other/');
    await vscode.page.keyboard.press('Enter');
    const url = () => library().find(({ title }) => title === 'Trees that grow')?.url;
    for (let tries = 0; tries < 50 && !url(); tries++) await vscode.page.waitForTimeout(100);
    assert.match(url() ?? '', /^https:\/\/example\.com\/other\/trees\/?$/);
    await vscode.screenshot('sources-12-folder');
    const added = vscode.page.locator('.notification-list-item', { hasText: 'Added the source “other”' });
    await added.getByRole('button', { name: 'Undo' }).click();
    await row(/^other/).waitFor({ state: 'detached' });
    for (let tries = 0; tries < 50 && url(); tries++) await vscode.page.waitForTimeout(100);
    assert.equal(url(), undefined);
  });
});
