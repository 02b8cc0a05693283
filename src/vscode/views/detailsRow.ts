import * as vscode from 'vscode';
import type { Post } from '../../core/post';

const { l10n } = vscode;

/** What of a post can be changed in its details. */
export type EditableFact = (typeof editableFacts)[number];
export const editableFacts = [
  'title',
  'author',
  'issued',
  'containerTitle',
  'url',
  'keywords',
  'abstract',
  'note',
  'accessed',
  'id',
] as const;

/** A row of the details. Menus look at `contextValue`, commands take `post`: the one that the row is about. */
export interface DetailsRow {
  /** The same for the next post, so that focus and what is open stay. */
  readonly id: string;
  readonly kind: 'fact' | 'missing' | 'from' | 'source' | 'citedIn' | 'file' | 'place' | 'related' | 'post';
  readonly post: Post;
  readonly parent?: DetailsRow;
  readonly label: string | vscode.TreeItemLabel;
  readonly value: string;
  readonly icon?: string;
  readonly contextValue: string;
  /** Shown on hover in place of label and value. */
  readonly tooltip?: string;
  /** Whether it starts open; `undefined` of one with nothing below. */
  readonly isOpen?: boolean;
  /** Of a fact. */
  readonly fact?: EditableFact;
  /** Of a file or a place in it. */
  readonly uri?: vscode.Uri;
  readonly command?: vscode.Command;
}

export function detailsItem(row: DetailsRow): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const { id, kind, label, value, icon, contextValue, isOpen, uri, command } = row;
  const state = isOpen === undefined ? None : isOpen ? Expanded : Collapsed;
  const text = typeof label === 'string' ? label : label.label;
  const spoken = kind === 'fact' || kind === 'missing' ? `${text}: ${value}` : `${text}, ${value}`;
  return Object.assign(new vscode.TreeItem(label, state), {
    id,
    description: value.replace(/\s+/g, ' '),
    tooltip: row.tooltip ?? (kind === 'fact' ? value : `${text}\n${value}`.trim()),
    contextValue,
    accessibilityInformation: { label: value ? spoken : text },
    ...(icon && { iconPath: new vscode.ThemeIcon(icon) }),
    ...(kind === 'file' && { resourceUri: uri, iconPath: vscode.ThemeIcon.File }),
    ...(command && { command }),
  });
}

/** How the facts of a post are called. */
export const factNames: Record<EditableFact, () => string> = {
  title: () => l10n.t('Title'),
  author: () => l10n.t('Authors'),
  issued: () => l10n.t('Date'),
  containerTitle: () => l10n.t('Publication'),
  url: () => l10n.t('Address'),
  keywords: () => l10n.t('Topics'),
  abstract: () => l10n.t('Excerpt'),
  note: () => l10n.t('Note'),
  accessed: () => l10n.t('Accessed'),
  id: () => l10n.t('Citation key'),
};
