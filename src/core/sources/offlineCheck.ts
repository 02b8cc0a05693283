import type { SourceResult } from './readSource';
import { isRemote } from './source';
import type { SourceState } from './state';

/** In ms, until sources are tried again. */
const soon = 10 * 60_000;
/** In ms, after which a single host that was reached before is no longer thought of as well. */
const grace = 7 * 24 * 3_600_000;

/** Failures that don't need a network, or the lack of one may be behind. */
const tellsNothing =
  /^(?:privateAddress|blockedPort|invalidAddress|unusableScheme|timedOut|crossOrigin|unreadableFile)$/;

/**
 * Passes results on, but holds back those of hosts that can't be found or reached for as long as none could. Where that
 * is so to the end, and of two hosts, this computer is offline, and the sources are none the worse for it. Of a single
 * host the error has to say so; as that may be mistaken, it is believed for a week after the source was reached last.
 */
export class OfflineCheck {
  #heldBack: SourceResult[] = [];
  #isOnline = false;

  /** @param before the states from before the refresh. */
  constructor(
    readonly pass: (result: SourceResult) => void,
    readonly before: (result: SourceResult) => SourceState,
  ) {}

  add(result: SourceResult): void {
    const code = result.outcome === 'failed' ? result.state.failure?.code : undefined;
    const isUnreached = code === 'offline' || code === 'unknownHost' || code === 'noConnection';
    if (isUnreached && !this.#isOnline) {
      this.#heldBack.push(result);
      return;
    }
    if (isRemote(result.source) && !tellsNothing.test(code ?? '')) {
      this.#isOnline = true;
      this.#release();
    }
    this.pass(result);
  }

  /** Passes on what is held back. @returns whether this computer is offline. */
  end(now: number): boolean {
    const hosts = new Set(this.#heldBack.map(({ source }) => new URL(source.location).host));
    const isOffline =
      hosts.size > 1 || (hosts.size === 1 && this.#heldBack.every(result => this.#saysSo(result, now)));
    if (isOffline) {
      this.#heldBack = this.#heldBack.map(result => {
        const { isPartial: _, ...state } = this.before(result);
        return { ...result, state: { ...state, notBefore: Math.max(now + soon, state.notBefore ?? 0) } };
      });
    }
    this.#release();
    return isOffline;
  }

  #saysSo(result: SourceResult, now: number): boolean {
    const { reached = 0 } = this.before(result);
    return result.state.failure?.code === 'offline' && now - reached < grace;
  }

  #release(): void {
    const results = this.#heldBack;
    this.#heldBack = [];
    for (const result of results) this.pass(result);
  }
}
