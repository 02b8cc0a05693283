import type { XmlElement } from '../xml';
import { Fields, textIn } from './fields';
import type { FeedCategory } from './parsedFeed';
import { attributeIn, lineOf } from './text';

/** More than any post has. */
const mostCategories = 1000;

/** All topics of a part, each once: those of the formats, of Dublin Core, of Media RSS and of podcasts. */
export function readCategories(fields: Fields): FeedCategory[] {
  const found = [
    ...fields.all('tags').flatMap(element => readKeywords(element)),
    ...fields.all('category', 'dc:subject', 'dcterms:subject').slice(0, mostCategories).map(readCategory),
    ...fields.all('media:category').map(readMediaCategory),
    ...fields.all('itunes:category', 'googleplay:category').flatMap(element => readItunesCategory(element)),
    ...fields.all('itunes:keywords', 'media:keywords').flatMap(element => readKeywords(element, itunes)),
  ];
  const seen = new Set<string>();
  return found.filter((category): category is FeedCategory => {
    const key = JSON.stringify(category);
    return category !== undefined && !seen.has(key) && seen.add(key) !== undefined;
  });
}

function readCategory(element: XmlElement): FeedCategory | undefined {
  const label = attributeIn(element, 'label');
  const term = attributeIn(element, 'term') ?? lineOf(textIn(element)) ?? label;
  const scheme = attributeIn(element, 'scheme') ?? attributeIn(element, 'domain');
  return term === undefined ? undefined : { term, ...(scheme && { scheme }), ...(label && { label }) };
}

function readMediaCategory(element: XmlElement): FeedCategory | undefined {
  const term = lineOf(textIn(element));
  const label = attributeIn(element, 'label');
  const scheme = attributeIn(element, 'scheme') ?? 'http://search.yahoo.com/mrss/category_schema';
  return term === undefined ? undefined : { term, scheme, ...(label && { label }) };
}

const itunes = 'http://www.itunes.com/';

/** `<itunes:category text="Technology">`, with narrower ones inside. */
function readItunesCategory(element: XmlElement, isInner = false): FeedCategory[] {
  const term = attributeIn(element, 'text') ?? lineOf(textIn(element));
  const inner = isInner
    ? []
    : new Fields(element).all('itunes:category').flatMap(child => readItunesCategory(child, true));
  return term === undefined ? inner : [{ term, scheme: itunes }, ...inner];
}

function readKeywords(element: XmlElement, scheme?: string): FeedCategory[] {
  const words = (textIn(element) ?? '').slice(0, 10_000);
  const parts = words.includes(',') ? words.split(',') : words.split(/\s+/);
  return parts.flatMap(part => {
    const term = lineOf(part);
    return term === undefined ? [] : [{ term, ...(scheme && { scheme }) }];
  });
}
