import * as vscode from 'vscode';
import { type Group, type Grouping, gatherRare, groupPosts } from '../core/grouping';
import type { Post } from '../core/post';
import type { OpenLibrary } from './openLibrary';
import { byline, isProvisional, tooltip } from './postText';
import { settings } from './settings';

const { l10n } = vscode;

/** A row of the Posts view. `id` says its place, so that selection and expansion survive a refresh. */
export type PostsRow =
  | { readonly kind: 'root'; readonly id: string; readonly by: Grouping; readonly groups: number }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly parent?: PostsRow;
      readonly by: Grouping;
      readonly group: Group;
    }
  | {
      readonly kind: 'rare';
      readonly id: string;
      readonly parent?: PostsRow;
      readonly by: Grouping;
      readonly groups: readonly Group[];
    }
  | { readonly kind: 'post'; readonly id: string; readonly parent: PostsRow; readonly post: Post };

/** Groups with a single post are gathered under “Other” once a root has more topics than this. */
const rareTopics = { keep: 12, minimum: 2 };

/** A root with more groups than this starts collapsed, so that the roots below it are in view. */
const manyGroups = 15;

/** The tree of the Posts view: roots (authors, topics, …), their groups, the groups' posts. */
export class PostsTree implements vscode.TreeDataProvider<PostsRow> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #posts: readonly Post[] = [];
  #groups = new Map<Grouping, Group[]>();

  constructor(readonly library: OpenLibrary) {}

  /** Shows these posts in place of the ones before. */
  show(posts: readonly Post[]): void {
    this.#posts = posts;
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
    return treeItems[row.kind](row as never);
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
    return groupBy.length === 1
      ? this.#groupRows(groupBy[0]!)
      : groupBy.map(by => ({
          kind: 'root',
          id: by,
          by,
          groups: this.#groupsOf(by).filter(group => group.key !== '').length,
        }));
  }

  #below(row: PostsRow): PostsRow[] {
    switch (row.kind) {
      case 'root':
        return this.#groupRows(row.by, row);
      case 'rare':
        return row.groups.map(group => groupRow(row.by, group, row));
      case 'group':
        return row.group.posts.map(post => ({ kind: 'post', id: `${row.id}/${post.id}`, parent: row, post }));
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
    const rows = common.map(group => groupRow(by, group, parent));
    return rare.length
      ? [...rows, { kind: 'rare', id: `${by}:rare`, by, groups: rare, ...(parent ? { parent } : {}) }]
      : rows;
  }
}

function groupRow(by: Grouping, group: Group, parent?: PostsRow): PostsRow {
  return { kind: 'group', id: `${by}/${group.key}`, by, group, ...(parent ? { parent } : {}) };
}

const rootLabels: Record<Grouping, () => string> = {
  author: () => l10n.t('Authors'),
  topic: () => l10n.t('Topics'),
  publication: () => l10n.t('Publications'),
  year: () => l10n.t('Years'),
};

const withoutLabels: Record<Grouping, () => string> = {
  author: () => l10n.t('No author'),
  topic: () => l10n.t('No topic'),
  publication: () => l10n.t('No publication'),
  year: () => l10n.t('Undated'),
};

const icons: Record<Grouping, string> = {
  author: 'person',
  topic: 'tag',
  publication: 'book',
  year: 'calendar',
};

type Row<K extends PostsRow['kind']> = Extract<PostsRow, { kind: K }>;

const treeItems: { [K in PostsRow['kind']]: (row: Row<K>) => vscode.TreeItem } = {
  root(row) {
    const label = rootLabels[row.by]();
    const state =
      row.groups > manyGroups
        ? vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.Expanded;
    return Object.assign(new vscode.TreeItem(label, state), {
      id: row.id,
      description: String(row.groups),
      contextValue: 'root',
      accessibilityInformation: { label: `${label}, ${row.groups}` },
    });
  },

  group(row) {
    const label = row.group.label || withoutLabels[row.by]();
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    return Object.assign(item, counted(row.id, label, row.group.posts.length, icons[row.by]));
  },

  rare(row) {
    const label = l10n.t('Other');
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    return Object.assign(item, counted(row.id, label, distinctPosts(row.groups), 'ellipsis'));
  },

  post(row) {
    const { post } = row;
    const item = new vscode.TreeItem(post.title);
    return Object.assign(item, {
      id: row.id,
      description: byline(post),
      iconPath: new vscode.ThemeIcon(isProvisional(post) ? 'edit' : 'note'),
      contextValue: [
        'post',
        ...(post.url ? ['address'] : []),
        ...(isProvisional(post) ? ['provisional'] : []),
      ].join(' '),
      accessibilityInformation: { label: [post.title, byline(post)].filter(Boolean).join(', ') },
    });
  },
};

function distinctPosts(groups: readonly Group[]): number {
  return new Set(groups.flatMap(group => group.posts)).size;
}

function counted(id: string, label: string, count: number, icon: string): Partial<vscode.TreeItem> {
  return {
    id,
    description: String(count),
    iconPath: new vscode.ThemeIcon(icon),
    contextValue: 'group',
    accessibilityInformation: {
      label: count === 1 ? l10n.t('{0}, 1 post', label) : l10n.t('{0}, {1} posts', label, count),
    },
  };
}
