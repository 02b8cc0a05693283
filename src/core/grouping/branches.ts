import { compareText } from '../compareText';
import type { Post } from '../post';
import { sorting } from '../sorting';
import type { Group, Grouping } from './grouping';
import { lengthOfRuns, ranges } from './ranges';

/** What stands on a level of groups: a group, or a run of groups. */
export type Branch = GroupBranch | RunBranch;

export interface GroupBranch {
  readonly group: Group;
}

export interface RunBranch {
  /** Where it begins and ends, as in "A – Bra"; `undefined` for the run of rare topics. */
  readonly range: { readonly first: string; readonly last: string } | undefined;
  readonly branches: readonly Branch[];
  /** How many posts are in its groups, each counted once. */
  readonly posts: number;
}

/** Groups with a single post are gathered in a run of their own once there are more topics than this. */
const rareTopics = { keep: 12, minimum: 2, most: 200 };

/**
 * The groups as levels of at most `size` rows, where there are too many to look through: runs of authors from A to
 * C, rare topics in a run at the end. `labelOf` names a group by what it is sorted by.
 */
export function* branching(
  groups: readonly Group[],
  by: Grouping,
  labelOf: (group: Group) => string,
  size: number,
): Generator<void, Branch[]> {
  if (by !== 'topic') {
    return yield* runs(groups, labelOf, size);
  }
  const isRare = (group: Group, index: number) =>
    group.key !== '' &&
    ((groups.length > rareTopics.keep && group.posts.length < rareTopics.minimum) ||
      index >= rareTopics.most);
  const common: Branch[] = groups.filter((group, index) => !isRare(group, index)).map(group => ({ group }));
  const rare = yield* sorting(groups.filter(isRare), (a, b) => compareText(a.label, b.label));
  return rare.length === 0
    ? common
    : [
        ...common,
        { range: undefined, branches: yield* runs(rare, labelOf, size), posts: yield* distinct(rare) },
      ];
}

function* runs(
  groups: readonly Group[],
  labelOf: (group: Group) => string,
  size: number,
): Generator<void, Branch[]> {
  if (groups.length <= size) {
    return groups.map(group => ({ group }));
  }
  const length = lengthOfRuns(groups.length, size);
  const branches: Branch[] = [];
  for (const { first, last, items } of ranges(groups, labelOf, length)) {
    branches.push({
      range: { first, last },
      branches: yield* runs(items, labelOf, size),
      posts: yield* distinct(items),
    });
    yield;
  }
  return branches;
}

/** Groups that are looked through in one step. */
const few = 100;

function* distinct(groups: readonly Group[]): Generator<void, number> {
  const posts = new Set<Post>();
  for (const [index, group] of groups.entries()) {
    for (const post of group.posts) posts.add(post);
    if (index % few === few - 1) yield;
  }
  return posts.size;
}
