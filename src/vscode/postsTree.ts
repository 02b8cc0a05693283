import * as vscode from 'vscode';
import { type Group, type Grouping, gatherRare, groupPosts } from '../core/grouping';
import type { Post } from '../core/post';
import type { OpenLibrary } from './openLibrary';
import { type PostsRow, treeItem } from './postsRow';
import { tooltip } from './postText';
import { settings } from './settings';

/** Groups with a single post are gathered under “Other” once a root has more topics than this. */
const rareTopics = { keep: 12, minimum: 2 };

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
    const [root] = this.#roots();
    const parents = root?.kind === 'root' ? this.#below(root) : this.#roots();
    const all = parents.flatMap(parent => (parent.kind === 'rare' ? this.#below(parent) : [parent]));
    return all
      .filter(parent => parent.kind === 'group' && parent.group.posts.some(post => post.id === id))
      .flatMap(parent => this.#below(parent))
      .find(row => row.kind === 'post' && row.post.id === id);
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
      case 'rare':
        return row.groups.map(group => this.#group(row.by, group, row));
      case 'group':
        return row.group.posts.map(post => ({
          kind: 'post',
          id: `${row.id}/${encodeURIComponent(post.id)}`,
          parent: row,
          post,
        }));
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
    const { common, rare } = by === 'topic' ? gatherRare(groups, rareTopics) : { common: groups, rare: [] };
    const rows = common.map(group => this.#group(by, group, parent));
    return rare.length
      ? [
          ...rows,
          { kind: 'rare', id: this.#id(`${by}:rare`), by, groups: rare, ...(parent ? { parent } : {}) },
        ]
      : rows;
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
