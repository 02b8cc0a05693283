import { drive, reportLoad } from '../editor/drive';
import type { EditorFigures, Typing } from '../editor/figures';
import type { HostFigures } from '../editor/host';
import { eventLoopDelay, type Goal, withGoal } from '../goals';
import { percentile, printTable, short } from '../measure';
import type { Options } from '../options';

/** Byline in a real VS Code in the browser, with the largest library asked for: `npm run build` first. */
export async function benchEditor(options: Options): Promise<EditorFigures> {
  const posts = Math.max(...options.posts);
  console.log(`\neditor: a real VS Code with ${posts} posts of “engineering”, seed ${options.seed}`);
  const figures = await drive<EditorFigures>('bench/editor/run.ts', posts, options.seed);
  report(figures);
  reportLoad();
  return figures;
}

function report({
  first,
  second,
  picker,
  filter,
  plain,
  answering,
  palette,
  writing,
  writingPlain,
  outside,
  adding,
}: EditorFigures): void {
  console.log('  Key to paint, in ms; each key when all of the one before is painted:');
  const typed = (name: string, { times, keys, host }: Typing, goals: { p50?: Goal; p95?: Goal } = {}) => [
    name,
    figure(percentile(times, 0.5), goals.p50),
    figure(percentile(times, 0.95), goals.p95),
    short(Math.max(...times)),
    `${times.length} of ${keys}`,
    short(host.p99),
  ];
  printTable(
    ['', 'p50', 'p95', 'max', 'keys that changed rows', 'host delay p99'],
    [
      typed('Byline: Search Posts', picker),
      typed('Byline: Filter Posts, the tree', filter),
      typed('VS Code: a quick pick of 3,000 rows', plain),
      typed('VS Code: 100 rows that an extension gives', answering),
      typed('VS Code: the command palette', palette),
    ],
  );
  console.log(
    '  Starting, in ms from when the extension begins to load; “list” from the click to its paint:',
  );
  printTable(
    ['', 'load', 'activate', 'first list', 'list painted', 'library read', 'search ready'],
    [first, second].map(({ activation, firstList, list, libraryRead, searchReady }, at) => [
      at === 0 ? 'first start' : 'second start',
      short(activation.load),
      withGoal(activation.activate, { most: 30 }),
      withGoal(firstList, { most: 150 }),
      short(list ?? Number.NaN),
      short(libraryRead ?? Number.NaN),
      short(searchReady ?? Number.NaN),
    ]),
  );
  console.log('  The extension host: delay of its event loop in ms, heap in MB after a collection:');
  const phase = (name: string, { seconds, p50, p99, longest, heapBefore, heap }: HostFigures) => [
    name,
    short(seconds),
    short(p50),
    withGoal(p99, eventLoopDelay),
    short(longest),
    short(heapBefore),
    short(heap),
  ];
  printTable(
    ['', 'seconds', 'p50', 'p99', 'max', 'heap before', 'after'],
    [
      phase('reading the library, first start', first.reading),
      phase('building the index', first.indexing),
      phase('reading the library, second start', second.reading),
      phase('the index from disk', second.indexing),
      phase('writing in 1 MB with 2,000 citations', writing),
      phase('the same in a VS Code without Byline', writingPlain),
      phase('after a change from outside', outside),
      phase('adding posts', adding),
    ],
  );
  const more = second.indexing.heap - second.reading.heapBefore;
  console.log(`  Heap of posts, view and index on the second start: ${withGoal(more, { most: 150 })} MB`);
}

const figure = (value: number, goal: Goal | undefined): string =>
  goal ? withGoal(value, goal) : short(value);
