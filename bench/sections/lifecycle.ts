import { buildSearch, loadSearch, loadSearchSliced } from '../../src/core/search';
import { generatePosts } from '../generator';
import { type Goal, withGoal } from '../goals';
import { memory, percentile, printTable, short, time } from '../measure';
import type { Options } from '../options';
import { lexicons } from './search';

/** What the index costs beside searching; times in milliseconds, sizes in megabytes. */
export interface LifecycleResult {
  readonly posts: number;
  readonly build: number;
  /** The longest that anything had to wait while the work ran in slices of the default length. */
  readonly buildSlice: number;
  readonly load: number;
  readonly loadSlice: number;
  readonly write: number;
  readonly writeSlice: number;
  readonly compactSlice: number;
  /** Of the index on disk. */
  readonly size: number;
  /** 95th percentiles. */
  readonly add: number;
  readonly remove: number;
  /** In memory; undefined without `--expose-gc`. */
  readonly postsMemory: number | undefined;
  readonly indexMemory: number | undefined;
}

const goals: Readonly<Partial<Record<keyof LifecycleResult, Goal>>> = {
  build: { most: 4000 },
  buildSlice: { most: 16 },
  load: { most: 150 },
  loadSlice: { most: 8 },
  writeSlice: { most: 16 },
  compactSlice: { most: 16 },
  size: { most: 25 },
  add: { most: 1 },
  remove: { most: 1 },
  indexMemory: { most: 40 },
};

/** Building, changing, keeping on disk, memory. */
export async function benchLifecycle(options: Options): Promise<LifecycleResult[]> {
  console.log(
    `\nlifecycle: the index of posts of “engineering”, seed ${options.seed}; “slice” is the longest`,
  );
  const results: LifecycleResult[] = [];
  for (const size of options.posts) results.push(await measure(size, options.seed));
  const cell = (result: LifecycleResult, name: keyof LifecycleResult) => {
    const goal = result.posts === 100_000 ? goals[name] : undefined;
    return goal ? withGoal(result[name], goal) : short(result[name] ?? Number.NaN);
  };
  const columns = { build: 'build ms', buildSlice: 'slice', load: 'load ms', loadSlice: 'slice' } as const;
  const more = {
    write: 'write ms',
    writeSlice: 'slice',
    compactSlice: 'compact slice',
    size: 'disk MB',
  } as const;
  const last = {
    add: 'add ms',
    remove: 'remove ms',
    postsMemory: 'posts MB',
    indexMemory: 'index MB',
  } as const;
  const shown = Object.entries({ ...columns, ...more, ...last }) as [keyof LifecycleResult, string][];
  printTable(
    ['posts', ...shown.map(([, head]) => head)],
    results.map(result => [String(result.posts), ...shown.map(([name]) => cell(result, name))]),
  );
  if (!globalThis.gc) console.log('  Memory needs node --expose-gc.');
  return results;
}

async function measure(size: number, seed: number): Promise<LifecycleResult> {
  const empty = memory();
  const posts = generatePosts(lexicons.engineering!, size, seed);
  const withPosts = memory();
  const building = slices();
  const search = await buildSearch(posts, { pause: building.pause });
  const built = building.end();
  const withIndex = memory();
  const writing = slices();
  const bytes = await search.serializeSliced({ pause: writing.pause });
  const written = writing.end();
  const loads = [1, 2, 3, 4, 5].map(() => time(() => loadSearch(bytes, posts)));
  const loading = slices();
  await loadSearchSliced(bytes, posts, { pause: loading.pause });
  const loaded = loading.end();
  const more = generatePosts(lexicons.engineering!, 500, seed + 7).map(post => ({
    ...post,
    id: `more-${post.id}`,
  }));
  for (const post of more.slice(0, 100)) search.add(post);
  const adds = more.slice(100).map(post => time(() => search.add(post)));
  const removes = more.slice(100).map(post => time(() => search.remove(post.id)));
  const compacting = slices();
  await search.compact({ pause: compacting.pause });
  const compacted = compacting.end();
  return {
    posts: size,
    build: built.total,
    buildSlice: built.longest,
    load: percentile(loads, 0.5),
    loadSlice: loaded.longest,
    write: written.total,
    writeSlice: written.longest,
    compactSlice: compacted.longest,
    size: bytes.length / 2 ** 20,
    add: percentile(adds, 0.95),
    remove: percentile(removes, 0.95),
    postsMemory: globalThis.gc && withPosts - empty,
    indexMemory: globalThis.gc && withIndex - withPosts,
  };
}

/** Notes how long the work ran between pauses. */
function slices() {
  const times: number[] = [];
  let since = performance.now();
  const note = () => times.push(performance.now() - since);
  return {
    pause: async () => {
      note();
      await new Promise(resolve => setImmediate(resolve));
      since = performance.now();
    },
    /** To be called after the last slice. */
    end() {
      note();
      return { total: times.reduce((sum, each) => sum + each, 0), longest: Math.max(...times) };
    },
  };
}
