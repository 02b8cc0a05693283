import * as vscode from 'vscode';
import type { CitationFormat } from '../../core/citation';
import type { TextEdit } from '../../core/document/textEdit';
import type { Post } from '../../core/post';
import { settings } from '../settings';

const { l10n } = vscode;

/**
 * Cites posts at every cursor of `editor`, as one step to undo; without an editor the citation goes to the
 * clipboard, and the status bar says so.
 */
export async function insertCitation(
  editor: vscode.TextEditor | undefined,
  posts: readonly Post[],
  format?: CitationFormat,
): Promise<void> {
  const { citationFormat, wording } = settings(editor?.document.uri);
  if (!editor) {
    await copyCitation(posts, format ?? citationFormat);
    return;
  }
  const { cite, citeAlso } = await import('../../core/citation');
  for (const [index, post] of posts.entries()) {
    const undoStops = { undoStopBefore: index === 0, undoStopAfter: index === posts.length - 1 };
    const { document } = editor;
    const selections = editor.selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    const { edits, carets } = (index === 0 ? cite : citeAlso)({
      document: document.getText(),
      post,
      format: format ?? citationFormat,
      wording,
      selections,
    });
    if (!(await apply(editor, edits, undoStops))) {
      void vscode.window.showErrorMessage(
        l10n.t(
          'The citation could not be written into {0}. Check that the document can be changed.',
          document.fileName,
        ),
      );
      return;
    }
    setCarets(editor, carets);
  }
  if (editor.viewColumn !== undefined) {
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  }
}

/** Puts the citations, and below them their definitions, on the clipboard. */
export async function copyCitation(
  posts: readonly Post[],
  format: CitationFormat,
  scope?: vscode.Uri,
): Promise<void> {
  const { joinCitations, renderCitation } = await import('../../core/citation');
  const { wording } = settings(scope);
  const citations = posts.map(post => renderCitation(post, format, { wording }));
  const texts = joinCitations(
    citations.map(({ text }) => text),
    format,
  );
  const definitions = citations.flatMap(({ definition }) => definition ?? []).join('\n');
  await vscode.env.clipboard.writeText(definitions ? `${texts}\n\n${definitions}\n` : texts);
  vscode.window.setStatusBarMessage(`$(clippy) ${l10n.t('Citation copied to the clipboard')}`, 5000);
}

function apply(
  editor: vscode.TextEditor,
  edits: readonly TextEdit[],
  undoStops: { undoStopBefore: boolean; undoStopAfter: boolean },
): Thenable<boolean> {
  const { document } = editor;
  return editor.edit(builder => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  }, undoStops);
}

function setCarets(editor: vscode.TextEditor, carets: readonly number[]): void {
  editor.selections = carets.map(caret => {
    const position = editor.document.positionAt(caret);
    return new vscode.Selection(position, position);
  });
}
