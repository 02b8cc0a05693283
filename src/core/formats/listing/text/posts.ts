import { parseName } from '../../../name';
import type { Name, PartialDate, PostRecord } from '../../../post';
import type { Problem } from '../../../problem';
import { cleanText } from '../../../text';
import { cleanUrl } from '../../../url';
import { provisionalTitle } from '../../provisionalTitle';
import type { Beside } from './besides';
import { isAddress } from './isAddress';
import type { Placed } from './layout';
import { isPublicationName } from './publication';
import { type Page, type Reading, sectionBeside } from './reading';

/** The lines of one post. */
export interface Entry {
  readonly titles: Reading[];
  readonly subtitles: Reading[];
  readonly authors: Reading[];
  readonly dates: Reading[];
  readonly excerpt: Reading[];
  readonly others: Reading[];
  /** The year that stands over the post in the page. */
  readonly year?: PartialDate;
}

export interface Gathered {
  readonly head: Reading[];
  readonly entries: Entry[];
  readonly foot: readonly Reading[];
}

/** Puts the placed lines of a page together, post by post. */
export function gatherEntries(page: Page, placed: readonly Placed[]): Gathered {
  const head: Reading[] = [];
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  let year: PartialDate | undefined;
  for (const [at, { role, opens }] of placed.entries()) {
    const reading = page.readings[at]!;
    if (reading.group) {
      const date = groupDate(reading);
      if (date) year = date;
      else head.push(reading);
      continue;
    }
    if (opens) {
      entry = {
        titles: [],
        subtitles: [],
        authors: [],
        dates: [],
        excerpt: [],
        others: [],
        ...(year ? { year } : {}),
      };
      entries.push(entry);
    }
    if (!entry) head.push(reading);
    else entry[`${role}s` in entry ? (`${role}s` as 'titles') : 'excerpt'].push(reading);
  }
  return { head, entries, foot: page.readings.slice(page.footStart) };
}

function groupDate({ line, fields }: Reading): PartialDate | undefined {
  if (fields.date) return fields.date;
  const year = /(?<!\d)[12]\d{3}(?!\d)/u.exec(line.text);
  return year ? { year: Number(year[0]) } : undefined;
}

/** Makes the record of one post; `undefined` when there is nothing to call it by. */
export function toRecord(
  entry: Entry,
  page: Page,
  options: { source: string; base?: string; publication?: string },
  problems: Problem[],
): PostRecord | undefined {
  const all = [...entry.titles, ...entry.authors, ...entry.dates, ...entry.others];
  // A handle in the line below a name is the same person's.
  const signature = entry.authors
    .filter(({ line }, at) => at === 0 || !/^@\S+$/u.test(line.text))
    .map(reading => authorsOf(reading, page));
  const beside = signature.length > 0 ? undefined : besideOf(entry.titles[0], page);
  const bylines = beside
    ? [beside.byline]
    : [...signature, ...entry.titles.map(titleByline)].filter(by => by !== undefined);
  const author = uniqueNames(bylines.flatMap(byline => byline.names).map(parseName));
  const paragraphs = [...entry.subtitles, ...entry.excerpt].map(({ line }) => line.text);
  const found = beside?.title ?? entry.titles[0]?.fields.title;
  const title = found ? cleanTitle(found) : provisionalTitle(paragraphs[0]);
  if (!title) return undefined;
  const issued = issuedOf(all, entry.year);
  const undated = issued ? undefined : all.find(({ fields }) => fields.unknownDate);
  if (undated)
    problems.push({
      code: 'unknownDate',
      source: options.source,
      line: undated.line.number,
      detail: undated.fields.unknownDate!.slice(0, 80),
    });
  const url = addressOf(entry, options, problems);
  const notes = [...bylines.map(byline => byline.note), ...all.map(({ fields }) => fields.note)].filter(
    note => note,
  );
  const keywords = keywordsOf(entry, all, page, options.publication);
  return {
    title,
    author,
    ...(issued ? { issued } : {}),
    ...(options.publication ? { containerTitle: options.publication } : {}),
    ...(url ? { url } : {}),
    ...(paragraphs.length > 0 ? { abstract: paragraphs.join('\n\n') } : {}),
    keywords,
    ...(notes.length > 0 ? { note: notes.join('. ') } : {}),
    ...(found ? {} : { provisional: ['title'] as const }),
  };
}

