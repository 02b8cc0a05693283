import { sameValue } from '../sameValue';
import { conclude } from './conclude';
import type { Parsed } from './parsed';
import { readPart } from './part';
import { readFilePart } from './readFilePart';
import type { ReadPorts, ReadSource, SourceResult } from './readSource';
import { isRemote } from './source';

/** Reads an outline, which may be a file or on the web: it tells no posts, but feeds, which its state names. */
export const readOutline: ReadSource = async (source, { state }, ports, signal) => {
  const { location } = source;
  // What it told last stands in its state.
  const memory = state.feeds ? { state, entries: [] } : { state };
  const part = isRemote(source)
    ? await readPart(location, 'opml', memory, ports, signal)
    : await readFilePart(location, 'opml', memory, ports, signal);
  const result = conclude(source, state, [part], undefined, ports);
  const isNew = part.outcome === 'changed' && !sameValue(part.parsed.sources, state.feeds);
  return isNew ? withFeeds(result, part.parsed, ports) : result;
};

/** The result of reading an outline that names other feeds than before. */
export function withFeeds(
  { source, state }: Pick<SourceResult, 'source' | 'state'>,
  { sources, title }: Pick<Parsed, 'sources' | 'title'>,
  { now }: Pick<ReadPorts, 'now'>,
): SourceResult {
  const { title: _, ...known } = state;
  return {
    source,
    outcome: 'changed',
    state: { ...known, ...(title !== undefined && { title }), changed: now(), feeds: sources },
  };
}
