import type { XmlDocument, XmlElement } from '../xml';
import { Fields, textIn } from './fields';
import { kindOf } from './kind';
import { mostEntries } from './mostEntries';
import type { FeedText, ParsedEntry, ParsedFeed } from './parsedFeed';
import { readPart } from './part';
import { type Scope, scopeWithin } from './scope';
import { lineOf, readText } from './text';

const feeds = new Set(['rss', 'feed', 'rdf:rdf', 'channel', 'rdf']);
const entries = new Set(['item', 'entry']);
/** Elements looked at for a feed that does not stand at the top, as after a server's warnings. */
const mostLookedAt = 1000;

/** The element that is a feed, or the one entry that is all there is. */
export function findFeed(roots: readonly XmlElement[]): XmlElement | undefined {
  const queue = [...roots];
  for (let at = 0; at < queue.length && at < mostLookedAt; at++) {
    const element = queue[at]!;
    const kind = kindOf(element);
    if (feeds.has(kind) && (kind !== 'rdf:rdf' || isRss(element))) return element;
    if (kind === 'entry') return element;
    for (const child of element.children.slice(0, mostLookedAt))
      if (typeof child !== 'string') queue.push(child);
  }
  return undefined;
}

/** RDF says much else. */
function isRss({ attributes, children }: XmlElement): boolean {
  return (
    [...attributes.values()].some(value => /purl\.org\/(?:net\/)?rss|netscape\.com\/rdf/i.test(value)) ||
    children.some(child => typeof child !== 'string' && /^(?:channel|items?)$/.test(kindOf(child)))
  );
}

/** Reads RSS of all versions, RDF, Atom and CDF: they differ in where entries stand, and hardly in what is in them. */
export function* readingXmlFeed(
  { roots, unclosed }: XmlDocument,
  outer: Scope,
): Generator<void, ParsedFeed | undefined> {
  const root = findFeed(roots);
  if (!root) return undefined;
  const isAtom = kindOf(root) === 'feed' || kindOf(root) === 'entry';
  const around = scopeWithin(root, { ...outer, isAtom });
  const fields = new Fields(root);
  const channel = fields.firstKind('channel')[0];
  const head = channel ? new Fields(channel) : fields;
  const within = channel ? scopeWithin(channel, around) : around;
  const read: ParsedEntry[] = [];
  let isShortened = false;
  for (const element of entriesIn(root)) {
    isShortened = read.length === mostEntries;
    if (isShortened) break;
    read.push(readEntry(element, within));
    yield;
  }
  const ttl = head.first(['ttl'], textIn);
  return {
    ...readPart(head, around),
    entries: read,
    ttl: ttl !== undefined && /^\d{1,6}$/.test(ttl) ? Number(ttl) : undefined,
    isTruncated: unclosed.includes(root),
    isShortened,
  };
}

/** In document order; one that stands within another, which was not closed, comes after it. */
function* entriesIn(root: XmlElement): Generator<XmlElement> {
  if (kindOf(root) === 'entry') yield root;
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (entries.has(kindOf(element)) && element !== root) yield element;
    else if (element !== root && kindOf(element) !== 'channel' && !feeds.has(kindOf(element))) continue;
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at]!;
      if (typeof child !== 'string') pending.push(child);
    }
  }
}

const groups = new Set(['media:group', 'media:content']);
const contents = ['content:encoded', 'content', 'body', 'xhtml:body', 'fullitem'];

function readEntry(element: XmlElement, outer: Scope): ParsedEntry {
  const scope = scopeWithin(element, outer);
  const fields = new Fields(element, groups);
  const content = fields.all(...contents).flatMap((child): FeedText[] => {
    const text = child.attributes.has('src') ? undefined : readText(child, scope);
    return text ? [text] : [];
  });
  const [source] = fields.firstKind('source');
  return { ...readPart(fields, outer), content, source: source && readSource(source, scope) };
}

/** Atom's holds the feed's own elements; of RSS's the text is the title, and `url` the feed. */
function readSource(element: XmlElement, scope: Scope): ReturnType<typeof readPart> {
  const part = readPart(new Fields(element), scope);
  const title = lineOf(textIn(element));
  return part.title || title === undefined || element.children.some(child => typeof child !== 'string')
    ? part
    : { ...part, title: { value: title, type: 'text' } };
}
