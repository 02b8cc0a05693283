import { hashText } from '../hashText';
import type { Problem } from '../problem';
import { nextTurn } from '../sliced';
import { type FolderPorts, type FolderSite, fromSitePath, toSitePath } from './folderSite';
import { childUri } from './folderTree';
import type { FoundFile } from './folderWalk';
import type { SourceEntry } from './reading';
import type { Source } from './source';

/** What is kept of a folder's last reading, so that only files that changed are read again. */
export interface FolderMemory {
  readonly entries: readonly SourceEntry[];
  /** Of each file that need not be read again while it is the same, by path. */
  readonly stamps: Readonly<Record<string, number>>;
}

/** In bytes: front matter and a first paragraph stand in these, in posts of any length. */
const head = 128 * 1024;
/** Files that are read at once. */
const reads = 16;
/** In bytes, of files that are parsed in one go. */
const parseBytes = 512 * 1024;
/** Goes up when the same file is read into something else than before. */
const version = 2;

/** Reads the files of a folder's posts, batch by batch, but for those that are as before. */
export class FolderFiles {
  readonly #entries: SourceEntry[] = [];
  readonly #problems: Problem[] = [];
  readonly #stamps: Record<string, number> = Object.create(null);
  readonly #before = new Map<string, SourceEntry>();
  #filesRead = 0;
  #isComplete = true;

  constructor(
    readonly source: Source,
    readonly root: string,
    readonly ports: FolderPorts,
    readonly memory: FolderMemory | undefined,
  ) {
    for (const entry of memory?.entries ?? []) this.#before.set(entry.key, entry);
  }

  result() {
    return {
      entries: this.#entries,
      problems: this.#problems,
      stamps: this.#stamps,
      filesRead: this.#filesRead,
      isComplete: this.#isComplete,
    };
  }

  /** What stands at a path cannot be read, so that what was told of it before may still be so. */
  fail(path: string, error: unknown): void {
    this.#isComplete = false;
    this.#problems.push(unreadable(path, this.source, error));
  }

  async add(batch: readonly FoundFile[]): Promise<void> {
    const sites = new Map<FolderSite, ReadFile[]>();
    for (let at = 0; at < batch.length; at += reads) {
      this.ports.signal?.throwIfAborted();
      const part = batch.slice(at, at + reads);
      const found = await Promise.all(part.map(file => this.#read(file)));
      for (const file of found.filter(file => file !== undefined)) {
        const { site } = file;
        sites.set(site, [...(sites.get(site) ?? []), file]);
      }
    }
    for (const [site, found] of sites) {
      for (const part of parts(found)) await this.#parse(part, site);
    }
    await nextTurn();
  }

  /** `undefined` where the file is as before, has gone, or cannot be read. */
  async #read(file: FoundFile): Promise<ReadFile | undefined> {
    const { path, site } = file;
    const uri = childUri(this.root, path);
    try {
      const text = await this.ports.files.stamp(uri);
      if (text === undefined) return undefined;
      const stamp = hashText(hashText(site.hash ^ version, text), site.conventions.base);
      const known = this.memory?.stamps;
      if (known && Object.hasOwn(known, path) && known[path] === stamp) {
        const entry = this.#before.get(path);
        if (entry) this.#entries.push(entry);
        this.#stamps[path] = stamp;
        return undefined;
      }
      const bytes = await this.ports.files.read(uri, head);
      if (bytes) this.#filesRead++;
      return bytes && { ...file, bytes: wholeLines(bytes), stamp };
    } catch (error) {
      this.#keep(path, error);
      return undefined;
    }
  }

  async #parse(found: readonly ReadFile[], site: FolderSite): Promise<void> {
    const { conventions } = site;
    const named = found.map(({ path, bytes }) => ({ name: toSitePath(site, path), bytes }));
    try {
      const request = {
        kind: 'markdown',
        files: named,
        source: this.source.location,
        site: conventions,
      } as const;
      const { entries, problems } = await this.ports.parser.parse(request, this.ports.signal);
      const withProblems = new Set<string>();
      for (const { key, record } of entries) this.#entries.push({ key: fromSitePath(site, key), record });
      for (const problem of problems) {
        const path = fromSitePath(site, problem.source);
        withProblems.add(path);
        this.#problems.push({ ...problem, source: path });
      }
      const told = new Set(entries.map(({ key }) => fromSitePath(site, key)));
      for (const { path, stamp } of found) {
        // A post for another day is looked at again, and what had problems tells them again.
        const mayAppear = conventions.hidesFuture === true && !told.has(path);
        if (!mayAppear && !withProblems.has(path)) this.#stamps[path] = stamp;
      }
    } catch (error) {
      this.ports.signal?.throwIfAborted();
      if (found.length === 1) return this.#keep(found[0]!.path, error);
      // One file was too much: the others are not lost with it.
      for (const file of found) await this.#parse([file], site);
    }
  }

  /** What was told of a file before stays, as it cannot be read now. */
  #keep(path: string, error: unknown): void {
    const entry = this.#before.get(path);
    if (entry) this.#entries.push(entry);
    this.#problems.push(unreadable(path, this.source, error));
  }
}

interface ReadFile extends FoundFile {
  readonly bytes: Uint8Array;
  readonly stamp: number;
}

/** A problem of the file or folder at a path, or of the source's own. */
export function unreadable(path: string, { location }: Source, error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'unreadableFile', source: path || location, detail };
}

/** A head that ends with a line, so that no character is cut. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.length < head ? -1 : bytes.lastIndexOf(0x0a);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

function* parts(files: readonly ReadFile[]): Generator<readonly ReadFile[]> {
  let part: ReadFile[] = [];
  let size = 0;
  for (const file of files) {
    if (part.length > 0 && size + file.bytes.length > parseBytes) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(file);
    size += file.bytes.length;
  }
  if (part.length > 0) yield part;
}
