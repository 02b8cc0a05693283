import { type CslItem, isObject } from '../cslItem';

/** "2021-03", "2021-03/2021-05", "2021~" of a CSL date, in EDTF as BibLaTeX and Pandoc read it; empty when it has none. */
export function edtf(value: unknown): string {
  const date: CslItem = isObject(value) ? value : {};
  const parts = (Array.isArray(date['date-parts']) ? date['date-parts'] : []).filter(Array.isArray);
  const season = Number(date.season);
  const ends = parts.slice(0, 2).map(part => isoParts(part, season));
  if (!ends[0]) return [date.literal, date.raw].find(text => typeof text === 'string') ?? '';
  return ends.map(end => end && `${end}${date.circa ? '~' : ''}`).join('/');
}

function isoParts(parts: readonly unknown[], season: number): string {
  const [year, month, day] = parts.map(Number);
  if (!Number.isInteger(year)) return '';
  const digits = (number: number, length = 2) => String(number).padStart(length, '0');
  const start = year! < 0 ? `-${digits(-year!, 4)}` : digits(year!, 4);
  if (!month) return season >= 1 && season <= 4 ? `${start}-${20 + season}` : start;
  return `${start}-${digits(month)}${day ? `-${digits(day)}` : ''}`;
}
