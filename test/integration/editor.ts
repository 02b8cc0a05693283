import * as vscode from 'vscode';
import { formatCslJson } from '../../src/core/formats/cslJson';
import { readLibrary } from '../../src/core/library/libraryFile';
import type { Post } from '../../src/core/post';
import { makePost } from '../fakes';

/** What the tests do in the editor, through what a user or another extension could call. */

export function post(fields: Partial<Post> & { readonly id: string }): Post {
  return makePost({ author: [{ family: 'Lee', given: 'Ann' }], ...fields });
}

/** Makes these posts the library of the workspace. */
export async function useLibrary(posts: readonly Post[]): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const uri = vscode.Uri.joinPath(folder, `library-${Date.now()}.json`);
  await writeLibrary(uri, posts);
  await inWorkspace('libraryFile', uri.path.slice(folder.path.length + 1));
  return uri;
}

export async function writeLibrary(uri: vscode.Uri, posts: readonly Post[]): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(formatCslJson(posts)));
}

/** Sets a setting of Byline for the workspace; `undefined` brings back the default. */
export async function inWorkspace(setting: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('byline')
    .update(setting, value, vscode.ConfigurationTarget.Workspace);
}

/** Opens a Markdown document with cursors at [line, character], both from 0. */
export async function openDocument(
  content: string,
  cursors: readonly (readonly [number, number])[],
): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  const editor = await vscode.window.showTextDocument(document);
  if (lines(document.getText()) !== lines(content)) {
    // VS Code may begin a new document with the backup of one of the same name that was closed just before.
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit(builder => builder.replace(all, content));
  }
  if (content.includes('\r\n')) {
    await editor.edit(builder => builder.setEndOfLine(vscode.EndOfLine.CRLF));
  }
  editor.selections = cursors.map(
    ([line, character]) => new vscode.Selection(line, character, line, character),
  );
  return editor;
}

const lines = (text: string) => text.replaceAll('\r\n', '\n');

export async function insert({ id }: Post): Promise<void> {
  await vscode.commands.executeCommand('byline.insertCitation', { id });
}

export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** Waits until `condition` gives something, for at most thirty seconds. */
export async function eventually<T>(
  condition: () => T | undefined | false | PromiseLike<T | undefined | false>,
  what: string,
): Promise<T> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const value = await condition();
    if (value) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** Sets a setting of Byline for the user; `undefined` brings back the default. */
export async function forUser(setting: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('byline').update(setting, value, vscode.ConfigurationTarget.Global);
}

/** The posts of a library file as it is now. */
export async function readPosts(uri: vscode.Uri): Promise<readonly Post[]> {
  return readLibrary(await vscode.workspace.fs.readFile(uri), uri.path).posts;
}
