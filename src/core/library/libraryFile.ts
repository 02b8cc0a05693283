import type { LibraryFormat, LibraryReading } from '../formats/libraryFormat';
import type { FileSystem } from '../ports';
import type { Post } from '../post';
import type { Problem } from '../problem';
import { sameBytes } from '../sameBytes';
import { runSliced, runWhole } from '../sliced';
import { cslJsonLibrary } from './cslJsonLibrary';
import { type Keyed, keying } from './keying';

export interface LibraryContent {
  readonly posts: readonly Post[];
  readonly problems: readonly Problem[];
  /** False when part of the file could not be read: writing the rest back would lose that part. */
  readonly writable: boolean;
  /** Of the file when these were its posts, see `FileSystem.stamp`; `undefined` when that is not known. */
  readonly stamp?: string | undefined;
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

/** How often the file is read again because another program is changing it. */
const mostTries = 20;

/** What a change to a library gives: the new posts, or steps that come to them where there is much to do. */
export type Change = (posts: readonly Post[]) => readonly Post[] | Generator<void, readonly Post[]>;

/**
 * The file in which a library lasts: CSL-JSON, one post a line, or the bibliography that its name says it is. Each call
 * reads the file as it is, since other windows, the command line and git write it too; posts whose lines are the same
 * as before are the same objects.
 * All work is done in slices.
 */
export class LibraryFile {
  #before: Reading | undefined;
  #format: Promise<LibraryFormat> | undefined;

  /** @param patience milliseconds for which a file that looks half-written has to stay the same. */
  constructor(
    readonly uri: string,
    readonly fileSystem: FileSystem,
    readonly patience = 250,
  ) {}

  /** A missing file is an empty library. Rejects when the file system fails, and where the file is not UTF-8. */
  async read(): Promise<LibraryContent> {
    const { reading, stamp } = await this.#settled();
    return content(reading, stamp);
  }

  /**
   * Changes the library as it is on disk now, while no other process does. `change` may be called again and
   * must not have effects.
   * @returns what the file holds afterwards.
   * @throws DamagedLibraryError when the file could not be read whole; it is left as it is.
   */
  async update(change: Change): Promise<LibraryContent> {
    return this.fileSystem.withLock(this.uri, async () => {
      for (let tries = 0; tries < mostTries; tries++) {
        // The bytes are needed anyway, to copy the lines of the other posts, and telling that they are the same takes
        // little. So nothing depends on a stamp saying that the file is the one read last, which it cannot say of a
        // file changed within the tick of a clock (git calls such files racily clean).
        const { bytes, stamp, reading: before } = await this.#settled();
        if (!before.writable) {
          throw new DamagedLibraryError(this.uri, before.problems);
        }
        const next = change(before.posts);
        const posts = 'next' in next ? await runSliced(next) : next;
        const changed = await this.#written(posts, bytes, before);
        if (await runSliced(sameBytes(bytes, changed))) {
          return content(before, stamp);
        }
        // Git and editors take no lock.
        if ((await this.fileSystem.stamp(this.uri)) === stamp) {
          const reading = this.#read(changed);
          await Promise.all([reading, this.fileSystem.write(this.uri, changed)]);
          return content(await this.#keep(reading));
        }
      }
      throw new Error('another program is writing it');
    });
  }

  /**
   * Writes what could be read of a damaged file, after keeping the file as it was under another name.
   * @returns the URI of the kept copy.
   */
  async repair(now: Date): Promise<string> {
    return this.fileSystem.withLock(this.uri, async () => {
      const { bytes, reading } = await this.#settled();
      const copy = this.uri.replace(/(\.\w+)?$/, `.damaged-${now.toISOString().replace(/[:.]/g, '-')}$1`);
      await this.fileSystem.write(copy, bytes);
      await this.fileSystem.write(this.uri, await this.#written(reading.posts, bytes, reading));
      return copy;
    });
  }

  /**
   * Reads the file when nobody is writing it. Programs that write in place leave it empty or cut short meanwhile;
   * what is not one JSON text, or has lost all posts, counts only when it stays that way for a moment.
   */
  async #settled(): Promise<{ bytes: Uint8Array; stamp: string | undefined; reading: Reading }> {
    const hadPosts = (this.#before?.posts.length ?? 0) > 0;
    for (let tries = 0; tries < mostTries; tries++) {
      const stamp = await this.fileSystem.stamp(this.uri);
      const bytes = (await this.fileSystem.read(this.uri)) ?? new Uint8Array();
      const isSame = async () => (await this.fileSystem.stamp(this.uri)) === stamp;
      if (await isSame()) {
        const reading = this.#read(bytes);
        const looksWhole = await reading.then(
          ({ read, posts }) => (read.isWhole || stamp === undefined) && !(hadPosts && posts.length === 0),
          () => false,
        );
        if (looksWhole || (await this.#pause().then(isSame))) {
          return { bytes, stamp, reading: await this.#keep(reading) };
        }
      } else {
        await this.#pause();
      }
    }
    throw new Error('another program is writing it');
  }

  #pause(): Promise<void> {
    return new Promise(resolve => setTimeout(resolve, this.patience));
  }

  async #read(bytes: Uint8Array): Promise<Reading> {
    this.#format ??= formatOf(this.uri);
    return runSliced(readingLibrary(await this.#format, bytes, this.uri, this.#before));
  }

  async #written(posts: readonly Post[], bytes: Uint8Array, { read, keyed }: Reading): Promise<Uint8Array> {
    this.#format ??= formatOf(this.uri);
    return runSliced((await this.#format).writing(posts, { bytes, reading: read, keyed }));
  }

  async #keep(reading: Promise<Reading>): Promise<Reading> {
    const kept = await reading;
    this.#before = kept;
    return kept;
  }
}

/** The form that the file's name asks for. */
async function formatOf(uri: string): Promise<LibraryFormat> {
  if (!/\.(?:bib|bibtex|biblatex|ris|ya?ml)$/i.test(uri)) return cslJsonLibrary;
  const { libraryFormat } = await import('../formats/bibliography');
  return libraryFormat(uri);
}

function content({ posts, problems, writable }: Reading, stamp?: string): LibraryContent {
  return { posts, problems, writable, stamp };
}

/** Reads a library in CSL-JSON leniently, line by line where need be; see `readingCslJson`. */
export function readLibrary(bytes: Uint8Array, source: string): LibraryContent {
  return content(runWhole(readingLibrary(cslJsonLibrary, bytes, source)));
}

interface Reading extends LibraryContent {
  readonly read: LibraryReading;
  readonly keyed: Keyed;
}

function* readingLibrary(
  format: LibraryFormat,
  bytes: Uint8Array,
  source: string,
  before?: Reading,
): Generator<void, Reading> {
  const read = yield* format.reading(bytes, source, before?.read);
  const { problems: found, ...made } = yield* keying(read.posts, source, before?.keyed);
  return { ...made, read, problems: [...read.problems, ...found], writable: read.writable };
}
