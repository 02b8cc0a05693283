import { parseDate } from '../../date';
import { monthOfWord } from '../../monthNames';
import type { PartialDate } from '../../post';
import { cleanText, foldText } from '../../text';
import type { FeedDate } from './parsedFeed';

const longest = 100;

/** A date as feeds write it; `undefined` where nothing is written. */
export function readDate(text: string): FeedDate | undefined {
  const written = cleanText(text.slice(0, longest * 2));
  return written === '' || never.test(written) ? undefined : { text: written, date: understood(written) };
}

/** What generators write where there is no date: the zero of their clocks. */
const never =
  /^(?:0000-00-00|0001-01-01|1970-01-01[T ]00:00:00|\w{3}, 0?1 Jan (?:0001|1970) 00:00:00|\w{3}, 30 Nov -0001)/;

/**
 * RFC 822 and RFC 3339 with what generators make of them: other languages, zones of any name, `ctime`, two-digit
 * years, the short forms of ISO 8601, seconds since 1970. As in `parseDate` the day is the one that is written.
 */
function understood(text: string): PartialDate | undefined {
  if (text.length > longest) return undefined;
  const exact = parseDate(text);
  if (exact) return exact;
  for (const [pattern, date] of forms) {
    const found = pattern.exec(text);
    if (found) return date(found.slice(1));
  }
  return undefined;
}

type Form = readonly [
  pattern: RegExp,
  date: (parts: readonly (string | undefined)[]) => PartialDate | undefined,
];

const weekday = '(?:[\\p{L}\\p{M}-]+\\.?,?\\s*)?';
const month = '(\\p{L}[\\p{L}\\p{M}]+)\\.?';

/** What follows a date, such as the time and its zone, says nothing about the day. The first form that fits counts. */
const forms: readonly Form[] = [
  // "Sun, 04 Jan 2004 16:29:06 Europe/Berlin", "01-Feb-21"
  [
    new RegExp(`^${weekday}(\\d{1,2})[\\s./-]+${month}[\\s.,/-]+(\\d{4}|\\d{2})(?!\\d)`, 'u'),
    ([d, m, y]) => named(y, m, d),
  ],
  // "Sun Jan  4 16:29:06 PST 2004"
  [
    new RegExp(`^${weekday}${month}\\s+(\\d{1,2})\\s+\\d{1,2}:[\\d:.]+(?:\\s+\\S+)?\\s+(\\d{4})(?!\\d)`, 'u'),
    ([m, d, y]) => named(y, m, d),
  ],
  // "Jan 4, 2004 at 16:29"
  [new RegExp(`^${weekday}${month}\\s+(\\d{1,2}),?\\s+(\\d{4})(?!\\d)`, 'u'), ([m, d, y]) => named(y, m, d)],
  // "2004-július-13T9:15-05:00"
  [new RegExp(`^(\\d{4})[-\\s]${month}[-\\s](\\d{1,2})(?!\\d)`, 'u'), ([y, m, d]) => named(y, m, d)],
  // "수, 03 2월 2021"
  [
    new RegExp(`^${weekday}(\\d{1,2})\\s+(\\d{1,2})[月월]\\s+(\\d{4})`, 'u'),
    ([d, m, y]) => numbered(y, m, d),
  ],
  [/^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u, ([y, m, d]) => numbered(y, m, d)],
  [
    new RegExp(`^${weekday}(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`, 'u'),
    ([y, m, d]) => numbered(y, m, d),
  ],
  // "Wed, 02/03/2021 - 10:00": which of the two is the day, the weekday tells.
  [
    /^(mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})/iu,
    ([w, a, b, y]) => onWeekday(w!, numbered(y, a, b), numbered(y, b, a)),
  ],
  [/^(\d{4})-?(\d{3})(?:T.*)?$/, ([y, ordinal]) => dayOfYear(Number(y), Number(ordinal))],
  [/^(\d\d)-?(\d\d)-?(\d\d)(?:T.*)?$/, ([y, m, d]) => numbered(fullYear(y), m, d)],
  [/^-(\d\d)-?(\d\d)$/, ([y, m]) => numbered(fullYear(y), m)],
  [/^(\d\d)-?(\d{3})$/, ([y, ordinal]) => dayOfYear(Number(fullYear(y)), Number(ordinal))],
  [/^(\d{4})(\d\d)(\d\d)\d{6}$/, ([y, m, d]) => numbered(y, m, d)],
  [/^(\d{10})(?:\.\d+)?$/, ([seconds]) => instant(Number(seconds) * 1000)],
  [/^(\d{13})$/, ([milliseconds]) => instant(Number(milliseconds))],
];

function numbered(year?: string, month?: string, day?: string): PartialDate | undefined {
  return parseDate([year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(part => part).join('-'));
}

function named(year?: string, word = '', day?: string): PartialDate | undefined {
  const month = monthOfWord(word) ?? monthOfWord(word.slice(0, 3)) ?? oddMonths.get(foldText(word));
  return month === undefined ? undefined : numbered(fullYear(year), String(month), day);
}

/** As generators misspell them, Greek and Hungarian. */
const oddMonths = new Map([
  ['μαω', 3],
  ['ιον', 6],
  ['ιολ', 7],
  ['maujus', 5],
]);

/** RFC 5322, section 4.3: two digits below 50 are of this century. */
function fullYear(year = ''): string {
  return year.length > 2 ? year : `${Number(year) < 50 ? 20 : 19}${year.padStart(2, '0')}`;
}

function onWeekday(word: string, ...dates: readonly (PartialDate | undefined)[]): PartialDate | undefined {
  const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(word.toLowerCase());
  return dates.find(
    date => date && new Date(Date.UTC(date.year, date.month! - 1, date.day)).getUTCDay() === day,
  );
}

function dayOfYear(year: number, ordinal: number): PartialDate | undefined {
  const date = ordinal >= 1 ? instant(Date.UTC(year, 0, ordinal)) : undefined;
  return date?.year === year ? date : undefined;
}

function instant(milliseconds: number): PartialDate | undefined {
  return parseDate(new Date(milliseconds).toISOString());
}
