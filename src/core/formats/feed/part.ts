import type { XmlElement } from '../xml';
import { readCategories } from './category';
import { readDate } from './date';
import { attributeOf, type Fields, textIn } from './fields';
import { kindOf } from './kind';
import { readLinks } from './link';
import type { FeedDate, FeedPart, FeedPerson } from './parsedFeed';
import { readPersons } from './person';
import { type Scope, scopeWithin } from './scope';
import { attributeIn, readText } from './text';

/** Reads what feeds, entries and sources have in common from RSS, Atom and their modules alike. */
export function readPart(fields: Fields, outer: Scope): FeedPart {
  const scope = scopeWithin(fields.element, outer);
  const date = (...kinds: string[]): FeedDate | undefined =>
    fields.first(kinds, element => readDate(textIn(element) ?? element.attributes.get('value') ?? ''));
  const lastModified = attributeOf(fields.element, 'lastmod');
  const id =
    fields.first(['id', 'guid', 'dc:identifier'], textIn) ?? attributeIn(fields.element, 'rdf:about');
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

/** Of one vocabulary, so that hostile feeds take no longer than others. */
const mostPersons = 500;

/** Those of the first vocabulary that names any; else those of the first that tells anything of one. */
function readAuthors(fields: Fields, scope: Scope): readonly FeedPerson[] {
  const told = authors
    .map(kinds =>
      fields
        .all(...kinds)
        .filter(isWriter)
        .slice(0, mostPersons)
        .flatMap(element => readPersons(element, scope)),
    )
    .filter(persons => persons.length > 0);
  return told.find(persons => persons.some(({ name }) => name !== undefined)) ?? told[0] ?? [];
}

const authors = [
  ['author', 'dc:creator', 'dc:author', 'dcterms:creator'],
  ['managingeditor'],
  ['itunes:author'],
  ['googleplay:author'],
  ['podcast:person'],
  ['media:credit'],
];

/** Of those whom Media RSS credits, https://www.rssboard.org/media-rss#media-credit, most made the pictures. */
function isWriter(element: XmlElement): boolean {
  return (
    kindOf(element) !== 'media:credit' || /^(?:author|writer)$/i.test(attributeOf(element, 'role') ?? '')
  );
}
