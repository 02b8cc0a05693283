import * as vscode from 'vscode';
import type { Group, Grouping } from '../core/grouping';
import { isProvisional, type Post } from '../core/post';
import { byline } from './postText';

const { l10n } = vscode;

/** A row of the Posts view. `id` says its place, so that selection and expansion survive a refresh. */
export type PostsRow =
  | {
      readonly kind: 'root';
      readonly id: string;
      readonly by: Grouping;
      readonly groups: number;
      readonly expanded: boolean;
    }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly parent?: PostsRow;
      readonly by: Grouping;
      readonly group: Group;
      readonly expanded: boolean;
    }
  /** A run of groups: those from A to C, or the rare ones. */
  | {
      readonly kind: 'groups';
      readonly id: string;
      readonly parent?: PostsRow;
      readonly by: Grouping;
      readonly label: string;
      readonly groups: readonly Group[];
    }
  /** Some posts of a group: those of a year. */
  | {
      readonly kind: 'posts';
      readonly id: string;
      readonly parent: PostsRow;
      readonly label: string;
      readonly posts: readonly Post[];
    }
  | { readonly kind: 'post'; readonly id: string; readonly parent: PostsRow; readonly post: Post };

const rootLabels: Record<Grouping, () => string> = {
  author: () => l10n.t('Authors'),
  topic: () => l10n.t('Topics'),
  publication: () => l10n.t('Publications'),
  year: () => l10n.t('Years'),
};

export const withoutLabels: Record<Grouping, () => string> = {
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

/** The tree item of a row; the tooltip of a post's comes later, from `tooltip`. */
export function treeItem(row: PostsRow): vscode.TreeItem {
  return treeItems[row.kind](row as never);
}

const treeItems: { [K in PostsRow['kind']]: (row: Row<K>) => vscode.TreeItem } = {
  root(row) {
    const label = rootLabels[row.by]();
    return Object.assign(new vscode.TreeItem(label, state(row)), {
      id: row.id,
      description: String(row.groups),
      contextValue: 'root',
      accessibilityInformation: { label: `${label}, ${row.groups}` },
    });
  },

  group(row) {
    const label = row.group.label || withoutLabels[row.by]();
    return Object.assign(
      new vscode.TreeItem(label, state(row)),
      counted(row.id, label, row.group.posts.length, icons[row.by]),
    );
  },

  groups({ id, label, groups }) {
    return Object.assign(
      new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed),
      counted(id, label, distinctPosts(groups), 'ellipsis'),
    );
  },

  posts({ id, label, posts }) {
    return Object.assign(
      new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed),
      counted(id, label, posts.length, icons.year),
    );
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

function state({ expanded }: { readonly expanded: boolean }): vscode.TreeItemCollapsibleState {
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
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
