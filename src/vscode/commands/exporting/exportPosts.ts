import * as vscode from 'vscode';
import {
  type Exported,
  type ExportFormat,
  exporting,
  exportName,
  extensions,
  type Section,
} from '../../../core/exporting';
import type { Post } from '../../../core/post';
import { runSliced } from '../../../core/sliced';
import { pathUri } from '../../settings';
import { plainMessage, postCount } from '../../views/postText';
import { feedCount } from '../../views/sourceText';
import type { ExportContext } from '../registerExport';
import { chooseFormat, choosePlace, type ExportPlace } from './exportChoices';
import { type Chosen, exportedPosts, postsOfRows } from './exportedPosts';

const { l10n } = vscode;

/** Exports what arguments say, or all that the Posts view shows. */
export const exportPosts = async (context: ExportContext, given: unknown): Promise<number | undefined> =>
  exportChosen(context, await exportedPosts(context, given));

/** Exports the posts of rows: the row clicked, then all that are selected. */
export const exportRows = async (
  context: ExportContext,
  [clicked, all]: readonly unknown[],
): Promise<number | undefined> =>
  exportChosen(context, await postsOfRows(Array.isArray(all) && all.length > 0 ? all : [clicked], context));

/**
 * Exports posts into a file, the clipboard or a new document; asks for what is not given.
 * @returns how many posts were exported; `undefined` when the user gave it up, or there are none
 */
async function exportChosen(context: ExportContext, chosen: Chosen): Promise<number | undefined> {
  if (chosen.posts.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('There are no posts to export.'));
    return undefined;
  }
  const format = chosen.format ?? (await chooseFormat(chosen.posts.length));
  if (!format) return undefined;
  const place = await placeOf(chosen, format, context);
  if (!place) return undefined;
  const exported = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Window,
      title: l10n.t('Exporting {0}', postCount(chosen.posts.length)),
    },
    () => written(chosen, format, context),
  );
  if (exported.feeds === 0) {
    void vscode.window.showWarningMessage(
      l10n.t('None of these posts came from a feed that is among your sources, so there is no outline.'),
    );
    return undefined;
  }
  await put(exported.text, format, place);
  tell(chosen.posts, exported, place);
  return chosen.posts.length - exported.left.length;
}

async function placeOf(
  { posts, title, uri, to }: Chosen,
  format: ExportFormat,
  { home }: ExportContext,
): Promise<ExportPlace | undefined> {
  if (uri !== undefined) return fileOf(uri);
  if (to !== undefined) return to;
  return choosePlace(posts.length, exportName(title, format), extensions[format], home);
}

/** @param uri also a path, absolute or relative to the first workspace folder */
function fileOf(uri: string): vscode.Uri {
  const file = /^[a-z][a-z\d+.-]+:/i.test(uri) ? vscode.Uri.parse(uri, true) : pathUri(uri);
  if (!file) throw new Error(l10n.t('“{0}” is relative, and no folder is open.', uri));
  return file;
}

async function written(
  { posts, title, sections }: Chosen,
  format: ExportFormat,
  { sources }: ExportContext,
): Promise<Exported> {
  if (format === 'opml') await sources.load();
  const known = format === 'opml' ? (sources.opened?.sources.known ?? []) : [];
  const parts: readonly Section[] | undefined = format === 'markdown' ? await sections?.() : undefined;
  return runSliced(
    exporting({
      posts,
      format,
      title,
      ...(parts && { sections: parts }),
      sources: known.map(({ source, state }) => {
        const name = source.name ?? state.title;
        return { ...source, ...(name && { name }) };
      }),
    }),
  );
}

async function put(text: string, format: ExportFormat, place: ExportPlace): Promise<void> {
  if (place === 'clipboard') return vscode.env.clipboard.writeText(text);
  if (place !== 'document') return vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument({ language: languages[format], content: text });
  await vscode.window.showTextDocument(document);
}

/** As VS Code and the extensions for these formats call them; plain text where there is none. */
const languages: Readonly<Record<ExportFormat, string>> = {
  'csl-json': 'json',
  bibtex: 'bibtex',
  ris: 'plaintext',
  opml: 'xml',
  markdown: 'markdown',
};

function tell(posts: readonly Post[], { left, renamed, feeds }: Exported, place: ExportPlace): void {
  const what = feeds === undefined ? postCount(posts.length) : feedCount(feeds);
  const done =
    place === 'clipboard'
      ? l10n.t('Copied {0}.', what)
      : place === 'document'
        ? l10n.t('Exported {0}.', what)
        : l10n.t('Exported {0} to {1}.', what, vscode.workspace.asRelativePath(place));
  const notes = [
    ...(left.length > 0
      ? [l10n.t('Left out, as no feed of theirs is known: {0}.', postCount(left.length))]
      : []),
    ...(renamed.length > 0
      ? [l10n.t('BibTeX cannot hold the keys of {0}, so they have others there.', postCount(renamed.length))]
      : []),
  ];
  const message = plainMessage([done, ...notes].join(' '));
  if (typeof place === 'string') void vscode.window.showInformationMessage(message);
  else void offerToOpen(message, place);
}

async function offerToOpen(message: string, file: vscode.Uri): Promise<void> {
  const open = l10n.t('Open');
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.window.showTextDocument(file);
  }
}
