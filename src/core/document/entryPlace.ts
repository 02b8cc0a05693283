import type { Span } from './citationsIn';

/** What stands before the key of an entry, and what behind it. */
const entries: readonly (readonly [before: RegExp, after: RegExp])[] = [
  // BibTeX
  [/@[A-Za-z]+[ \t]*[{(]\s*$/, /^\s*,/],
  // CSL-JSON
  [/"id"\s*:\s*"$/, /^"/],
  // CSL-YAML, also in front matter
  [/(?:^|[\n\r])[ \t]*(?:-[ \t]+)?id:[ \t]*(["']?)$/, /^["']?[ \t]*(?:[\n\r#]|$)/],
  // RIS
  [/(?:^|[\n\r])ID {2}- *$/, /^[ \t]*(?:[\n\r]|$)/],
];

/** So much is looked at on either side of a key. */
const around = 80;

/**
 * Where a bibliography names the key of an entry, in whatever format it is; `undefined` where it has no such entry. It
 * is not parsed, so that the place is found at once in a library of any size.
 */
export function entryPlace(text: string, key: string): Span | undefined {
  const escaped = JSON.stringify(key).slice(1, -1);
  return placeOf(text, key) ?? (escaped === key ? undefined : placeOf(text, escaped));
}

function placeOf(text: string, key: string): Span | undefined {
  if (key === '') return undefined;
  for (let start = text.indexOf(key); start >= 0; start = text.indexOf(key, start + key.length)) {
    const end = start + key.length;
    const before = text.slice(Math.max(0, start - around), start);
    const after = text.slice(end, end + around);
    if (entries.some(([opening, closing]) => opening.test(before) && closing.test(after)))
      return { start, end };
  }
  return undefined;
}
