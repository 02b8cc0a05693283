import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client, type ClientOptions } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type BuildOptions, build } from 'esbuild';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { makePost } from '../fakes';

const root = resolve(__dirname, '../..');
const [, parts]: BuildOptions[] = require('../../esbuild.js').extension;

const caches = makePost({ id: 'lee2020caches', title: 'Caches', url: 'https://example.com/caches' });
const queues = makePost({ id: 'roe2021queues', title: 'Queues' });

describe('the MCP server, asked by the official client', function () {
  this.timeout(60_000);
  const program = join(root, 'test-output/mcp');
  const bundles = join(program, 'dist');
  const clients: Client[] = [];
  let folder: string;
  let library: string;

  before(async () => {
    await mkdir(bundles, { recursive: true });
    folder = await mkdtemp(join(root, 'test-output/documents-'));
    library = join(folder, 'posts.json');
    await copyFile(join(root, 'package.json'), join(program, 'package.json'));
    const { writeCslFiles } = await import('../../scripts/cslFiles.mjs');
    writeCslFiles(join(bundles, 'csl'));
    await build({ ...parts, absWorkingDir: root, outdir: bundles, sourcemap: false, logLevel: 'silent' });
  });
  beforeEach(() => writeFile(library, formatCslJson([caches])));
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close();
  });
  after(() => rm(folder, { recursive: true }));

  async function connected(versionNegotiation: ClientOptions['versionNegotiation'] = {}, ...more: string[]) {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation });
    clients.push(client);
    const args = [join(bundles, 'mcp.js'), '--from', library, ...more];
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: 'ignore' }),
    );
    return client;
  }

  async function asked(client: Client, name: string, given: Record<string, unknown>) {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
    const [part] = content as readonly { readonly text: string }[];
    if (!isError) assert.deepEqual(JSON.parse(part!.text), structuredContent);
    // biome-ignore lint/suspicious/noExplicitAny: whatever a tool answers
    return { said: part!.text, ...(structuredContent as any) };
  }

  for (const [era, mode] of [
    ['with a handshake', 'legacy'],
    ['with a version in each request', { pin: '2026-07-28' }],
  ] as const) {
    it(`searches, tells, cites and checks ${era}`, async () => {
      const client = await connected({ mode });
      assert.equal(client.getServerVersion()?.name, 'byline');
      const { tools } = await client.listTools();
      assert.equal(tools.length, 4);
      const { posts } = await asked(client, 'search_posts', { query: 'cahces' });
      assert.deepEqual([posts[0].key, posts[0].origin], ['lee2020caches', ['posts.json']]);
      const post = await asked(client, 'get_post', { post: 'https://www.example.com/caches/' });
      assert.equal(post.key, 'lee2020caches');
      const { text } = await asked(client, 'cite_post', { post: post.key });
      assert.equal(text, '[Caches](https://example.com/caches)');
      const markdown = `${text} and [made up](https://example.com/made-up)`;
      const { notInLibrary, citationsOfPosts } = await asked(client, 'check_citations', { text: markdown });
      assert.deepEqual([citationsOfPosts, notInLibrary[0].address], [1, 'https://example.com/made-up']);
      const missing = await asked(client, 'get_post', { post: 'x' });
      assert.equal(missing.said, 'No post has the key “x”. Search for it with search_posts.');
      await assert.rejects(client.callTool({ name: 'nope', arguments: {} }), { code: -32602 });
    });
  }

  it('reads the library again when its file has changed', async () => {
    const client = await connected();
    const found = async () => {
      const { posts } = await asked(client, 'search_posts', { query: 'queues' });
      const known = await asked(client, 'get_post', { post: 'roe2021queues' });
      return [posts.length, known.key];
    };
    assert.deepEqual(await found(), [0, undefined]);
    await writeFile(library, formatCslJson([caches, queues]));
    assert.deepEqual(await found(), [1, 'roe2021queues']);
    await writeFile(library, formatCslJson([caches]));
    assert.deepEqual(await found(), [0, undefined]);
  });

  it('cites in the style and form that it is started with', async () => {
    const client = await connected({}, '--as', 'csl', '--style', 'ieee');
    const { format, text } = await asked(client, 'cite_post', { post: 'lee2020caches' });
    assert.deepEqual([format, text], ['csl', '[\\[1\\]](https://example.com/caches)']);
  });

  it('words citations and weighs findings as it is told', async () => {
    const client = await connected({}, '--link-text=-{title}', '--severity', 'trackerAddress=off');
    const { text } = await asked(client, 'cite_post', { post: 'lee2020caches' });
    assert.equal(text, '[-Caches](https://example.com/caches)');
    const { findings } = await asked(client, 'check_citations', {
      text: '[Caches](https://example.com/caches?utm_source=x)',
    });
    assert.deepEqual(findings, []);
  });

  it('reads documents in its folder, with their bibliographies, and no others', async () => {
    await writeFile(join(folder, 'a.qmd'), '---\nbibliography: own.bib\n---\n\n[@doe2019; @smith2021]\n');
    await writeFile(join(folder, 'own.bib'), '@misc{doe2019, title = {Paxos}}\n');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await symlink(join(root, 'README.md'), join(folder, 'link.md'));
    const client = await connected();
    const { notInLibrary } = await asked(client, 'check_citations', { path: 'a.qmd' });
    assert.deepEqual(
      notInLibrary.map(({ key }: { key: string }) => key),
      ['smith2021'],
    );
    for (const [path, why] of [
      ['../../README.md', /Only files in the folder/],
      [join(root, 'README.md'), /Only files in the folder/],
      ['link.md', /Only files in the folder/],
      ['secret.txt', /Only Markdown files/],
      ['none.md', /no such file/],
    ] as const) {
      assert.match((await asked(client, 'check_citations', { path })).said, why);
    }
  });
});
