import * as vscode from 'vscode';
import type { CitationFormat, Cited } from '../../../core/citation';
import type { CslCite } from '../../../core/csl';
import type { TextEdit } from '../../../core/document/textEdit';
import type { Post } from '../../../core/post';
import { attempt } from '../../attempt';
import { setContext } from '../../setContext';
import { addCitedByKey } from '../documents/citedByKey';
import { tellUnreadableKey } from '../documents/unreadableKey';
import { CitingPlace } from './citingPlace';
import type { CitingContext } from './context';
import { noteRecent } from './recentPosts';
import { warnOfProvisional } from './warnOfProvisional';
import { tellOfStyle } from './wayOfCiting';

const { l10n } = vscode;

/**
 * Cites posts side by side at every cursor of the last editor, as one step to undo; without an editor the citation
 * goes to the clipboard, and the status bar says so.
 * @param format other than the settings have it
 */
export async function insertCites(
  context: CitingContext,
  cites: readonly CslCite[],
  format?: CitationFormat,
): Promise<void> {
  const editor = await context.lastEditor.show();
  const plan = await planned(new CitingPlace(context, editor), cites, format);
  const posts = cites.map(({ post }) => post);
  if (!plan || (plan.format === 'pandoc' && tellUnreadableKey(posts))) return;
  if (!editor) await copyText(plan.written);
  else if (!(await applySteps(editor, plan.steps))) return;
  setContext('byline.hasCited', true);
  await noteRecent(context, posts);
  attempt(context.library.log, () => warnOfProvisional(posts));
  if (editor && plan.format === 'pandoc') addCitedByKey(context, editor.document, posts);
}

export const insertPosts = (context: CitingContext, posts: readonly Post[], format?: CitationFormat) =>
  insertCites(
    context,
    posts.map(post => ({ post })),
    format,
  );

/** Puts the citations, and below them their definitions, on the clipboard. */
export async function copyPosts(
  context: CitingContext,
  posts: readonly Post[],
  format?: CitationFormat,
): Promise<void> {
  if (posts.length === 0) return;
  const cites = posts.map(post => ({ post }));
  const { uri } = context.lastEditor.document ?? {};
  const plan = await planned(new CitingPlace(context, undefined, uri), cites, format);
  if (!plan || (plan.format === 'pandoc' && tellUnreadableKey(posts))) return;
  await copyText(plan.written);
  attempt(context.library.log, () => warnOfProvisional(posts));
}

/** `undefined` when the citation style can't be used, which is told. */
async function planned(place: CitingPlace, cites: readonly CslCite[], format?: CitationFormat) {
  try {
    return await place.plan(cites, format);
  } catch (error) {
    place.context.library.log.error(error instanceof Error ? error : String(error));
    void tellOfStyle(error);
    return undefined;
  }
}

async function copyText({
  citation,
  definitions,
}: {
  readonly citation: string;
  readonly definitions: readonly string[];
}): Promise<void> {
  await vscode.env.clipboard.writeText(
    definitions.length > 0 ? `${citation}\n\n${definitions.join('\n')}\n` : citation,
  );
  vscode.window.setStatusBarMessage(l10n.t('Citation copied to the clipboard'), 5000);
}

/** @returns false when the document can't be changed, which is told */
export async function applySteps(editor: vscode.TextEditor, steps: readonly Cited[]): Promise<boolean> {
  const { document } = editor;
  for (const [index, { edits, carets }] of steps.entries()) {
    const undoStops = { undoStopBefore: index === 0, undoStopAfter: index === steps.length - 1 };
    if (edits.length > 0 && !(await apply(editor, edits, undoStops))) {
      void vscode.window.showErrorMessage(
        l10n.t(
          'The citation could not be written into {0}. Check that the document can be changed.',
          vscode.workspace.asRelativePath(document.uri),
        ),
      );
      return false;
    }
    if (carets.length === 0) continue;
    editor.selections = carets.map(caret => {
      const position = document.positionAt(caret);
      return new vscode.Selection(position, position);
    });
  }
  // A cell of a notebook keeps the focus by itself, and would open beside as a document of its own.
  if (editor.viewColumn !== undefined && document.uri.scheme !== 'vscode-notebook-cell') {
    await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn });
  }
  return true;
}

/** @returns false when nothing was written, as an editor that is read-only does without saying so */
async function apply(
  editor: vscode.TextEditor,
  edits: readonly TextEdit[],
  undoStops: { undoStopBefore: boolean; undoStopAfter: boolean },
): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  const isDone = await editor.edit(builder => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  }, undoStops);
  return isDone && document.version !== version;
}
