import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '../vscode/server.mjs';
import { openVscode } from './openVscode';
import type { Vscode } from './vscode';

/** The settings of a workspace that nobody trusts name sources, a library and an intranet's host. */
describe('a restricted workspace', () => {
  const asked: string[] = [];
  let server: Server;
  let vscode: Vscode;

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('content-type', 'application/rss+xml');
      const item = `<item><title>From ${url.slice(1)}</title><link>https://example.com${url}</link></item>`;
      response.end(`<rss version="2.0"><channel><title>Blog ${url.slice(1)}</title>${item}</channel></rss>`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const workspace = temporaryFolder('restricted');
    mkdirSync(join(workspace, '.vscode'));
    writeFileSync(join(workspace, 'notes.md'), '# Notes\n');
    writeFileSync(
      join(workspace, '.vscode/settings.json'),
      JSON.stringify({
        'byline.libraryFile': 'posts.json',
        'byline.sources': [{ kind: 'feed', location: `http://${host}/workspace` }],
        'byline.allowedHosts': [host],
      }),
    );
    vscode = await openVscode({
      workspace,
      isRestricted: true,
      settings: {
        'byline.sources': [{ kind: 'feed', location: `http://${host}/own` }],
        'byline.allowedHosts': [host],
      },
    });
  });
  after(async () => {
    await vscode?.dispose();
    server?.closeAllConnections();
    server?.close();
  });

  const row = (hasText: string | RegExp) => vscode.treeRows.filter({ hasText }).first();

  it('has the user’s own sources read and no others, and says so', async () => {
    await vscode.openView('Byline');
    await row('Blog own').waitFor();
    await vscode.page.getByText('This workspace is restricted, so sources').first().waitFor();
    await vscode.runCommand('Byline: Refresh All Sources');
    await vscode.page.locator('.statusbar-item', { hasText: 'from 1 source' }).waitFor();
    assert.deepEqual(new Set(asked), new Set(['/own']));
    await vscode.screenshot('restricted-1');
  });

  it('has its sources read once it is trusted', async () => {
    await vscode.runCommand('Workspaces: Manage Workspace Trust');
    await vscode.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await row('Blog workspace').waitFor();
    assert.ok(asked.includes('/workspace'));
    await vscode.page.getByText('This workspace is restricted').waitFor({ state: 'detached' });
  });
});
