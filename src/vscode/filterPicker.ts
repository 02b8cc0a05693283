import * as vscode from 'vscode';

/** Narrows the tree while the user types; Escape brings back the filter before. */
export function askFilter(before: string, setFilter: (text: string) => Promise<void>): void {
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter Posts');
  input.placeholder = vscode.l10n.t('Words of title, authors, topics, publication or text');
  input.value = before;
  let accepted = false;
  input.onDidChangeValue(value => setFilter(value));
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.onDidHide(() => {
    input.dispose();
    if (!accepted) {
      void setFilter(before);
    }
  });
  input.show();
}
