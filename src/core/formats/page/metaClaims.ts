import { parseName } from '../../name';
import type { Name, PartialDate } from '../../post';
import { cleanText } from '../../text';
import { plainMarkup } from '../html/plainMarkup';
import { statedDate } from '../html/schema';
import { readByline } from '../line/byline';
import { readNames } from '../line/names';
import type { Claim } from './claim';
import type { Head } from './head';

type Field = 'title' | 'names' | 'date' | 'publication' | 'url' | 'keywords' | 'abstract' | 'language';
type Vocabulary = Readonly<Record<Field, readonly string[]>>;

const openGraph: Vocabulary = {
  title: ['og:title'],
  names: ['article:author', 'article:author:name', 'article:author_name', 'og:author', 'book:author'],
  date: ['article:published_time', 'og:published_time', 'article:published', 'og:pubdate', 'og:release_date'],
  publication: ['og:site_name', 'og:site-name'],
  url: ['og:url'],
  keywords: ['article:tag', 'og:tag', 'article:section'],
  abstract: ['og:description'],
  language: ['og:locale'],
};

/** Highwire's tags, by which Google Scholar reads papers; PRISM, EPrints and bepress have the same by other names. */
const scholar: Vocabulary = {
  title: ['citation_title', 'prism.title', 'eprints.title', 'bepress_citation_title'],
  names: ['citation_author', 'citation_authors', 'bepress_citation_author', 'eprints.creators_name'],
  date: [
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'citation_cover_date',
    'prism.publicationdate',
    'eprints.date',
    'citation_year',
  ],
  publication: [
    'citation_journal_title',
    'citation_conference_title',
    'citation_inbook_title',
    'prism.publicationname',
    'citation_technical_report_institution',
    'citation_publisher',
  ],
  url: ['citation_public_url', 'citation_abstract_html_url', 'citation_fulltext_html_url'],
  keywords: ['citation_keywords'],
  abstract: ['citation_abstract'],
  language: ['citation_language'],
};

const dublinCore: Vocabulary = {
  title: ['dc.title', 'dcterms.title'],
  names: ['dc.creator', 'dcterms.creator', 'dc.creator.personalname', 'dc.contributor.author'],
  date: [
    'dcterms.issued',
    'dc.date.issued',
    'dc.issued',
    'dc.date',
    'dcterms.date',
    'dc.date.created',
    'dcterms.created',
    'dc.created',
  ],
  publication: [
    'dc.source',
    'dcterms.source',
    'dcterms.ispartof',
    'dc.relation.ispartof',
    'dc.publisher',
    'dcterms.publisher',
  ],
  url: ['dc.identifier.uri', 'dcterms.identifier'],
  keywords: ['dc.subject', 'dcterms.subject'],
  abstract: ['dcterms.abstract', 'dc.description.abstract', 'dc.description', 'dcterms.description'],
  language: ['dc.language', 'dcterms.language'],
};

/** Names of no vocabulary, and those of Parsely, Sailthru, Cxense and Twitter. */
const plain: Vocabulary = {
  title: ['parsely-title', 'sailthru.title', 'cxenseparse:title', 'twitter:title', 'headline', 'title'],
  names: [
    'author',
    'authors',
    'byl',
    'parsely-author',
    'sailthru.author',
    'cxenseparse:author',
    'article.author',
  ],
  date: [
    'parsely-pub-date',
    'sailthru.date',
    'cxenseparse:recs:publishtime',
    'datepublished',
    'date.published',
    'article.published',
    'publication_date',
    'publication-date',
    'publish_date',
    'publish-date',
    'publishdate',
    'published_date',
    'published-date',
    'published',
    'pubdate',
    'originalpublicationdate',
    'release_date',
    'date',
    'created',
  ],
  publication: ['parsely-site', 'cre'],
  url: ['parsely-link', 'twitter:url'],
  keywords: ['parsely-tags', 'sailthru.tags', 'news_keywords', 'keywords'],
  abstract: ['description', 'twitter:description'],
  language: ['content-language', 'language'],
};

