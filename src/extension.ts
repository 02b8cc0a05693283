import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { BylineApi } from './api';
import type { HttpClient } from './core/ports';
import { nodeFileSystem } from './node/fileSystem';
import { WorkerParser } from './node/workerParser';
import { activateByline } from './vscode/activate';
import { workspaceFileSystem } from './vscode/library/fileSystem';

/** Entry of the Node extension host. */
export function activate(context: vscode.ExtensionContext): BylineApi {
  const { version } = context.extension.packageJSON as { version: string };
  return activateByline(context, {
    home: vscode.Uri.file(homedir()),
    fileSystemFor: uri => (uri.scheme === 'file' ? nodeFileSystem : workspaceFileSystem),
    createHttpClient: allowedHosts => {
      let client: Promise<HttpClient> | undefined;
      const create = async () => {
        const { createHttpClient } = await import('./node/httpClient');
        return createHttpClient({ allowedHosts, userAgent: `Byline/${version}` });
      };
      return {
        async get(...request) {
          client ??= create();
          return (await client).get(...request);
        },
      };
    },
    createParser: () => new WorkerParser(join(__dirname, 'parserThread.js')),
    mcpServer: { command: process.execPath, args: [join(__dirname, 'mcp.js')] },
  });
}
