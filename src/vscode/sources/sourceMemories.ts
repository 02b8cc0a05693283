import type * as vscode from 'vscode';
import { hashText } from '../../core/hashText';
import { sameBytes } from '../../core/sameBytes';
import { runSliced } from '../../core/sliced';
import { sourceKey } from '../../core/sources/parseSources';
import type { ToldEntry } from '../../core/sources/reading';
import type { Source } from '../../core/sources/source';
import { newState, type SourceState } from '../../core/sources/state';
import { type Cache, cacheName } from '../library/cache';

/** Files that are written side by side. */
const together = 16;
/** Sources whose states are kept as soon as their entries are; more where there are thousands. */
const batch = 64;

/**
 * What is kept of a library's sources between two readings, in files that may go at any time. Other windows write them
 * too: what changes them holds the lock of `uri` and begins with `reload`.
 */
export class SourceMemories {
  /** The file of the states. */
  readonly uri: vscode.Uri;
  /** Also of sources that are no longer listed: they may be again. */
  #states: Readonly<Record<string, SourceState>> = {};
  /** The states as they were last read or written. */
  #bytes: Uint8Array | undefined;
  readonly #entries = new Map<string, Promise<readonly ToldEntry[] | undefined>>();

  constructor(
    readonly cache: Pick<Cache, 'read' | 'write' | 'uri'>,
    readonly library: vscode.Uri,
  ) {
    this.uri = cache.uri(this.#statesName);
  }

  /** As last read, or changed here since; `newState` before the first `reload`. */
  state(source: Source): SourceState {
    const key = sourceKey(source);
    return Object.hasOwn(this.#states, key) ? this.#states[key]! : newState;
  }

  /** Takes over what other windows have learned. */
  async reload(): Promise<void> {
    const bytes = await this.cache.read(this.#statesName);
    if (bytes && this.#bytes && (await runSliced(sameBytes(bytes, this.#bytes)))) return;
    const states = bytes && parsed(decoder.decode(bytes));
    this.#bytes = bytes;
    this.#states = isObject(states) ? (states as Record<string, SourceState>) : {};
    // With each entry that is written a state is.
    this.#entries.clear();
  }

  /** What the source told last; `undefined` when that is lost. */
  entries(source: Source): Promise<readonly ToldEntry[] | undefined> {
    const key = sourceKey(source);
    const entries = this.#entries.get(key) ?? this.#readEntries(source, key);
    this.#entries.set(key, entries);
    return entries;
  }

  /** Lets go of the entries in memory, which are there for as long as they are asked for often. */
  release(): void {
    this.#entries.clear();
  }

  /** Keeps the entries that have changed, each batch with its states: a window may be closed meanwhile. */
  async keep(
    states: Iterable<readonly [Source, SourceState]>,
    told: Iterable<readonly [Source, readonly ToldEntry[]]>,
  ): Promise<void> {
    const left = new Map([...states].map(([source, state]) => [sourceKey(source), state]));
    const changed = new Map<string, readonly [Source, readonly ToldEntry[]]>();
    for (const each of told) {
      const [source, entries] = each;
      if (!isSame(entries, await this.entries(source))) changed.set(sourceKey(source), each);
    }
    const size = Math.max(batch, Math.ceil(changed.size / 8));
    do {
      const written = [...changed].slice(0, size);
      await sideBySide(written, ([, [source, entries]]) => this.#writeEntries(source, entries));
      for (const [key] of written) changed.delete(key);
      const known = [...left].filter(([key]) => !changed.has(key));
      for (const [key] of known) left.delete(key);
      await this.#writeStates({ ...this.#states, ...Object.fromEntries(known) });
    } while (changed.size > 0);
  }

  /** Listed again, the sources are new ones, all of whose posts count. */
  async forget(sources: readonly Source[]): Promise<void> {
    const keys = new Set(sources.map(sourceKey));
    await sideBySide(sources, async source => {
      await this.cache.write(this.#entriesName(source), new Uint8Array());
      this.#entries.delete(sourceKey(source));
    });
    await this.#writeStates(
      Object.fromEntries(Object.entries(this.#states).filter(([key]) => !keys.has(key))),
    );
  }

  async #readEntries(source: Source, key: string): Promise<readonly ToldEntry[] | undefined> {
    const bytes = await this.cache.read(this.#entriesName(source));
    return bytes && runSliced(readingEntries(bytes, key));
  }

  async #writeEntries(source: Source, entries: readonly ToldEntry[]): Promise<void> {
    const key = sourceKey(source);
    await this.cache.write(this.#entriesName(source), await runSliced(writingEntries(entries, key)));
    this.#entries.set(key, Promise.resolve(entries));
  }

  async #writeStates(states: Readonly<Record<string, SourceState>>): Promise<void> {
    this.#states = states;
    this.#bytes = encoder.encode(JSON.stringify(states));
    await this.cache.write(this.#statesName, this.#bytes);
  }

  get #statesName(): string {
    return cacheName('sources', this.library);
  }

  #entriesName(source: Source): string {
    return cacheName(`source-${(hashText(0, sourceKey(source)) >>> 0).toString(36)}`, this.library);
  }
}

async function sideBySide<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: together }, worker));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The source's key, as another source may have a file of this name, then a line an entry: many small steps. */
function* writingEntries(entries: readonly ToldEntry[], key: string): Generator<void, Uint8Array> {
  const lines = [JSON.stringify(key)];
  for (const entry of entries) {
    lines.push(JSON.stringify(entry));
    yield;
  }
  return encoder.encode(lines.join('\n'));
}

/** `undefined` when any line is damaged. */
function* readingEntries(bytes: Uint8Array, key: string): Generator<void, readonly ToldEntry[] | undefined> {
  const [first = '', ...lines] = decoder.decode(bytes).split('\n');
  if (parsed(first) !== key) return undefined;
  const entries: ToldEntry[] = [];
  for (const line of lines) {
    const entry = parsed(line);
    if (!isObject(entry)) return undefined;
    entries.push(entry as ToldEntry);
    yield;
  }
  return entries;
}

/** Merging makes entries anew, but keeps the record objects of those that say the same as before. */
function isSame(a: readonly ToldEntry[], b: readonly ToldEntry[] | undefined): boolean {
  return (
    a.length === b?.length &&
    a.every(({ key, post, isMade, record }, index) => {
      const other = b[index]!;
      return key === other.key && post === other.post && isMade === other.isMade && record === other.record;
    })
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
