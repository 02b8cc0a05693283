import { type Goal, withGoal } from '../goals';
import { printTable, short } from '../measure';
import { kinds } from '../queries';
import type { SearchResult } from './searchResult';

/** The goals for ours; those set for 100,000 posts do not bind fewer or more of them. */
const goals = { p50: { most: 5 }, p95: { most: 16 }, build: { most: 4000 }, inFive: { least: 0.99 } };
const eachKind = 0.97;
const speedUps: Readonly<Record<number, number>> = { 10000: 300, 100000: 1000 };

/** Prints the figures of all engines on one corpus, with the goals beside ours. */
export function reportSearch(results: readonly SearchResult[]): void {
  const ours = results.find(({ engine }) => engine === 'byline');
  const goal = (result: SearchResult, value: number | undefined, aim: Goal | undefined) =>
    result === ours && aim ? withGoal(value, aim) : short(value ?? Number.NaN);
  // Plain Fuse has time for a few queries only, which say little.
  const peers = results.filter(result => result !== ours && result.queries === ours?.queries);
  const bestFirst = peers.length > 0 ? { least: Math.max(...peers.map(({ first }) => first)) } : undefined;
  printTable(
    ['engine', 'build ms', 'MB', 'p50 ms', 'p95', 'max', 'keystrokes', '× fuse', 'first', 'in 5', 'queries'],
    results.map(result => {
      const aims = result.posts === 100_000 ? goals : undefined;
      const speedUp = speedUps[result.posts];
      return [
        result.engine,
        goal(result, result.build, aims?.build),
        short(result.memory ?? Number.NaN),
        goal(result, result.p50, aims?.p50),
        goal(result, result.p95, aims?.p95),
        short(result.longest),
        String(result.keystrokes),
        goal(result, result.speedUp, speedUp === undefined ? undefined : { least: speedUp }),
        goal(result, result.first, bestFirst),
        goal(result, result.inFive, goals.inFive),
        String(result.queries),
      ];
    }),
  );
  console.log(`  Found first / in the first five, by kind of query; goal ≥ ${eachKind} in the first five:`);
  printTable(
    ['', ...kinds],
    results.map(({ engine, kinds: found }) => [
      engine,
      ...kinds.map(kind => {
        const { first, inFive } = found[kind];
        const isMissed = engine === 'byline' && inFive < eachKind;
        return Number.isNaN(first) ? '-' : `${first.toFixed(3)}/${inFive.toFixed(3)}${isMissed ? '!' : ''}`;
      }),
    ]),
  );
  const plain = results.find(({ engine }) => engine === 'fuse');
  if (plain && plain.keystrokes < 30) {
    console.log(
      `  Plain Fuse is too slow for more: its figures are of ${plain.keystrokes} keystrokes, ${plain.queries} queries.`,
    );
  }
  for (const { engine, settings } of results) console.log(`  ${engine}: ${settings}`);
}
