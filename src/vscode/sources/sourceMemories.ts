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
    const bytes = await this.cache.read(this.#entriesName(source));
    return bytes && runSliced(readingEntries(bytes, sourceKey(source)));
  }

  /** Keeps new states, and the entries of sources that told any. */
  async keep(
    kept: readonly { source: Source; state: SourceState; entries?: readonly ToldEntry[] | undefined }[],
  ): Promise<void> {
    for (const { source, entries } of kept) {
      if (entries) {
        await this.cache.write(
          this.#entriesName(source),
          await runSliced(writingEntries(entries, sourceKey(source))),
        );
      }
    }
    const states = { ...(await this.#readStates()) };
    for (const { source, state } of kept) states[sourceKey(source)] = state;
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
