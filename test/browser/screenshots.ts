import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../vscode/install.mjs';
import { exitAfter } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

const archivePage = readFileSync(join(root, 'test/fixtures/pages/archive.txt'), 'utf8');

/** Feeds on this computer, as pictures must not depend on who is online. */
const feeds: Record<string, { title: string; author: string; posts: readonly string[] }> = {
  '/harbor': {
    title: 'Harbor Engineering',
    author: 'Ann Lee',
    posts: ['How queues stay short', 'A year with two databases', 'Deploying on Fridays'],
  },
  '/quay': { title: 'Quay Notes', author: 'Bo Roe', posts: ['Caches that forget', 'Reading a flame graph'] },
};

function feedServer(): Server {
  return createServer(({ url = '' }, response) => {
    const feed = feeds[url];
    if (!feed) {
      response.writeHead(404).end();
      return;
    }
    const items = feed.posts.map(
      (title, at) =>
        `<item><title>${title}</title><link>https://example.com${url}/${at}</link><dc:creator>${feed.author}</dc:creator><pubDate>Mon, 0${at + 1} Jun 2026 10:00:00 GMT</pubDate></item>`,
    );
    response.setHeader('content-type', 'application/rss+xml');
    response.end(
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${feed.title}</title>${items.join('')}</channel></rss>`,
    );
  });
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Lists the feeds in the workspace, which has a library of its own. */
function listFeeds(workspace: string, host: string): void {
  const feed = (path: string, fields = {}) => ({
    kind: 'feed',
    location: `http://${host}${path}`,
    ...fields,
  });
  const file = join(workspace, '.vscode/settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  settings['byline.sources'] = [
    feed('/harbor', { group: 'Engineering' }),
    feed('/quay', { group: 'Engineering' }),
    feed('/pier', { name: 'Pier Review' }),
  ];
  writeFileSync(file, JSON.stringify(settings));
}

async function openNotes(vscode: Vscode): Promise<void> {
  await vscode.openFile('notes.md');
  await vscode.page.keyboard.press('Control+Home');
  for (let line = 1; line < 7; line++) await vscode.page.keyboard.press('ArrowDown');
  await vscode.page.keyboard.press('End');
  await vscode.page.keyboard.type(' ');
  await vscode.openView('Byline');
}

/** What to do in a fresh VS Code before its picture is taken, by the picture's name. */
const scenes: Record<string, (vscode: Vscode, host: string) => Promise<void>> = {
  async posts(vscode) {
    await openNotes(vscode);
    await vscode.runCommand('Byline: Search Posts');
    await vscode.page.locator('.quick-input-title', { hasText: 'Search Posts' }).waitFor();
    await vscode.quickInput.fill('maglev');
    await vscode.page.keyboard.press('Enter');
    await vscode.treeRows.filter({ hasText: 'Citation key' }).waitFor();
  },

  async preview(vscode) {
    const text = [
      '# Access without keys',
      '',
      'Engineers ask for access when they need it [@castrapel2021consoleme], and machines prove who',
      'they are [see @kammel2023confidential, sec. 2; @anderson2020nat].',
      '',
    ].join('\n');
    writeFileSync(join(vscode.workspace, 'access.md'), text);
    await vscode.openFile('access.md');
    await vscode.runCommand('Markdown: Open Preview to the Side');
    const preview = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await preview.locator('#refs p').first().waitFor({ timeout: 60_000 });
    await vscode.openView('Byline');
  },

  async checked(vscode) {
    const text = [
      '# Access without keys',
      '',
      'Netflix wrote about [Castrapel (2019)](https://netflixtechblog.com/consoleme-a-central-control-plane-for-aws-permissions-and-access-fd09afdd60a8),',
      'and about its [remote workstations](https://netflixtechblog.com/remote-workstations-for-the-discerning-artists-8155a8fbd190?utm_source=feed).',
      '',
      'How machines find each other is told elsewhere [@andersen2020nat].',
      '',
    ].join('\n');
    writeFileSync(join(vscode.workspace, 'access.md'), text);
    await vscode.openFile('access.md');
    await vscode.runCommand('Problems: Focus on Problems View');
    await vscode.page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
  },

  async review(vscode) {
    await openNotes(vscode);
    await vscode.copy(archivePage);
    await vscode.runCommand('Byline: Add Posts from Page');
    await vscode.pick('Clipboard', 'Clipboard');
    await vscode.quickPickRows.filter({ hasText: 'provisional title' }).first().waitFor();
  },

  async details(vscode) {
    await openNotes(vscode);
    await vscode.runCommand('Byline: Search Posts');
    await vscode.quickInput.fill('maglev');
    await vscode.quickPickRows.filter({ hasText: 'Maglev' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await vscode.treeRows.filter({ hasText: 'Citation key' }).waitFor();
    await vscode.runCommand('Byline: Show Library Chart');
    const chart = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await chart.getByText('Posts by Year').waitFor();
    const sideBar = (await vscode.page.locator('.part.sidebar').boundingBox())!;
    const edge = sideBar.x + sideBar.width;
    await vscode.page.mouse.move(edge + 2, 200);
    await vscode.page.mouse.down();
    await vscode.page.mouse.move(edge + 90, 200, { steps: 5 });
    await vscode.page.mouse.up();
    await vscode.page.locator('.part.sidebar .pane-header').first().press('Enter');
    await vscode.treeRows.filter({ hasText: 'Profiling Node.js' }).waitFor();
    await vscode.treeRows.filter({ hasText: 'Date' }).click();
  },

  async sources(vscode, host) {
    await openNotes(vscode);
    listFeeds(vscode.workspace, host);
    await vscode.treeRows.filter({ hasText: 'Pier Review' }).first().waitFor();
    await vscode.runCommand('Byline: Refresh All Sources');
    await vscode.treeRows.filter({ hasText: 'stale' }).first().waitFor();
    await vscode.treeRows.filter({ hasText: 'Engineering' }).first().click();
    await vscode.treeRows.filter({ hasText: 'Quay Notes' }).first().click();
  },
};

/** The pictures to take: those named, `npx tsx test/browser/screenshots.ts NAME...`, else all. */
const chosen = process.argv.slice(2);

async function main(): Promise<void> {
  const folder = join(root, 'media/screenshots');
  mkdirSync(folder, { recursive: true });
  const server = feedServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  for (const [name, act] of Object.entries(scenes)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const vscode = await openVscode({
      viewport: { width: 1100, height: 700 },
      settings: { 'byline.allowedHosts': [hostOf(server)] },
    });
    await act(vscode, hostOf(server));
    await vscode.page.waitForTimeout(1000); // animations and late icons
    copyFileSync(await vscode.screenshot(name), join(folder, `${name}.png`));
    await vscode.dispose();
    console.log(`media/screenshots/${name}.png`);
  }
}

void exitAfter(main);
