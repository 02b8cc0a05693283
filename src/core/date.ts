import { monthOfName, monthOfWord } from './monthNames';
import type { PartialDate } from './post';
import { foldText } from './text';

/** How "01/03/2021" reads, where something beside it says so. */
export type DateOrder = 'dayFirst' | 'monthFirst';

export interface DateOptions {
  /** Without it a date of which two readings are possible is `undefined`. */
  readonly order?: DateOrder | undefined;
}

export interface FoundDate {
  readonly date: PartialDate;
  /** Offsets of the date with its weekday and time of day. */
  readonly start: number;
  readonly end: number;
}

type Groups = readonly (string | undefined)[];

interface Shape {
  /** Made at first use: they are many, and a library's dates rarely need any. */
  readonly pattern: RegExp;
  /** A date only when nothing else stands beside it, such as a lone year. */
  readonly alone: boolean;
  read(groups: Groups, options: DateOptions): PartialDate | undefined;
}

const cjk = '[\\p{sc=Han}\\p{sc=Hangul}\\p{sc=Hiragana}\\p{sc=Katakana}]';
const notInside = `(?<!\\p{N}|\\p{N}[-/.]|(?!${cjk})\\p{L})`;
const month = '(\\p{L}[\\p{L}\\p{M}]{2,13})\\.?';
const day = '(\\d{1,2})(?:st|nd|rd|th|er|re|[ºª°.])?';
const year = `([12]\\d{3})(?!\\d|[-/.]\\d|-?(?!${cjk})\\p{L})`;
const shortOf = '(\\d\\d)(?![\\d\\p{L}])';
const of = '(?:(?:de|del|di|do|of) )?';

function shape(pattern: string, read: Shape['read'], alone = false): Shape {
  let made: RegExp | undefined;
  return {
    get pattern() {
      made ??= new RegExp(notInside + pattern, 'giu');
      return made;
    },
    alone,
    read,
  };
}

/** The first one that fits wins where several fit at one place. */
const shapes: readonly Shape[] = [
  shape('([12]\\d{3})([-/.]|\\. )(\\d{1,2})\\2(\\d{1,2})(?:\\.(?!\\d))?(?!\\d|[-/]\\d)', ([y, , m, d]) =>
    partialDate(y, m, d),
  ),
  shape(
    '([12]\\d{3})(\\d\\d)(\\d\\d)(?:T\\d{4,6}(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d)',
    ([y, m, d]) => partialDate(y, m, d),
    true,
  ),
  shape(`(\\d{1,2})([-/.]|\\. )(\\d{1,2})\\2${year}`, ([a, separator, b, y], { order }) =>
    ordered(a, b, y, separator?.startsWith('.') ? 'dayFirst' : order),
  ),
  shape('(\\d{1,2})/(\\d{1,2})/(\\d\\d)(?![\\d\\p{L}/])', ([a, b, c], { order }) =>
    shortYear(a, b, c, order),
  ),
  shape('([12]\\d{3}) ?[年년] ?(\\d{1,2}) ?[月월](?: ?(\\d{1,2}) ?[日일号號])?', ([y, m, d]) =>
    partialDate(y, m, d),
  ),
  shape('(令和|平成)(\\d{1,2}|元)年(\\d{1,2})月(?:(\\d{1,2})日)?', ([era, y, m, d]) =>
    partialDate((era === '令和' ? 2018 : 1988) + (y === '元' ? 1 : Number(y)), m, d),
  ),
  shape('(\\p{L}{3,9})\\.(\\d{1,2})\\.([12]\\d{3})(?!\\d)', ([m, d, y]) => named(y, m, d)),
  shape('([12]\\d{3}) ?[年년]', ([y]) => partialDate(y), true),
  shape(`(\\d{1,2}) tháng (\\d{1,2})(?:,| năm|, năm)? ${year}`, ([d, m, y]) => partialDate(y, m, d)),
  shape(`${month}[ -]${day} ?,?[ -]?(?<=[\\s,-])${of}${year}`, ([m, d, y]) => named(y, m, d)),
  shape(`${day}[ -]?${of}${month}[ ,-]{0,2}(?<=[ ,.-])${of}${year}`, ([d, m, y]) => named(y, m, d)),
  shape(`(\\d{1,2}) ${month} (\\d\\d)(?= \\d\\d:\\d\\d)`, ([d, m, y]) => named(century(y), m, d)),
  shape(`${month} ${day},? ['’]${shortOf}`, ([m, d, y]) => named(century(y), m, d)),
  shape(`(?:${day} )?${month},? ['’]${shortOf}`, ([d, m, y]) => named(century(y), m, d)),
  shape(`([12]\\d{3})[.,]?[ -]${month}[ -](\\d{1,2})(?:st|nd|rd|th|\\.)?(?![\\d\\p{L}])`, ([y, m, d]) =>
    named(y, m, d),
  ),
  shape(`${month}(?:,? ${of}|-)${year}`, ([m, y]) => (standsForMonth(m ?? '') ? named(y, m) : undefined)),
  shape(`${month}(?:,? ${of}|-)${year}`, ([m, y]) => named(y, m), true),
  shape('([12]\\d{3})[-/](\\d\\d)(?![\\d/-])', ([y, m]) => partialDate(y, m), true),
  shape(year, ([y]) => partialDate(y), true),
];

