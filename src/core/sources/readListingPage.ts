import { urlKey } from '../url';
import { conclude } from './conclude';
import { type Part, readPart } from './part';
import type { SourceEntry } from './reading';
import type { ReadPorts, SourceMemory, SourceResult } from './readSource';
import type { Source } from './source';

/**
 * Reads a page that lists posts, and the same site's feed: the page has the whole archive, the feed says more of the
 * latest posts. Where one of them has nothing new, what it told last still holds.
 */
export async function readListingPage(
  source: Source,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<SourceResult> {
  const page = await readPart(source.location, 'listing', memory, ports, signal);
  const feed =
    source.feed === undefined ? undefined : await readPart(source.feed, 'feed', memory, ports, signal);
  const isNew = page.outcome === 'changed' || feed?.outcome === 'changed';
  const told = memory.entries ?? [];
  const reading = isNew
    ? {
        ...titleOf(page, feed),
        entries: [
          ...(page.outcome === 'changed' ? page.parsed.entries : told.filter(entry => !entry.isFromFeed)),
          ...(feed?.outcome === 'changed'
            ? feed.parsed.entries.map(fromFeed)
            : told.filter(entry => entry.isFromFeed)),
        ],
        isComplete: false,
        problems: [page, feed].flatMap(part => (part?.outcome === 'changed' ? part.parsed.problems : [])),
      }
    : undefined;
  return conclude(source, memory.state, feed ? [page, feed] : [page], reading, ports);
}

/** The page tells of posts by their addresses, so the feed's guid would not do. */
function fromFeed({ key, record }: SourceEntry): SourceEntry {
  return { key: record.url === undefined ? key : urlKey(record.url), record, isFromFeed: true };
}

function titleOf(page: Part, feed: Part | undefined): { title?: string } {
  const title = [feed, page]
    .map(part => (part?.outcome === 'changed' ? part.parsed.title : undefined))
    .find(Boolean);
  return title === undefined ? {} : { title };
}
