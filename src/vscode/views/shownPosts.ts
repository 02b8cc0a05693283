import { comparePosts } from '../../core/comparePosts';
import { type Branch, branching } from '../../core/grouping/branches';
import { type Group, type Grouping, grouping } from '../../core/grouping/grouping';
import { type Change, narrowing, regrouping } from '../../core/grouping/regrouping';
import { displayName } from '../../core/name';
import { postsOfOthers } from '../../core/persons/otherPersons';
import type { Persons } from '../../core/persons/persons';
import type { Post } from '../../core/post';
import type { FieldMatch } from '../../core/search';
import { sorting } from '../../core/sorting';
import type { Matching } from '../library/postSearch';
import { groupingTexts } from './groupingTexts';
import { branchRows, mostRows, postRows, rootRow, type Start } from './makeRows';
import type { PostsRow } from './postsRow';

/** Filtered, groups show their posts at once as long as there are no more posts than this. */
const fewPosts = 25;

/** What a filter left. */
export interface Filter extends Pick<Matching, 'matchesOf'> {
  readonly query: string;
}

/** Posts with their groups, and the rows that show them: new ones with each call. */
export class ShownPosts {
  readonly #start: Start;
  /** By the id of the row. */
  readonly #matches = new Map<string, readonly FieldMatch[]>();

  private constructor(
    readonly posts: readonly Post[],
    private readonly roots: readonly Root[],
    readonly filter: Filter | undefined,
    /** Who is who among the authors. */
    readonly persons: Persons | undefined,
  ) {
    const isFiltered = filter !== undefined;
    this.#start = { isFiltered, showsPosts: isFiltered && posts.length <= fewPosts };
  }

  /** Groups posts, in small steps: anew, or where they differ from others that were grouped with the same persons. */
  static *create(
    posts: readonly Post[],
    groupBy: readonly Grouping[],
    persons: Persons | undefined,
    before?: { readonly shown: ShownPosts; readonly change: Change },
  ): Generator<void, ShownPosts> {
    const known = groupBy.map(by => before?.shown.roots.find(root => root.by === by));
    // Sorted once for all groupings: what is sorted already they sort in no time.
    const sorted = known.includes(undefined) ? yield* sorting(posts, comparePosts) : posts;
    const roots: Root[] = [];
    for (const [index, by] of groupBy.entries()) {
      const root = known[index];
      const groups =
        root && before
          ? yield* regrouping(root.groups, before.change, by, persons)
          : yield* grouping(sorted, by, persons);
      roots.push(root?.groups === groups ? root : yield* makeRoot(by, groups));
    }
    return new ShownPosts(posts, roots, undefined, persons);
  }

  /** The same posts with other persons as authors, in small steps. */
  *signedBy(persons: Persons): Generator<void, ShownPosts> {
    const before = this.persons;
    const posts = before ? yield* postsOfOthers(this.posts, before, persons) : new Set<Post>();
    const roots: Root[] = [];
    for (const root of this.roots) {
      const groups =
        root.by === 'author'
          ? yield* regrouping(root.groups, { come: posts, gone: posts }, root.by, persons, before)
          : root.groups;
      roots.push(root.groups === groups ? root : yield* makeRoot(root.by, groups));
    }
    return new ShownPosts(this.posts, roots, this.filter, persons);
  }

  /** What a filter left of the posts, in small steps. */
  *filtered(posts: readonly Post[], filter: Filter): Generator<void, ShownPosts> {
    const roots: Root[] = [];
    for (const { by, groups } of this.roots) {
      roots.push(yield* makeRoot(by, yield* narrowing(groups, posts, by)));
    }
    return new ShownPosts(posts, roots, filter, this.persons);
  }

  /** The groups of all these posts; `undefined` where they are not shown so. */
  groupsBy(by: Grouping): readonly Group[] | undefined {
    return this.roots.find(root => root.by === by)?.groups;
  }

  /** The rows below a row; without one, the first rows. */
  below(row?: PostsRow): PostsRow[] {
    switch (row?.kind) {
      case undefined: {
        const roots = this.posts.length ? this.roots : [];
        const [root] = roots;
        return root && roots.length === 1
          ? branchRows(root.by, root.branches, undefined, this.#start)
          : roots.map(({ by, count }) => rootRow(by, count, this.#start));
      }
      case 'root': {
        const root = this.roots.find(({ by }) => by === row.by);
        return root ? branchRows(root.by, root.branches, row, this.#start) : [];
      }
      case 'groups':
        return branchRows(row.by, row.branches, row, this.#start);
      case 'group':
        return postRows(row.group.posts, row);
      case 'posts':
        return postRows(row.posts, row);
      default:
        return [];
    }
  }

  /** Finds out for rows where the filter's words stand in what they show, in small steps. */
  *marking(rows: readonly PostsRow[]): Generator<void, void> {
    for (const row of this.filter ? rows : []) {
      this.matchesOf(row);
      yield;
    }
  }

  /** Where the filter's words stand in what a row shows: the title, the author, the topic, … */
  matchesOf(row: PostsRow): readonly FieldMatch[] {
    const post =
      row.kind === 'post' ? row.post : row.kind === 'group' ? naming(row.by, row.group) : undefined;
    if (!this.filter || !post) {
      return [];
    }
    const matches =
      this.#matches.get(row.id) ??
      this.filter.matchesOf(post).filter(({ field }) => (field === 'title') === (row.kind === 'post'));
    this.#matches.set(row.id, matches);
    return matches;
  }

  /** The first row that shows a post, with those above it. */
  rowOf(id: string): PostsRow | undefined {
    const post = this.posts.find(candidate => candidate.id === id);
    const first = this.below();
    // With roots above the groups, the first root has every post; without, any of the groups may.
    let rows = first[0]?.kind === 'root' ? first.slice(0, 1) : first;
    for (; post; ) {
      const row = rows.find(candidate => holds(candidate, post));
      if (!row || row.kind === 'post') {
        return row;
      }
      rows = this.below(row);
    }
    return undefined;
  }
}

interface Root {
  readonly by: Grouping;
  readonly groups: readonly Group[];
  readonly branches: readonly Branch[];
  /** How many groups, without the one of posts that have none. */
  readonly count: number;
}

function* makeRoot(by: Grouping, groups: readonly Group[]): Generator<void, Root> {
  const labelOf = (group: Group) => group.order || groupingTexts[by].without();
  const branches = yield* branching(groups, by, labelOf, mostRows);
  return { by, groups, branches, count: groups.filter(group => group.key !== '').length };
}

/** A post that says the group's name as it is shown; others may spell it in another way. */
function naming(by: Grouping, { posts, label }: Group): Post | undefined {
  switch (by) {
    case 'author':
      return posts.find(({ author }) => author.some(name => displayName(name) === label));
    case 'topic':
      return posts.find(({ keywords }) => keywords.includes(label));
    case 'publication':
      return posts.find(({ containerTitle }) => containerTitle === label);
    case 'year':
      return posts[0];
  }
}

function holds(row: PostsRow, post: Post): boolean {
  switch (row.kind) {
    case 'root':
      return true;
    case 'groups':
      return row.branches.some(branch => branchHolds(branch, post));
    case 'group':
      return row.group.posts.includes(post);
    case 'posts':
      return row.posts.includes(post);
    case 'post':
      return row.post === post;
    case 'summary':
      return false;
  }
}

function branchHolds(branch: Branch, post: Post): boolean {
  return 'group' in branch
    ? branch.group.posts.includes(post)
    : branch.branches.some(each => branchHolds(each, post));
}
