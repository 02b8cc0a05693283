import * as vscode from 'vscode';
import { dialectOfDocument } from '../languages/citingDocument';
import type { CitingContext } from './citing/context';
import { registerCitedByKey } from './documents/citedByKey';

type Commands = typeof import('./documentCommands');

/** The commands on a document's references and notes, and what is done when it is saved. */
export function registerDocuments(context: CitingContext): vscode.Disposable {
  const register = (name: string, run: (commands: Commands) => Promise<void>) =>
    vscode.commands.registerCommand(name, async () => run(await import('./documentCommands')));

  return vscode.Disposable.from(
    registerCitedByKey(context),
    register('byline.updateBibliography', ({ updateReferences }) => updateReferences(context)),
    register('byline.renumberFootnotes', ({ renumberNotes }) => renumberNotes(context)),
    register('byline.addToBibliographyFile', ({ addCitedPosts }) => addCitedPosts(context)),
    vscode.workspace.onWillSaveTextDocument(event => {
      const { document, reason } = event;
      // Whoever is typing is not to have the text changed under the cursor.
      if (reason === vscode.TextDocumentSaveReason.AfterDelay || !dialectOfDocument(document)) return;
      event.waitUntil(import('./documentCommands').then(({ editsOnSave }) => editsOnSave(context, document)));
    }),
  );
}