const weekdays = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
  lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
  lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom
  segunda-feira terca-feira quarta-feira quinta-feira sexta-feira segunda terca quarta quinta sexta
  lunedi martedi mercoledi giovedi venerdi sabato domenica gio
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  mandag tisdag tirsdag onsdag torsdag fredag lordag lørdag sondag søndag
  poniedziałek wtorek sroda czwartek piatek sobota niedziela
  понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс`.split(/\s+/),
);
const wordBefore = /(?<!\p{L})([\p{L}\p{M}-]{2,16})[.,]{0,2}\s{0,2}$/u;
const asianWeekday =
  /^ ?(?:[(（](?:[日月火水木金土일월화수목금토]|\p{L}{3})[)）]|[日月火水木金土]曜日?|星期[一二三四五六日天])/u;
const zone = '(?:Z|UTC|GMT|[ECMP][SD]?T|CES?T|BST|IST|JST|KST|AES?T)?(?:[+-]\\d\\d:?(?:\\d\\d)?)?';
const time = new RegExp(
  `^(?:T|,? (?:(?:at|um|à|в|kl\\.?|klo|a las|às|alle|om|@|-|–|·|\\|) )?)\\d{1,2}(?:[:h.]\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?: ?[ap]\\.?m\\b\\.?)?| ?[ap]\\.?m\\b\\.?)(?: uhr\\b)?(?: ?\\(?${zone}\\)?(?![\\p{L}\\d]))?`,
  'iu',
);

/**
 * The date that `text` is, as written: an instant with an offset keeps the day that is written there.
 * `undefined` when it is none, is not valid, is relative, lacks the year, or can be read in two ways.
 */
export function parseDate(text: string, options: DateOptions = {}): PartialDate | undefined {
  const line = plainDigits(text).trim();
  if (line.length > 100) return undefined;
  for (const found of candidates(line, options, true)) {
    if (found.start === 0 && /^[.,;:]?$/.test(line.slice(found.end))) return found.date;
  }
  return undefined;
}

/** The first date in a line of text; a year alone, or one a text's ordinary words could make, is not taken for one. */
export function findDate(text: string, options: DateOptions = {}): FoundDate | undefined {
  let first: FoundDate | undefined;
  for (const found of candidates(plainDigits(text), options, false)) {
    if (!first || found.start < first.start) first = found;
  }
  return first;
}

/** What every shape has some of: a year in full, or where a short one stands. */
const yearLike = /[12]\d{3}|['’]\d\d|\d\/\d\d|\d\d \d\d:|令和|平成/;

function* candidates(text: string, options: DateOptions, alone: boolean): Generator<FoundDate> {
  if (!yearLike.test(text)) return;
  for (const shape of shapes) {
    if (shape.alone && !alone) continue;
    // Searched again from where it is set to, each time, so that one pattern serves all that look at once.
    const { pattern } = shape;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const date = shape.read(match.slice(1), options);
      if (date) {
        yield { date, ...withWeekdayAndTime(text, match.index, pattern.lastIndex) };
        if (!alone) break;
      }
      pattern.lastIndex = match.index + 1;
    }
  }
}

function withWeekdayAndTime(text: string, start: number, end: number): { start: number; end: number } {
  const before = wordBefore.exec(text.slice(Math.max(0, start - 24), start));
  if (before && weekdays.has(foldText(before[1]!))) start -= before[0].length;
  end += asianWeekday.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  end += time.exec(text.slice(end, end + 60))?.[0].trimEnd().length ?? 0;
  return { start, end };
}

function partialDate(y?: string | number, m?: string | number, d?: string | number): PartialDate | undefined {
  const year = Number(y);
  if (!(year >= 1000 && year < 3000)) return undefined;
  if (m === undefined) return { year };
  const month = Number(m);
  if (!(month >= 1 && month <= 12)) return undefined;
  if (d === undefined) return { year, month };
  const day = Number(d);
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

function named(y?: string | number, m?: string, d?: string): PartialDate | undefined {
  const month = monthOfWord(m ?? '');
  return month === undefined ? undefined : partialDate(y, month, d);
}

function ordered(a?: string, b?: string, y?: string | number, order?: DateOrder): PartialDate | undefined {
  const dayFirst = partialDate(y, b, a);
  const monthFirst = partialDate(y, a, b);
  if (order === 'dayFirst') return dayFirst;
  if (order === 'monthFirst') return monthFirst;
  if (dayFirst && monthFirst && a !== b && Number(a) !== Number(b)) return undefined;
  return dayFirst ?? monthFirst;
}

function shortYear(a?: string, b?: string, c?: string, order?: DateOrder): PartialDate | undefined {
  if (order) return ordered(a, b, century(c), order);
  const yearFirst = a?.length === 2 ? partialDate(century(a), b, c) : undefined;
  return yearFirst ? undefined : ordered(a, b, century(c));
}

/** RFC 5322, section 4.3: two digits below 50 are of this century. */
function century(y?: string): number {
  return Number(y) + (Number(y) < 50 ? 2000 : 1900);
}

/** Tells "January 2021" and "Jan 2021" from "the set 2021" and "may 2021" within other words. */
function standsForMonth(word: string): boolean {
  if (/^(?:may|mars|out)$/.test(word)) return false;
  return monthOfName(word) !== undefined || /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/i.test(word);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Full-width digits and odd spaces, one for one, so that offsets stay. */
function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u0085]/gu, ' ')
    .replace(/[‐‑]/g, '-');
}

const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

/** For English prose: "January 3, 2021", "January 2021", "2021". */
export function formatDate(date: PartialDate): string {
  const year = formatYear(date);
  if (date.month === undefined) return year;
  const month = englishMonths[date.month - 1];
  return date.day === undefined ? `${month} ${year}` : `${month} ${date.day}, ${year}`;
}

/** "2021"; "44 BC" for -44, as CSL counts. */
export const formatYear = ({ year }: PartialDate): string => (year < 0 ? `${-year} BC` : String(year));

/** ISO 8601: "2021-01-03", "2021-01" or "2021". */
export function isoDate(date: PartialDate): string {
  const parts = [String(date.year).padStart(4, '0')];
  if (date.month !== undefined) parts.push(String(date.month).padStart(2, '0'));
  if (date.month !== undefined && date.day !== undefined) parts.push(String(date.day).padStart(2, '0'));
  return parts.join('-');
}

/** For sorting: newest first, undated last; of two that agree the more exact one first. */
export function compareDates(a: PartialDate | undefined, b: PartialDate | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return b.year - a.year || (b.month ?? 0) - (a.month ?? 0) || (b.day ?? 0) - (a.day ?? 0);
}
