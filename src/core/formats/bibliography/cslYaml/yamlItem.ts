import { type CslItem, isObject } from '../../cslItem';
import { readDate } from '../bibtex/dates';
import { plainTitle } from './markdownTitle';

/**
 * A CSL item as YAML writes it, in the form that CSL-JSON has: numbers are texts there, dates may be "2021-03" or
 * `{ year: 2021 }`, keywords a list, one name no list, titles Markdown, `url` in lower case.
 */
export function yamlItem(value: CslItem): CslItem {
  const entries = Object.entries(value).flatMap(([name, said]) => {
    const variable = upperCase.get(name) ?? name;
    const isSaidTwice = variable !== name && Object.hasOwn(value, variable);
    return isSaidTwice ? [] : [[variable, normalized(variable, said)] as const];
  });
  return Object.fromEntries(entries);
}

/** How hands write variables that CSL spells in upper case. */
export const upperCase: ReadonlyMap<string, string> = new Map(
  ['URL', 'DOI', 'ISBN', 'ISSN'].map(name => [name.toLowerCase(), name]),
);

const dates = new Set(['issued', 'accessed', 'event-date', 'original-date', 'available-date', 'submitted']);
const names = new Set([
  'author',
  'editor',
  'translator',
  'container-author',
  'collection-editor',
  'director',
]);

/** Variables that are read as Markdown. */
export const titles: ReadonlySet<string> = new Set(['title', 'container-title']);

function normalized(variable: string, value: unknown): unknown {
  if (dates.has(variable)) return cslDate(value);
  if (names.has(variable) && isObject(value)) return [value];
  if (variable === 'keyword' && Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'string') return value;
  // A text over several lines ends with a line end.
  return titles.has(variable) ? plainTitle(value.trim()) : value.trim();
}

function cslDate(value: unknown): unknown {
  if (typeof value === 'string') return readDate(value);
  if (Array.isArray(value)) {
    const parts = value.filter(isObject).map(dateParts);
    return parts.length > 0 ? { 'date-parts': parts } : undefined;
  }
  if (!isObject(value)) return value;
  const { 'date-parts': parts, year, month: _, day: __, ...rest } = value;
  if (Array.isArray(parts)) {
    const numbers = parts.map(part => (Array.isArray(part) ? part.map(number) : part));
    return { 'date-parts': Array.isArray(parts[0]) ? numbers : [parts.map(number)], ...rest };
  }
  return year === undefined ? value : { 'date-parts': [dateParts(value)], ...rest };
}

function dateParts({ year, month, day }: CslItem): unknown[] {
  return [year, ...(month === undefined ? [] : [month, ...(day === undefined ? [] : [day])])].map(number);
}

const number = (value: unknown) =>
  typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
