import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { makePost } from '../fakes';
import { temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import { doubleIds, faultsOf, focused, nodesIn, spoken } from './spoken';
import type { Vscode } from './vscode';

const ann = { family: 'Lee', given: 'Ann' };
const posts = [
  makePost({
    id: 'caches',
    title: 'Caches that forget',
    author: [ann],
    issued: { year: 2021, month: 3, day: 4 },
    containerTitle: 'Harbor',
    keywords: ['storage'],
    url: 'https://posts.example/caches',
  }),
  makePost({ id: 'queues', title: 'How queues stay short', author: [ann], keywords: ['storage'] }),
  makePost({ id: 'masts', title: 'On masts', author: [{ literal: 'Quay team' }], provisional: ['title'] }),
];
const feed =
  '<rss version="2.0"><channel><title>Harbor</title><item><title>Caches that forget</title><link>https://posts.example/caches</link></item></channel></rss>';

/** What views, pickers and pages say, and where the focus is, to whom the mouse is no use. */
describe('somebody with a keyboard and a screen reader', () => {
  let server: Server;
  let vscode: Vscode;

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      if (url === '/feed') response.setHeader('content-type', 'application/rss+xml').end(feed);
      else response.writeHead(url === '/gone' ? 410 : 404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const source = (path: string, fields = {}) => ({
      kind: 'feed',
      location: `http://${host}${path}`,
      ...fields,
    });
    const workspace = temporaryFolder('accessibility');
    mkdirSync(join(workspace, '.vscode'));
    const settings = {
      'byline.libraryFile': 'posts.json',
      'byline.groupBy': ['author', 'topic', 'publication', 'year'],
      'byline.savedSearches': [{ name: 'Of the harbor', query: 'in:harbor' }],
      'byline.sources': [
        source('/feed', { group: 'Blogs' }),
        source('/missing', { name: 'Pier' }),
        source('/gone', { name: 'Quay' }),
        { kind: 'fed' },
      ],
    };
    writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify(settings));
    writeFileSync(join(workspace, 'posts.json'), formatCslJson(posts));
    writeFileSync(
      join(workspace, 'notes.md'),
      '# Notes\n\nSee [@caches], [@nobody] and again [@caches].\n\n',
    );
    vscode = await openVscode({
      viewport: { width: 1300, height: 1500 },
      workspace,
      settings: { 'byline.allowedHosts': [host] },
    });
    await vscode.openFile('notes.md');
    await keys('Control+End');
    await vscode.openView('Byline');
    await vscode.runCommand('Byline: Refresh All Sources');
  });
  after(async () => {
    await vscode?.dispose();
    server?.closeAllConnections();
    server?.close();
  });

  async function keys(...names: string[]): Promise<void> {
    for (const name of names) await vscode.page.keyboard.press(name);
  }

  /** Waits until something is as it should be, and says how it is where it never comes to be. */
  async function becomes<Value>(read: () => Promise<Value>, expected: Value): Promise<void> {
    let value: Value | undefined;
    for (let tries = 0; tries < 100; tries++) {
      value = await read();
      if (JSON.stringify(value) === JSON.stringify(expected)) return;
      await vscode.page.waitForTimeout(100);
    }
    assert.deepEqual(value, expected);
  }

  const focus = async () => spoken(await focused(vscode.page));
  const isFocused = (said: string) => becomes(focus, said);

  /** Goes through the rows of the view in focus by the arrow key, and hears each. */
  async function walk(): Promise<string[]> {
    await keys('End');
    const last = await focus();
    await keys('Home');
    const heard = [await focus()];
    while (heard.at(-1) !== last && heard.length < 50) {
      await keys('ArrowDown');
      heard.push(await focus());
    }
    return heard;
  }

  /** Opens the row in focus, and goes to the first below it once that is there. */
  async function into(hasText: string): Promise<void> {
    await keys('ArrowRight');
    await vscode.treeRows.filter({ hasText }).waitFor();
    await keys('ArrowRight');
  }

  /** Does something again until it shows: keys and the palette may be asked too early on a slow machine. */
  async function until(shown: Locator, act: () => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries++) {
      await act();
      const waiting = shown.waitFor({ timeout: 3000 });
      if (tries === 4) return waiting;
      if (await waiting.then(() => true).catch(() => false)) return;
    }
  }
  const view = (name: string) =>
    until(vscode.page.locator(`[role="tree"][aria-label="${name}"]:focus`), () =>
      vscode.runCommand(`Byline: Focus on ${name} View`),
    );
  async function edit(fact: string): Promise<void> {
    await until(vscode.quickInput.and(vscode.page.locator(':focus')), () => keys('F2'));
    await isFocused(`${fact}; textbox`);
  }

  async function wellNamed(selector: string): Promise<void> {
    const nodes = await nodesIn(vscode.page, selector);
    assert.ok(nodes.length > 0, selector);
    assert.deepEqual(faultsOf(nodes), []);
    assert.deepEqual(await doubleIds(vscode.page), []);
  }

  it('hears of each row of the Posts view what it is, how many posts it has, and which title is made up', async () => {
    await view('Posts');
    await becomes(walk, [
      'Authors, 2; treeitem, expanded, level 1',
      'Ann Lee, 2 posts; treeitem, collapsed, level 2',
      'Quay team, 1 post; treeitem, collapsed, level 2',
      'Topics, 1; treeitem, expanded, level 1',
      'storage, 2 posts; treeitem, collapsed, level 2',
      'No topic, 1 post; treeitem, collapsed, level 2',
      'Publications, 1; treeitem, expanded, level 1',
      'Harbor, 1 post; treeitem, collapsed, level 2',
      'No publication, 2 posts; treeitem, collapsed, level 2',
      'Years, 1; treeitem, expanded, level 1',
      '2021, 1 post; treeitem, collapsed, level 2',
      'Undated, 2 posts; treeitem, collapsed, level 2',
    ]);
    await keys('Home', 'ArrowDown', 'ArrowDown');
    await into('On masts');
    await isFocused('On masts, provisional title, Quay team; treeitem, level 3');
    await keys('ArrowUp', 'ArrowUp');
    await into('Caches that forget');
    await isFocused('Caches that forget, Ann Lee, Mar 4, 2021; treeitem, level 3');
    await keys('Enter');
    await isFocused('Caches that forget, Ann Lee, Mar 4, 2021; treeitem, selected, level 3');
  });

  it('hears the details of the post, edits one, and is on its row again however that ends', async () => {
    await view('Post');
    await becomes(walk, [
      'Title: Caches that forget; treeitem, level 1',
      'Authors: Ann Lee; treeitem, level 1',
      'Date: Mar 4, 2021; treeitem, level 1',
      'Publication: Harbor; treeitem, level 1',
      'Address: https://posts.example/caches; treeitem, level 1',
      'Topics: storage; treeitem, level 1',
      'Excerpt: none; treeitem, level 1',
      'Citation key: caches; treeitem, level 1',
      'From, Harbor; treeitem, collapsed, level 1',
      'Cited in, 1 file; treeitem, collapsed, level 1',
      'Related, 1 post; treeitem, expanded, level 1',
      'How queues stay short, Ann Lee, storage; treeitem, level 2',
    ]);
    await keys('Home', 'ArrowDown', 'ArrowDown');
    for (let times = 0; times < 5; times++) {
      await edit('Date'); // whose input the focus that goes back to the row must not leave
      await keys('Escape');
      await isFocused('Date: Mar 4, 2021; treeitem, selected, level 1');
    }
    await edit('Date');
    await vscode.quickInput.fill('2020');
    await keys('Enter');
    await isFocused('Date: 2020; treeitem, selected, level 1');
    await vscode.runCommand('Byline: Undo Edit of Post');
    await isFocused('Date: Mar 4, 2021; treeitem, selected, level 1');
  });

  it('is at the top of a related post by Enter, and of the one before by going back', async () => {
    await keys('End', 'Enter');
    await isFocused('Title: How queues stay short; treeitem, selected, level 1');
    await vscode.runCommand('Byline: Back to Previous Post');
    await isFocused('Title: Caches that forget; treeitem, selected, level 1');
  });

  it('comes to the button and the menu of a row, cites, and goes on in the document', async () => {
    const row = 'Caches that forget, Ann Lee, Mar 4, 2021; treeitem, selected, level 3';
    await view('Posts');
    await isFocused(row);
    await keys('Tab');
    await isFocused('Insert Citation; button');
    await keys('Shift+Tab');
    await isFocused(row);
    await keys('Shift+F10');
    await becomes(async () => (await focused(vscode.page)).role, 'menu');
    await keys('ArrowDown');
    await isFocused('Insert Citation; menuitem');
    await keys('Enter');
    await vscode.editor.getByText('(https://posts.example/caches)').waitFor();
    await becomes(async () => (await focused(vscode.page)).role, 'textbox');
    await keys('Control+Z');
    await vscode.editor.getByText('(https://posts.example/caches)').waitFor({ state: 'detached' });
  });

  it('hears what the document cites, how often, and what is not known', async () => {
    await view('Cited Here');
    await becomes(walk, [
      'Caches that forget, cited 2 times, Ann Lee, Mar 4, 2021; treeitem, collapsed, level 1',
      '@nobody, not in the library, cited once; treeitem, collapsed, level 1',
    ]);
    await into('See [@caches]');
    await isFocused('line 3: See [@caches], [@nobody] and again [@caches].; treeitem, level 2');
  });

  it('hears which sources fail and why, and stays on one while it is read again', async () => {
    const pier = 'Pier, Feed, stale: There is nothing at this address any more (404). Check it in a browser.';
    await view('Sources');
    await keys('Home', 'ArrowDown', 'ArrowRight');
    const said = async () =>
      (await walk()).map(row => row.replace(/, (?:updated )?(?:now|\d+ \w+ ago);/, ', now;'));
    await becomes(
      async () => (await said()).slice(1),
      [
        'Blogs, 1 source; treeitem, expanded, level 1',
        'Harbor, Feed, 1 post, now; treeitem, level 2',
        `${pier}; treeitem, level 1`,
        'Quay, Feed, gone for good; treeitem, level 1',
      ],
    );
    await wellNamed('.part.sidebar .pane');
    await keys('ArrowUp', 'Shift+F10');
    await becomes(async () => (await focused(vscode.page)).role, 'menu');
    await keys('ArrowDown');
    await isFocused('Refresh; menuitem');
    await keys('Enter');
    await isFocused(`${pier}; treeitem, level 1`);
  });

  it('hears each row of a picker without signs, what is collected, and is back in the document by Escape', async () => {
    const hears = (...rows: string[]) =>
      becomes(async () => {
        const nodes = await nodesIn(vscode.page, '.quick-input-list');
        return nodes.filter(({ role }) => role === 'option').map(({ name }) => name);
      }, rows);
    const leave = async () => {
      await wellNamed('.quick-input-widget');
      await keys('Escape');
      await isFocused('notes.md; textbox');
    };
    await vscode.openFile('notes.md');
    await vscode.runCommand('Byline: Insert Citation');
    const others = [
      'Of the harbor, in:harbor, saved searches',
      'How queues stay short, Ann Lee, newest',
      'On masts, provisional title, Quay team',
    ];
    await hears('Caches that forget, Ann Lee, Mar 4, 2021, picked lately', ...others);
    await keys('Tab', 'Tab');
    await isFocused('Add to Citation; button');
    await keys('Enter');
    await hears('Caches that forget, collected, Ann Lee, Mar 4, 2021, picked lately', ...others);
    await vscode.quickInput.fill('harbor');
    await hears('Caches that forget, collected, Ann Lee, Mar 4, 2021, Publication: Harbor');
    await vscode.quickInput.fill('https://new.example/post');
    await hears('https://new.example/post, Read and Add');
    await leave();
    await vscode.runCommand('Byline: Add Source');
    await hears(
      'Folder…, Markdown posts with front matter',
      'File…, bibliography (CSL-JSON, CSL-YAML, BibTeX, RIS) or OPML',
    );
    await leave();
    await vscode.runCommand('Byline: Add Posts from Page');
    await hears(
      'Clipboard, the text or HTML of the page, copied',
      'Active Editor, notes.md',
      'File…, a saved page, as text, HTML or Markdown',
    );
    await leave();
  });

  it('hears how much a filter leaves, and has the row selected again by Escape', async () => {
    await vscode.runCommand('Byline: Filter Posts');
    await vscode.quickInput.fill('masts');
    await isFocused('Show 1 of 3 posts; option');
    await vscode.treeRows.filter({ hasText: /^storage\s*2/ }).waitFor({ state: 'detached' });
    await wellNamed('.quick-input-widget');
    await keys('Escape');
    await isFocused('Posts; tree');
    const selected = vscode.treeRows.and(vscode.page.locator('.selected'));
    await selected.filter({ hasText: /^Caches that forget.*Mar 4/ }).waitFor();
  });

  it('hears the chart as headings and tables, and none of the bars', async () => {
    await vscode.runCommand('Byline: Show Library Chart');
    const chart = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await chart.getByRole('heading', { name: 'Library' }).waitFor();
    const said = await chart.locator('body').ariaSnapshot();
    for (const line of [
      'paragraph: 3 posts, 2 authors, 1 topic',
      'heading "Posts by Year" [level=2]',
      'table "Posts by Year"',
      'row "Ann Lee 2"',
      'row "storage 2"',
    ])
      assert.ok(said.includes(line), `${line}\n${said}`);
    assert.doesNotMatch(said, /\bimg\b|·/);
  });
});
