import * as vscode from 'vscode';

/**
 * The text editor to write into: the active one, or the one that was active last and still shows. Editors for
 * output and for what can't be written don't count.
 */
export class LastEditor implements vscode.Disposable {
  #last = vscode.window.activeTextEditor;
  readonly #listener = vscode.window.onDidChangeActiveTextEditor(editor => {
    if (editor && canWrite(editor)) {
      this.#last = editor;
    }
  });

  get current(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active && canWrite(active)) {
      return active;
    }
    const last = this.#last;
    return last && vscode.window.visibleTextEditors.find(editor => editor.document === last.document);
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

function canWrite(editor: vscode.TextEditor): boolean {
  const { scheme } = editor.document.uri;
  return scheme !== 'output' && vscode.workspace.fs.isWritableFileSystem(scheme) !== false;
}
