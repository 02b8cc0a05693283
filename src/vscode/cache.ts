import * as vscode from 'vscode';

/**
 * Files that spare work when they are there and may go at any time. What is read may be old, or cut short where a
 * window was closed while it wrote: whoever reads it has to tell.
 */
export class Cache {
  constructor(readonly folder: vscode.Uri) {}

  /** `undefined` also when the file cannot be read; never rejects. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.#uri(name));
    } catch {
      return undefined;
    }
  }

  /** Never rejects: what could not be kept is worked out anew. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    try {
      await vscode.workspace.fs.writeFile(this.#uri(name), bytes);
    } catch {}
  }

  #uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}

/** Another name for nearly each library: whose a file is, its content has to say. */
export function cacheName(kind: string, library: vscode.Uri): string {
  let hash = 0;
  for (const character of library.toString()) {
    hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  }
  return `${kind}-${(hash >>> 0).toString(36)}`;
}
