import { citationKey, freeKey } from './citation/key';
import { type CslRest, readingCslJson } from './formats/readCslJson';
import { ReadItems } from './formats/readItems';
import { writingCslJson } from './formats/writeCslJson';
import { enrich } from './library';
import type { FileSystem } from './ports';
import type { Post, PostRecord } from './post';
import { isDamage, type Problem } from './problem';
import { sameBytes } from './sameBytes';
import { runSliced, runWhole } from './sliced';
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

/** What a change to a library gives: the new posts, or steps that come to them where there is much to do. */
export type Change = (posts: readonly Post[]) => readonly Post[] | Generator<void, readonly Post[]>;

/**
 * The file in which a library lasts: CSL-JSON, one post a line. Each call reads the file as it is, since other
 * windows, the command line and git write it too; posts whose lines are the same as before are the same objects.
 * All work is done in slices.
 */
export class LibraryFile {
  #before: Memory = { items: new ReadItems(), keyed: new Map() };

  constructor(
    readonly uri: string,
    readonly fileSystem: FileSystem,
  ) {}

  /** A missing file is an empty library. Rejects when the file system fails, and where the file is not UTF-8. */
  async read(): Promise<LibraryContent> {
    return content(await this.#read(await this.#bytes()));
  }

  /**
   * Changes the library as it is on disk now, while no other process does. `change` may be called again and
   * must not have effects.
   * @returns what the file holds afterwards.
   * @throws DamagedLibraryError when the file could not be read whole; it is left as it is.
   */
  async update(change: Change): Promise<LibraryContent> {
    return this.fileSystem.withLock(this.uri, async () => {
      const bytes = await this.#bytes();
      const before = await this.#read(bytes);
      if (!before.writable) {
        throw new DamagedLibraryError(this.uri, before.problems);
      }
      const next = change(before.posts);
      const posts = 'next' in next ? await runSliced(next) : next;
      const changed = await runSliced(writingCslJson(posts, before.rest, { bytes, items: before.items }));
      if (await runSliced(sameBytes(bytes, changed))) {
        return content(before);
      }
      const [after] = await Promise.all([this.#read(changed), this.fileSystem.write(this.uri, changed)]);
      return content(after);
    });
  }

  /**
   * Writes what could be read of a damaged file, after keeping the file as it was under another name.
   * @returns the URI of the kept copy.
   */
  async repair(now: Date): Promise<string> {
    return this.fileSystem.withLock(this.uri, async () => {
      const bytes = await this.#bytes();
      const copy = this.uri.replace(/(\.json)?$/, `.damaged-${now.toISOString().replace(/[:.]/g, '-')}$1`);
      await this.fileSystem.write(copy, bytes);
      const { posts, rest, items } = await this.#read(bytes);
      await this.fileSystem.write(this.uri, await runSliced(writingCslJson(posts, rest, { bytes, items })));
      return copy;
    });
  }

  async #bytes(): Promise<Uint8Array> {
    return (await this.fileSystem.read(this.uri)) ?? new Uint8Array();
  }

  async #read(bytes: Uint8Array): Promise<Reading> {
    const reading = await runSliced(readingLibrary(bytes, this.uri, this.#before));
    this.#before = reading;
    return reading;
  }
}

function content({ posts, rest, problems, writable }: Reading): LibraryContent {
  return { posts, rest, problems, writable };
}

/** Reads a library leniently, line by line where need be; see `readingCslJson`. */
export function readLibrary(bytes: Uint8Array, source: string): LibraryContent {
  return content(runWhole(readingLibrary(bytes, source)));
}

/** What makes reading a file again quick. */
interface Memory {
  readonly items: ReadItems;
  /** The posts that were made of records with another key or none. */
  readonly keyed: ReadonlyMap<PostRecord, Post>;
}

type Reading = LibraryContent & Memory;

function* readingLibrary(bytes: Uint8Array, source: string, before?: Memory): Generator<void, Reading> {
  const { posts, rest, problems, items } = yield* readingCslJson(bytes, source, before?.items);
  const { problems: found, ...made } = yield* keying(posts, source, before?.keyed);
  return { ...made, items, rest, problems: [...problems, ...found], writable: !problems.some(isDamage) };
}

/**
 * Gives each record a key of its own. The first record that bears a key keeps it. Another one with that key is
 * the same post, from the other side of a merge, when it says the same or has the same address; else two
 * branches made one key for different posts, and the later one gets a letter behind its key.
 */
function* keying(
  records: readonly PostRecord[],
  source: string,
  before: Memory['keyed'] = new Map(),
): Generator<void, { posts: Post[]; keyed: Memory['keyed']; problems: Problem[] }> {
  const taken = new Set<string>();
  for (const { id } of records) {
    if (id !== undefined) taken.add(id);
    yield;
  }
  const posts = new Map<string, Post>();
  const keyed = new Map<PostRecord, Post>();
  const duplicates = new Map<string, string>();
  const problems: Problem[] = [];
  for (const record of records) {
    yield;
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
    const known = before.get(record);
    const post = hasId(record, id) ? record : known?.id === id ? known : { ...record, id };
    if (post !== record) keyed.set(record, post);
    posts.set(id, post);
  }
  return { posts: [...posts.values()], keyed, problems };
}

function hasId(record: PostRecord, id: string): record is Post {
  return record.id === id;
}

/** The same for two entries with one key that are one post. */
function identity(key: string, record: PostRecord): string {
  return `${key} ${record.url ? urlKey(record.url) : JSON.stringify({ ...record, id: key })}`;
}
