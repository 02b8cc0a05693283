import { buildSearch, loadSearch, loadSearchSliced } from '../../src/core/search';
import { generatePosts } from '../generator';
import { memory, percentile, printTable, short, time } from '../measure';
import type { Options } from '../options';
import { lexicons } from './search';

/** What the index costs beside searching: building, changing, keeping on disk, memory. */
export async function benchLifecycle(options: Options): Promise<void> {
  console.log(`\nlifecycle: the index of posts of “engineering”, seed ${options.seed}`);
  const rows: string[][] = [];
  for (const size of options.posts) rows.push(await measure(size, options.seed));
  printTable(
    [
      'posts',
      'build ms',
      'slice p99',
      'max',
      'load ms',
      'slice p99',
      'max',
      'write ms',
      'MB',
      'add p95 ms',
      'remove p95',
      'posts MB',
      'index MB',
    ],
    rows,
  );
  if (!globalThis.gc) console.log('  Memory needs node --expose-gc.');
}

async function measure(size: number, seed: number): Promise<string[]> {
  const empty = memory();
  const posts = generatePosts(lexicons.engineering!, size, seed);
  const withPosts = memory();
  const building = slices();
  const search = await buildSearch(posts, { pause: building.pause });
  const withIndex = memory();
  let bytes: Uint8Array = new Uint8Array();
  const write = time(() => {
    bytes = search.serialize();
  });
  const loads = [1, 2, 3].map(() => time(() => loadSearch(bytes, posts)));
  const loading = slices();
  await loadSearchSliced(bytes, posts, { pause: loading.pause });
  const more = generatePosts(lexicons.engineering!, 500, seed + 7).map(post => ({
    ...post,
    id: `more-${post.id}`,
  }));
  for (const post of more.slice(0, 100)) search.add(post);
  const adds = more.slice(100).map(post => time(() => search.add(post)));
  const removes = more.slice(100).map(post => time(() => search.remove(post.id)));
  const hasGc = globalThis.gc !== undefined;
  return [
    String(size),
    short(building.total()),
    short(building.at(0.99)),
    short(building.at(1)),
    short(percentile(loads, 0.5)),
    short(loading.at(0.99)),
    short(loading.at(1)),
    short(write),
    short(bytes.length / 2 ** 20),
    short(percentile(adds, 0.95)),
    short(percentile(removes, 0.95)),
    hasGc ? short(withPosts - empty) : '-',
    hasGc ? short(withIndex - withPosts) : '-',
  ];
}

/** Notes how long the work ran between pauses. */
function slices() {
  const times: number[] = [];
  let since = performance.now();
  const pause = async () => {
    times.push(performance.now() - since);
    await new Promise(resolve => setImmediate(resolve));
    since = performance.now();
  };
  return {
    pause,
    total: () => times.reduce((sum, each) => sum + each, 0),
    at: (part: number) => percentile(times, part),
  };
}
