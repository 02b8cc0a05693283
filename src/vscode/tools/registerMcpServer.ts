import * as vscode from 'vscode';
import { shippedStyles } from '../../core/csl/shipped';
import type { Host } from '../host';
import type { OpenLibrary } from '../library/openLibrary';
import { pathUri, settings } from '../settings';

/**
 * Offers `byline mcp` with the library of this window to the editor's agents. It reads files by their paths, so that
 * there is none for a library on a virtual file system, nor in a browser.
 */
export function registerMcpServer(
  library: OpenLibrary,
  { mcpServer, home }: Host,
  { extensionUri, packageJSON }: vscode.Extension<unknown>,
): vscode.Disposable {
  // Editors that are made from VS Code may lack it.
  if (!mcpServer || typeof vscode.lm?.registerMcpServerDefinitionProvider !== 'function')
    return new vscode.Disposable(() => {});
  const changed = new vscode.EventEmitter<void>();
  const listeners = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration(event => {
      if (changing.some(setting => event.affectsConfiguration(setting))) changed.fire();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
  );
  const provideMcpServerDefinitions = () => {
    if (library.uri.scheme !== 'file') return [];
    const args = [...mcpServer.args, '--from', library.uri.fsPath, ...citing(home)];
    // VS Code's own program is one of Node only if it is told so; any other takes no notice.
    const env = { ELECTRON_RUN_AS_NODE: '1' };
    const { version } = packageJSON as { version: string };
    const server = new vscode.McpStdioServerDefinition('Byline', mcpServer.command, args, env, version);
    // Documents are read below it.
    server.cwd = trustedFolder() ?? extensionUri;
    return [server];
  };
  return vscode.Disposable.from(
    listeners,
    vscode.lm.registerMcpServerDefinitionProvider('byline.library', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions,
    }),
  );
}

const changing = ['byline.libraryFile', 'byline.citationFormat', 'byline.csl'];

/** How the user cites, as options. */
function citing(home: Host['home']): string[] {
  const { citationFormat, csl } = settings();
  const isShipped = shippedStyles.some(style => style === csl.style);
  const file = isShipped ? undefined : pathUri(csl.style, home);
  const style = isShipped ? csl.style : file?.scheme === 'file' && file.fsPath;
  return [
    '--as',
    citationFormat,
    ...(style ? ['--style', style] : []),
    ...(csl.locale ? ['--locale', csl.locale] : []),
  ];
}

function trustedFolder(): vscode.Uri | undefined {
  const { isTrusted, workspaceFolders = [] } = vscode.workspace;
  return isTrusted ? workspaceFolders.find(({ uri }) => uri.scheme === 'file')?.uri : undefined;
}
