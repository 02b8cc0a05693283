// Brings many sources into a real VS Code, in a process of its own; sends the figures to `bench/sections/import.ts`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { readLibrary } from '../../src/core/library/libraryFile';
import { openVscode } from '../../test/browser/openVscode';
import type { Vscode } from '../../test/browser/vscode';
import { exitAfter, temporaryFolder } from '../../test/vscode/server.mjs';
import { engineering } from '../engineering';
import { generatePosts } from '../generator';
import { FeedServer } from './feedServer';
import { Host } from './host';
import type { ImportFigures, ImportPhase } from './importFigures';
import { writePostFiles } from './postFiles';

const [count = '10000', seed = '1', root = process.cwd()] = process.argv.slice(2);
/** So many files, and as many posts in feeds. */
const files = Number(count);
const progress = (text: string) => console.error(`  … ${text}`);

async function main(): Promise<void> {
  const posts = generatePosts(engineering, 2 * files, Number(seed));
  const server = new FeedServer(posts.slice(0, files));
  await server.listen();
  const workspace = temporaryFolder('bench');
  writeFileSync(join(workspace, 'feeds.opml'), server.opml());
  writePostFiles(join(workspace, 'posts'), posts.slice(files));
  const library = join(temporaryFolder('bench'), 'library.json');
  const vscode = await openVscode({
    workspace,
    extensions: [join(root, 'bench/editor/extension')],
    settings: {
      'byline.libraryFile': library,
      'byline.allowedHosts': server.hosts,
    },
  });
  try {
    const phases = await measure(vscode, server, library);
    const { feeds, badFeeds } = server;
    process.send?.({ feeds, badFeeds, files, phases } satisfies ImportFigures);
  } catch (error) {
    console.error(`Picture: ${await vscode.screenshot('bench-failed')}`);
    throw error;
  } finally {
    await vscode.dispose();
  }
}

async function measure(vscode: Vscode, server: FeedServer, library: string): Promise<ImportPhase[]> {
  const host = new Host(join(vscode.extensionsDir, 'extension'));
  await vscode.openView('Byline');
  await host.quiet();
  const phases: ImportPhase[] = [];
  const phase = async (name: string, expected: number, act: () => Promise<unknown>) => {
    progress(name);
    server.reset();
    let wall = 0;
    const figures = await host.during(async () => {
      const start = performance.now();
      await act();
      wall = (performance.now() - start) / 1000;
    });
    const { requests, bodies } = server;
    phases.push({ name, wall, host: figures, posts: postsIn(library), expected, requests, bodies });
  };
  /** Commands do not wait for what they begin: what VS Code tells at the end does. */
  const run = (id: string, told: Locator, args?: object) => async () => {
    await host.ask('command', { id, ...args });
    await told.waitFor({ timeout: 300_000 });
  };
  const notification = (hasText: string) => vscode.notifications.filter({ hasText }).first();
  const refresh = run(
    'byline.refreshSources',
    vscode.page.locator('.statusbar-item', { hasText: 'No new posts' }),
  );
  const { feeds, goodPosts } = server;
  const all = goodPosts + files;
  await phase('nothing, for comparison', 0, () => new Promise(resolve => setTimeout(resolve, 5000)));
  const outline = { path: join(vscode.workspace, 'feeds.opml') };
  await phase(
    `${feeds} feeds from OPML`,
    goodPosts,
    run('byline.importSources', notification('new posts'), outline),
  );
  await phase('all feeds again', goodPosts, refresh);
  const folder = { path: join(vscode.workspace, 'posts') };
  await phase(
    `a folder of ${files} files`,
    all,
    run('byline.addSource', notification('Added the source'), folder),
  );
  await phase('feeds and folder again', all, refresh);
  return phases;
}

function postsIn(library: string): number {
  return existsSync(library) ? readLibrary(readFileSync(library), library).posts.length : 0;
}

void exitAfter(main);
