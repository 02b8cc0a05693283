import type { FileSystem, FolderEntry } from '../src/core/ports';
import type { Post } from '../src/core/post';

/** Files in memory, by URI, with the promises of the real one: whole-file writes, one lock holder at a time. */
export class MemoryFileSystem implements FileSystem {
  readonly files = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries(files));
  }

  async read(uri: string, most?: number): Promise<Uint8Array | undefined> {
    const text = this.files.get(uri);
    return text === undefined ? undefined : new TextEncoder().encode(text).subarray(0, most);
  }

  async write(uri: string, bytes: Uint8Array): Promise<void> {
    this.files.set(uri, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }

  async stamp(uri: string): Promise<string | undefined> {
    return this.files.get(uri);
  }

  async list(uri: string): Promise<readonly FolderEntry[] | undefined> {
    const folder = uri.replace(/\/*$/, '/');
    const entries = new Map<string, FolderEntry>();
    for (const file of this.files.keys()) {
      if (!file.startsWith(folder)) continue;
      const [name = '', ...rest] = file.slice(folder.length).split('/').map(decodeURIComponent);
      entries.set(name, { name, isFolder: rest.length > 0 });
    }
    return entries.size > 0 ? [...entries.values()] : undefined;
  }

  withLock<T>(_uri: string, body: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(body, body);
    this.#turn = turn;
    return turn;
  }
}

/** A post with what a test doesn't care about filled in. */
export function makePost(fields: Partial<Post> & { readonly id: string }): Post {
  return { title: `Title of ${fields.id}`, author: [], keywords: [], ...fields };
}
