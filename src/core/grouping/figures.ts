import { compareText } from '../compareText';
import { formatYear } from '../date';
import type { Group } from './grouping';

/** How many posts something has. */
export interface Bar {
  readonly label: string;
  readonly posts: number;
}

/** Posts in figures, for people who would rather look than read. */
export interface Figures {
  readonly posts: number;
  /** How many there are, those without one aside. */
  readonly authors: number;
  readonly topics: number;
  /** In their order, those without posts between others too; decades where years would be too many. */
  readonly years: readonly Bar[];
  readonly undated: number;
  /** Most posts first. */
  readonly topAuthors: readonly Bar[];
  readonly topTopics: readonly Bar[];
}

/** More years than these are told by decade, or by what makes few enough. */
const mostYears = 30;
const mostBars = 10;

/** @param groups of the same posts. */
export function figures(groups: {
  readonly authors: readonly Group[];
  readonly topics: readonly Group[];
  readonly years: readonly Group[];
}): Figures {
  const named = (some: readonly Group[]) => some.filter(({ key }) => key !== '');
  const dated = new Map(named(groups.years).map(({ key, posts }) => [Number(key), posts.length]));
  const all = groups.years.reduce((sum, { posts }) => sum + posts.length, 0);
  const inYears = [...dated.values()].reduce((sum, posts) => sum + posts, 0);
  return {
    posts: all,
    authors: named(groups.authors).length,
    topics: named(groups.topics).length,
    years: yearBars(dated),
    undated: all - inYears,
    topAuthors: top(named(groups.authors)),
    topTopics: top(named(groups.topics)),
  };
}

function top(groups: readonly Group[]): Bar[] {
  return groups
    .map(({ label, posts }) => ({ label, posts: posts.length }))
    .sort((a, b) => b.posts - a.posts || compareText(a.label, b.label))
    .slice(0, mostBars);
}

function yearBars(posts: ReadonlyMap<number, number>): Bar[] {
  if (posts.size === 0) return [];
  const years = [...posts.keys()];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = spanOf(last - first + 1);
  const start = Math.floor(first / span) * span;
  const counts = new Array<number>(Math.floor((last - start) / span) + 1).fill(0);
  for (const [year, count] of posts) counts[Math.floor((year - start) / span)]! += count;
  return counts.map((count, at) => ({ label: spanText(start + at * span, span), posts: count }));
}

/** In years: 1, or as many tens as it takes. */
function spanOf(years: number): number {
  let span = 1;
  while (Math.ceil(years / span) + 1 > mostYears + 1) span *= span === 1 ? 10 : 2;
  return span;
}

function spanText(start: number, span: number): string {
  const [from, to] = [start, start + span - 1].map(year => formatYear({ year }));
  return span === 1 ? from! : `${from}–${to}`;
}
