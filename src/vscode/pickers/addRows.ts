import * as vscode from 'vscode';
import { parseUrl } from '../../core/parseUrl';
import type { Post } from '../../core/post';
import type { OpenLibrary } from '../library/openLibrary';
import { plainLabel } from '../views/postText';

const { l10n } = vscode;

/** A row that adds posts instead of being one. */
export interface AddRow extends vscode.QuickPickItem {
  readonly command: string;
  readonly given?: string;
}

/** What to do about the address that a query is; `undefined` where it is none. */
export function addressRow(query: string): AddRow | undefined {
  const address = query.trim();
  if (!/^https?:\/\/\S+$/i.test(address) || !parseUrl(address)) return undefined;
  return {
    label: plainLabel(address),
    iconPath: new vscode.ThemeIcon('globe'),
    description: l10n.t('Read and Add'),
    alwaysShow: true,
    command: 'byline.addSource',
    given: address,
  };
}

/** Where the posts of an empty library may come from. */
export function addRows(query: string): AddRow[] {
  const address = addressRow(query);
  const row = (icon: string, command: string, label: string, description: string): AddRow => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    description,
    alwaysShow: true,
    command,
  });
  return [
    ...(address ? [address] : []),
    row(
      'add',
      'byline.addSource',
      l10n.t('Add Source…'),
      l10n.t('a blog, a feed, a post, a folder or a bibliography'),
    ),
    row('clippy', 'byline.addPostsFromPage', l10n.t('Add Posts from Page…'), l10n.t('copied or saved')),
    row('beaker', 'byline.addSamplePosts', l10n.t('Add the Sample Posts'), l10n.t('to try everything')),
  ];
}

/** Runs what a row stands for; resolves with the posts that the library has since. */
export async function addBy({ command, given }: AddRow, library: OpenLibrary): Promise<readonly Post[]> {
  const before = new Set(library.posts.map(({ id }) => id));
  await vscode.commands.executeCommand(command, ...(given === undefined ? [] : [given]));
  return library.posts.filter(({ id }) => !before.has(id));
}
