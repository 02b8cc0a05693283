import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import type { Source } from '../../src/core/sources/source';
import { newState } from '../../src/core/sources/state';
import { eventually, forUser, inWorkspace, readPosts, useLibrary, writeLibrary } from './editor';

/** Through the extension's commands, from a server on this computer. */
describe('feeds and pages on the web', () => {
  let server: Server;
  let base = '';
  let uri: vscode.Uri;
  /** "GET /path validator" of each request. */
  let asked: string[] = [];
  let edition = 1;

  const item = (name: string, title: string) =>
    `<item><title>${title}</title><link>${base}/${name}</link><author>ann@example.com (Ann Lee)</author><pubDate>Mon, 01 Mar 2021 10:00:00 GMT</pubDate></item>`;
  const feed = (title: string) =>
    `<rss version="2.0"><channel><title>${title}</title><link>${base}/</link>${item('caches', 'On caches')}${edition > 1 ? item('queues', 'On queues') : ''}</channel></rss>`;
  const pages: Record<string, () => string> = {
    '/': () =>
      `<title>Harbor</title><meta property="og:type" content="website"><link rel="alternate" type="application/rss+xml" title="All posts" href="/feed.xml"><link rel="alternate" type="application/rss+xml" title="Data posts" href="/data.xml"><h1>Harbor</h1><p>We build boats.</p>`,
    '/feed.xml': () => feed('Harbor Engineering'),
    '/data.xml': () => feed('Harbor Data'),
    '/old.xml': () => feed('Harbor Engineering'),
    '/feed.xml/': () => feed('Harbor Engineering'),
    '/post': () =>
      `<title>On masts</title><meta property="og:type" content="article"><meta property="og:title" content="On masts"><meta name="author" content="Bo Roe"><meta property="article:published_time" content="2021-03-04"><article><h1>On masts</h1><p>By Bo Roe, March 4, 2021</p><p>A mast is a pole.</p></article>`,
  };

  function answer(request: IncomingMessage, respond: (status: number, body?: string, etag?: string) => void) {
    const path = request.url ?? '';
    const etag = `"${edition}"`;
    const sent = request.headers['if-none-match'];
    asked.push([path, ...(sent ? [sent] : [])].join(' '));
    const page = pages[path];
    if (path === '/silent') return;
    if (!page) respond(404);
    else if (sent === etag) respond(304);
    else respond(200, page(), etag);
  }

  const titles = async () => (await readPosts(uri).catch(() => [])).map(({ title }) => title).sort();
  const listed = () =>
    vscode.workspace.getConfiguration('byline').inspect<unknown[]>('sources')?.workspaceValue;
  const has = (wanted: string) => eventually(async () => (await titles()).join() === wanted, wanted);
  const add = (path: string) => vscode.commands.executeCommand('byline.addSource', base + path);

  before(async () => {
    server = createServer((request, response) =>
      answer(request, (status, body = '', etag) => {
        const type = body.startsWith('<rss') ? 'application/rss+xml' : 'text/html';
        response.writeHead(status, { 'content-type': type, ...(etag && { etag }) }).end(body);
      }),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await vscode.extensions.getExtension('byline.byline')!.activate();
    await forUser('allowedHosts', [base.slice('http://'.length)]);
  });
  beforeEach(async () => {
    edition = 1;
    uri = await useLibrary([]);
    asked = [];
  });
  afterEach(async () => {
    await inWorkspace('sources', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  after(async () => {
    await forUser('allowedHosts', undefined);
    await inWorkspace('libraryFile', undefined);
    server.closeAllConnections();
    server.close();
  });

  it('are added with one request, and asked with what they answered', async () => {
    await add('/feed.xml');
    await has('On caches');
    await eventually(listed, 'the setting');
    assert.deepEqual(listed(), [{ kind: 'feed', location: `${base}/feed.xml` }]);
    await add('/feed.xml');
    // Longer than the extension waits for what was just listed.
    await new Promise(resolve => setTimeout(resolve, 2500));
    assert.deepEqual(asked, ['/feed.xml']);

    await vscode.commands.executeCommand('byline.refreshSources');
    await eventually(() => asked.length === 2, 'the next request');
    edition = 2;
    await vscode.commands.executeCommand('byline.refreshSources');
    await has('On caches,On queues');
    assert.deepEqual(asked, ['/feed.xml', '/feed.xml "1"', '/feed.xml "1"']);
  });

  it('are asked about where a page names several', async () => {
    void add('/');
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return asked.length > 1;
    }, 'the choice');
    await eventually(listed, 'the setting');
    await has('On caches');
    assert.deepEqual(asked, ['/', '/feed.xml']);
    assert.deepEqual(listed(), [{ kind: 'feed', location: `${base}/feed.xml` }]);
  });

  it('are listed at the address where they have moved for good, and what is known of them goes along', async () => {
    edition = 2;
    for (const path of ['/old.xml', '/feed.xml/']) {
      uri = await useLibrary([]);
      await add(path);
      await has('On caches,On queues');
      const [source] = (await eventually(listed, 'the setting')) as Source[];
      await writeLibrary(
        uri,
        (await readPosts(uri)).filter(({ title }) => title === 'On caches'),
      );
      asked = [];
      const answers = { [source!.location]: { since: 0, movedTo: `${base}/feed.xml` } };
      const known = { source, state: { ...newState, answers }, isRefreshing: false };
      await vscode.commands.executeCommand('byline.useNewAddress', { kind: 'source', known });
      await eventually(() => asked.length > 0, 'the request');
      assert.deepEqual(listed(), [{ kind: 'feed', location: `${base}/feed.xml` }]);
      // What it would bring is there soon after.
      await new Promise(resolve => setTimeout(resolve, 1500));
      assert.deepEqual(
        (await readPosts(uri)).map(({ title, sources }) => [title, sources]),
        [['On caches', [`${base}/feed.xml`]]],
      );
      assert.deepEqual(asked, ['/feed.xml']);
      await inWorkspace('sources', undefined);
    }
  });

  it('are a post alone where the page is one', async () => {
    await add('/post');
    await has('On masts');
    const [post] = await readPosts(uri);
    assert.deepEqual(
      [post?.author, post?.issued],
      [[{ given: 'Bo', family: 'Roe' }], { year: 2021, month: 3, day: 4 }],
    );
    assert.equal(listed(), undefined);
    assert.deepEqual(asked, ['/post']);
  });

  it('are not listed where there is nothing', async () => {
    await add('/nothing');
    await eventually(() => asked.length === 1, 'the request');
    await add('/feed.xml');
    await eventually(listed, 'the setting');
    assert.deepEqual(listed(), [{ kind: 'feed', location: `${base}/feed.xml` }]);
  });

  it('are let go of at once when the user has enough', async () => {
    const silent = new Promise<IncomingMessage>(resolve =>
      server.on('request', request => request.url === '/silent' && resolve(request)),
    );
    await inWorkspace('sources', [{ kind: 'feed', location: `${base}/silent` }]);
    void vscode.commands.executeCommand('byline.refreshSources');
    const closed = once((await silent).socket, 'close');
    const started = performance.now();
    await vscode.commands.executeCommand('byline.stopRefreshing');
    await closed;
    assert.ok(performance.now() - started < 1000);
  });
});
