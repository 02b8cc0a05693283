import { conclude } from './conclude';
import { type Part, readPart } from './part';
import { postFeeds } from './postFeeds';
import type { ReadPorts, SourceMemory, SourceResult } from './readSource';
import type { Source } from './source';

/** Reads a feed. Where a page stands in its place that names one feed, that is read from then on. */
export async function readFeed(
  source: Source,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<SourceResult> {
  const asked = await readPart(source.location, 'feed', memory, ports, signal);
  const part = (await readMoved(asked, memory, ports, signal)) ?? asked;
  const reading = part.outcome === 'changed' ? { ...part.parsed, isComplete: false } : undefined;
  return conclude(source, memory.state, [part], reading, ports);
}

/** The feed that stands at another address by now, as a page at its old one says. */
async function readMoved(
  asked: Part,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<Part | undefined> {
  const { url } = asked;
  const feeds = asked.outcome === 'failed' ? asked.parsed?.feeds : undefined;
  const [link, ...others] = postFeeds(feeds ?? []);
  if (!link || others.length > 0 || link.url === url) return undefined;
  const part = await readPart(link.url, 'feed', memory, ports, signal);
  return part.outcome === 'changed' && part.answer
    ? { ...part, url, answer: { movedTo: link.url, ...part.answer } }
    : undefined;
}
