import * as vscode from 'vscode';
import type { FileSystem } from '../core/ports';

const locks = new Map<string, Promise<unknown>>();

/**
 * Files through `workspace.fs`: for virtual workspaces and the web host. Locks hold within this window only,
 * and a write is as atomic as the file system behind it.
 */
export const workspaceFileSystem: FileSystem = {
  async readText(uri) {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        return undefined;
      }
      throw error;
    }
  },

  async writeText(uri, text) {
    await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), new TextEncoder().encode(text));
  },

  async withLock(uri, body) {
    const previous = locks.get(uri) ?? Promise.resolve();
    const turn = previous.then(body, body);
    locks.set(uri, turn);
    try {
      return await turn;
    } finally {
      if (locks.get(uri) === turn) {
        locks.delete(uri);
      }
    }
  },
};
