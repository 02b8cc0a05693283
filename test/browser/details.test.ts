import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { readLibrary } from '../../src/core/library/libraryFile';
import type { Post } from '../../src/core/post';
import { parse } from '../../src/core/sources/parse';
import { cleanText } from '../../src/core/text';
import { makePost } from '../fakes';
import { temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

const corpora = process.env.BYLINE_CORPORA ?? join(import.meta.dirname, '../../../shared/corpora');
const hasCorpora = existsSync(join(corpora, 'blns.json'));
const without = hasCorpora ? '' : ' (of our own strings only, as the corpora are not on this computer)';

/** What runs says so, and what loads asks a host that nobody else does. */
const hostile = [
  '<script>console.log("byline-ran");alert("byline-ran")</script>',
  '<img src="https://ran.example/a.png" onerror="console.log(\'byline-ran\')">',
  '<svg onload="alert(\'byline-ran\')"><image href="https://ran.example/b.png"/></svg>',
  '"><iframe srcdoc="<script>parent.alert(\'byline-ran\')</script>"></iframe>',
  '</title></style><style>@import "https://ran.example/c.css";</style>',
  '![x](https://ran.example/d.png) [run](command:byline.removePosts) <https://ran.example/e>',
  '$(sync~spin) $(zap) [a](javascript:alert(1))',
  "'; alert('byline-ran'); // \u202e gnp.exe \u2066",
];

/** Posts of which each field is one of the strings, or several, and which have all of them. */
function postsOf(name: string, strings: readonly string[]): Post[] {
  const each = 16;
  return Array.from({ length: Math.ceil(strings.length / each) }, (_, number) => {
    const [title = '', ...rest] = Array.from(
      { length: each },
      (_, at) => strings[(number * each + at) % strings.length]!,
    );
    return makePost({
      id: `${name}${number}`,
      title,
      author: [{ literal: rest[0]! }, { family: rest[1]!, given: rest[2]! }, { literal: rest[3]! }],
      containerTitle: rest[4]!,
      keywords: rest.slice(5, 11),
      abstract: rest[11]!,
      note: rest[12]!,
      url: `https://posts.example/${number}?q=${encodeURIComponent(rest[13]!.replace(/[\ud800-\udfff]/g, ''))}`,
      sources: [rest[14]!],
    });
  });
}

const usable = (strings: readonly string[]) => [...new Set(strings.map(cleanText))].filter(Boolean);

const naughty = (): string[] => usable(JSON.parse(readFileSync(join(corpora, 'blns.json'), 'utf8')));

/** What Byline reads of the feeds with which feedparser tests that it makes text harmless, and the feeds as they stand. */
async function sanitized(): Promise<string[]> {
  const folder = join(corpora, 'feedparser-tests/wellformed/sanitize');
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    const { entries } = await parse({
      kind: 'feed',
      files: [{ name, bytes }],
      source: `https://posts.example/${name}`,
    });
    for (const { record } of entries) found.push(record.title, record.abstract ?? '', ...record.keywords);
    found.push(bytes.toString().replace(/<!--[\s\S]*?-->/g, ''));
  }
  return usable(found);
}

