import type * as vscode from 'vscode';
import { activateByline } from './vscode/activate';
import { workspaceFileSystem } from './vscode/library/fileSystem';

/** Entry of the web extension host. */
export function activate(context: vscode.ExtensionContext): void {
  activateByline(context, () => workspaceFileSystem);
}
