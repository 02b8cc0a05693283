import * as vscode from 'vscode';
import type { Cited, CiteRequest } from '../../core/citation';
import type { CslCite } from '../../core/csl';
import { joinEdits } from '../../core/document/joinEdits';
import type { Post } from '../../core/post';
import { wayOfCiting } from '../commands/citing/wayOfCiting';
import { addCitedByKey } from '../commands/documents/citedByKey';
import type { AnalysedDocuments } from './analysedDocuments';
import { rangeIn } from './placesOf';
import type { LanguageParts } from './registerLanguages';

/** The kind of what is pasted or dropped, for `editor.pasteAs.preferences` and `editor.dropIntoEditor.preferences`. */
export const citationKind = vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'citation');

/** What citing works with. */
export type CitingParts = Pick<LanguageParts, 'library' | 'known' | 'styles'>;

/** What a pasted or dropped citation writes. */
export interface CitationEdit {
  readonly document: vscode.TextDocument;
  readonly additionalEdit: vscode.WorkspaceEdit;
  /** What it cites by key, which the bibliography file of the document has to have. */
  readonly citedByKey: readonly Post[];
}

/**
 * What citing posts side by side comes to, as the settings have it; in a citation of known posts it adds to that.
 * `undefined` where it has them all, and where the citation style can't be used, which the log tells.
 */
export async function citationEdit(
  document: vscode.TextDocument,
  cites: readonly CslCite[],
  selections: CiteRequest['selections'],
  parts: CitingParts,
  documents: AnalysedDocuments,
): Promise<CitationEdit | undefined> {
  const { library, known } = parts;
  const { appendSeveral, citeSeveral, clusterAt } = await import('../../core/citation');
  try {
    const posts = await known.load();
    const way = await wayOfCiting(parts, document.uri, () => documents.load(document));
    const analysis = await documents.load(document);
    if (!analysis) return undefined;
    const [first, ...others] = selections;
    const isCursor = first && others.length === 0 && first.start === first.end;
    const { csl, cited, wording } = way;
    const styled = csl && { csl, ...(cited && { cited }) };
    const cluster = isCursor ? clusterAt(analysis, first.start, posts, styled, wording) : undefined;
    const steps = cluster
      ? appendSeveral({ ...way, analysis, cluster, cites, known: posts })
      : citeSeveral({ ...way, document: analysis.text, dialect: analysis.dialect, cites, selections });
    if (steps.every(({ edits }) => edits.length === 0)) return undefined;
    const isByKey = (cluster ?? way).format === 'pandoc';
    return {
      document,
      additionalEdit: workspaceEdit(document, steps),
      // As the library has them: the address that is cited may lead to a place in the page.
      citedByKey: isByKey ? cites.map(({ post }) => posts.byId(post.id) ?? post) : [],
    };
  } catch (error) {
    library.log.warn(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** To be called with the one edit of those offered that VS Code is about to apply. */
export function chosen<T extends CitationEdit>(edit: T, parts: CitingParts): T {
  if (edit.citedByKey.length > 0) addCitedByKey(parts, edit.document, edit.citedByKey);
  return edit;
}

/** Leaves the cursors behind the citations. */
function workspaceEdit(document: vscode.TextDocument, steps: readonly Cited[]): vscode.WorkspaceEdit {
  const carets = steps.at(-1)?.carets ?? [];
  let moved = 0;
  const edits = joinEdits(steps.map(({ edits }) => edits)).map(edit => {
    const from = edit.start + moved;
    moved += edit.text.length - (edit.end - edit.start);
    const range = rangeIn(document, edit);
    const inside = carets.map(caret => caret - from).filter(caret => caret >= 0 && caret <= edit.text.length);
    if (inside.length === 0) return vscode.TextEdit.replace(range, edit.text);
    const snippet = new vscode.SnippetString();
    let end = 0;
    for (const caret of inside) {
      snippet.appendText(edit.text.slice(end, caret)).appendTabstop(0);
      end = caret;
    }
    return new vscode.SnippetTextEdit(range, snippet.appendText(edit.text.slice(end)));
  });
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.set(document.uri, edits);
  return workspaceEdit;
}
