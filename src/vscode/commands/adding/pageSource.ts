import * as vscode from 'vscode';
import { decodePage } from '../../../core/decode';
import type { LastEditor } from '../../lastEditor';

/** A page's text, and what to call it in messages. */
export interface PageText {
  readonly text: string;
  readonly source: string;
}

const { l10n } = vscode;

/** Asks where the page's text is, and reads it; `undefined` when the user gives up. */
export async function askForPage(lastEditor: LastEditor): Promise<PageText | undefined> {
  const { document, selectedText } = lastEditor;
  const choices: Choice[] = [
    {
      label: l10n.t('Clipboard'),
      iconPath: new vscode.ThemeIcon('clippy'),
      description: l10n.t('the text or HTML of the page, copied'),
      read: async () => ({ text: await vscode.env.clipboard.readText(), source: l10n.t('clipboard') }),
    },
    ...(document && selectedText ? [choice('selection', l10n.t('Selection'), selectedText, document)] : []),
    ...(document ? [choice('file-code', l10n.t('Active Editor'), document.getText(), document)] : []),
    {
      label: l10n.t('File…'),
      iconPath: new vscode.ThemeIcon('folder-opened'),
      description: l10n.t('a saved page, as text, HTML or Markdown'),
      read: readFile,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: l10n.t('Add Posts from Page'),
    placeHolder: l10n.t('Where is the page that lists the posts?'),
  });
  return chosen?.read();
}

interface Choice extends vscode.QuickPickItem {
  readonly read: () => Promise<PageText | undefined>;
}

function choice(icon: string, label: string, text: string, { uri }: vscode.TextDocument): Choice {
  return {
    label,
    iconPath: new vscode.ThemeIcon(icon),
    description: name(uri),
    read: async () => ({ text, source: name(uri) }),
  };
}

async function readFile(): Promise<PageText | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('A page that lists posts'),
      filters: {
        [l10n.t('Pages')]: ['txt', 'text', 'html', 'htm', 'md', 'markdown'],
        [l10n.t('All files')]: ['*'],
      },
    })) ?? [];
  return uri && { text: decodePage(await vscode.workspace.fs.readFile(uri)), source: name(uri) };
}

function name(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
