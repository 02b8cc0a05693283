import * as vscode from 'vscode';
import { shippedStyles } from '../../core/csl/shipped';
import { defaultSeverities, type FindingCode } from '../../core/health/finding';
import type { Host } from '../host';
import { pathUri, settings } from '../settings';

/** `byline mcp` with a library and the user's way of citing; none for a library on a virtual file system. */
export function mcpServers(
  library: vscode.Uri,
  { mcpServer, home }: Host,
  { extensionUri, packageJSON }: vscode.Extension<unknown>,
): vscode.McpStdioServerDefinition[] {
  if (!mcpServer || library.scheme !== 'file') return [];
  const args = [...mcpServer.args, '--from', library.fsPath, ...citing(home)];
  // VS Code's own program is one of Node only if it is told so; any other takes no notice.
  const env = { ELECTRON_RUN_AS_NODE: '1' };
  const { version } = packageJSON as { version: string };
  const server = new vscode.McpStdioServerDefinition('Byline', mcpServer.command, args, env, version);
  // Documents are read below it.
  server.cwd = trustedFolder() ?? extensionUri;
  return [server];
}

/** How the user cites, as options. */
function citing(home: Host['home']): string[] {
  const { checks, citationFormat, csl, wording } = settings();
  const isShipped = shippedStyles.some(style => style === csl.style);
  const file = isShipped ? undefined : pathUri(csl.style, home);
  const style = isShipped ? csl.style : file?.scheme === 'file' && file.fsPath;
  return [
    '--as',
    citationFormat,
    ...(style ? ['--style', style] : []),
    ...(csl.locale ? ['--locale', csl.locale] : []),
    // A template may begin with a hyphen.
    `--link-text=${wording.linkText}`,
    `--note=${wording.note}`,
    ...Object.entries(checks)
      .filter(([code, severity]) => severity !== defaultSeverities[code as FindingCode])
      .flatMap(([code, severity]) => ['--severity', `${code}=${severity}`]),
  ];
}

function trustedFolder(): vscode.Uri | undefined {
  const { isTrusted, workspaceFolders = [] } = vscode.workspace;
  return isTrusted ? workspaceFolders.find(({ uri }) => uri.scheme === 'file')?.uri : undefined;
}
