import type { PartOutcome } from './part';
import type { SourceReading } from './reading';
import type { ReadPorts, SourceResult } from './readSource';
import { backOff, longestOf } from './schedule';
import type { Source } from './source';
import type { SourceState } from './state';

/**
 * The state after a source was asked: the first part is the source itself, the others only tell more, so that the
 * source has not failed when they have.
 * @param reading where any part is new.
 */
export function conclude(
  source: Source,
  before: SourceState,
  parts: readonly [PartOutcome, ...PartOutcome[]],
  reading: SourceReading | undefined,
  { now, random }: Pick<ReadPorts, 'now' | 'random'>,
): SourceResult {
  const [main] = parts;
  const checked = now();
  const failure = parts.map(part => (part.outcome === 'failed' ? part.failure : undefined)).find(Boolean);
  const failures = main.outcome === 'failed' ? before.failures + 1 : 0;
  const waits = parts.map(part =>
    part.outcome === 'failed' ? part.retryAfter : longestOf(part.freshFor, part.answer?.ttl),
  );
  const retryAfter = longestOf(
    ...parts.map(part => (part.outcome === 'failed' ? part.retryAfter : undefined)),
  );
  const wait = longestOf(...waits, failures > 0 ? backOff(failures, random()) : 0);
  const { failure: _, isGone: __, notBefore: ___, retryAt: ____, isPartial: _____, ...known } = before;
  const outcome = reading ? 'changed' : main.outcome === 'failed' ? 'failed' : 'unchanged';
  return {
    source,
    outcome,
    ...(reading && { reading }),
    state: {
      ...known,
      ...(reading?.title !== undefined && { title: reading.title }),
      ...(reading && { count: countOf(reading), changed: checked }),
      checked,
      ...(main.outcome !== 'failed' && { reached: checked }),
      ...(wait > 0 && { notBefore: checked + wait }),
      ...(retryAfter > 0 && { retryAt: checked + retryAfter }),
      answers: Object.fromEntries(parts.flatMap(({ url, answer }) => (answer ? [[url, answer]] : []))),
      failures,
      ...(failure && { failure }),
      ...(main.outcome === 'failed' && main.failure.code === 'gone' && { isGone: true }),
    },
  };
}

/** A page and its feed tell of the same posts. */
function countOf({ entries }: SourceReading): number {
  return new Set(entries.map(({ key }) => key)).size;
}
