import type { Post } from '../../src/core/post';
import { engineering } from '../engineering';
import { engines } from '../engines';
import type { Engine } from '../engines/engine';
import { generatePosts } from '../generator';
import { laboratory } from '../laboratory';
import type { Lexicon } from '../lexicon';
import { median, memory, percentile, printTable, short, time } from '../measure';
import type { Options } from '../options';
import { type KnownItem, kinds, makeQueries } from '../queries';
import { Random } from '../random';

export const lexicons: Readonly<Record<string, Lexicon>> = { engineering, laboratory };

/** What plain Fuse takes for a keystroke, in milliseconds per post: only to choose how many to measure. */
const fuseCost = 0.07;
const warmUp = ['warming up', 'w', 'wa', 'wramnig up', 'up w'];

interface Run {
  readonly engine: Engine;
  buildTime: number;
  heap: number;
  /** Milliseconds by keystroke; keystrokes left out have none. */
  readonly times: Map<number, number>;
  /** The place of the wanted post, 1 for the first, by query; 0 when it is not among the first five. */
  readonly places: Map<KnownItem, number>;
  spent: number;
}

/** Time per keystroke and found items, ours against its peers: one process, the same keystrokes, taking turns. */
export async function benchSearch(options: Options): Promise<void> {
  for (const size of options.posts) {
    for (const name of options.lexicons) benchCorpus(name, size, options);
  }
}

function benchCorpus(name: string, size: number, options: Options): void {
  const posts = generatePosts(lexicons[name]!, size, options.seed);
  const queries = makeQueries(posts, options.queriesPerKind, options.seed + 1);
  const names = options.engines ?? Object.keys(engines);
  console.log(`\nsearch: ${size} posts of “${name}”, ${queries.length} queries, seed ${options.seed}`);
  const runs = names.map(each => start(engines[each]!(), posts));
  measureTimes(runs, queries, size, options);
  for (const run of runs) measurePlaces(run, queries, options.seconds);
  report(runs, queries);
  for (const run of runs) run.engine.close();
}

function start(engine: Engine, posts: readonly Post[]): Run {
  const before = memory();
  const buildTime = time(() => engine.build(posts));
  return { engine, buildTime, heap: memory() - before, times: new Map(), places: new Map(), spent: 0 };
}

/**
 * Types every query character by character. Engines take turns at each keystroke; one that has used up its share
 * of the time so far sits out, so that a slow one is measured on a sample spread over all queries. Plain Fuse takes
 * part in few keystrokes, drawn at random, at which all others take part too.
 */
function measureTimes(
  runs: readonly Run[],
  queries: readonly KnownItem[],
  size: number,
  options: Options,
): void {
  const keystrokes = queries.flatMap(({ text }) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const numbers = new Random(options.seed).shuffle([...keystrokes.keys()]);
  const shared = new Set(numbers.slice(0, Math.max(4, (options.seconds * 1000) / (size * fuseCost))));
  for (const { engine } of runs)
    if (engine.name !== 'fuse') for (const text of warmUp) engine.search(text, 100);
  const share = (options.seconds * 1000) / runs.length;
  keystrokes.forEach((text, number) => {
    for (const run of runs) {
      const isSlow = run.engine.name === 'fuse';
      if (!shared.has(number) && (isSlow || run.spent > (share * number) / keystrokes.length)) continue;
      const taken = time(() => run.engine.search(text, 100));
      run.times.set(number, taken);
      run.spent += taken;
    }
  });
}

/** Runs the whole queries, as many as fit into the time, or a third of it with plain Fuse. */
function measurePlaces(run: Run, queries: readonly KnownItem[], seconds: number): void {
  const end = performance.now() + (seconds * 1000) / (run.engine.name === 'fuse' ? 3 : 1);
  for (const query of queries) {
    if (run.places.size > 0 && performance.now() > end) return;
    run.places.set(query, run.engine.search(query.text, 5).slice(0, 5).indexOf(query.target.id) + 1);
  }
}

function report(runs: readonly Run[], queries: readonly KnownItem[]): void {
  const plain = runs.find(run => run.engine.name === 'fuse');
  const share = (run: Run, first: number, of: readonly KnownItem[]) => {
    const places = of.map(query => run.places.get(query)).filter(place => place !== undefined);
    return places.length === 0
      ? '-'
      : (places.filter(place => place > 0 && place <= first).length / places.length).toFixed(3);
  };
  printTable(
    ['engine', 'build ms', 'MB', 'p50 ms', 'p95', 'max', 'keystrokes', '× fuse', 'first', 'in 5', 'queries'],
    runs.map(run => {
      const times = [...run.times.values()];
      return [
        run.engine.name,
        short(run.buildTime),
        globalThis.gc ? short(run.heap) : '-',
        short(median(times)),
        short(percentile(times, 0.95)),
        short(Math.max(...times)),
        String(times.length),
        plain ? short(median(ratios(plain, run))) : '-',
        share(run, 1, queries),
        share(run, 5, queries),
        String(run.places.size),
      ];
    }),
  );
  console.log('  Found first / in the first five, by kind of query:');
  printTable(
    ['', ...kinds],
    runs.map(run => [
      run.engine.name,
      ...kinds.map(kind => {
        const of = queries.filter(query => query.kind === kind);
        return `${share(run, 1, of)}/${share(run, 5, of)}`;
      }),
    ]),
  );
  if (plain && plain.times.size < 30) {
    console.log(
      `  Plain Fuse is too slow for more: its figures are of ${plain.times.size} keystrokes, ${plain.places.size} queries.`,
    );
  }
  for (const { engine } of runs) console.log(`  ${engine.name}: ${engine.settings}`);
}

/** How many times longer `slow` took, keystroke by keystroke. */
function ratios(slow: Run, run: Run): number[] {
  return [...slow.times].flatMap(([number, taken]) => {
    const other = run.times.get(number);
    return other === undefined ? [] : [taken / other];
  });
}
