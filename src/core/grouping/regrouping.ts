import { comparePosts } from '../comparePosts';
import { comparing } from '../library/changes';
import type { Persons } from '../persons/persons';
import type { Post } from '../post';
import { sorting } from '../sorting';
import { type Group, type Grouping, grouping, orderOf } from './grouping';

/** Posts that came and went; a changed one did both. */
export interface Change {
  readonly come: ReadonlySet<Post>;
  readonly gone: ReadonlySet<Post>;
}

/** What changed from some posts to others; `undefined` when that is more than `most` posts. */
export function* changing(
  before: readonly Post[],
  after: readonly Post[],
  most: number,
): Generator<void, Change | undefined> {
  if (before === after) {
    return { come: new Set(), gone: new Set() };
  }
  const { added, gone } = yield* comparing(before, after);
  return added.length > most || gone.length > most
    ? undefined
    : { come: new Set(added), gone: new Set(gone) };
}

/**
 * The groups as `grouping` makes them after a change, in small steps; those that it does not touch are the same objects.
 * @param before the persons that the groups were made with, where they were others.
 */
export function* regrouping(
  groups: readonly Group[],
  { come, gone }: Change,
  by: Grouping,
  persons?: Persons,
  before = persons,
): Generator<void, readonly Group[]> {
  if (come.size + gone.size === 0) {
    return groups;
  }
  const byKey = new Map((yield* grouping([...come], by, persons)).map(group => [group.key, group.posts]));
  const touched = new Set(byKey.keys());
  for (const { key } of yield* grouping([...gone], by, before)) {
    touched.add(key);
  }
  const changed: Group[] = [];
  for (const group of groups) {
    if (touched.delete(group.key)) {
      const posts = merge(
        group.posts.filter(post => !gone.has(post)),
        byKey.get(group.key) ?? [],
      );
      changed.push(...(yield* named(group.key, posts, by, persons)));
      yield;
    } else {
      changed.push(group);
    }
  }
  for (const key of touched) {
    changed.push(...(yield* named(key, byKey.get(key) ?? [], by, persons)));
  }
  return yield* sorting(changed, orderOf(by));
}

/** The groups with only those posts that a filter left, in small steps. */
export function* narrowing(
  groups: readonly Group[],
  posts: readonly Post[],
  by: Grouping,
): Generator<void, readonly Group[]> {
  const left = yield* setOf(posts);
  const narrowed: Group[] = [];
  let steps = 0;
  for (const group of groups) {
    const kept: Post[] = [];
    for (const post of group.posts) {
      if (left.has(post)) kept.push(post);
      if (++steps % many === 0) yield;
    }
    if (kept.length > 0) {
      narrowed.push(kept.length === group.posts.length ? group : { ...group, posts: kept });
    }
  }
  return by === 'topic' ? yield* sorting(narrowed, orderOf(by)) : narrowed;
}

/** Look-ups in one step. */
const many = 2000;

function* setOf(posts: readonly Post[]): Generator<void, ReadonlySet<Post>> {
  const set = new Set<Post>();
  for (const post of posts) {
    set.add(post);
    if (set.size % many === 0) yield;
  }
  return set;
}

/** A group of these posts, named as `grouping` names it; none of no posts. */
function* named(
  key: string,
  posts: readonly Post[],
  by: Grouping,
  persons: Persons | undefined,
): Generator<void, Group[]> {
  // How an author signs is counted over all posts; other groups are named by their first.
  const telling = by === 'author' && persons ? posts : posts.slice(0, 1);
  const group = (yield* grouping(telling, by, persons)).find(each => each.key === key);
  return group ? [{ ...group, posts }] : [];
}

function merge(a: readonly Post[], b: readonly Post[]): Post[] {
  const merged: Post[] = [];
  let next = 0;
  for (const post of a) {
    for (; next < b.length && comparePosts(b[next]!, post) < 0; next++) merged.push(b[next]!);
    merged.push(post);
  }
  return [...merged, ...b.slice(next)];
}
