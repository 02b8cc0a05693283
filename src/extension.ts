import type * as vscode from 'vscode';
import { nodeFileSystem } from './node/fileSystem';
import { activateByline } from './vscode/activate';
import { workspaceFileSystem } from './vscode/library/fileSystem';

/** Entry of the Node extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateByline(context, uri => (uri.scheme === 'file' ? nodeFileSystem : workspaceFileSystem));
}
