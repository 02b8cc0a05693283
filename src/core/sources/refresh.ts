import type { HttpClient } from '../ports';
import type { Problem } from '../problem';
import { Gathering } from './gathering';
import { OfflineCheck } from './offlineCheck';
import type { ToldEntry } from './reading';
import { type ReadPorts, readSource, type SourceResult } from './readSource';
import { type Job, runPolitely } from './runPolitely';
import { isDue, mayAsk } from './schedule';
import { isRemote, type Source } from './source';
import { movedTo, type SourceState } from './state';

export interface RefreshOptions {
  /** In hours; 0 for only by hand. See `dueAt`. */
  readonly interval: number;
  /** Whether somebody wants it now. */
  readonly isByHand: boolean;
  /** Told of each source as it has been read, before it is saved. */
  readonly onResult?: (result: SourceResult) => void;
}

export interface RefreshPorts extends ReadPorts {
  /** `newState` where nothing is kept. */
  stateOf(source: Source): Promise<SourceState>;
  /** `undefined` where they are lost. */
  entriesOf(source: Source): Promise<readonly ToldEntry[] | undefined>;
  /**
   * Merges what was read into the library (see `merging`), also where nothing was but the library is new; then keeps
   * entries and states. Called with what came in a short time, and not again before it is done.
   */
  save(results: readonly SourceResult[]): Promise<Saved>;
}

/** What saving came to, in posts. */
export interface Saved {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** What a refresh came to, in sources and posts. */
export interface RefreshSummary {
  /** Sources that told anything new. */
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Sources that were not due. */
  readonly waiting: number;
  readonly posts: Saved;
  /** No host could be reached, so that the failures say nothing of the sources. */
  readonly isOffline: boolean;
  readonly isCancelled: boolean;
}

/**
 * Reads the sources that are due, see `runPolitely`; those that failed before come last. When the signal aborts, it
 * resolves at once with what was done until then. What is being saved is saved to its end, what waits for that will be
 * asked for again.
 * @throws what `save` and `stateOf` throw.
 */
export async function refresh(
  sources: readonly Source[],
  ports: RefreshPorts,
  options: RefreshOptions,
  signal?: AbortSignal,
): Promise<RefreshSummary> {
  const count = { changed: 0, unchanged: 0, failed: 0, waiting: 0 };
  const posts = { added: 0, changed: 0, gone: 0 };
  const failing = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failing.signal]) : failing.signal;
  const saving = new Gathering<SourceResult>(
    async results => {
      if (stop.aborted) return;
      const saved = await ports.save(results);
      for (const what of ['added', 'changed', 'gone'] as const) posts[what] += saved[what];
    },
    error => failing.abort(error),
  );
  const due: { source: Source; state: SourceState }[] = [];
  for (const source of sources) {
    const state = await ports.stateOf(source);
    if (isWanted(source, state, options, ports.now())) due.push({ source, state });
    else count.waiting++;
  }
  const states = new Map(due.map(({ source, state }) => [source, state]));
  const results = new OfflineCheck(
    result => {
      count[result.outcome]++;
      options.onResult?.(result);
      saving.add(result);
    },
    ({ source }) => states.get(source)!,
  );
  const jobs = due
    .sort((a, b) => Math.min(1, a.state.failures) - Math.min(1, b.state.failures))
    .map(({ source, state }): Job => {
      const run = async (own: AbortSignal) => {
        const read = async () =>
          readSource(source, { state, entries: await ports.entriesOf(source) }, givingWay(ports, own), stop);
        const started = ports.now();
        const result = await read().catch(error => {
          own.throwIfAborted();
          return broken(source, state, ports.now(), error);
        });
        stop.throwIfAborted();
        results.add({ ...result, took: ports.now() - started });
      };
      return { hosts: hostsOf(source, state), run };
    });
  let isOffline = false;
  try {
    await runPolitely(jobs, stop);
    isOffline = results.end(ports.now());
    await unlessAborted(saving.end(), signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  if (failing.signal.aborted) throw failing.signal.reason;
  return { ...count, posts: { ...posts }, isOffline, isCancelled: signal?.aborted ?? false };
}

/** Rejects when the signal aborts, with its reason, unless `work` is done by then. */
function unlessAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal!.reason);
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort);
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort));
  });
}

/** Reading files takes no requests, so that they need not wait. */
function isWanted(source: Source, state: SourceState, options: RefreshOptions, now: number): boolean {
  if (!isRemote(source)) return true;
  return options.isByHand ? mayAsk(state, now) : isDue(state, options.interval, now);
}

/** The hosts that will be asked: those where the addresses have moved, as far as that is known. */
function hostsOf(source: Source, state: SourceState): string[] {
  if (!isRemote(source)) return [];
  const addresses = [source.location, ...(source.feed === undefined ? [] : [source.feed])];
  return [...new Set(addresses.map(address => new URL(movedTo(state, address) ?? address).host))];
}

/** Whatever goes wrong with one source, the others are read. */
function broken(source: Source, state: SourceState, now: number, error: unknown): SourceResult {
  const detail = error instanceof Error ? error.message : String(error);
  const failure: Problem = { code: 'unreadableFile', source: source.location, detail };
  return {
    source,
    outcome: 'failed',
    state: { ...state, checked: now, failures: state.failures + 1, failure },
  };
}

/** Requests end when the job has to give way; what has been answered is read to its end. */
function givingWay(ports: ReadPorts, own: AbortSignal): ReadPorts {
  const get: HttpClient['get'] = (url, request, signal) =>
    ports.http.get(url, request, signal ? AbortSignal.any([signal, own]) : own);
  return { ...ports, http: { get } };
}
