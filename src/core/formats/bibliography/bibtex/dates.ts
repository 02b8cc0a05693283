import { parseDate } from '../../../date';
import { monthOfWord } from '../../../monthNames';
import type { CslItem } from '../../cslItem';
import { latexText } from './latexText';

/** In UTF-16 units: the patterns take time that grows with the square of the white space in a date. */
export const longestDate = 200;

/**
 * A CSL date of a BibLaTeX date field (EDTF: "2021-03-04", "2021-03/2021-05", "2021~", "199X", "2021-21" for spring), or
 * of whatever `parseDate` reads; `{ literal }` for what is no date; `undefined` for an empty field.
 */
export function readDate(latex: string): CslItem | undefined {
  if (latex === '') return undefined;
  // "~" is a space in LaTeX, and doubt in EDTF.
  const text = (/^[\dXu/.:TZ+~?%\s-]+$/.test(latex) ? latex : latexText(latex)).trim();
  if (text === '') return undefined;
  if (text.length > longestDate) return { literal: text };
  const [from = '', to] = text.split(/\/|–|--/);
  const [start, end] = [edtfDate(from), edtfDate(to ?? '')];
  const first = start ?? (from === '' || from === '..' ? end : undefined);
  if (first && (to === undefined || end || /^\s*(?:\.\.)?\s*$/.test(to))) {
    return {
      'date-parts': start && end ? [start.parts, end.parts] : [first.parts],
      ...(first.season !== undefined ? { season: first.season } : {}),
      ...(first.isCirca ? { circa: true } : {}),
    };
  }
  const read = parseDate(text);
  return read ? { 'date-parts': [parts(read.year, read.month, read.day)] } : { literal: text };
}

interface EdtfDate {
  readonly parts: readonly number[];
  readonly season?: number;
  readonly isCirca: boolean;
}

const edtf =
  /^\s*(?:c(?:a|irca)?\.?\s*)?(-?\d{1,4}|\d{1,3}[Xu]{1,3})(?:-(\d\d|XX|uu)(?:-(\d\d|XX|uu))?)?(?:T[\d:.+Z-]*)?\s*([?~%]?)\s*$/i;

function edtfDate(text: string): EdtfDate | undefined {
  const [, year = '', month = '', day = '', doubt] = edtf.exec(text) ?? [];
  if (year === '') return undefined;
  const isCirca = doubt !== '' || /[Xu]|^\s*c/i.test(text);
  // ISO 8601-2, section 4.8: 21 to 24 are the seasons from spring on.
  const season = Number(month) - 20;
  if (season >= 1 && season <= 4) return { parts: [wholeYear(year)], season, isCirca };
  return { parts: parts(wholeYear(year), Number(month), Number(day)), isCirca };
}

/** "199X" begins in 1990. */
const wholeYear = (year: string) => Number(year.replace(/[Xu]/gi, '0'));

/** A CSL date of BibTeX's year, month (a name, a number, "3 March") and day. */
export function readYearMonth(year: string, month: string, day: string): CslItem | undefined {
  const date = readDate(year);
  const found = (date?.['date-parts'] as number[][] | undefined)?.[0];
  if (!date || !found || found.length > 1) return date ?? readDate(month);
  const words = latexText(month).match(/\p{L}+|\d+/gu) ?? [];
  const named = words.map(word => monthOfWord(word)).find(number => number !== undefined);
  const numbers = words.filter(word => /^\d+$/.test(word)).map(Number);
  const number = named ?? numbers.shift();
  const season = seasons.findIndex(name => name.test(month));
  if (named === undefined && season !== -1) return { ...date, season: (season % 4) + 1 };
  if (number === undefined || number > 12) return date;
  const start = parts(found[0]!, number, Number(latexText(day)) || numbers[0]);
  return { ...date, 'date-parts': [start, ...(date['date-parts'] as number[][]).slice(1)] };
}

const seasons = [/spring/i, /summer/i, /autumn|fall/i, /winter/i];

function parts(year: number, month = 0, day = 0): number[] {
  const hasMonth = month >= 1 && month <= 12;
  return [year, ...(hasMonth ? [month] : []), ...(hasMonth && day >= 1 && day <= 31 ? [day] : [])];
}
