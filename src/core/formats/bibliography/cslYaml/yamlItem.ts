import { type CslItem, isObject } from '../../cslItem';
import { readDate } from '../bibtex/dates';

/**
 * A CSL item as YAML writes it, in the form that CSL-JSON has: numbers are texts there, dates may be "2021-03" or
 * `{ year: 2021 }`, keywords a list.
 */
export function yamlItem(value: CslItem): CslItem {
  return Object.fromEntries(
    Object.entries(value).map(([variable, said]) => [variable, normalized(variable, said)]),
  );
}

const dates = new Set(['issued', 'accessed', 'event-date', 'original-date', 'available-date', 'submitted']);

function normalized(variable: string, value: unknown): unknown {
  if (dates.has(variable)) return cslDate(value);
  if (variable === 'keyword' && Array.isArray(value)) return value.join(', ');
  // A text over several lines ends with a line end.
  return typeof value === 'string' ? value.trim() : value;
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
