import * as vscode from 'vscode';
import { parseUrl } from '../../../core/parseUrl';
import type { Source } from '../../../core/sources/source';
import { libraryPlace } from '../../settings';
import { plainLabel } from '../../views/postText';

const { l10n } = vscode;

/** Where posts are to come from, as far as the user has said. */
export type Place =
  | { readonly kind: 'address'; readonly address: string }
  | OutlinePlace
  | (Source & { readonly kind: 'folder' | 'bibliography' });

/** A list of feeds, which can be followed or taken as it is. */
export interface OutlinePlace {
  readonly kind: 'outline';
  readonly uri: vscode.Uri;
  readonly location: string;
}

interface Row extends vscode.QuickPickItem {
  readonly place: () => Promise<Place | undefined>;
}

/** Asks for an address, which can be typed or pasted at once, a folder or a file. */
export async function askForPlace(): Promise<Place | undefined> {
  const copied = (await vscode.env.clipboard.readText()).trim();
  const rows = [
    ...(isAddress(copied) ? [addressRow(copied, l10n.t('from the clipboard'))] : []),
    ...localRows(),
  ];
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = l10n.t('Add Source');
  picker.placeholder = l10n.t('Address of a blog, feed or post; or choose below');
  // The address may have to be fetched from elsewhere first.
  picker.ignoreFocusOut = true;
  picker.items = rows;
  picker.onDidChangeValue(value => {
    const typed = value.trim();
    picker.items = typed ? [{ ...addressRow(typed), alwaysShow: true }, ...localRows()] : rows;
  });
  const chosen = await new Promise<Row | undefined>(resolve => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]));
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return chosen?.place();
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && parseUrl(text) !== undefined;
}

function addressRow(address: string, description?: string): Row {
  return {
    label: plainLabel(address),
    iconPath: new vscode.ThemeIcon('globe'),
    description: description ?? l10n.t('feed, page that lists posts, or post'),
    place: async () => ({ kind: 'address', address }),
  };
}

function localRows(): Row[] {
  return [
    {
      label: l10n.t('Folder…'),
      iconPath: new vscode.ThemeIcon('folder'),
      description: l10n.t('Markdown posts with front matter'),
      place: askForFolder,
    },
    {
      label: l10n.t('File…'),
      iconPath: new vscode.ThemeIcon('book'),
      description: l10n.t('bibliography (CSL-JSON, CSL-YAML, BibTeX, RIS) or OPML'),
      place: askForFile,
    },
  ];
}

async function askForFolder(): Promise<Place | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('A folder of Markdown posts'),
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t('Add'),
    })) ?? [];
  return uri && folderAt(uri);
}

async function askForFile(): Promise<Place | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('A bibliography or a list of feeds'),
      filters: {
        [l10n.t('Bibliographies and OPML')]: ['json', 'bib', 'yaml', 'yml', 'ris', 'opml', 'xml'],
        [l10n.t('All files')]: ['*'],
      },
      openLabel: l10n.t('Add'),
    })) ?? [];
  return uri && fileAt(uri);
}

/** What a folder or file can be added as. */
export async function placeAt(uri: vscode.Uri): Promise<Place> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return type & vscode.FileType.Directory ? folderAt(uri) : fileAt(uri);
}

function folderAt(uri: vscode.Uri): Place {
  return { kind: 'folder', location: pathOf(uri) };
}

function fileAt(uri: vscode.Uri): Place {
  return /\.(?:opml|xml)$/i.test(uri.path)
    ? { kind: 'outline', uri, location: pathOf(uri) }
    : { kind: 'bibliography', location: pathOf(uri) };
}

/** In a workspace's own list relative where it can be, so that it holds on other computers too. */
function pathOf(uri: vscode.Uri): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const isShared = libraryPlace() === 'workspaceValue';
  if (isShared && folder?.scheme === uri.scheme && folder.authority === uri.authority) {
    if (uri.path === folder.path) return '.';
    const start = folder.path.replace(/\/?$/, '/');
    if (uri.path.startsWith(start)) return uri.path.slice(start.length);
  }
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}
