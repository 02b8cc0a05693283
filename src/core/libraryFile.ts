import { citationKey } from './citation/key';
import { formatCslJson, parseCslJson } from './formats/cslJson';
import type { FileSystem } from './ports';
import type { Post, PostRecord } from './post';
import type { Problem } from './problem';

export interface LibraryContent {
  readonly posts: readonly Post[];
  readonly problems: readonly Problem[];
  /** False when part of the file could not be read: writing the rest back would lose that part. */
  readonly writable: boolean;
}

/** Refuses to write over a library file that could not be read whole. */
export class DamagedLibraryError extends Error {
  constructor(
    readonly uri: string,
    readonly problems: readonly Problem[],
  ) {
    super(`The library file ${uri} has lines that cannot be read, so it was not changed.`);
  }
}

/**
 * The file in which a library lasts: CSL-JSON, one post a line. Nothing is cached here: each call reads the
 * file as it is, since other windows, the command line and git write it too.
 */
export class LibraryFile {
  constructor(
    readonly uri: string,
    readonly fileSystem: FileSystem,
  ) {}

  /** A missing file is an empty library. Rejects only when the file system fails. */
  async read(): Promise<LibraryContent> {
    return readLibrary((await this.fileSystem.readText(this.uri)) ?? '', this.uri);
  }

  /**
   * Changes the library as it is on disk now, while no other process does. `change` may be called again and
   * must not have effects.
   * @throws DamagedLibraryError when the file could not be read whole; it is left as it is.
   */
  async update(change: (posts: readonly Post[]) => readonly Post[]): Promise<readonly Post[]> {
    return this.fileSystem.withLock(this.uri, async () => {
      const text = (await this.fileSystem.readText(this.uri)) ?? '';
      const { posts, problems, writable } = readLibrary(text, this.uri);
      if (!writable) {
        throw new DamagedLibraryError(this.uri, problems);
      }
      const next = change(posts);
      const content = formatCslJson(next);
      if (content !== text) {
        await this.fileSystem.writeText(this.uri, content);
      }
      return next;
    });
  }

  /**
   * Writes what could be read of a damaged file, after keeping the file as it was under another name.
   * @returns the URI of the kept copy.
   */
  async repair(now: Date): Promise<string> {
    return this.fileSystem.withLock(this.uri, async () => {
      const text = (await this.fileSystem.readText(this.uri)) ?? '';
      const copy = this.uri.replace(/(\.json)?$/, `.damaged-${now.toISOString().replace(/[:.]/g, '-')}$1`);
      await this.fileSystem.writeText(copy, text);
      await this.fileSystem.writeText(this.uri, formatCslJson(readLibrary(text, this.uri).posts));
      return copy;
    });
  }
}

/** Reads a library leniently, line by line where need be; see `parseCslJson`. */
export function readLibrary(text: string, source: string): LibraryContent {
  if (text.trim() === '') {
    return { posts: [], problems: [], writable: true };
  }
  const { posts, problems } = parseCslJson(text, source);
  return { posts: withKeys(posts), problems, writable: problems.length === 0 };
}

/**
 * Gives each record a key of its own. The first record that bears a key keeps it; two branches that made the
 * same key for different posts both keep their post; the same entry on both sides of a merge is one post.
 */
export function withKeys(records: readonly PostRecord[]): Post[] {
  const taken = new Set(records.flatMap(record => record.id ?? []));
  const posts = new Map<string, Post>();
  for (const record of records) {
    const first = record.id === undefined ? undefined : posts.get(record.id);
    if (first && JSON.stringify(first) === JSON.stringify(record)) {
      continue;
    }
    const id = record.id !== undefined && !first ? record.id : citationKey(record, taken);
    taken.add(id);
    posts.set(id, { ...record, id });
  }
  return [...posts.values()];
}
