import * as vscode from 'vscode';
import { type Branch, branching } from '../core/branches';
import { type Group, type Grouping, grouping } from '../core/grouping';
import type { Persons } from '../core/persons/persons';
import type { Post } from '../core/post';
import { type PostRun, postRuns } from '../core/postRuns';
import { type Change, narrowing, regrouping } from '../core/regrouping';
import type { FieldMatch } from '../core/search';
import type { Matching } from './postSearch';
import type { BranchRow, PostRow, PostsRow } from './postsRow';
import { date } from './postText';

const { l10n } = vscode;

/** More rows than this on one level fall into runs: authors from A to C, the posts of a year. */
const most = 300;

/** A root with more groups than this starts collapsed, so that the roots below it are in view. */
const manyGroups = 15;

/** Filtered, groups show their posts at once as long as there are no more posts than this. */
const fewPosts = 25;

const texts: Record<Grouping, { root: () => string; without: () => string; icon: string }> = {
  author: { root: () => l10n.t('Authors'), without: () => l10n.t('No author'), icon: 'person' },
  topic: { root: () => l10n.t('Topics'), without: () => l10n.t('No topic'), icon: 'tag' },
  publication: { root: () => l10n.t('Publications'), without: () => l10n.t('No publication'), icon: 'book' },
  year: { root: () => l10n.t('Years'), without: () => l10n.t('Undated'), icon: 'calendar' },
};

/** The roots while their groups are still to be worked out; none where the groups themselves come first. */
export function waitingRoots(groupBy: readonly Grouping[]): PostsRow[] {
  return groupBy.length > 1
    ? groupBy.map(by => ({ kind: 'summary', parent: undefined, ...rootLook(by, by, undefined) }))
    : [];
}

/** What a filter left. */
export interface Filter extends Pick<Matching, 'matchesOf'> {
  readonly query: string;
}

/** Posts with their groups, and the rows that show them: new ones with each call. */
export class ShownPosts {
  /** By the id of the row. */
  readonly #matches = new Map<string, readonly FieldMatch[]>();

  private constructor(
    readonly posts: readonly Post[],
    private readonly roots: readonly Root[],
    readonly filter: Filter | undefined,
    /** Who is who among the authors. */
    readonly persons: Persons | undefined,
  ) {}

  /** Groups posts, in small steps: anew, or where they differ from others that are grouped already. */
  static *create(
    posts: readonly Post[],
    groupBy: readonly Grouping[],
    persons: Persons | undefined,
    before?: { readonly shown: ShownPosts; readonly change: Change },
  ): Generator<void, ShownPosts> {
    const roots: Root[] = [];
    for (const by of groupBy) {
      const known =
        before && (by !== 'author' || before.shown.persons === persons)
          ? before.shown.roots.find(root => root.by === by)
          : undefined;
      const groups =
        known && before
          ? yield* regrouping(known.groups, before.change, by, persons)
          : yield* grouping(posts, by, persons);
      roots.push(known?.groups === groups ? known : yield* makeRoot(by, groups));
    }
    return new ShownPosts(posts, roots, undefined, persons);
  }

  /** What a filter left of the posts, in small steps. */
  *filtered(posts: readonly Post[], filter: Filter): Generator<void, ShownPosts> {
    const roots: Root[] = [];
    for (const { by, groups } of this.roots) {
      roots.push(yield* makeRoot(by, yield* narrowing(groups, posts, by)));
    }
    return new ShownPosts(posts, roots, filter, this.persons);
  }

  /** The rows below a row; without one, the first rows. */
  below(row?: PostsRow): PostsRow[] {
    switch (row?.kind) {
      case undefined: {
        const roots = this.posts.length ? this.roots : [];
        const [root] = roots;
        return root && roots.length === 1
          ? this.#branches(root.by, root.branches, undefined)
          : roots.map(each => this.#root(each));
      }
      case 'root': {
        const root = this.roots.find(({ by }) => by === row.by);
        return root ? this.#branches(root.by, root.branches, row) : [];
      }
      case 'groups':
        return this.#branches(row.by, row.branches, row);
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
    const post = row.kind === 'post' ? row.post : row.kind === 'group' ? row.group.posts[0] : undefined;
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

  #root({ by, count }: Root): PostsRow {
    const expanded = this.filter !== undefined || count <= manyGroups;
    return { kind: 'root', parent: undefined, by, ...rootLook(this.#id(by), by, count, expanded) };
  }

  #branches(by: Grouping, branches: readonly Branch[], parent: PostsRow | undefined): BranchRow[] {
    return branches.map((branch, index) => {
      if ('group' in branch) {
        return this.#group(by, branch.group, parent);
      }
      const { range } = branch;
      return {
        kind: 'groups',
        id: `${parent?.id ?? this.#id(by)}~${range ? index : 'other'}`,
        parent,
        by,
        branches: branch.branches,
        label: range ? rangeLabel(range) : l10n.t('Other'),
        count: branch.posts,
        expanded: false,
        icon: 'ellipsis',
        contextValue: 'group',
      };
    });
  }

  #group(by: Grouping, group: Group, parent: PostsRow | undefined): BranchRow {
    const { icon, without } = texts[by];
    return {
      kind: 'group',
      id: this.#id(`${by}/${encodeURIComponent(group.key)}`),
      parent,
      by,
      group,
      label: group.label || without(),
      count: group.posts.length,
      expanded: this.filter !== undefined && this.posts.length <= fewPosts,
      icon,
      contextValue: contextValue(by, group),
    };
  }

  #id(place: string): string {
    return this.filter ? `found:${place}` : place;
  }
}

interface Root {
  readonly by: Grouping;
  readonly groups: readonly Group[];
  readonly branches: readonly Branch[];
  /** How many groups; that of the posts without one aside. */
  readonly count: number;
}

function* makeRoot(by: Grouping, groups: readonly Group[]): Generator<void, Root> {
  const labelOf = (group: Group) => group.order || texts[by].without();
  const branches = yield* branching(groups, by, labelOf, most);
  return { by, groups, branches, count: groups.filter(group => group.key !== '').length };
}

function rootLook(id: string, by: Grouping, count: number | undefined, expanded = false) {
  return { id, label: texts[by].root(), count, expanded, contextValue: 'root' };
}

function postRows(posts: readonly Post[], parent: PostsRow): (PostRow | BranchRow)[] {
  return posts.length > most
    ? postRuns(posts, most).map(run => ({
        kind: 'posts',
        id: `${parent.id}~${run.key}`,
        parent,
        posts: run.posts,
        label: runLabel(run),
        count: run.posts.length,
        expanded: false,
        icon: texts.year.icon,
        contextValue: 'group',
      }))
    : posts.map(post => ({
        kind: 'post',
        id: `${parent.id}/${encodeURIComponent(post.id)}`,
        parent,
        post,
      }));
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

function runLabel(run: PostRun): string {
  return 'first' in run ? rangeLabel(run) : run.date ? date(run.date) : texts.year.without();
}

function contextValue(by: Grouping, group: Group): string {
  return by !== 'author' || group.key === ''
    ? 'group'
    : (group.spellings?.length ?? 1) > 1
      ? 'group author several'
      : 'group author';
}

function rangeLabel({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? first : `${first} – ${last}`;
}
