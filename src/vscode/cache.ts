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
