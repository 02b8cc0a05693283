import * as vscode from 'vscode';
import type { Post } from '../../../core/post';
import { attempt } from '../../attempt';
import { setContext } from '../../setContext';
import type { CitingContext } from '../citing/context';

type Parts = Pick<CitingContext, 'library'>;

const commandId = '_byline.addCitedByKey';

/**
 * Adds posts that are being cited by key to the bibliography file of the document, in the background; does nothing
 * where the document has none. What goes wrong is told.
 */
export function addCitedByKey(
  { library }: Parts,
  document: vscode.TextDocument,
  posts: readonly Post[],
): void {
  attempt(library.log, async () => {
    const { addToBibliographyFile } = await import('../documentCommands');
    await addToBibliographyFile({ library }, document, posts);
  });
}

/** `addCitedByKey` as a command, for what VS Code runs once it is accepted, such as a completion. */
export function commandOfCitedByKey(document: vscode.TextDocument, posts: readonly Post[]): vscode.Command {
  const keys = posts.map(({ id }) => id);
  return { command: commandId, title: '', arguments: [String(document.uri), ...keys] };
}

export function registerCitedByKey(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(commandId, (uri: unknown, ...keys: unknown[]) => {
    const document = vscode.workspace.textDocuments.find(open => String(open.uri) === uri);
    const posts = keys.flatMap(key => parts.library.post(String(key)) ?? []);
    if (!document || posts.length === 0) return;
    setContext('byline.hasCited', true);
    addCitedByKey(parts, document, posts);
  });
}
