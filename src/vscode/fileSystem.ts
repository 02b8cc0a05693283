import * as vscode from 'vscode';
import { decodeUtf8 } from '../core/decode';
import type { FileSystem } from '../core/ports';

/**
 * Files through `workspace.fs`: for virtual workspaces and the web host. A write is as atomic as the file system
 * behind it. In a browser, locks hold for all windows of one origin; on Node, within this window only, so each
 * write is read back.
 */
export const workspaceFileSystem: FileSystem = {
  readText,

  async writeText(uri, text) {
    await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), new TextEncoder().encode(text));
    if ((await readText(uri)) !== text) {
      throw new Error('another window or program changed the file at the same time');
    }
  },

  async withLock(uri, body) {
    let isHeld = false;
    try {
      return await (locks ?? windowLocks).request(`byline ${uri}`, () => {
        isHeld = true;
        return body();
      });
    } catch (error) {
      // A worker without an origin of its own is refused locks.
      if (isHeld) {
        throw error;
      }
      return windowLocks.request(`byline ${uri}`, body);
    }
  },
};

async function readText(uri: string): Promise<string | undefined> {
  try {
    return decodeUtf8(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)), uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return undefined;
    }
    throw error;
  }
}

/** https://w3c.github.io/web-locks/: browsers have them, Node mostly not. */
interface WebLocks {
  request<T>(name: string, body: () => Promise<T>): Promise<T>;
}

const { locks } = ((globalThis as { navigator?: unknown }).navigator ?? {}) as { locks?: WebLocks };

const turns = new Map<string, Promise<unknown>>();

const windowLocks: WebLocks = {
  async request(name, body) {
    const previous = turns.get(name) ?? Promise.resolve();
    const turn = previous.then(body, body);
    turns.set(name, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(name) === turn) {
        turns.delete(name);
      }
    }
  },
};
