import { citationKey, freeKey } from './citation/key';
import { decodeUtf8 } from './decode';
import { type CslRest, formatCslJson, parseCslJson } from './formats/cslJson';
import { enrich } from './library';
import type { FileSystem } from './ports';
import type { Post, PostRecord } from './post';
import { isDamage, type Problem } from './problem';
import { urlKey } from './url';

export interface LibraryContent {
  readonly posts: readonly Post[];
  /** What the file holds besides posts; it stays when the posts are written. */
  readonly rest: CslRest;
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
    return readLibrary(await this.#text(), this.uri);
  }

  /**
   * Changes the library as it is on disk now, while no other process does. `change` may be called again and
   * must not have effects.
   * @throws DamagedLibraryError when the file could not be read whole; it is left as it is.
   */
  async update(change: (posts: readonly Post[]) => readonly Post[]): Promise<readonly Post[]> {
    return this.fileSystem.withLock(this.uri, async () => {
      const text = await this.#text();
      const { posts, rest, problems, writable } = readLibrary(text, this.uri);
      if (!writable) {
        throw new DamagedLibraryError(this.uri, problems);
      }
      const next = change(posts);
      const content = formatCslJson(next, rest);
      if (content !== text) {
        await this.fileSystem.write(this.uri, new TextEncoder().encode(content));
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
      const text = await this.#text();
      const copy = this.uri.replace(/(\.json)?$/, `.damaged-${now.toISOString().replace(/[:.]/g, '-')}$1`);
      await this.fileSystem.write(copy, new TextEncoder().encode(text));
      const { posts, rest } = readLibrary(text, this.uri);
      await this.fileSystem.write(this.uri, new TextEncoder().encode(formatCslJson(posts, rest)));
      return copy;
    });
  }

  async #text(): Promise<string> {
    const bytes = await this.fileSystem.read(this.uri);
    return bytes ? decodeUtf8(bytes, this.uri) : '';
  }
}

/** Reads a library leniently, line by line where need be; see `parseCslJson`. */
export function readLibrary(text: string, source: string): LibraryContent {
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    return { posts: [], rest: { entries: [] }, problems: [], writable: true };
  }
  const { posts, rest, problems } = parseCslJson(text, source);
  const keyed = withKeys(posts, source);
  return {
    posts: keyed.posts,
    rest,
    problems: [...problems, ...keyed.problems],
    writable: !problems.some(isDamage),
  };
}

/**
 * Gives each record a key of its own. The first record that bears a key keeps it. Another one with that key is
 * the same post, from the other side of a merge, when it says the same or has the same address; else two
 * branches made one key for different posts, and the later one gets a letter behind its key.
 */
export function withKeys(
  records: readonly PostRecord[],
  source: string,
): { posts: Post[]; problems: Problem[] } {
  const taken = new Set(records.flatMap(record => record.id ?? []));
  const posts = new Map<string, Post>();
  const duplicates = new Map<string, string>();
  const problems: Problem[] = [];
  for (const record of records) {
    const first = record.id === undefined ? undefined : posts.get(record.id);
    let id = record.id ?? citationKey(record, taken);
    if (first) {
      duplicates.set(identity(first.id, first), first.id);
      const same = posts.get(duplicates.get(identity(first.id, record)) ?? '');
      if (same) {
        posts.set(same.id, enrich(same, record));
        continue;
      }
      id = freeKey(first.id, taken);
      duplicates.set(identity(first.id, record), id);
      problems.push({ code: 'renamedKey', source, detail: `${first.id} → ${id}` });
    }
    taken.add(id);
    posts.set(id, { ...record, id });
  }
  return { posts: [...posts.values()], problems };
}

/** The same for two entries with one key that are one post. */
function identity(key: string, record: PostRecord): string {
  return `${key} ${record.url ? urlKey(record.url) : JSON.stringify({ ...record, id: key })}`;
}
