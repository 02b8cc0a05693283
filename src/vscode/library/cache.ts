import * as vscode from 'vscode';

/** Libraries whose files are kept. */
const most = 8;

/**
 * Files that spare work when they are there and may go at any time: a folder for each library. What is read may be
 * old, but is whole.
 */
export class Cache {
  constructor(readonly folder: vscode.Uri) {}

  /** `undefined` also when the file cannot be read; never rejects. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.uri(name));
    } catch {
      return undefined;
    }
  }

  /** Never rejects: what could not be kept is worked out anew. */
  async write(name: string, bytes: Uint8Array): Promise<void> {
    const { fs } = vscode.workspace;
    // Written beside and renamed, as a window may be closed while it writes, and two may write at once.
    const beside = this.uri(`new-${Date.now()}-${Math.random().toString(36).slice(2)}`);
    try {
      await fs.writeFile(beside, bytes);
      await fs.rename(beside, this.uri(name), { overwrite: true });
    } catch {
      await fs.delete(beside).then(undefined, () => {});
    }
  }

  /** Notes that a library is in use, and deletes the files of those that were in use longest ago. Never rejects. */
  async use(library: vscode.Uri): Promise<void> {
    try {
      await this.write(cacheName(used, library), new Uint8Array());
      const entries = await vscode.workspace.fs.readDirectory(this.folder);
      const times = await Promise.all(
        entries.map(async ([name]) => [name, await this.#lastUse(name)] as const),
      );
      for (const [name] of times.sort(([, a], [, b]) => b - a).slice(most)) {
        await vscode.workspace.fs.delete(this.uri(name), { recursive: true });
      }
    } catch {}
  }

  /** In milliseconds. What was left beside, by a window that was closed, was in use when it was written. */
  async #lastUse(name: string): Promise<number> {
    const stat = (path: string) => vscode.workspace.fs.stat(this.uri(path));
    const { mtime } = await stat(`${name}/${used}`).then(undefined, () => stat(name));
    return mtime;
  }

  /** Where a file is. */
  uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, name);
  }
}

/** An empty file whose time says when the library was last in use. */
const used = 'used';

/** In another folder for nearly each library: whose a file is, its content has to say. */
export function cacheName(kind: string, library: vscode.Uri): string {
  let hash = 0;
  for (const character of library.toString()) {
    hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  }
  return `${(hash >>> 0).toString(36)}/${kind}`;
}
