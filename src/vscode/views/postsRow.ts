import * as vscode from 'vscode';
import type { Branch } from '../../core/grouping/branches';
import type { Group, Grouping } from '../../core/grouping/grouping';
import { isProvisional, type Post } from '../../core/post';
import type { FieldMatch } from '../../core/search';
import { numberText } from '../numberText';
import { between, byline } from './postText';

const { l10n } = vscode;

/** A row of the Posts view: one object for one `id` for as long as VS Code knows it, with what it shows now. */
export type PostsRow = PostRow | BranchRow;

interface Place {
  /** Says the place, so that selection and expansion survive a refresh. */
  readonly id: string;
  readonly parent: PostsRow | undefined;
}

export interface PostRow extends Place {
  readonly kind: 'post';
  readonly post: Post;
}

/** What a row shows that has posts below it. */
export interface BranchLook {
  readonly label: string;
  /** How many posts are below; of a root how many groups, `undefined` while that is not known. */
  readonly count: number | undefined;
  /** Whether it is open when it is first shown. */
  readonly expanded: boolean;
  /** Of a `ThemeIcon`; a root has none. */
  readonly icon?: string | undefined;
  /** For the menus of the manifest. */
  readonly contextValue: string;
}

export type BranchRow = Place & BranchLook & Below;

type Below =
  | { readonly kind: 'root'; readonly by: Grouping }
  | { readonly kind: 'group'; readonly by: Grouping; readonly group: Group }
  /** A run of groups: those from A to C, or the rare ones. */
  | { readonly kind: 'groups'; readonly by: Grouping; readonly branches: readonly Branch[] }
  /** Some posts of a group: those of a year. */
  | { readonly kind: 'posts'; readonly posts: readonly Post[] }
  /** As the last window left it, until the library is read. */
  | { readonly kind: 'summary' };

/** Whether both rows show the same; what is below them aside. */
export function looksSame(a: PostsRow, b: PostsRow): boolean {
  if (a.kind === 'post') {
    return b.kind === 'post' && a.post === b.post;
  }
  return (
    b.kind !== 'post' &&
    a.label === b.label &&
    a.count === b.count &&
    a.icon === b.icon &&
    a.contextValue === b.contextValue
  );
}

/** The tree item of a row; the tooltip of a post's comes later, from `tooltip`. */
export function treeItem(
  row: PostsRow,
  matches: readonly FieldMatch[] = [],
  expanded = row.kind !== 'post' && row.expanded,
): vscode.TreeItem {
  return row.kind === 'post' ? postItem(row, matches) : branchItem(row, matches, expanded);
}

function branchItem(row: BranchRow, matches: readonly FieldMatch[], expanded: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const { id, label, contextValue, icon } = row;
  const item = new vscode.TreeItem(marked(label, matches), expanded ? Expanded : Collapsed);
  return Object.assign(item, {
    id,
    description: row.count === undefined ? '' : numberText(row.count),
    contextValue,
    ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
    accessibilityInformation: { label: spoken(row) },
  });
}

function spoken({ icon, label, count }: BranchLook): string {
  const number = count === undefined ? undefined : numberText(count);
  if (number === undefined) {
    return label;
  }
  return icon === undefined
    ? `${label}, ${number}`
    : count === 1
      ? l10n.t('{0}, 1 post', label)
      : l10n.t('{0}, {1} posts', label, number);
}

function postItem({ id, post }: PostRow, matches: readonly FieldMatch[]): vscode.TreeItem {
  const item = new vscode.TreeItem(marked(post.title, matches));
  return Object.assign(item, {
    id,
    description: byline(post),
    iconPath: new vscode.ThemeIcon(isProvisional(post) ? 'edit' : 'note'),
    contextValue: [
      'post',
      ...(post.url ? ['address'] : []),
      ...(isProvisional(post) ? ['provisional'] : []),
    ].join(' '),
    accessibilityInformation: { label: spokenPost(post) },
  });
}

function spokenPost(post: Post): string {
  return [post.title, byline(post, between.heard)].filter(Boolean).join(between.heard);
}

function marked(label: string, matches: readonly FieldMatch[]): string | vscode.TreeItemLabel {
  const highlights = matches
    .filter(({ text }) => text === label)
    .flatMap(({ ranges }) => ranges.map(([start, end]): [number, number] => [start, end]));
  return highlights.length ? { label, highlights } : label;
}