export const vocabularies = { openGraph, scholar, dublinCore, plain };

/** What the page's `<meta>` elements say in one vocabulary. */
export function metaClaim(metas: Head['metas'], vocabulary: Vocabulary): Claim {
  const first = (field: Field): string | undefined => {
    for (const name of vocabulary[field]) {
      const text = textOf(metas.get(name)?.[0]);
      if (text) return text;
    }
    return undefined;
  };
  const isLibrarian = vocabulary === scholar || vocabulary === dublinCore;
  return {
    title: first('title'),
    names: names(metas, vocabulary, isLibrarian),
    date: date(metas, vocabulary.date),
    publication: first('publication'),
    url: first('url'),
    keywords: firstOf(metas, vocabulary.keywords).flatMap(text => textOf(text).split(/[,;]/)),
    abstract: first('abstract'),
    language: first('language'),
  };
}

const textOf = (text: string | undefined): string => cleanText(plainMarkup(text ?? ''));

/** The contents of the first name that the page has. */
function firstOf(metas: Head['metas'], names: readonly string[]): readonly string[] {
  for (const name of names) {
    const contents = metas.get(name);
    if (contents) return contents;
  }
  return [];
}

function names(metas: Head['metas'], vocabulary: Vocabulary, isLibrarian: boolean): Name[] {
  for (const name of vocabulary.names) {
    const found = (metas.get(name) ?? []).flatMap(text => readSignature(textOf(text), isLibrarian));
    if (found.length > 0) return found;
  }
  return vocabulary === plain ? labelled(metas).flatMap(text => readSignature(text, false)) : [];
}

/** "Written by" beside a name, as pages tell it for previews: `twitter:label1`, `twitter:data1`. */
const labelled = (metas: Head['metas']): string[] =>
  ['1', '2'].flatMap(number => {
    const label = metas.get(`twitter:label${number}`)?.[0] ?? '';
    return /^(?:written by|author|by|verfasst von|geschrieben von|écrit par|escrito por|scritto da)\W*$/i.test(
      label,
    )
      ? (metas.get(`twitter:data${number}`) ?? [])
      : [];
  });

/** Persons named in an attribute; librarians write the family name first: "Doe, Jane; Roe, John". */
function readSignature(text: string, isLibrarian: boolean): Name[] {
  const bare = cleanText(
    text.replace(/[<(]?[^\s<>()]{1,100}@[^\s<>()]{1,100}\.[a-z]{2,20}[>)]?/gi, ' '),
  ).replace(/^\(([^()]*)\)$/, '$1');
  if (bare === '' || bare.length > 1500) return [];
  if (isLibrarian) {
    const parts = bare.split(/\s*;\s*/).filter(part => part !== '');
    if (parts.every(isInverted)) return parts.map(parseName);
  }
  const signed = readByline(bare)?.names ?? readNames(bare, true)?.names ?? (bare.length <= 80 ? [bare] : []);
  return signed.map(parseName);
}

/** "Doe, Jane A."; "Jane Doe, John Roe" are two. */
function isInverted(text: string): boolean {
  const [family = '', given, ...more] = text.split(/\s*,\s*/);
  if (given === undefined) return false;
  return (
    (more.length === 0 || /^(?:jr|sr|ii|iii|iv)\.?$/i.test(more[0]!)) &&
    !(family.includes(' ') && given.includes(' '))
  );
}

/** The first exact one; names stand in the order of trust. */
function date(metas: Head['metas'], names: readonly string[]): PartialDate | undefined {
  let best: PartialDate | undefined;
  for (const name of names) {
    const found = statedDate(metas.get(name)?.[0]);
    if (found?.day !== undefined) return found;
    if (found && (!best || (best.month === undefined && found.month !== undefined))) best = found;
  }
  return best;
}
