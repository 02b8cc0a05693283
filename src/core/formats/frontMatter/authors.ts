import { displayName, nameKey, parseName } from '../../name';
import type { Name } from '../../post';
import { readNames } from '../line/names';
import { type Fields, fieldAt, fieldKey, fieldsOf, firstText, isRecord, textOf } from './fields';
import { plainText } from './plainText';

/** The people of a site by the keys that its posts name them with, as `authors.yml` lists them. */
export type KnownAuthors = ReadonlyMap<string, readonly Name[]>;

const most = 100;

/** Where posts name who wrote them, the fullest first. */
const places = [
  ['authors'],
  ['author'],
  ['params', 'authors'],
  ['params', 'author'],
  ['taxonomies', 'authors'],
  ['taxonomies', 'author'],
  ['extra', 'authors'],
  ['extra', 'author'],
  ['byline'],
  ['writtenby'],
  ['postauthor'],
  ['writers'],
  ['writer'],
  ['creator'],
] as const;

/** Who signed a post, in each of the shapes that front matter has for it. */
export function readAuthors(fields: Fields, known: KnownAuthors = new Map()): readonly Name[] {
  for (const place of places) {
    const names = authorsOf(fieldAt(fields, ...place), known);
    if (names.length > 0) return names;
  }
  return [];
}

/** The names that one value says: a text of one or more, a key, an object, or a list of these. */
export function authorsOf(value: unknown, known: KnownAuthors = new Map()): readonly Name[] {
  const names = Array.isArray(value)
    ? value
        .slice(0, most)
        .flatMap(item => (typeof item === 'string' ? fromItem(item, known) : fromValue(item, known)))
    : fromValue(value, known);
  const unique = new Map(names.map(name => [nameKey(name), name]));
  return [...unique.values()].slice(0, most);
}

/**
 * The people that a file of them lists: `authors.yml` of Docusaurus and Jekyll, by key; below `authors` that of
 * MkDocs; a list of objects that tell their keys themselves.
 */
export function readKnownAuthors(value: unknown): KnownAuthors {
  const known = new Map<string, readonly Name[]>();
  const listed =
    isRecord(value) && (isRecord(value.authors) || Array.isArray(value.authors)) ? value.authors : value;
  const entries: readonly (readonly [string | undefined, unknown])[] = Array.isArray(listed)
    ? listed.map(item => [
        firstText(fieldsOf(item), ['key', 'id', 'slug', 'shortname', 'username', 'handle']),
        item,
      ])
    : Object.entries(isRecord(listed) ? listed : {});
  for (const [key, author] of entries.slice(0, 20_000)) {
    const names = typeof author === 'string' ? [parseName(author)] : fromValue(author, new Map());
    if (key !== undefined && names.length > 0) known.set(authorKey(key), names);
  }
  return known;
}

/** Keys differ in case at times, and are paths in some systems: "content/authors/jane.md". */
export function authorKey(key: string): string {
  return key
    .trim()
    .replace(/^.*\//, '')
    .replace(/\.(?:mdx?|ya?ml|json|toml)$/i, '')
    .toLowerCase();
}

function fromValue(value: unknown, known: KnownAuthors): readonly Name[] {
  if (isRecord(value)) return fromObject(fieldsOf(value), known);
  const text = textOf(value);
  if (text === undefined) return [];
  return (
    known.get(authorKey(text)) ?? signed(text).flatMap(name => known.get(authorKey(name)) ?? toNames(name))
  );
}

/** A list's item is one name mostly, so that a comma in it does not part two. */
function fromItem(item: string, known: KnownAuthors): readonly Name[] {
  const text = textOf(item) ?? '';
  const names = known.get(authorKey(text));
  if (names) return names;
  return /\s(?:and|&|und|et|y)\s|;/u.test(text) ? fromValue(item, known) : toNames(withoutAddress(text));
}

function fromObject(author: Fields, known: KnownAuthors, depth = 0): readonly Name[] {
  const parts = nameParts(author);
  if (parts) return [parts];
  for (const key of ['name', 'fullname', 'displayname', 'author', 'literal']) {
    const value = author.get(key);
    if (isRecord(value) && depth < 3) return fromObject(fieldsOf(value), known, depth + 1);
    const text = textOf(value);
    if (text !== undefined) return known.get(authorKey(text)) ?? toNames(withoutAddress(text));
  }
  const key = firstText(author, ['key', 'id', 'slug', 'username', 'handle', 'nick']);
  return key === undefined ? [] : (known.get(authorKey(key)) ?? toNames(key));
}

/** A name that is given in parts, as CSL, Quarto and Jekyll themes do. */
function nameParts(author: Fields): Name | undefined {
  const family = firstText(author, ['family', 'last', 'lastname', 'familyname', 'surname']);
  const given = firstText(author, ['given', 'first', 'firstname', 'givenname']);
  if (family === undefined || (given === undefined && author.has('name'))) return undefined;
  const droppingParticle = textOf(author.get(fieldKey('dropping-particle')));
  const nonDroppingParticle = firstText(author, ['nondroppingparticle', 'particle']);
  const suffix = textOf(author.get('suffix'));
  return {
    family,
    ...(given !== undefined && { given }),
    ...(droppingParticle !== undefined && { droppingParticle }),
    ...(nonDroppingParticle !== undefined && { nonDroppingParticle }),
    ...(suffix !== undefined && { suffix }),
  };
}

/** "Jane Doe and John Roe" is two names, "Doe, Jane" is one. */
function signed(text: string): readonly string[] {
  const line = withoutAddress(text);
  if (/^\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}.’'-]*$/u.test(line)) return [line];
  const names = readNames(line.replace(/^by\s+/i, ''), true)?.names;
  if (names) return names;
  // Of "Jane Doe, lighthouse keeper, and John Roe" those that can be names.
  const parts = line.split(/\s*[,;、]\s*(?:and\s+)?/, most).filter(Boolean);
  const people = parts.flatMap(part => readNames(part, true)?.names ?? []).filter(name => name.includes(' '));
  return people.length > 0 ? people : line.split(/\s*;\s*/).filter(Boolean);
}

/** Without the mail or web address beside a name, and without the marks of a link, whose address may stand elsewhere. */
function withoutAddress(text: string): string {
  return plainText(
    text
      .slice(0, 1500)
      .replace(/<[^<>]*[@/][^<>]*>/g, '')
      // "[Jane Doe](…) Acme, [John Roe](…)": what follows a link is where they work.
      .replace(/(\]\([^()]*\))(?:[ ]+(?!(?:and|und|et|y|&)[ ])[^\s,;&[]+)+(?=[ ]*(?:[,;]|$))/g, '$1'),
  )
    .replace(/\[([^[\]]*)\]/g, '$1')
    .replace(/\s*[(（][^()（）]*[)）]/gu, '')
    .replace(/[\s,;、]+$/u, '');
}

function toNames(text: string): readonly Name[] {
  const name = parseName(text);
  return displayName(name) ? [name] : [];
}
