import * as vscode from 'vscode';
import { unfitKeyText } from '../../../core/bibliography/faultText';
import { DocumentAnalysis } from '../../../core/document/documentAnalysis';
import type { Post } from '../../../core/post';
import { problemLine } from '../../../core/problemText';
import { allBibliographiesOf, bibliographiesOf } from '../../languages/bibliographiesOf';
import { dialectOfDocument } from '../../languages/citingDocument';
import { plainMessage, postCount } from '../../views/postText';
import type { CitingContext } from '../citing/context';
import { tellDone } from './editDocument';
import { offerEdit } from './unreadableKey';

const { l10n } = vscode;

/** Adds the posts that the last editor's document cites by key to its bibliography file. */
export async function addCitedPosts(context: CitingContext): Promise<void> {
  const { document } = context.lastEditor;
  if (!document) return;
  const { postsCitedByKey } = await import('../../../core/bibliography/addToBibliography');
  const analysis = new DocumentAnalysis(document.getText(), dialectOfDocument(document) ?? 'markdown');
  const posts = postsCitedByKey(analysis, await context.known.load());
  if (posts.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t('This document cites no post of the library by its key, as [@key].'),
    );
    return;
  }
  const added = await addToBibliographyFile(context, document, posts);
  if (added === 0) tellDone(l10n.t('The bibliography has all posts that are cited.'));
  if (added !== undefined) return;
  const { elsewhere } = await allBibliographiesOf(document.uri, document.getText(), context.library);
  if (elsewhere[0] !== undefined) {
    void vscode.window.showWarningMessage(
      plainMessage(
        l10n.t(
          'The bibliography {0} is not a file of the workspace, so Byline cannot write to it. Name such a file first in the document’s front matter, and the posts go there.',
          elsewhere[0],
        ),
      ),
    );
    return;
  }
  const open = l10n.t('Open Setting');
  const choice = await vscode.window.showInformationMessage(
    l10n.t(
      'Name the bibliography file in the document’s front matter (bibliography: references.bib), or for all documents in the setting byline.bibliographyFile.',
    ),
    open,
  );
  if (choice === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'byline.bibliographyFile');
  }
}

/**
 * Adds posts to the bibliography file of a document, and says so; those that it has stay as they are.
 * @returns how many were added, -1 when that failed, which is told; `undefined` when the document has no such file
 */
export async function addToBibliographyFile(
  { library }: Pick<CitingContext, 'library'>,
  document: vscode.TextDocument,
  posts: readonly Post[],
): Promise<number | undefined> {
  const files = await bibliographiesOf(document.uri, document.getText(), library);
  const [first] = files;
  if (!first) return undefined;
  const name = vscode.workspace.asRelativePath(first);
  const open = vscode.workspace.textDocuments.find(({ uri }) => String(uri) === String(first));
  if (open?.isDirty) {
    // Written behind its back, the two would have to be compared by hand.
    void vscode.window.showWarningMessage(
      plainMessage(
        l10n.t(
          'Nothing was added to {0}, as it has changes that are not saved. Save it, then run Add Cited Posts to Bibliography File.',
          name,
        ),
      ),
    );
    return -1;
  }
  const { addToBibliography } = await import('../../../core/bibliography/addToBibliography');
  const uris = files.map(String);
  const { added, unfit, problems } = await addToBibliography(uris, posts, library.fileSystemFor(first));
  const [problem] = problems;
  if (problem) {
    const line = problemLine({ ...problem, source: name }, l10n.t);
    void vscode.window.showWarningMessage(
      plainMessage(l10n.t('Nothing was added to the bibliography. {0}', line)),
    );
    return -1;
  }
  if (unfit[0]) void offerEdit(unfit[0], unfitKeyText(unfit[0].id, l10n.t));
  if (added.length > 0) tellDone(l10n.t('{0} added to {1}', postCount(added.length), name));
  return added.length === 0 && unfit.length > 0 ? -1 : added.length;
}
