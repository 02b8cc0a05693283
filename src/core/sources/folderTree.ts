import { folderOf } from '../formats/frontMatter';
import type { FileSystem, FolderEntry } from '../ports';

/** The URI of what stands in a folder, whatever its configuration or file system calls it: no path leads out. */
export function childUri(folder: string, path: string): string {
  const parts = path
    .split(/[/\\]/)
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '')));
  return [folder.replace(/\/+$/, ''), ...parts].join('/');
}

/**
 * What stands below a folder, by paths that were not found by listing it. Each is looked up folder by folder, and as
 * links are in no listing, none is followed. What cannot be listed or read is as if it were not there.
 */
export class FolderTree {
  readonly #listings = new Map<string, Promise<readonly FolderEntry[]>>();

  /** @param top what is known to stand in the folder itself. */
  constructor(
    readonly uri: string,
    readonly files: FileSystem,
    top?: readonly FolderEntry[],
  ) {
    if (top) this.#listings.set('', Promise.resolve(top));
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    const known = this.#listings.get(path);
    if (known) return known;
    const listing = this.#list(path).catch(() => []);
    this.#listings.set(path, listing);
    return listing;
  }

  /** @param most bytes from the beginning that are wanted. */
  async read(path: string, most: number): Promise<Uint8Array | undefined> {
    if (!(await this.#has(path, false))) return undefined;
    return this.files.read(childUri(this.uri, path), most).catch(() => undefined);
  }

  async #list(path: string): Promise<readonly FolderEntry[]> {
    const isThere = path === '' || (await this.#has(path, true));
    return (isThere && (await this.files.list(childUri(this.uri, path)))) || [];
  }

  async #has(path: string, isFolder: boolean): Promise<boolean> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const entries = await this.list(folderOf(path));
    return entries.some(entry => entry.name === name && entry.isFolder === isFolder);
  }
}
