import { sourceKey } from './parseSources';
import type { Source } from './source';
import type { SourceState } from './state';

/** A feed, and the outline that names it. */
export interface OutlineFeed {
  readonly source: Source;
  readonly outline: Source;
}

/** The feeds that the outlines among the sources stand for, each once, but for those that are sources themselves. */
export function feedsOfOutlines(
  sources: readonly Source[],
  stateOf: (source: Source) => SourceState,
): readonly OutlineFeed[] {
  const known = new Set(sources.map(sourceKey));
  const feeds: OutlineFeed[] = [];
  for (const outline of sources.filter(({ kind }) => kind === 'opml')) {
    for (const source of stateOf(outline).feeds ?? []) {
      const key = sourceKey(source);
      if (!known.has(key)) feeds.push({ source, outline });
      known.add(key);
    }
  }
  return feeds;
}
