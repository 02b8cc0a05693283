import * as vscode from 'vscode';
import type { Host } from '../host';
import type { OpenLibrary } from '../library/openLibrary';

/**
 * Offers `byline mcp` with the library of this window to the editor's agents. It is a program that reads files by their
 * paths, so that there is none in a browser.
 */
export function registerMcpServer(
  library: OpenLibrary,
  host: Host,
  extension: vscode.Extension<unknown>,
): vscode.Disposable {
  // Editors that are made from VS Code may lack it.
  if (!host.mcpServer || typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function')
    return new vscode.Disposable(() => {});
  const { workspace } = vscode;
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    workspace.onDidChangeConfiguration(
      event => changing.some(setting => event.affectsConfiguration(`byline.${setting}`)) && changed.fire(),
    ),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.lm.registerMcpServerDefinitionProvider('byline.library', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: async () =>
        (await import('./editorTools')).mcpServers(library.uri, host, extension),
    }),
  );
}

const changing = ['libraryFile', 'citationFormat', 'csl', 'wording', 'checks'];
