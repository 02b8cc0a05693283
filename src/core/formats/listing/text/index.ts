import type { PostRecord } from '../../../post';
import type { Problem } from '../../../problem';
import type { Listing, ListingOptions } from '../listing';
import { placeLines } from './layout';
import { readLines } from './lines';
import { type Entry, gatherEntries, toRecord } from './posts';
import { findPublication } from './publication';
import { type Page, type Reading, readPage } from './reading';

/** Reads a listing page that was copied as plain text, or is written in Markdown. */
export function readTextListing(text: string, options: ListingOptions): Listing {
  const { lines, isShortened } = readLines(text);
  const page = readPage(lines);
  const { head, entries, foot } = gatherEntries(page, placeLines(page));
  const problems: Problem[] = isShortened ? [{ code: 'longPage', source: options.source }] : [];
  if (!isListing(entries))
    return { posts: [], problems: [...problems, { code: 'noListing', source: options.source }] };
  const publication = publicationOf(page, head, foot, entries);
  const posts: PostRecord[] = [];
  const skipped = [...head, ...foot];
  for (const entry of entries) {
    const record = toRecord(entry, page, { ...options, ...(publication ? { publication } : {}) }, problems);
    if (record) posts.push(record);
    else skipped.push(...entry.authors, ...entry.dates);
    skipped.push(...entry.others.filter(isUnused));
  }
  skipped.sort((a, b) => a.line.number - b.line.number);
  for (const { line } of skipped) {
    problems.push({
      code: 'skippedText',
      source: options.source,
      line: line.number,
      detail: shorten(line.text),
    });
  }
  return { ...(publication ? { publication } : {}), posts, problems };
}

/** Something that only a list of posts has, in most of what was taken for posts. */
function isListing(entries: readonly Entry[]): boolean {
  const evident = entries.filter(isEvident).length;
  const lines = entries.reduce((sum, entry) => sum + entry.excerpt.length, 0);
  if (evident * 2 < entries.length || lines > entries.length * 15) return false;
  return evident > 1 || (evident === 1 && lines <= 6 && isSure(entries.find(isEvident)!));
}

const isEvident = ({ titles, authors, dates, others }: Entry) =>
  authors.some(isSurelySigned) ||
  dates.length > 0 ||
  titles.some(
    ({ fields, linked }) =>
      linked || fields.dated || fields.byline?.signed || fields.besides.length > 0 || fields.extras,
  ) ||
  others.some(({ fields, line, chrome }) => fields.url || (chrome && line.links.length > 0) || fields.extras);

const isSure = ({ titles, authors, dates }: Entry) =>
  authors.some(({ fields }) => fields.byline?.signed || fields.dated) ||
  (titles.length > 0 && dates.length > 0);

const isSurelySigned = ({ fields }: Reading) =>
  fields.dated || fields.byline?.signed === true || (fields.byline?.confidence ?? 1) >= 0.6;

const isUnused = ({ fields, chrome }: Reading) =>
  chrome ||
  !(
    fields.dated ||
    fields.extras ||
    fields.section ||
    fields.note ||
    fields.keywords.length > 0 ||
    fields.url
  );

function publicationOf(
  page: Page,
  head: readonly Reading[],
  foot: readonly Reading[],
  entries: readonly Entry[],
) {
  const sections = [...page.readings].flatMap(({ fields }) => (fields.section ? [fields.section] : []));
  const texts = (readings: readonly Reading[]) => readings.map(({ line }) => line.text);
  const first = page.readings.find(({ fields, chrome }) => fields.title !== undefined && !chrome);
  const masthead = first && head.includes(first) ? first.line.text : undefined;
  return (
    findPublication(texts(head), texts(foot), entries.length > 1 ? sections : [], masthead) ?? page.footName
  );
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
