// Drives a real VS Code over a large library, in a process of its own; sends the figures to `bench/sections/editor.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCslJson } from '../../src/core/formats/cslJson';
import type { Post } from '../../src/core/post';
import { openVscode } from '../../test/browser/openVscode';
import type { Vscode } from '../../test/browser/vscode';
import { exitAfter, temporaryFolder } from '../../test/vscode/server.mjs';
import { engineering } from '../engineering';
import { generatePosts } from '../generator';
import { makeQueries } from '../queries';
import type { EditorFigures, Start } from './figures';
import { Host } from './host';
import { longDocument } from './longDocument';
import { keyToPaint, typeAndMeasure, watchPaint } from './paint';

const [posts = '100000', seed = '1', root = process.cwd()] = process.argv.slice(2);
const rowsOfPick = '.quick-input-list';
const rowsOfTree = '.part.sidebar .pane-body';
const progress = (text: string) => console.error(`  … ${text}`);

async function main(): Promise<void> {
  progress(`${posts} posts are written`);
  const all = generatePosts(engineering, Number(posts), Number(seed));
  const workspace = temporaryFolder('bench');
  writeFileSync(join(workspace, 'notes.md'), '# Notes\n');
  writeFileSync(join(workspace, 'long.md'), longDocument(all));
  const library = join(temporaryFolder('bench'), 'library.json');
  writeFileSync(library, formatCslJson(all));
  const queries = makeQueries(all, 1, Number(seed) + 1).map(({ text }) => text);
  const window = { workspace, extensions: [join(root, 'bench/editor/extension')] };
  const vscode = await openVscode({ ...window, settings: { 'byline.libraryFile': library } });
  const figures = await measuring(vscode, () => measure(vscode, library, all, queries));
  progress('the long document is written in without Byline');
  const plain = await openVscode({ ...window, isPlain: true });
  const writingPlain = await measuring(plain, () => writeInLong(plain, hostOf(plain)));
  process.send?.({ ...figures, writingPlain });
}

async function measuring<T>(vscode: Vscode, measure: () => Promise<T>): Promise<T> {
  try {
    return await measure();
  } catch (error) {
    console.error(`Picture: ${await vscode.screenshot('bench-failed')}`);
    throw error;
  } finally {
    await vscode.dispose();
  }
}

const hostOf = ({ extensionsDir }: Vscode) => new Host(join(extensionsDir, 'extension'));

async function measure(
  vscode: Vscode,
  library: string,
  all: readonly Post[],
  queries: readonly string[],
): Promise<Omit<EditorFigures, 'writingPlain'>> {
  const host = hostOf(vscode);
  const first = await start(vscode, host);
  progress('typed into the quick pick');
  const picker = await typing(
    vscode,
    host,
    () => openPicker(vscode, 'Byline: Search Posts'),
    rowsOfPick,
    queries,
  );
  progress('typed into the filter of the tree');
  const filter = await typing(
    vscode,
    host,
    () => openPicker(vscode, 'Byline: Filter Posts'),
    rowsOfTree,
    queries.slice(0, 3),
  );
  progress('typed into quick picks of VS Code');
  const rowsOf = (pick: string) => async () => {
    await host.ask(pick, { labels: all.slice(0, 3000).map(post => post.title) });
    await vscode.page.locator('.quick-input-title', { hasText: 'Plain rows' }).waitFor();
  };
  const plain = await typing(vscode, host, rowsOf('quickPick'), rowsOfPick, queries.slice(0, 2));
  const answering = await typing(vscode, host, rowsOf('answeringPick'), rowsOfPick, queries.slice(0, 3));
  const palette = await typing(vscode, host, () => vscode.page.keyboard.press('F1'), rowsOfPick, [
    'toggle panel',
    'new file',
  ]);
  progress('a long document is written in');
  const writing = await writeInLong(vscode, host);
  progress('the library changes outside');
  const outside = await host.during(() => changeOutside(library));
  progress('one post is added');
  const adding = await host.during(() => addOne(vscode, host));
  progress('the window is opened anew');
  // An open document would activate Byline before its view is asked for.
  await vscode.runCommand('View: Close All Editors');
  await vscode.page.locator('.activitybar .action-item:has(a[aria-label^="Explorer"])').click();
  await host.quiet();
  host.forget();
  await vscode.page.reload();
  const second = await start(vscode, host);
  return { first, second, picker, filter, plain, answering, palette, writing, outside, adding };
}

