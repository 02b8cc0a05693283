import { urlKey } from '../url';
import { conclude } from './conclude';
import { answerOf, type Part, readPart } from './part';
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
  const page =
    justRead(source, memory, ports) ?? (await readPart(source.location, 'listing', memory, ports, signal));
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

/** In ms, for which a page need not be asked again for the sake of its feed. */
const moment = 3_600_000;

/** The page as it was read when the source was added; `undefined` when it is to be asked. */
function justRead(
  { location }: Source,
  memory: SourceMemory,
  { now }: Pick<ReadPorts, 'now'>,
): Part | undefined {
  const { checked = 0, isPartial, notBefore = 0 } = memory.state;
  const answer = answerOf(memory, location);
  const isRecent = now() >= checked && now() - checked < moment;
  if (!isPartial || !isRecent || !memory.entries || !answer) return undefined;
  return { url: location, outcome: 'unchanged', answer, freshFor: Math.max(0, notBefore - now()) };
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
