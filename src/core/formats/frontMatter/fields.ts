import { cleanText } from '../../text';

/**
 * Front matter, or an object in it, by key in small letters without "-" and "_", as generators differ in these:
 * "publishDate", "publish_date" and "PublishDate" are "publishdate". A map, so that no key can do harm.
 */
export type Fields = ReadonlyMap<string, unknown>;

export const noFields: Fields = new Map();

/** The object's own fields; none for what is no object. */
export function fieldsOf(value: unknown): Fields {
  if (!isRecord(value)) return noFields;
  return new Map(Object.entries(value).map(([key, field]) => [fieldKey(key), field]));
}

export function fieldKey(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

/** An object of YAML, TOML or JSON, no list and no date. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** One line of text; numbers and dates as written. `undefined` for nothing, truth values, lists and objects. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value !== 'string' || /^(?:~|null)$/i.test(value)) return undefined;
  return cleanText(value.slice(0, 20_000)) || undefined;
}

/** The first of these fields that has a text. */
export function firstText(fields: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = textOf(fields.get(key));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Field of a field: `fieldAt(fields, 'params', 'author')`. */
export function fieldAt(fields: Fields, ...keys: readonly string[]): unknown {
  let value: unknown;
  let inner = fields;
  for (const key of keys) {
    value = inner.get(key);
    inner = fieldsOf(value);
  }
  return value;
}

/** A value as a list: a list's values, or the value itself unless there is none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** Truth values as YAML of all versions and people write them. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on)$/i.test(value));
}

export function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|off)$/i.test(value));
}
