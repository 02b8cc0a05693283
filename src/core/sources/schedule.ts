import type { SourceState } from './state';

const hour = 3_600_000;
const longest = 48 * hour;

/**
 * When a source on the web is to be asked next unless by hand, in ms since 1970; `undefined` for never.
 *
 * That is an interval after it was asked last, or what the server wants (`notBefore`), whichever is longer. After
 * failures the interval gives way to the back-off, which begins with an hour, so that a computer that was offline
 * soon is up to date again. Never less than an hour after it was asked last, but for what was left out then.
 * @param interval in hours; 0 for only by hand.
 */
export function dueAt(state: SourceState, interval: number): number | undefined {
  if (interval === 0 || state.isGone) return undefined;
  const { checked, failures, isPartial, notBefore = 0 } = state;
  if (checked === undefined) return notBefore;
  if (isPartial) return checked;
  return Math.max(checked + Math.max(1, failures > 0 ? 0 : interval) * hour, notBefore);
}

/** Whether a source may be asked now. A state from the future, of a clock that was wrong, holds nothing up. */
export function isDue(state: SourceState, interval: number, now: number): boolean {
  const due = dueAt(state, interval);
  return due !== undefined && (due <= now || state.checked! > now);
}

/**
 * Whether a source may be asked now by hand. That heeds neither interval nor back-off, only what the server said in
 * `Retry-After`, and that for an hour at most.
 */
export function mayAsk({ checked = 0, retryAt = 0 }: SourceState, now: number): boolean {
  return checked > now || Math.min(retryAt, checked + hour) <= now;
}

/** The longest of the times for which a server wants to be left alone, in ms: not more than two days. */
export function longestOf(...waits: readonly (number | undefined)[]): number {
  return Math.min(longest, Math.max(0, ...waits.filter(wait => wait !== undefined)));
}

/**
 * How long to wait after so many failures in a row, in ms: an hour, doubled by each further one, two days at most;
 * up to a quarter is left off by chance, so that sources that failed together don't come back together.
 * @param chance from 0 to 1.
 */
export function backOff(failures: number, chance: number): number {
  return Math.max(hour, Math.min(longest, hour * 2 ** Math.min(failures - 1, 30)) * (1 - chance / 4));
}
