import { parseDate } from '../../date';
import type { PartialDate } from '../../post';
import { type Fields, fieldsOf, isRecord, textOf } from './fields';

/** When a post was published, by all names for it; when it was changed is none of them. */
const places =
  `date publishdate pubdate published pubdatetime publishedat publishedon publishedtime publisheddate
  datepublished publicationdate publishtime publish postdate posted issued released releasedate created createdat
  createdon creationdate datecreated`.split(/\s+/);
/** What Quarto and Eleventy work out when they build. */
const workedOut = /^(?:now|today|last-modified|created|last modified|git (?:created|last modified)|\{\{.*)$/i;

export interface FrontMatterDate {
  readonly date?: PartialDate;
  /** What stands for a date and cannot be understood as one. */
  readonly unknown?: string;
}

export function readDate(fields: Fields): FrontMatterDate {
  let unknown: string | undefined;
  for (const place of places) {
    const value = fields.get(place);
    const { date, unknown: text } = isRecord(value) ? readDate(fieldsOf(value)) : dateOf(value);
    if (date) return { date };
    unknown ??= text;
  }
  return unknown === undefined ? {} : { unknown };
}

/** The day that a date or time names as it is written, whatever its zone. */
export function dateOf(value: unknown): FrontMatterDate {
  const text = textOf(value)?.slice(0, 100);
  if (text === undefined || typeof value === 'boolean' || workedOut.test(text)) return {};
  if (/^(?:true|false|yes|no)$/i.test(text)) return {};
  const day = /^\d{4}-\d{1,2}-\d{1,2}(?=$|[T\s:])/.exec(text)?.[0];
  const date = parseDate(text) ?? (day === undefined ? undefined : parseDate(day));
  return date ? { date } : { unknown: text };
}

const dayInPath = /(?:^|\/)(\d{4})[-/_](\d{1,2})[-/_](\d{1,2})(?=$|[-/_. T])/;
const compactDay = /(?:^|\/)(\d{4})(\d\d)(\d\d)(?=$|[-/_. T])/;
const monthInPath = /(?:^|\/)((?:19|20)\d\d)[-/](0[1-9]|1[0-2])(?=[-/])/;
const yearInPath = /(?:^|\/)((?:19|20)\d\d)(?=\/)/;

/**
 * The date that the name of a file or of its folders begins with: "2021-01-03-slug.md", "2021/01/03/slug.md"; else
 * that in the address that the post says it has.
 */
export function dateOfPath(path: string, address = ''): PartialDate | undefined {
  const found =
    dayInPath.exec(path.slice(-1000)) ??
    dayInPath.exec(address.slice(0, 1000)) ??
    [compactDay, monthInPath, yearInPath].map(p => p.exec(path)).find(Boolean);
  return found
    ? parseDate(
        found
          .slice(1)
          .map(part => part.padStart(2, '0'))
          .join('-'),
      )
    : undefined;
}
