import * as vscode from 'vscode';
import type { FileSystem } from '../../core/ports';
import { sameBytes } from '../../core/sameBytes';
import { runSliced } from '../../core/sliced';

/**
 * Files through `workspace.fs`: for virtual workspaces and the web host. A write is as atomic as the file system
 * behind it. In a browser, locks hold for all windows of one origin; on Node, within this window only, so each
 * write is read back.
 */
export const workspaceFileSystem: FileSystem = {
  read,

  async write(uri, bytes) {
    await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), bytes);
    if (!(await runSliced(sameBytes((await read(uri)) ?? new Uint8Array(), bytes)))) {
      throw new Error('another window or program changed the file at the same time');
    }
  },

  async stamp(uri) {
    const stat = await ifThere(vscode.workspace.fs.stat(vscode.Uri.parse(uri)));
    return stat && `${stat.mtime} ${stat.size}`;
  },

  async list(uri) {
    const entries = await ifThere(vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri)));
    return entries
      ?.filter(([, type]) => type === vscode.FileType.File || type === vscode.FileType.Directory)
      .map(([name, type]) => ({ name, isFolder: type === vscode.FileType.Directory }));
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

/** In bytes: of a larger file not even the beginning is read, as this API can only read all of it. */
const largest = 16 << 20;

async function read(uri: string, most?: number): Promise<Uint8Array | undefined> {
  const file = vscode.Uri.parse(uri);
  if (most !== undefined) {
    const stat = await ifThere(vscode.workspace.fs.stat(file));
    if (stat && stat.size > Math.max(largest, most)) throw new Error(`it has more than ${largest >> 20} MB`);
  }
  const bytes = await ifThere(vscode.workspace.fs.readFile(file));
  return bytes?.subarray(0, most);
}

async function ifThere<T>(result: Thenable<T>): Promise<T | undefined> {
  try {
    return await result;
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
