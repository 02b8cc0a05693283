import * as vscode from 'vscode';
import { sourceKey } from '../../core/sources/parseSources';
import { dueAt, isDue } from '../../core/sources/schedule';
import { isRemote, type Source } from '../../core/sources/source';
import { settings } from '../settings';
import type { KnownSource } from './knownSource';

/** In ms: after the start, and between two looks at what is due. */
const warmUp = 5000;
const pace = 60_000;
/** In ms: a source that was just listed is read at once, unless the command that listed it does so. */
const soon = 2000;
const longest = 3_600_000;

/** When to look which sources are due, and which are then. */
export class RefreshTimer {
  /** By `sourceKey`, folders and files that were read since this window was opened; they may have changed before. */
  readonly #readHere = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** In ms since 1970: when to look for what was just listed, whatever ends until then. */
  #soonAt = 0;
  #isRunning = false;

  /** @param look is to plan again when it is done. */
  constructor(
    private readonly known: () => readonly KnownSource[],
    private readonly look: () => void,
  ) {}

  /** Nothing is planned before. */
  start(): void {
    this.#isRunning = true;
    this.plan(warmUp);
  }

  /**
   * Looks again when the next source is due; a computer that slept meanwhile is late, so it looks now and then.
   * @param least milliseconds to wait in any case.
   */
  plan(least = pace): void {
    if (!this.#isRunning) return;
    clearTimeout(this.#timer);
    const { refreshInterval } = settings();
    const times = this.known().map(({ source, state }) =>
      this.#isUnread(source) ? 0 : (dueAt(state, refreshInterval) ?? Infinity),
    );
    const now = Date.now();
    const first = this.#soonAt > now ? Math.min(least, this.#soonAt - now) : least;
    const wait = Math.min(longest, Math.max(first, Math.min(...times) - now));
    this.#timer = setTimeout(this.look, wait);
  }

  /** Looks in a moment for sources that were just listed. */
  planSoon(): void {
    this.#soonAt = Date.now() + soon;
    this.plan(soon);
  }

  /** Looks as late as can be, but soon for what was just listed. */
  planLate(): void {
    this.plan(longest);
  }

  /** Who stopped a refresh does not want it to go on in a minute. */
  rest(): void {
    this.#soonAt = 0;
    this.plan(longest);
  }

  noteRead(source: Source): void {
    this.#readHere.add(sourceKey(source));
  }

  /** The library is another one: folders and files are read anew for it. */
  restart(): void {
    this.#readHere.clear();
    this.plan(soon);
  }

  /** Those to be read now without being asked for, and not being read. */
  due(): readonly Source[] {
    const { refreshInterval } = settings();
    return this.known().flatMap(({ source, state, isRefreshing }) => {
      const isWanted = this.#isUnread(source) || isDue(state, refreshInterval, Date.now());
      // Of several windows the one in use asks servers.
      const mayAsk = !isRemote(source) || vscode.window.state.focused;
      return isWanted && mayAsk && !isRefreshing ? source : [];
    });
  }

  dispose(): void {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }

  /** A folder or file that may have changed before it was watched. */
  #isUnread(source: Source): boolean {
    return !isRemote(source) && !this.#readHere.has(sourceKey(source));
  }
}