/** From a window without Byline to its list, and to its first answer. */
async function start(vscode: Vscode, host: Host): Promise<Start> {
  await vscode.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  await watchPaint(vscode.page);
  await host.quiet();
  progress('the library is read');
  let list: number | undefined;
  const reading = await host.during(async () => {
    const icon = vscode.page.locator('.activitybar .action-item:has(a[aria-label^="Byline"])');
    list = await keyToPaint(vscode.page, rowsOfTree, async () => {
      await icon.click();
      await vscode.treeRows.filter({ hasText: 'Authors' }).first().waitFor({ timeout: 120_000 });
    });
  });
  progress('the index is made ready');
  const indexing = await host.during(async () => {
    await openPicker(vscode, 'Byline: Search Posts');
    await vscode.quickInput.fill('a');
    // Else another library than ours is open.
    const title = vscode.page.locator('.quick-input-title', { hasText: /\(100 .* \d{1,3}\D\d{3}\)/ });
    await title.waitFor({ timeout: 120_000 });
  });
  await vscode.page.keyboard.press('Escape');
  const activation = await host.ask<Start['activation']>('activation');
  const since = async (name: string) => {
    const [time] = await host.marks(name);
    return time === undefined ? undefined : time - activation.begun;
  };
  return {
    activation,
    list,
    firstList: await since('byline/firstList'),
    libraryRead: await since('byline/libraryRead'),
    searchReady: await since('byline/searchReady'),
    reading,
    indexing,
  };
}

async function openPicker(vscode: Vscode, command: string): Promise<void> {
  await vscode.runCommand(command);
  await vscode.page.locator('.quick-input-title', { hasText: command.replace('Byline: ', '') }).waitFor();
  await vscode.page.waitForTimeout(1000);
}

/** Opens something to type into for each text, types it and leaves with Escape. */
async function typing(
  vscode: Vscode,
  host: Host,
  open: () => Promise<void>,
  within: string,
  texts: readonly string[],
) {
  const times: (number | undefined)[] = [];
  await host.ask('start');
  for (const text of texts) {
    await open();
    times.push(...(await typeAndMeasure(vscode.page, within, text)));
    await vscode.page.keyboard.press('Escape');
    await vscode.quickInput.waitFor({ state: 'hidden' });
  }
  return {
    times: times.filter(time => time !== undefined),
    keys: times.length,
    host: await host.ask<Start['reading']>('stop'),
  };
}

const keys = 200;

/** Types into the middle of the document, as fast as people do, with a pause after each word of ten letters. */
async function writeInLong(vscode: Vscode, host: Host): Promise<EditorFigures['writing']> {
  await vscode.openFile('long.md');
  await host.quiet();
  await vscode.page.keyboard.press('Control+G');
  await vscode.quickInput.fill(':2000');
  await vscode.page.keyboard.press('Enter');
  // The delays not until it is quiet: the rest of one VS Code may be longer, and would make them look rarer.
  await host.ask('start');
  for (let key = 0; key < keys; key += 10) {
    await vscode.page.keyboard.type('wordswords', { delay: 60 });
    await vscode.page.waitForTimeout(600);
  }
  const delays = await host.ask<EditorFigures['writing']>('stop');
  await host.quiet();
  const { heap } = await host.ask<EditorFigures['writing']>('stop');
  await vscode.page.keyboard.press('Control+S');
  return { ...delays, heap };
}

async function changeOutside(library: string): Promise<void> {
  const lines = readFileSync(library, 'utf8').split('\n');
  const middle = lines.length >> 1;
  lines[middle] = lines[middle]!.replace('"title":"', '"title":"Changed outside: ');
  writeFileSync(library, lines.join('\n'));
  await new Promise(resolve => setTimeout(resolve, 1000)); // until VS Code tells of it
}

async function addOne(vscode: Vscode, host: Host): Promise<void> {
  const page = {
    source: 'bench',
    text: '<ul><li><a href="https://blog.example/one-more">One More Post About Benchmarks</a> by Ada Example, March 3, 2021</li><li><a href="https://blog.example/another">Another Post About Benchmarks</a> by Ben Example, March 4, 2021</li></ul>',
  };
  await host.ask('command', { id: 'byline.addPostsFromPage', args: [page] });
  await vscode.quickPickRows.filter({ hasText: 'One More Post' }).first().waitFor({ timeout: 60_000 });
  await vscode.page.keyboard.press('Enter');
  await vscode.notifications.filter({ hasText: 'Added' }).first().waitFor({ timeout: 60_000 });
}

void exitAfter(main);
