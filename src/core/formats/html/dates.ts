import { type DateOrder, findDate, parseDate } from '../../date';
import type { PartialDate } from '../../post';
import { readByline } from '../line/byline';
import { relativeDateStart } from '../line/chrome';

/** What a heading above a group of posts says about their dates. */
export interface DateContext {
  readonly group?: PartialDate | undefined;
  readonly order?: DateOrder | undefined;
}

/** The date that a text shows, completed from the heading above it where the text lacks the year ("Jan 3"). */
export function readDate(text: string, context: DateContext): PartialDate | undefined {
  if (text.length > 200) return undefined;
  const { group, order } = context;
  return (
    parseDate(text, { order }) ??
    findDate(text, { order })?.date ??
    (group && completeDate(text, group, order))
  );
}

/** "Jan 3" under "2021", "3" under "January 2021". */
export function completeDate(text: string, group: PartialDate, order?: DateOrder): PartialDate | undefined {
  const bare = text.replace(/[\s.,:;·–—|-]+$/u, '').trim();
  if (bare === '' || bare.length > 30 || /\d{4}/.test(bare)) return undefined;
  if (group.month !== undefined) {
    const day = /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.|日)?$/u.exec(bare)?.[1];
    const date = day && parseDate(`${group.year}-${group.month}-${day}`);
    if (date) return date;
  }
  const { year } = group;
  const date =
    parseDate(`${bare} ${year}`, { order }) ??
    parseDate(`${bare}, ${year}`, { order }) ??
    parseDate(`${year}年${bare}`) ??
    parseDate(`${bare}${/^\d{1,2}([-/.])\d{1,2}$/.exec(bare)?.[1] ?? '/'}${year}`, { order });
  return date?.day !== undefined && (group.month === undefined || group.month === date.month)
    ? date
    : undefined;
}

/** The date at either end of a line without a year: "Jan 3 — Title" gives "Jan 3". */
export function yearlessDates(line: string): string[] {
  const found = line.match(
    /(?<![\p{L}\d])(?:\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?\p{L}{3,12}\.?|\d{1,2}[-/.]\d{1,2}|\d{1,2}月\d{1,2}日)(?![\p{L}\d])/gu,
  );
  return found?.slice(0, 5) ?? [];
}

/** What a short line says of a date that cannot be told: "3 days ago", "Jan 3", "03/04/2021" where nothing tells the order. */
export function unknownDate(line: string): string | undefined {
  if (line.length > 80) return undefined;
  const relative = relativeDateStart(line);
  if (relative >= 0 && (relative === 0 || readByline(line))) return line.slice(relative).trim();
  const shown = /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d)?\d\d(?!\d)/.exec(line)?.[0];
  if (shown && (shown === line || readByline(line))) return shown;
  return yearlessDates(line).find(text => looksLikeDay(text) && (text === line || readByline(line)));
}

/** Whether a year would make a date of it. */
export const looksLikeDay = (text: string): boolean =>
  findDate(`${text} 2000`) !== undefined || findDate(`2000年${text}`) !== undefined;

/**
 * How the page writes dates like "01/03/2021", where some of its dates can be read in one way only ("01/15/2021")
 * or its language tag names the country.
 */
export function dateOrderOf(texts: Iterable<string>, language: string | undefined): DateOrder | undefined {
  const seen = new Set<DateOrder>();
  for (const text of texts) {
    for (const [, a, b] of text
      .slice(0, 300)
      .matchAll(/(?<!\d)(\d{1,2})[-/](\d{1,2})[-/](?:\d\d)?\d\d(?!\d)/g)) {
      if (Number(a) > 12 && Number(b) <= 12) seen.add('dayFirst');
      if (Number(b) > 12 && Number(a) <= 12) seen.add('monthFirst');
    }
  }
  if (seen.size === 1) return [...seen][0];
  if (seen.size > 1 || !language) return undefined;
  if (/^en-us$/i.test(language)) return 'monthFirst';
  return /^(?:en-(?:gb|au|nz|ie|in)|de|fr|es|it|pt|nl|da|nb|no|fi|pl|cs|ru|uk|tr|ro|el)(?:-|$)/i.test(
    language,
  ) && !/^es-us$/i.test(language)
    ? 'dayFirst'
    : undefined;
}