const authorsOf = (reading: Reading, page: Page) =>
  reading.fields.byline ?? sectionBeside(reading, page)?.byline;

/** A byline in the title's own line; bare names count only beside a title. */
const titleByline = ({ fields }: Reading) =>
  fields.byline?.signed || fields.title !== bareTitle(fields) ? fields.byline : undefined;
const bareTitle = (fields: Reading['fields']) =>
  fields.byline && !fields.byline.signed ? fields.title : undefined;

function besideOf(reading: Reading | undefined, page: Page): Beside | undefined {
  const besides = reading?.fields.besides ?? [];
  const usual = besides.find(({ shape }) => shape === page.besideShape);
  return usual ?? besides.find(({ shape, byline }) => shape === 'by' && byline.confidence >= 0.6);
}

function uniqueNames(names: readonly Name[]): Name[] {
  const seen = new Set<string>();
  return names.filter(name => {
    const key = JSON.stringify(name);
    return seen.has(key) ? false : seen.add(key);
  });
}

function cleanTitle(text: string): string {
  const title = cleanText(text).replace(/^[\s:–—|·•-]+|[\s–—|·•,-]+$/gu, '');
  const quoted = /^(?:“([^“”]+)”|"([^"]+)"|«\s?([^«»]+?)\s?»|„([^„“]+)“)$/u.exec(title);
  return (quoted?.slice(1).find(part => part) ?? title).replace(/,$/u, '') || cleanText(text);
}

function issuedOf(readings: readonly Reading[], group: PartialDate | undefined): PartialDate | undefined {
  for (const { fields } of readings) if (fields.date) return fields.date;
  for (const { fields } of readings)
    if (fields.yearless && group) return { year: group.year, ...fields.yearless };
  return group;
}

function addressOf(
  entry: Entry,
  { source, base }: { source: string; base?: string },
  problems: Problem[],
): string | undefined {
  const named = [...entry.titles, ...entry.others].find(({ fields }) => fields.url);
  const links = [...entry.titles, ...entry.others, ...entry.excerpt.slice(-1)].flatMap(
    ({ line, linked, chrome }) =>
      linked || chrome || entry.titles.some(title => title.line === line) ? line.links : [],
  );
  const addresses = links.filter(link => isAddress(link.url));
  const titled = addresses.find(({ text }) => text === entry.titles[0]?.fields.title);
  const written = (titled ?? addresses[0])?.url ?? named?.fields.url;
  if (!written) return undefined;
  const url = cleanUrl(/^www\./iu.test(written) ? `https://${written}` : written, base);
  const line = (entry.titles[0] ?? named)?.line.number;
  if (url === undefined) {
    const code = /^[a-z][a-z\d+.-]*:/iu.test(written) ? 'unusableAddress' : 'relativeAddress';
    problems.push({ code, source, ...(line === undefined ? {} : { line }), detail: written.slice(0, 80) });
  }
  return url;
}

function keywordsOf(
  entry: Entry,
  readings: readonly Reading[],
  page: Page,
  publication: string | undefined,
): string[] {
  const words = readings.flatMap(({ fields }) => [
    ...fields.keywords,
    ...(fields.section && fields.section !== publication && !isPublicationName(fields.section)
      ? [fields.section]
      : []),
  ]);
  for (const author of entry.authors)
    if (author.fields.byline?.signed) words.push(author.fields.title ?? '');
    else if (!author.fields.byline) words.push(sectionBeside(author, page)?.title ?? '');
  return [...new Set(words.map(cleanText))].filter(word => word);
}
