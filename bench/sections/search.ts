import type { Post } from '../../src/core/post';
import { engineering } from '../engineering';
import { engines } from '../engines';
import type { Engine } from '../engines/engine';
import { generatePosts } from '../generator';
import { laboratory } from '../laboratory';
import type { Lexicon } from '../lexicon';
import { memory, time } from '../measure';
import type { Options } from '../options';
import { type KnownItem, makeQueries } from '../queries';
import { Random } from '../random';
import { reportSearch } from './searchReport';
import { type Measured, type SearchResult, summarize } from './searchResult';

export type { SearchResult } from './searchResult';

export const lexicons: Readonly<Record<string, Lexicon>> = { engineering, laboratory };

/** What plain Fuse takes for a keystroke, in milliseconds per post: only to choose how many to measure. */
const fuseCost = 0.07;
const warmUp = ['warming up', 'w', 'wa', 'wramnig up', 'up w'];

interface Run extends Measured {
  readonly engine: Engine;
  readonly times: Map<number, number>;
  readonly places: Map<KnownItem, number>;
  spent: number;
}

/** Time per keystroke and found items, ours against its peers: one process, the same keystrokes, taking turns. */
export async function benchSearch(options: Options): Promise<SearchResult[]> {
  return options.posts.flatMap(size => options.lexicons.flatMap(name => benchCorpus(name, size, options)));
}

function benchCorpus(corpus: string, size: number, options: Options): SearchResult[] {
  const posts = generatePosts(lexicons[corpus]!, size, options.seed);
  const queries = makeQueries(posts, options.queriesPerKind, options.seed + 1);
  const names = options.engines ?? Object.keys(engines);
  console.log(`\nsearch: ${size} posts of “${corpus}”, ${queries.length} queries, seed ${options.seed}`);
  const runs = names.map(each => start(engines[each]!(), posts));
  measureTimes(runs, queries, size, options);
  for (const run of runs) measurePlaces(run, queries, options.seconds);
  const plain = runs.find(run => run.engine.name === 'fuse');
  const results = runs.map(run => {
    const { name: engine, settings } = run.engine;
    return { engine, settings, corpus, posts: size, ...summarize(run, plain) };
  });
  reportSearch(results);
  for (const run of runs) run.engine.close();
  return results;
}

function start(engine: Engine, posts: readonly Post[]): Run {
  const before = memory();
  const build = time(() => engine.build(posts));
  const used = globalThis.gc && memory() - before;
  return { engine, build, memory: used, times: new Map(), places: new Map(), spent: 0 };
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