describe('somebody who looks at a post', () => {
  let server: Server;
  let vscode: Vscode;
  let asked: string[] = [];
  let harmfulPosts = 0;
  let dialogs = 0;
  const told: string[] = [];
  const hosts = new Set<string>();

  const page =
    '<!doctype html><title>On masts</title><meta property="og:type" content="article"><meta property="og:title" content="On masts"><meta name="author" content="Bo Roe"><meta property="article:published_time" content="2021-03-04"><article><h1>On masts</h1><p>By Bo Roe, March 4, 2021</p><p>A mast is a pole.</p></article>';

  const feed =
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbor</title><link>https://harbor.example/</link><item><title>On sails</title><link>https://harbor.example/sails</link><dc:creator>Bo Roe</dc:creator><pubDate>Mon, 01 Mar 2021 10:00:00 GMT</pubDate></item></channel></rss>';

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const isFeed = url === '/feed.xml';
      response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html');
      response.end(isFeed ? feed : page);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ann = { family: 'Lee', given: 'Ann' };
    const own = [
      makePost({ id: 'masts', title: 'Mats', url: `http://${host}/masts`, containerTitle: 'Harbor' }),
      makePost({
        id: 'caches',
        title: 'Caches that forget',
        author: [ann],
        keywords: ['Go', 'caches'],
        issued: { year: 2021 },
      }),
      makePost({
        id: 'queues',
        title: 'How queues stay short',
        author: [ann],
        keywords: ['Go'],
        issued: { year: 2020 },
      }),
    ];
    const strings = hasCorpora ? [...naughty(), ...(await sanitized())] : [];
    const workspace = temporaryFolder('details');
    mkdirSync(join(workspace, '.vscode'));
    const settings = {
      'byline.libraryFile': 'posts.json',
      'byline.groupBy': ['year'],
      'byline.sources': [{ kind: 'feed', location: `http://${host}/feed.xml`, name: 'Harbor feed' }],
    };
    writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify(settings));
    const rotated = hostile.map((_, at) => [...hostile.slice(at), ...hostile.slice(0, at)]);
    const harmful = [
      ...rotated.flatMap((all, at) => postsOf(`own${at}`, all)),
      ...postsOf('naughty', strings),
    ];
    harmfulPosts = harmful.length;
    writeFileSync(join(workspace, 'posts.json'), formatCslJson([...own, ...harmful]));
    writeFileSync(join(workspace, 'notes.md'), '# Notes\n\nSee [@caches] for more.\n');
    vscode = await openVscode({
      viewport: { width: 1280, height: 1300 },
      workspace,
      settings: { 'byline.allowedHosts': [host] },
    });
    vscode.page.on('dialog', dialog => {
      dialogs++;
      void dialog.dismiss();
    });
    vscode.page.on('console', message => told.push(message.text()));
    vscode.page.on('request', request => hosts.add(new URL(request.url()).host));
    await vscode.openView('Byline');
  });
  after(async () => {
    await vscode?.dispose();
    server?.closeAllConnections();
    server?.close();
  });

  const details = () =>
    vscode.page.locator('.pane', { has: vscode.page.locator('.pane-header .title', { hasText: /^Post$/ }) });
  const row = (hasText: string | RegExp) => details().locator('.monaco-list-row').filter({ hasText }).first();
  const saved = (id: string) =>
    readLibrary(readFileSync(join(vscode.workspace, 'posts.json')), 'posts.json').posts.find(
      post => post.id === id,
    );
  async function until(condition: () => unknown | Promise<unknown>): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (await condition()) return;
      await vscode.page.waitForTimeout(100);
    }
    throw new Error(`Never: ${condition}`);
  }

  async function show(id: string, title: string): Promise<void> {
    await vscode.runCommand('Byline: Search Posts');
    await vscode.quickInput.fill(title);
    await vscode.quickPickRows.filter({ hasText: title }).first().click();
    await row(id).waitFor();
    await vscode.still(details());
  }

  it('sees what is known, where it is cited and what is related, each with its name for a screen reader', async () => {
    await show('caches', 'Caches that forget');
    for (const name of [
      'Title: Caches that forget',
      'Authors: Ann Lee',
      'Date: 2021',
      'Excerpt: none',
      'Missing: Publication, Address',
      'Cited in, 1 file',
      'How queues stay short, Ann Lee, Go',
    ])
      await details().getByRole('treeitem', { name, exact: true }).waitFor();
    await vscode.screenshot('details-1-shown');
  });

  it('goes to a place that cites it', async () => {
    await row('Cited in').click();
    await row('See [@caches] for more.').click();
    await vscode.page.locator('.tab.active', { hasText: 'notes.md' }).waitFor();
  });

  it('edits a fact by keyboard, is told what is wrong, and is on the row again after it', async () => {
    await row('Title').click();
    for (let down = 0; down < 2; down++) await vscode.page.keyboard.press('ArrowDown');
    await vscode.page.keyboard.press('F2');
    await vscode.page.locator('.quick-input-title', { hasText: 'Date' }).waitFor();
    await vscode.quickInput.fill('3/4/2021');
    await vscode.page.getByText('write 2021-03-04 or 2021-04-03').first().waitFor();
    await vscode.quickInput.fill('4 March 2021');
    await vscode.page.getByText('Mar 4, 2021').first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await row('Mar 4, 2021').waitFor();
    await details().locator('.monaco-list-row.focused', { hasText: 'Date' }).waitFor();
    assert.deepEqual(saved('caches')?.issued, { year: 2021, month: 3, day: 4 });
  });

  it('takes the edit back', async () => {
    await vscode.runCommand('Byline: Undo Edit of Post');
    await details().getByRole('treeitem', { name: 'Date: 2021', exact: true }).waitFor();
    assert.deepEqual(saved('caches')?.issued, { year: 2021 });
  });

  it('goes to a related post by its row, and back', async () => {
    await row('How queues stay short').click();
    await row(/Citation key\s*queues/).waitFor();
    await details().locator('.pane-header').hover();
    await details().getByRole('button', { name: 'Back' }).click();
    await row(/Citation key\s*caches/).waitFor();
  });

  it('changes the key, and sees the same post by it', async () => {
    await row('How queues stay short').click();
    await details()
      .locator('.monaco-list-row.focused', { hasText: /^Title/ })
      .waitFor();
    await row(/Citation key\s*queues/).click();
    await vscode.page.keyboard.press('F2');
    await vscode.page.locator('.quick-input-title', { hasText: 'Citation key' }).waitFor();
    await vscode.quickInput.fill('caches');
    await vscode.page.getByText('is the key of another post').first().waitFor();
    await vscode.quickInput.fill('lee2020queues');
    await vscode.page.keyboard.press('Enter');
    await details().locator('.monaco-list-row.focused', { hasText: 'lee2020queues' }).waitFor();
    await until(() => saved('lee2020queues') && !saved('queues'));
    await vscode.runCommand('Byline: Undo Edit of Post');
    await row(/Citation key\s*queues/).waitFor();
  });

  it('is led to where a document cites by the key, to rename it there', async () => {
    await show('caches', 'Caches that forget');
    await row(/Citation key\s*caches/).hover();
    await row(/Citation key\s*caches/)
      .getByRole('button', { name: 'Edit…' })
      .click();
    await vscode.notifications.filter({ hasText: 'notes.md cites by the key “caches”' }).waitFor();
    await vscode.page.getByRole('button', { name: 'Go to Citation' }).click();
    await vscode.page.locator('.statusbar-item', { hasText: 'Ln 3, Col 7' }).waitFor();
  });

  it('sees which source said what, and what was changed by hand', async () => {
    await show('sails', 'On sails');
    await row('Publication').click();
    await vscode.page.keyboard.press('F2');
    await vscode.page.locator('.quick-input-title', { hasText: 'Publication' }).waitFor();
    await vscode.quickInput.fill('The Harbor');
    await vscode.page.keyboard.press('Enter');
    await details().locator('.monaco-list-row.focused', { hasText: 'The Harbor' }).waitFor();
    await row(/^From/).click();
    for (const name of ['Harbor feed, Title, Authors, Date, Address', 'Changed by hand, Publication'])
      await details().getByRole('treeitem', { name, exact: true }).waitFor();
  });

  it('fills in from the page at the address what is missing, and only then', async () => {
    await show('masts', 'Mats');
    await row('Missing').filter({ hasText: 'Authors, Date' }).hover();
    assert.equal(asked.includes('/masts'), false);
    await row('Missing').getByRole('button', { name: 'Fill In Post from Its Address' }).click();
    await vscode.notifications.filter({ hasText: 'Authors, Date' }).waitFor();
    await row('Bo Roe').waitFor();
    assert.equal(asked.filter(url => url === '/masts').length, 1);
    const { title, author, issued } = saved('masts')!;
    assert.deepEqual(
      [title, author, issued],
      ['Mats', [{ family: 'Roe', given: 'Bo' }], { year: 2021, month: 3, day: 4 }],
    );
    await vscode.page.getByRole('button', { name: 'Undo' }).first().click();
    await row('Missing').filter({ hasText: 'Authors, Date' }).waitFor();
  });

  it('sees the chart of the library, and of what the filter finds', async () => {
    await vscode.runCommand('Byline: Show Library Chart');
    const chart = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    const year = (name: string) =>
      chart.getByRole('table', { name: 'Posts by Year' }).getByRole('row', { name });
    await chart.getByRole('heading', { name: 'Library' }).waitFor();
    await year('2021 2').waitFor();
    await vscode.screenshot('details-2-chart');
    await vscode.runCommand('Byline: Filter Posts');
    await vscode.quickInput.fill('caches');
    await vscode.page.keyboard.press('Enter');
    await chart.getByRole('heading', { name: 'Posts that “caches” finds' }).waitFor();
    await year('2021 1').waitFor();
    await vscode.runCommand('Byline: Clear Filter');
    await chart.getByRole('heading', { name: 'Library' }).waitFor();
  });

  it('finds ticked off in the walkthrough that there are posts, and nothing else', async () => {
    await vscode.runCommand('Welcome: Open Walkthrough');
    await vscode.pick('Get Started with Byline', 'Get Started with Byline');
    const done = (hasText: string) =>
      vscode.page.locator('.getting-started-step:has(.complete)').filter({ hasText });
    await done('Add posts').waitFor();
    assert.equal(await done('Cite it').count(), 0);
  });

  describe('that was made to do harm', () => {
    let known: ReadonlySet<string>;
    const active = 'script, img, image, iframe, object, embed, video, form, meta, link, style, a[href]';

    function nothingRan(): void {
      assert.equal(dialogs, 0);
      assert.equal(told.includes('byline-ran'), false);
      assert.deepEqual(
        [...hosts].filter(host => !known.has(host)),
        [],
      );
      assert.deepEqual(asked, []);
    }

    before(() => {
      known = new Set(hosts);
      asked = [];
    });

    it(`sees the details of each as text, and nothing runs or loads${without}`, async function () {
      this.timeout(600_000);
      const key = row('Citation key');
      const before = await key.textContent();
      const undated = vscode.treeRows.filter({ hasText: 'Undated' });
      const open = undated.and(vscode.page.locator('[aria-expanded=true]'));
      // A click closes it where it was open before.
      for (let tries = 0; tries < 5 && (tries === 0 || !(await open.isVisible())); tries++) {
        await undated.click();
        await open.waitFor({ timeout: 2000 }).catch(() => undefined);
      }
      await vscode.page.keyboard.press('ArrowDown');
      await vscode.page.keyboard.press('Enter');
      await until(async () => (await key.textContent()) !== before);
      const seen = new Set<string>();
      // One of those in the group is "Mats".
      for (let number = 0; number <= harmfulPosts; number++) {
        await until(async () => !seen.has((await key.textContent()) ?? ''));
        seen.add((await key.textContent()) ?? '');
        assert.equal(await details().locator('.monaco-list-rows').locator(active).count(), 0);
        assert.equal(await details().locator('.codicon-modifier-spin, .codicon-zap').count(), 0);
        await vscode.page.keyboard.press('ArrowDown');
        await vscode.page.keyboard.press('Enter');
      }
      assert.equal(seen.size, harmfulPosts + 1);
      nothingRan();
    });

    it('sees the chart with its names as text, and nothing runs or loads', async () => {
      const chart = vscode.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      await vscode.runCommand('Byline: Show Library Chart');
      await chart.getByText(hostile[0]!, { exact: true }).first().waitFor();
      assert.equal(await chart.locator('body').locator(active).count(), 0);
      await vscode.screenshot('details-3-harmless');
      nothingRan();
    });

    it('sees what it says as text while editing it', async () => {
      await row('Title').click();
      await vscode.page.keyboard.press('F2');
      await vscode.page.locator('.quick-input-title', { hasText: 'Title' }).waitFor();
      await vscode.page.keyboard.press('Escape');
      await row('Authors').click();
      await vscode.page.keyboard.press('F2');
      await vscode.page.locator('.quick-input-title', { hasText: 'Authors' }).waitFor();
      await vscode.page.keyboard.type('; Bo Roe');
      const widget = vscode.page.locator('.quick-input-widget');
      assert.equal(await widget.locator('.quick-input-message').locator('script, img, iframe').count(), 0);
      await vscode.page.keyboard.press('Escape');
      nothingRan();
    });
  });
});
