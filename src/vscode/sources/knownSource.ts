import { feedsOfOutlines } from '../../core/sources/feedsOfOutlines';
import type { Source } from '../../core/sources/source';
import { sourceId } from '../../core/sources/sourceId';
import type { SourceState } from '../../core/sources/state';

/** A source of the settings or of an outline there, with what is known of it. */
export interface KnownSource {
  readonly source: Source;
  readonly state: SourceState;
  /** It is being read, or waits for its turn. */
  readonly isRefreshing: boolean;
  /** The outline that names it, where it is not listed itself. */
  readonly outline?: Source;
}

/** By `sourceId`, in the order of the settings: the listed sources, then the feeds that outlines among them name. */
export function knownSources(
  listed: readonly Source[],
  stateOf: (source: Source) => SourceState,
  isRefreshing: (source: Source) => boolean,
): Map<string, KnownSource> {
  const known = (source: Source) => ({ source, state: stateOf(source), isRefreshing: isRefreshing(source) });
  return new Map<string, KnownSource>([
    ...listed.map(source => [sourceId(source), known(source)] as const),
    ...feedsOfOutlines(listed, stateOf).map(
      ({ source, outline }) => [sourceId(source), { ...known(source), outline }] as const,
    ),
  ]);
}

/** `unread`: never yet. `stale`: the last reading failed, and what was read before stays. `gone`: for good, as its server says. */
export type SourceCondition = 'unread' | 'refreshing' | 'fresh' | 'unchanged' | 'stale' | 'gone';

export function conditionOf({ state, isRefreshing }: KnownSource): SourceCondition {
  if (isRefreshing) return 'refreshing';
  if (state.isGone) return 'gone';
  if (state.failure) return 'stale';
  if (state.reached === undefined) return 'unread';
  return state.changed === state.reached ? 'fresh' : 'unchanged';
}

/** What the source is called: by the user, else by itself, else its address without what all have, or its path. */
export function sourceName({
  source,
  state,
}: {
  readonly source: Pick<Source, 'name' | 'location'>;
  readonly state: SourceState;
}): string {
  return source.name || state.title || source.location.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
}
