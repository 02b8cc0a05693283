import * as vscode from 'vscode';
import type { exportPlaces } from '../../../core/commandArguments';
import { type ExportFormat, exportFormats } from '../../../core/exporting';
import { postCount } from '../../views/postText';

const { l10n } = vscode;

/** A file, or where else a text can go. */
export type ExportPlace = vscode.Uri | (typeof exportPlaces)[number];

const title = (posts: number) => l10n.t('Export {0}', postCount(posts));

/** @param posts how many there are, which is said before anything is written */
export async function chooseFormat(posts: number): Promise<ExportFormat | undefined> {
  const texts: Readonly<Record<ExportFormat, { label: string; detail: string }>> = {
    'csl-json': {
      label: 'CSL-JSON',
      detail: l10n.t('For Pandoc, Quarto, Zotero and other libraries of Byline'),
    },
    bibtex: { label: 'BibTeX', detail: l10n.t('BibLaTeX, for LaTeX and reference managers') },
    ris: { label: 'RIS', detail: l10n.t('For reference managers such as EndNote') },
    opml: { label: 'OPML', detail: l10n.t('The feeds that the posts came from, for feed readers') },
    markdown: { label: 'Markdown', detail: l10n.t('A reading list, in the groups of the view') },
  };
  const rows = exportFormats.map(format => ({ ...texts[format], format }));
  const placeHolder = l10n.t('The format');
  return (await vscode.window.showQuickPick(rows, { title: title(posts), placeHolder, matchOnDetail: true }))
    ?.format;
}

export async function choosePlace(
  posts: number,
  name: string,
  extension: string,
  home: vscode.Uri | undefined,
): Promise<ExportPlace | undefined> {
  const rows = [
    { label: l10n.t('File…'), iconPath: new vscode.ThemeIcon('save'), to: 'file' as const },
    { label: l10n.t('New Document'), iconPath: new vscode.ThemeIcon('new-file'), to: 'document' as const },
    { label: l10n.t('Clipboard'), iconPath: new vscode.ThemeIcon('copy'), to: 'clipboard' as const },
  ];
  const placeHolder = l10n.t('Where to');
  const picked = await vscode.window.showQuickPick(rows, { title: title(posts), placeHolder });
  if (picked?.to !== 'file') return picked?.to;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? home;
  return vscode.window.showSaveDialog({
    title: title(posts),
    saveLabel: l10n.t('Export'),
    filters: { [extension.toUpperCase()]: [extension] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}
