import { comparePosts, compareText } from './comparePosts';
import { displayName, nameKey, sortName } from './name';
import type { Post } from './post';
import { runWhole } from './sliced';
import { sorting } from './sorting';
import { foldText } from './text';

export const groupings = ['author', 'topic', 'publication', 'year'] as const;
export type Grouping = (typeof groupings)[number];

export interface Group {
  /** Stable for the same author, topic, …; empty for the group of posts that have none. */
  readonly key: string;
  /** As it is shown; empty where `key` is. */
  readonly label: string;
  /** What the group is sorted by among its siblings, where they are sorted by text: "San Miguel, Frank". */
  readonly order: string;
  /** Newest first, undated last, then by title. */
  readonly posts: readonly Post[];
}

/**
 * Posts by author (sorted by family name), topic (most posts first), publication (by name) or year (latest
 * first). A post with several authors or topics is in each of their groups; posts with none are in one group
 * with an empty key, which comes last.
 */
export function groupPosts(posts: readonly Post[], by: Grouping): Group[] {
  return runWhole(grouping(posts, by));
}

/** `groupPosts` in small steps. */
export function* grouping(posts: readonly Post[], by: Grouping): Generator<void, Group[]> {
  const groups = new Map<string, { label: string; order: string; posts: Post[] }>();
  const sorted = yield* sorting(posts, comparePosts);
  for (const [index, post] of sorted.entries()) {
    for (const { key, label, order } of uniqueByKey(labels[by](post))) {
      const group = groups.get(key);
      if (group) {
        group.posts.push(post);
      } else {
        groups.set(key, { label, order: order ?? label, posts: [post] });
      }
    }
    if (index % few === few - 1) yield;
  }
  const compare = orders[by];
  return yield* sorting(
    Array.from(groups, ([key, group]) => ({ key, ...group })),
    (a, b) => Number(a.key === '') - Number(b.key === '') || compare(a, b),
  );
}

/** Posts that are put into groups in one step. */
const few = 100;

/**
 * Splits off the groups that are too rare to browse: those with fewer than `minimum` posts once there are more than
 * `keep` groups, and those beyond the `most` biggest. The rare ones are sorted by label.
 */
export function gatherRare(
  groups: readonly Group[],
  { keep, minimum, most }: { keep: number; minimum: number; most: number },
): { common: Group[]; rare: Group[] } {
  const isRare = (group: Group, index: number) =>
    group.key !== '' && ((groups.length > keep && group.posts.length < minimum) || index >= most);
  return {
    common: groups.filter((group, index) => !isRare(group, index)),
    rare: groups.filter(isRare).sort((a, b) => compareText(a.label, b.label)),
  };
}

interface Label {
  key: string;
  label: string;
  order?: string;
}

const none: Label[] = [{ key: '', label: '' }];

const labels: Record<Grouping, (post: Post) => Label[]> = {
  author: post =>
    post.author.length
      ? post.author.map(name => ({ key: nameKey(name), label: displayName(name), order: sortName(name) }))
      : none,
  topic: post =>
    post.keywords.length ? post.keywords.map(topic => ({ key: foldText(topic), label: topic })) : none,
  publication: post =>
    post.containerTitle ? [{ key: foldText(post.containerTitle), label: post.containerTitle }] : none,
  year: post => (post.issued ? [{ key: String(post.issued.year), label: String(post.issued.year) }] : none),
};

interface Ordered {
  readonly label: string;
  readonly order: string;
  readonly posts: readonly Post[];
}

const orders: Record<Grouping, (a: Ordered, b: Ordered) => number> = {
  author: (a, b) => compareText(a.order, b.order),
  topic: (a, b) => b.posts.length - a.posts.length || compareText(a.label, b.label),
  publication: (a, b) => compareText(a.label, b.label),
  year: (a, b) => Number(b.label) - Number(a.label),
};

function uniqueByKey(found: readonly Label[]): Label[] {
  return [...new Map(found.map(label => [label.key, label])).values()];
}
