import type { XmlDocument, XmlElement } from '../xml';
import { Fields, textIn } from './fields';
import { findFeed } from './findFeed';
import { kindOf } from './kind';
import { mostEntries } from './mostEntries';
import type { FeedText, ParsedEntry, ParsedFeed } from './parsedFeed';
import { readPart } from './part';
import { type Scope, scopeWithin } from './scope';
import { lineOf, readText } from './text';
import { readTtl } from './ttl';

const entries = new Set(['item', 'entry']);
const holders = new Set(['rss', 'feed', 'rdf:rdf', 'rdf', 'channel']);

/** Reads RSS of all versions, RDF, Atom and CDF: they differ in where entries stand, and hardly in what is in them. */
export function* readingXmlFeed(
  { roots, unclosed, ...xml }: XmlDocument,
  outer: Scope,
): Generator<void, ParsedFeed | undefined> {
  const root = findFeed(roots);
  if (!root) return undefined;
  const isAtom = kindOf(root) === 'feed' || kindOf(root) === 'entry';
  const around = scopeWithin(root, { ...outer, isAtom });
  const fields = new Fields(root);
  const channel = fields.all('channel')[0];
  const head = channel ? new Fields(channel) : fields;
  const within = channel ? scopeWithin(channel, around) : around;
  const read: ParsedEntry[] = [];
  let isShortened = xml.isShortened;
  for (const element of entriesIn(root)) {
    if (read.length === mostEntries) {
      isShortened = true;
      break;
    }
    read.push(readEntry(element, within));
    yield;
  }
  return {
    ...readPart(head, around),
    entries: read,
    ttl: readTtl(head),
    isTruncated: !xml.isShortened && unclosed.includes(root),
    isShortened,
  };
}

/** In document order; one that stands within another, which was not closed, comes after it. */
function* entriesIn(root: XmlElement): Generator<XmlElement> {
  if (kindOf(root) === 'entry') yield root;
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (entries.has(kindOf(element)) && element !== root) yield element;
    else if (element !== root && !holders.has(kindOf(element))) continue;
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
  const [source] = fields.all('source');
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
