import type { SiteConventions } from '../formats/frontMatter';
import { hashText } from '../hashText';
import type { FileSystem, Parser } from '../ports';
import type { Problem } from '../problem';
import { nextTurn } from '../sliced';
import { type FolderSite, findSiteAbove, fromSitePath, readPlainSite, toSitePath } from './folderSite';
import { childUri } from './folderTree';
import { type FoundFile, walkFolder, withGiven } from './folderWalk';
import type { SourceEntry, SourceReading } from './reading';
import type { Source } from './source';

/** What is kept of a folder's last reading, so that only files that changed are read again. */
export interface FolderMemory {
  readonly entries: readonly SourceEntry[];
  /** Of each file that need not be read again while it is the same, by path. */
  readonly stamps: Readonly<Record<string, number>>;
}

export interface FolderReading extends SourceReading {
  readonly stamps: Readonly<Record<string, number>>;
  /** How many files were read, the others being as before. */
  readonly filesRead: number;
}

export interface FolderOptions {
  /** URI of the folder, such as the workspace's, that nothing is read outside of, where `root` stands in it. */
  readonly within?: string | undefined;
  readonly before?: FolderMemory | undefined;
  /** ms since 1970. */
  readonly now?: number;
  readonly signal?: AbortSignal | undefined;
}

const mostFiles = 50_000;
/** In bytes: front matter and a first paragraph stand in these, in posts of any length. */
const head = 128 * 1024;
/** Files that are read at once, and parsed in one go, in bytes and in number. */
const reads = 16;
const batchSize = 32;
const batchBytes = 512 * 1024;
/** Goes up when the same file is read into something else than before. */
const version = 1;

/**
 * Reads the Markdown posts below a folder; `undefined` when there is no such folder. `root` is its URI. Each entry's
 * key is its file's path from there. Rejects with the signal's reason only.
 */
export async function readFolder(
  source: Source,
  root: string,
  files: FileSystem,
  parser: Parser,
  options: FolderOptions = {},
): Promise<FolderReading | undefined> {
  const { within, before, now = Date.now(), signal } = options;
  const day = new Date(now);
  const given: SiteConventions = {
    today: { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() },
    ...(source.baseUrl !== undefined && { base: source.baseUrl, isBaseOfPosts: true }),
  };
  try {
    if (!(await files.list(root))) return undefined;
  } catch (error) {
    return {
      entries: before?.entries ?? [],
      stamps: before?.stamps ?? {},
      filesRead: 0,
      isComplete: false,
      problems: [unreadable('', source, error)],
    };
  }
  const ports = { files, parser, signal };
  const outer = withGiven(
    chosen((await findSiteAbove(root, ports, within)) ?? (await readPlainSite(root, ports))),
    given,
  );
  const reading = new Reading(source, root, files, parser, before, signal);
  const walk = walkFolder(root, outer, {
    ports,
    given,
    onUnreadable: (path, error) => reading.fail(path, error),
  });
  let batch: FoundFile[] = [];
  let count = 0;
  for await (const file of walk) {
    if (count++ === mostFiles) {
      reading.fail('', new Error(`there are more than ${mostFiles} files`));
      break;
    }
    batch.push(file);
    if (batch.length === batchSize) {
      await reading.add(batch);
      batch = [];
    }
  }
  await reading.add(batch);
  const { title } = outer.conventions;
  return { ...(title !== undefined && { title }), ...reading.result() };
}

/** All files are posts where the user chose a folder that is not the site's whole content. */
function chosen(site: FolderSite): FolderSite {
  const { folders = [] } = site.conventions;
  const isChosen =
    site.above !== '' && !folders.some(({ folder, route }) => folder === site.above && route === '');
  return { ...site, conventions: { ...site.conventions, isChosen } };
}

/** The files of one folder, as they are read batch by batch. */
class Reading {
  readonly #entries: SourceEntry[] = [];
  readonly #problems: Problem[] = [];
  readonly #stamps: Record<string, number> = Object.create(null);
  readonly #before = new Map<string, SourceEntry>();
  #filesRead = 0;
  #isComplete = true;

  constructor(
    readonly source: Source,
    readonly root: string,
    readonly files: FileSystem,
    readonly parser: Parser,
    readonly memory: FolderMemory | undefined,
    readonly signal: AbortSignal | undefined,
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
      this.signal?.throwIfAborted();
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
      const text = await this.files.stamp(uri);
      if (text === undefined) return undefined;
      const stamp = hashText(hashText(site.hash ^ version, text), site.conventions.base);
      const known = this.memory?.stamps;
      if (known && Object.hasOwn(known, path) && known[path] === stamp) {
        const entry = this.#before.get(path);
        if (entry) this.#entries.push(entry);
        this.#stamps[path] = stamp;
        return undefined;
      }
      const bytes = await this.files.read(uri, head);
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
      const { entries, problems } = await this.parser.parse(request, this.signal);
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
      this.signal?.throwIfAborted();
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

function unreadable(path: string, { location }: Source, error: unknown): Problem {
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
    if (part.length > 0 && size + file.bytes.length > batchBytes) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(file);
    size += file.bytes.length;
  }
  if (part.length > 0) yield part;
}
