import { parseSources } from './parseSources';
import type { Source } from './source';
import { movedTo, type SourceState } from './state';

/** The source with the addresses to which its own have moved for good; `undefined` where none has. */
export function movedSource(source: Source, state: SourceState): Source | undefined {
  const location = movedTo(state, source.location);
  const feed = source.feed === undefined ? undefined : movedTo(state, source.feed);
  if (location === undefined && feed === undefined) return undefined;
  const [moved] = parseSources([
    { ...source, ...(location !== undefined && { location }), ...(feed !== undefined && { feed }) },
  ]).sources;
  return moved;
}
