import { median, percentile } from '../measure';
import { type Kind, type KnownItem, kinds } from '../queries';

/** What one engine showed on one corpus; times in milliseconds. */
export interface SearchResult {
  readonly engine: string;
  /** Its settings, in words. */
  readonly settings: string;
  readonly corpus: string;
  readonly posts: number;
  readonly build: number;
  /** Megabytes in use by the engine; undefined without `--expose-gc`. */
  readonly memory: number | undefined;
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly keystrokes: number;
  /** Median over the same keystrokes of how many times longer plain Fuse took; undefined when it did not run. */
  readonly speedUp: number | undefined;
  /** Share (0-1) of the queries whose post came first, and among the first five; NaN when none ran. */
  readonly first: number;
  readonly inFive: number;
  readonly queries: number;
  readonly kinds: Readonly<Record<Kind, { readonly first: number; readonly inFive: number }>>;
}

/** What was measured of one engine. */
export interface Measured {
  readonly build: number;
  readonly memory: number | undefined;
  /** By keystroke; keystrokes left out have none. */
  readonly times: ReadonlyMap<number, number>;
  /** The place of the wanted post, 1 for the first, by query; 0 when it is not among the first five. */
  readonly places: ReadonlyMap<KnownItem, number>;
}

/** The figures of what was measured; `plain` is what was measured of plain Fuse. */
export function summarize(
  { build, memory, times, places }: Measured,
  plain: Measured | undefined,
): Omit<SearchResult, 'engine' | 'settings' | 'corpus' | 'posts'> {
  const all = [...times.values()];
  const share = (most: number, kind?: Kind) => {
    const of = [...places].filter(([query]) => kind === undefined || query.kind === kind);
    return of.filter(([, place]) => place > 0 && place <= most).length / of.length;
  };
  const byKind = kinds.map(kind => [kind, { first: share(1, kind), inFive: share(5, kind) }]);
  return {
    build,
    memory,
    p50: median(all),
    p95: percentile(all, 0.95),
    longest: Math.max(...all),
    keystrokes: all.length,
    speedUp: plain && median(ratios(plain.times, times)),
    first: share(1),
    inFive: share(5),
    queries: places.size,
    kinds: Object.fromEntries(byKind),
  };
}

/** How many times longer `slow` took, keystroke by keystroke. */
function ratios(slow: ReadonlyMap<number, number>, times: ReadonlyMap<number, number>): number[] {
  return [...slow].flatMap(([number, taken]) => {
    const other = times.get(number);
    return other === undefined ? [] : [taken / other];
  });
}
