import * as vscode from 'vscode';
import { type Group, type Grouping, gatherRare, groupPosts } from '../core/grouping';
import type { Post } from '../core/post';
import { ranges } from '../core/ranges';
import type { OpenLibrary } from './openLibrary';
import { type PostsRow, treeItem, withoutLabels } from './postsRow';
import { tooltip } from './postText';
import { settings } from './settings';

/** Groups with a single post are gathered under “Other” once a root has more topics than this. */
const rareTopics = { keep: 12, minimum: 2, most: 200 };

/** More rows than this on one level fall into runs: authors from A to C, the posts of a year. */
const most = 300;

/** A root with more groups than this starts collapsed, so that the roots below it are in view. */
const manyGroups = 15;

/** Filtered, groups show their posts at once as long as there are no more posts than this. */
const fewPosts = 25;

/** The tree of the Posts view: roots (authors, topics, …), their groups, the groups' posts. */
export class PostsTree implements vscode.TreeDataProvider<PostsRow> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #posts: readonly Post[] = [];
  #filtered = false;
  #groups = new Map<Grouping, Group[]>();

  constructor(readonly library: OpenLibrary) {}

  /**
   * Shows these posts in place of the ones before. What a filter found has rows of its own, open from the start:
   * what the user closed before does not hide it, and is as it was afterwards.
   */
  show(posts: readonly Post[], { filtered = false } = {}): void {
    this.#posts = posts;
    this.#filtered = filtered;
    this.#groups = new Map();
    this.#changed.fire();
  }

  async getChildren(row?: PostsRow): Promise<PostsRow[]> {
    await this.library.load();
    return row ? this.#below(row) : this.#roots();
  }

  getParent(row: PostsRow): PostsRow | undefined {
    return 'parent' in row ? row.parent : undefined;
  }

  getTreeItem(row: PostsRow): vscode.TreeItem {
    return treeItem(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: PostsRow): vscode.TreeItem {
    if (row.kind === 'post') {
      item.tooltip = tooltip(row.post);
    }
    return item;
  }

  /** The first row that shows a post, to reveal it; `undefined` when the filter hides it. */
  rowOf(id: string): PostsRow | undefined {
    const [root, ...others] = this.#roots();
    // With roots above the groups, the first root has every post; without, any of the groups may.
    let rows = root?.kind === 'root' ? [root] : root ? [root, ...others] : [];
    for (;;) {
      const row = rows.find(candidate => holds(candidate, id));
      if (!row || row.kind === 'post') {
        return row;
      }
      rows = this.#below(row);
    }
  }

  #roots(): PostsRow[] {
    const { groupBy } = settings();
    if (this.#posts.length === 0) {
      return [];
    }
    return groupBy.length === 1 ? this.#groupRows(groupBy[0]!) : groupBy.map(by => this.#root(by));
  }

  #root(by: Grouping): PostsRow {
    const groups = this.#groupsOf(by).filter(group => group.key !== '').length;
    return { kind: 'root', id: this.#id(by), by, groups, expanded: this.#filtered || groups <= manyGroups };
  }

  #below(row: PostsRow): PostsRow[] {
    switch (row.kind) {
      case 'root':
        return this.#groupRows(row.by, row);
      case 'groups':
        return this.#rangesOf(row.by, row.groups, row.id, row);
      case 'group':
        return this.#postRows(row.group.posts, row);
      case 'posts':
        return row.posts.map(post => postRow(post, row));
      case 'post':
        return [];
    }
  }

  #groupsOf(by: Grouping): Group[] {
    const groups = this.#groups.get(by) ?? groupPosts(this.#posts, by);
    this.#groups.set(by, groups);
    return groups;
  }

  #groupRows(by: Grouping, parent?: PostsRow): PostsRow[] {
    const groups = this.#groupsOf(by);
    if (by !== 'topic') {
      return this.#rangesOf(by, groups, this.#id(by), parent);
    }
    const { common, rare } = gatherRare(groups, rareTopics);
    const other = rare.length ? this.#run(by, 'other', vscode.l10n.t('Other'), rare, parent) : undefined;
    return [...common.map(group => this.#group(by, group, parent)), ...(other ? [other] : [])];
  }

  /** The groups themselves, or, where there are too many to look through, runs of them. */
  #rangesOf(by: Grouping, groups: readonly Group[], id: string, parent?: PostsRow): PostsRow[] {
    if (groups.length <= most) {
      return groups.map(group => this.#group(by, group, parent));
    }
    return ranges(groups, group => group.order || withoutLabels[by](), most).map(({ first, last, items }) =>
      this.#run(by, `${id}~${first}`, first === last ? first : `${first} – ${last}`, items, parent),
    );
  }

  #run(by: Grouping, id: string, label: string, groups: readonly Group[], parent?: PostsRow): PostsRow {
    return { kind: 'groups', id: this.#id(`${by}:${id}`), by, label, groups, ...(parent ? { parent } : {}) };
  }

  #postRows(posts: readonly Post[], parent: PostsRow): PostsRow[] {
    return posts.length <= most
      ? posts.map(post => postRow(post, parent))
      : groupPosts(posts, 'year').map(year => ({
          kind: 'posts',
          id: `${parent.id}~${year.key}`,
          parent,
          label: year.label || withoutLabels.year(),
          posts: year.posts,
        }));
  }

  #group(by: Grouping, group: Group, parent?: PostsRow): PostsRow {
    const expanded = this.#filtered && this.#posts.length <= fewPosts;
    return {
      kind: 'group',
      id: this.#id(`${by}/${encodeURIComponent(group.key)}`),
      by,
      group,
      expanded,
      ...(parent ? { parent } : {}),
    };
  }

  #id(place: string): string {
    return this.#filtered ? `found:${place}` : place;
  }
}

function postRow(post: Post, parent: PostsRow): PostsRow {
  return { kind: 'post', id: `${parent.id}/${encodeURIComponent(post.id)}`, parent, post };
}

function holds(row: PostsRow, id: string): boolean {
  const has = (posts: readonly Post[]) => posts.some(post => post.id === id);
  switch (row.kind) {
    case 'root':
      return true;
    case 'groups':
      return row.groups.some(group => has(group.posts));
    case 'group':
      return has(row.group.posts);
    case 'posts':
      return has(row.posts);
    case 'post':
      return row.post.id === id;
  }
}
