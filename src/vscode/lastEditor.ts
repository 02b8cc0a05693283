import * as vscode from 'vscode';

/**
 * The text editor to write into: the active one, or the one that was active last, as long as its tab is open.
 * Editors for output and for what can't be written don't count.
 */
export class LastEditor implements vscode.Disposable {
  #last = writable(vscode.window.activeTextEditor);
  readonly #listener = vscode.window.onDidChangeActiveTextEditor(editor => {
    this.#last = writable(editor) ?? this.#last;
  });

  /** The editor to write into; another tab may cover it. */
  get editor(): vscode.TextEditor | undefined {
    return writable(vscode.window.activeTextEditor) ?? this.#inOpenTab();
  }

  /** The document to write into. */
  get document(): vscode.TextDocument | undefined {
    return this.editor?.document;
  }

  /** The text that is selected there; empty for none. */
  get selectedText(): string {
    const { editor } = this;
    return editor?.document.getText(editor.selection) ?? '';
  }

  /** The editor to write into, brought to the front when another tab, such as a preview, covers it. */
  async show(): Promise<vscode.TextEditor | undefined> {
    const active = writable(vscode.window.activeTextEditor);
    const last = active ? undefined : this.#inOpenTab();
    if (!last || vscode.window.visibleTextEditors.includes(last)) {
      return active ?? last;
    }
    const shown = await vscode.window.showTextDocument(last.document, {
      ...(last.viewColumn === undefined ? {} : { viewColumn: last.viewColumn }),
    });
    shown.selections = last.selections;
    return shown;
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #inOpenTab(): vscode.TextEditor | undefined {
    const path = this.#last?.document.uri.path;
    const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
    const isOpen = tabs.some(({ input }) => (input as { uri?: vscode.Uri } | undefined)?.uri?.path === path);
    return path !== undefined && isOpen ? this.#last : undefined;
  }
}

function writable(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  const scheme = editor?.document.uri.scheme;
  const canWrite =
    scheme && scheme !== 'output' && vscode.workspace.fs.isWritableFileSystem(scheme) !== false;
  return canWrite ? editor : undefined;
}
