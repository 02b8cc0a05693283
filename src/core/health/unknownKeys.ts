import { readLocator } from '../citation/aroundCitation';
import { type DocumentCitation, isCrossReference } from '../document';
import { frontMatterEnd } from '../document/frontMatterEnd';
import { isKey } from '../document/renameKey';
import type { Checked } from './checkOptions';
import { type Found, replacement } from './finding';
import { findingNearKeys, nearKeys } from './nearKeys';

/** Near keys are looked for among all posts, so of so many keys only. */
const mostSearched = 30;

/**
 * Keys that no post has. An `@` is much else too: a person, a package, a decorator. So a key counts only in brackets
 * (bare ones in Pandoc's Markdown too), and where something says that it is meant for one: another key of the document
 * is known, the document has a bibliography or is Pandoc's, a page is told (also of a bare key: `@key [p. 3]`) or the
 * author left out, this key is nearly that of a post, or is made as Byline makes them.
 */
export function* unknownKeys(checked: Checked): Generator<Found | undefined> {
  const { analysis, known, options } = checked;
  const { text, dialect } = analysis;
  const others = options.bibliography?.entries;
  // A file that is missing may be made as the document is rendered, and hold whatever key.
  if (options.bibliography ? !options.bibliography.isWhole : namesBibliography(text)) return;
  if (known.size === 0 && !others) return;
  const without: DocumentCitation[] = [];
  let usesKeys = others !== undefined;
  for (const citation of analysis.citations) {
    yield;
    if (citation.kind !== 'key' || isCrossReference(citation.key!) || isLinked(text, citation)) continue;
    const isOthers = others?.has(citation.key!) || options.bibliography?.untitled?.has(citation.key!);
    if (isOthers || known.meantBy(citation).length > 0) usesKeys = true;
    else without.push(citation);
  }
  if (without.length === 0) return;
  const examples = exampleLabels(text);
  const unknown = without.filter(({ key }) => !examples.has(key!));
  usesKeys ||= unknown.length < without.length;
  function* allKeys(): Generator<string> {
    for (const { id } of known.posts) yield id;
    for (const key of others?.keys() ?? []) if (!known.byId(key)) yield key;
  }
  const found = others ? new Map<string, string[]>() : known.answersTo<string[]>('near keys');
  const searched = new Set<string>();
  const near = (key: string): readonly string[] => {
    const keys = found.get(key) ?? nearKeys(key, allKeys());
    found.set(key, keys);
    return keys;
  };
  function* nearest(key: string): Generator<undefined, string | undefined> {
    if (searched.size < mostSearched) searched.add(key);
    if (!searched.has(key)) return undefined;
    if (!found.has(key)) found.set(key, yield* findingNearKeys(key, allKeys()));
    return found.get(key)![0];
  }
  for (const citation of unknown) {
    const { start, end, keySpan } = citation;
    const key = citation.key!;
    const inBrackets = citation.group !== undefined && isCitation(text, citation);
    const isNarrative = citation.group === undefined && isFollowedByPlace(text, end);
    if (!inBrackets && !isNarrative && dialect !== 'pandoc') continue;
    const isOurs = inBrackets && /^\p{L}+(?:19|20)\d\d\p{L}{3}/u.test(key);
    const isMeant = isNarrative || (inBrackets && (dialect === 'pandoc' || tellsMore(text, citation)));
    const meant = yield* nearest(key);
    if (!usesKeys && !isMeant && !isOurs && meant === undefined) continue;
    const fixes = () =>
      near(key).map(other => {
        const written = isKey(other) ? other : `{${other}}`;
        // A work of another year may be meant that the library lacks.
        const isSlip = digitsOf(other) === digitsOf(key);
        return replacement(keySpan!, written, near(key).length === 1 && isSlip);
      });
    yield { code: 'unknownKey', start, end, detail: key, ...(meant !== undefined && { near: meant }), fixes };
  }
}

const digitsOf = (key: string): string => key.replace(/\D+/g, '');

/** `[@name](https://…)`: a person, by the name that they have there. */
const isLinked = (text: string, { start, end }: DocumentCitation): boolean =>
  text[start - 1] === '[' && text.startsWith('](', end);

/** `[-@key]` and `[@key, p. 3]`, which are nothing but citations. */
const tellsMore = (text: string, { start, end }: DocumentCitation): boolean =>
  text[start] === '-' ||
  (text.startsWith(', ', end) && readLocator(text.slice(end + 2, end + 100)) !== undefined);

/** `@key [p. 3]` */
function isFollowedByPlace(text: string, end: number): boolean {
  const [, place] = /^ \[([^[\]\r\n]{1,60})\](?![([:])/.exec(text.slice(end, end + 64)) ?? [];
  return place !== undefined && readLocator(place) !== undefined;
}

/** Whether the brackets hold keys as Pandoc has them: each first in its part, but for a few words before it. */
function isCitation(text: string, { start, group }: DocumentCitation): boolean {
  const before = text.slice(Math.max(group!.start + 1, start - 100), start);
  const prefix = before.slice(before.lastIndexOf(';') + 1);
  return !/[([{`@/\\]/.test(prefix) && prefix.split(/\s+/).length <= 6;
}

/** Those of Pandoc's numbered examples, which begin a line: `(@good) …`, `@good. …`. */
const exampleLabels = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^[ \t>]*\(?@([\w-]+)[.)][ \t]/gm)].map(([, label]) => label!));

/** In front matter: files, or the entries themselves. */
const namesBibliography = (text: string): boolean =>
  /^(?:bibliography|references)[ \t]*:/m.test(text.slice(0, frontMatterEnd(text)));
