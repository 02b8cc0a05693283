import type { Problem } from '../problem';
import { urlKey } from '../url';
import { type Asked, ask } from './ask';
import { conclude } from './conclude';
import type { Discovery, Offer } from './discovery';
import type { FeedLink, Parsed } from './parsed';
import { contextOf } from './part';
import { postFeeds } from './postFeeds';
import { withFeeds } from './readOutline';
import type { ReadPorts } from './readSource';
import type { Source } from './source';
import { type AnswerState, newState } from './state';
import { webAddress, withoutUser } from './webAddress';

const accept = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8';

/**
 * What the address offers that somebody typed, which takes one request; a scheme may be missing (https is tried, then
 * http). Rejects with the signal's reason only.
 */
export async function discover(address: string, ports: ReadPorts, signal?: AbortSignal): Promise<Discovery> {
  const [url, other] = candidates(address);
  if (url === undefined) {
    const isOther = scheme.test(address.trim()) && !/^\s*https?:/i.test(address);
    const code = isOther ? 'unusableScheme' : 'invalidAddress';
    const shown = withoutUser(address);
    return none(shown, { code, source: shown });
  }
  const asked = await ask(url, accept, undefined, ports, signal);
  if (asked.outcome === 'changed') return offersOf(url, asked, ports, signal);
  const isDeaf =
    asked.outcome === 'failed' && /^(?:noConnection|badCertificate|badResponse)$/.test(asked.failure.code);
  if (other !== undefined && isDeaf) return discover(other, ports, signal);
  return none(url, asked.outcome === 'failed' ? asked.failure : { code: 'nothingToRead', source: url });
}

/** "localhost:8080" has none. */
const scheme = /^[a-z][a-z\d+.-]*:(?!\d)/i;

/** The addresses that may be meant, likeliest first. */
function candidates(typed: string): string[] {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  const written = scheme.test(text) ? [text] : [`https://${text}`, `http://${text}`];
  return written.flatMap(url => webAddress(url) ?? []);
}

function none(url: string, problem: Problem): Discovery {
  return { url, offers: [], problem };
}

async function offersOf(
  asked: string,
  { answer, freshFor, response }: Extract<Asked, { outcome: 'changed' }>,
  ports: ReadPorts,
  signal?: AbortSignal,
): Promise<Discovery> {
  const { movedTo, ...known } = answer;
  const url = movedTo ?? asked;
  const file = { name: response.url, bytes: response.body };
  let parsed: Parsed;
  try {
    parsed = await ports.parser.parse(
      { ...contextOf(response), kind: 'address', files: [file], source: url },
      signal,
    );
  } catch (error) {
    signal?.throwIfAborted();
    return none(url, {
      code: 'unreadableFile',
      source: url,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const first = { url, answer: known, freshFor, parsed };
  const offers =
    parsed.takenFor === undefined || isPage(parsed) ? pageOffers(first, ports) : otherOffers(first, ports);
  return offers.length > 0
    ? { url: response.url, offers }
    : none(response.url, { code: 'nothingToRead', source: url });
}

function isPage({ takenFor }: Parsed): boolean {
  return takenFor === 'page' || takenFor === 'listing';
}

interface First {
  readonly url: string;
  readonly answer: AnswerState;
  readonly freshFor?: number | undefined;
  readonly parsed: Parsed;
}

function otherOffers(first: First, ports: ReadPorts): Offer[] {
  const { takenFor, sources, title } = first.parsed;
  if (takenFor === 'opml')
    return [{ kind: 'outline', sources, ...(title !== undefined && { title }) }, outlineOffer(first, ports)];
  return takenFor === 'feed' || takenFor === 'bibliography' ? [sourceOffer(takenFor, first, ports)] : [];
}

/** A page can list posts, name feeds and be a post: what it is most likely visited for comes first. */
function pageOffers(first: First, ports: ReadPorts): Offer[] {
  const { feeds, post, takenFor } = first.parsed;
  const posts: Offer[] = post ? [{ kind: 'post', post }] : [];
  const links = feeds.map((link): Offer => ({ kind: 'link', link }));
  const listing = listsPosts(first.parsed) ? [sourceOffer('listing', first, ports)] : [];
  // A home page has neither author nor date.
  const isPost = takenFor === 'page' && (links.length === 0 || !!post?.issued || !!post?.author.length);
  if (isPost) return [...posts, ...listing, ...links];
  return isRich(first.parsed) ? [...listing, ...links, ...posts] : [...links, ...listing, ...posts];
}

/** One link alone is a page that leads somewhere. */
function listsPosts({ entries, takenFor }: Parsed): boolean {
  return entries.length > 1 || (takenFor === 'listing' && entries.length > 0);
}

/** Whether the page lists posts as archives do, not as home pages of companies do that show a few. */
function isRich({ entries }: Parsed): boolean {
  const dated = entries.filter(({ record }) => record.issued || record.author.length > 0);
  return entries.length >= 3 && dated.length * 2 >= entries.length;
}

function sourceOffer(
  kind: 'feed' | 'listing' | 'bibliography',
  { url, answer, freshFor, parsed }: First,
  ports: ReadPorts,
): Offer {
  const feed = kind === 'listing' ? feedOfPage(url, parsed.feeds) : undefined;
  const source: Source = { kind, location: url, ...(feed && { feed: feed.url }) };
  const ttl = parsed.ttl === undefined ? {} : { ttl: parsed.ttl * 60_000 };
  const part = { url, outcome: 'changed', answer: { ...answer, ...ttl }, freshFor } as const;
  const { title, entries, problems } = parsed;
  const reading = {
    ...(title !== undefined && { title }),
    entries,
    problems,
    isComplete: kind === 'bibliography',
  };
  const result = conclude(source, newState, [part], reading, ports);
  return {
    kind: 'source',
    result: feed ? { ...result, state: { ...result.state, isPartial: true } } : result,
  };
}

function outlineOffer({ url, answer, freshFor, parsed }: First, ports: ReadPorts): Offer {
  const part = { url, outcome: 'changed', answer, freshFor } as const;
  const read = conclude({ kind: 'opml', location: url }, newState, [part], undefined, ports);
  return { kind: 'source', result: withFeeds(read, parsed, ports) };
}

/** The feed of what the page lists: a page of an author or a topic names the whole site's feed as well. */
function feedOfPage(url: string, links: readonly FeedLink[]): FeedLink | undefined {
  const feeds = postFeeds(links);
  const below = feeds.find(feed => urlKey(feed.url).startsWith(`${urlKey(url)}/`));
  return below ?? (partOfSite.test(new URL(url).pathname) ? undefined : feeds[0]);
}

const partOfSite =
  /\/(?:authors?|by|people|users?|tags?|tagged|topics?|categor(?:y|ies)|series|search|label)(?:\/|$)/i;
