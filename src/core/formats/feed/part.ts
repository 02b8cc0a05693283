import type { XmlElement } from '../xml';
import { readDate } from './date';
import { Fields, textIn } from './fields';
import { readLinks } from './link';
import type { FeedCategory, FeedDate, FeedPart, FeedPerson } from './parsedFeed';
import { readPersons } from './person';
import { type Scope, scopeWithin } from './scope';
import { lineOf, readText } from './text';

/** Reads what feeds, entries and sources have in common from RSS, Atom and their modules alike. */
export function readPart(fields: Fields, outer: Scope): FeedPart {
  const scope = scopeWithin(fields.element, outer);
  const date = (...kinds: string[]): FeedDate | undefined =>
    fields.first(kinds, element => readDate(textIn(element) ?? element.attributes.get('value') ?? ''));
  const lastModified = attribute(fields.element, 'lastmod') ?? attribute(fields.element, 'LASTMOD');
  const id = fields.first(['id', 'guid', 'dc:identifier'], textIn) ?? attribute(fields.element, 'rdf:about');
  const links = readLinks(fields, scope);
  return {
    title: fields.first(titles, element => readText(element, scope)),
    summary: fields.first(summaries, element => readText(element, scope)),
    id,
    link: fields.first(['feedburner:origlink'], textIn) ?? links.page,
    links: links.all,
    authors: readAuthors(fields, scope),
    contributors: fields.all('contributor', 'dc:contributor').flatMap(element => readPersons(element, scope)),
    categories: readCategories(fields),
    published: date('pubdate', 'published', 'issued', 'dcterms:issued'),
    updated:
      date(
        'updated',
        'modified',
        'dc:date',
        'lastbuilddate',
        'dcterms:modified',
        'dcterms:date',
        'lastmod',
        'date',
      ) ?? (lastModified === undefined ? undefined : readDate(lastModified)),
    created: date('created', 'dcterms:created'),
    language: fields.first(['language', 'dc:language'], textIn) ?? scope.language,
  };
}

const titles = ['title', 'dc:title', 'media:title', 'itunes:title', 'dcterms:title'];
const summaries = [
  'summary',
  'subtitle',
  'tagline',
  'description',
  'abstract',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'itunes:subtitle',
  'media:description',
  'googleplay:description',
];

/** Those of the feed's own terms count; else those of the first module that names any. */
function readAuthors(fields: Fields, scope: Scope): FeedPerson[] {
  for (const kinds of authors) {
    const persons = fields.all(...kinds).flatMap(element => readPersons(element, scope));
    if (persons.length > 0) return persons;
  }
  return [];
}

const authors = [
  ['author', 'dc:creator', 'dc:author', 'dcterms:creator'],
  ['managingeditor'],
  ['itunes:author'],
  ['googleplay:author'],
  ['podcast:person'],
];

function readCategories(fields: Fields): FeedCategory[] {
  const found = [
    ...fields.all('tags').flatMap(element => readKeywords(element)),
    ...fields.all('category', 'dc:subject', 'dcterms:subject').map(readCategory),
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
  const label = attribute(element, 'label');
  const term = attribute(element, 'term') ?? lineOf(textIn(element)) ?? label;
  const scheme = attribute(element, 'scheme') ?? attribute(element, 'domain');
  return term === undefined ? undefined : { term, ...(scheme && { scheme }), ...(label && { label }) };
}

function readMediaCategory(element: XmlElement): FeedCategory | undefined {
  const term = lineOf(textIn(element));
  const label = attribute(element, 'label');
  const scheme = attribute(element, 'scheme') ?? 'http://search.yahoo.com/mrss/category_schema';
  return term === undefined ? undefined : { term, scheme, ...(label && { label }) };
}

const itunes = 'http://www.itunes.com/';

/** `<itunes:category text="Technology">`, with narrower ones inside. */
function readItunesCategory(element: XmlElement, isInner = false): FeedCategory[] {
  const term = attribute(element, 'text') ?? lineOf(textIn(element));
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

function attribute(element: XmlElement, name: string): string | undefined {
  return lineOf(element.attributes.get(name));
}
