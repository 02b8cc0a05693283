import type * as vscode from 'vscode';
import { hashText } from '../../core/hashText';
import { runSliced } from '../../core/sliced';
import { sourceKey } from '../../core/sources/parseSources';
import type { ToldEntry } from '../../core/sources/reading';
import type { Source } from '../../core/sources/source';
import { newState, type SourceState } from '../../core/sources/state';
import { type Cache, cacheName } from '../library/cache';

/** What is kept of a library's sources between two readings, in files that may go at any time. */
export class SourceMemories {
  /** Also of sources that are no longer listed: they may be again. */
  #states: Promise<Record<string, SourceState>>;
  readonly #entries = new Map<string, readonly ToldEntry[] | undefined>();

  constructor(
    readonly cache: Cache,
    readonly library: vscode.Uri,
  ) {
    this.#states = this.#readStates();
  }

  async state(source: Source): Promise<SourceState> {
    const states = await this.#states;
    const key = sourceKey(source);
    return Object.hasOwn(states, key) ? states[key]! : newState;
  }

  /** What other windows have learned since. */
  reload(): void {
    this.#states = this.#readStates();
  }

  /** What the source told last; `undefined` when that is lost. */
  async entries(source: Source): Promise<readonly ToldEntry[] | undefined> {
    const key = sourceKey(source);
    if (!this.#entries.has(key)) {
      const bytes = await this.cache.read(this.#entriesName(source));
      this.#entries.set(key, bytes && (await runSliced(readingEntries(bytes, key))));
    }
    return this.#entries.get(key);
  }

  /** Lets go of the entries in memory, which are there for as long as they are asked for often. */
  release(): void {
    this.#entries.clear();
  }

  /** Keeps states, and the entries that are others than before. */
  async keep(
    kept: readonly { source: Source; state: SourceState; entries?: readonly ToldEntry[] | undefined }[],
  ): Promise<void> {
    for (const { source, entries } of kept) {
      if (!entries || isSame(entries, await this.entries(source))) continue;
      const key = sourceKey(source);
      await this.cache.write(this.#entriesName(source), await runSliced(writingEntries(entries, key)));
      this.#entries.set(key, entries);
    }
    const states = { ...(await this.#readStates()) };
    for (const { source, state } of kept) states[sourceKey(source)] = state;
    await this.#writeStates(states);
  }

  /** Listed again, the source is a new one, all of whose posts count. */
  async forget(source: Source): Promise<void> {
    await this.cache.write(this.#entriesName(source), new Uint8Array());
    this.#entries.delete(sourceKey(source));
    const { [sourceKey(source)]: _, ...states } = await this.#readStates();
    await this.#writeStates(states);
  }

  async #writeStates(states: Record<string, SourceState>): Promise<void> {
    this.#states = Promise.resolve(states);
    await this.cache.write(this.#statesName, encoder.encode(JSON.stringify(states)));
  }

  async #readStates(): Promise<Record<string, SourceState>> {
    const bytes = await this.cache.read(this.#statesName);
    const states = bytes && parsed(decoder.decode(bytes));
    return isObject(states) ? (states as Record<string, SourceState>) : {};
  }

  get #statesName(): string {
    return cacheName('sources', this.library);
  }

  #entriesName(source: Source): string {
    return cacheName(`source-${(hashText(0, sourceKey(source)) >>> 0).toString(36)}`, this.library);
  }
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

/** Merging makes entries anew, but leaves the records of those that say what they said. */
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
