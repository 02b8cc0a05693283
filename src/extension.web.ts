import type * as vscode from 'vscode';
import type { BylineApi } from './api';
import { activateByline } from './vscode/activate';
import { workspaceFileSystem } from './vscode/library/fileSystem';
import { createHttpClient } from './web/httpClient';

/** Entry of the web extension host, which is a worker itself: what comes in is read there. */
export function activate(context: vscode.ExtensionContext): BylineApi {
  return activateByline(context, {
    isBrowser: true,
    fileSystemFor: () => workspaceFileSystem,
    createHttpClient: allowedHosts => createHttpClient({ allowedHosts }),
    createParser: () => ({
      parse: async request => {
        const { parse } = await import('./core/sources/parse');
        return parse(request);
      },
    }),
  });
}
