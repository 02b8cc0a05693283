import { parseDate } from '../date';
import { parseUrl } from '../parseUrl';
import type { Name, PartialDate, PostRecord, ProvisionalField } from '../post';
import { cleanParagraphs, cleanText } from '../text';

/** An item of CSL-JSON, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html. */
export type CslItem = Readonly<Record<string, unknown>>;

const cslType = 'post-weblog';

/**
 * A post as a CSL item, with the fields in a fixed order so that files compare well. What a file said stays as
 * it said it, for as long as the post says the same.
 */
export function toCslItem(post: PostRecord): CslItem {
  const said = fieldsOf(post);
  if (!post.extra) {
    return said;
  }
  const kept: CslItem = { ...said, ...post.extra };
  const meant = fieldsOf(fromFields(kept));
  const entries = Object.keys(kept).map(variable =>
    !fields.has(variable) || isSame(said[variable], meant[variable])
      ? [variable, kept[variable]]
      : [variable, variable === 'custom' ? mergedCustom(post.extra?.custom, said.custom) : said[variable]],
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * A CSL item as a post, or `undefined` when it has no title to show. Whatever the post's own fields do not
 * say is kept in `extra`.
 */
export function fromCslItem(item: CslItem): PostRecord | undefined {
  if (!text(item.title)) {
    return undefined;
  }
  const post = fromFields(item);
  const said = fieldsOf(post);
  const extra = Object.entries(item).filter(
    ([variable, value]) => !fields.has(variable) || !isSame(value, said[variable]),
  );
  return extra.length ? { ...post, extra: Object.fromEntries(extra) } : post;
}

const fields = new Set(
  'id type title author issued accessed URL container-title abstract keyword language note custom'.split(' '),
);

function fieldsOf(post: PostRecord): CslItem {
  const custom = {
    ...(post.provisional?.length ? { provisional: post.provisional } : {}),
    ...(post.inferred?.length ? { inferred: post.inferred } : {}),
    ...(Object.keys(post.persons ?? {}).length ? { persons: post.persons } : {}),
    ...(post.sources?.length ? { sources: post.sources } : {}),
  };
  return withoutUndefined({
    id: post.id,
    type: post.type ?? cslType,
    title: post.title,
    author: post.author.length ? post.author.map(toCslName) : undefined,
    issued: post.issued && toCslDate(post.issued),
    accessed: post.accessed && toCslDate(post.accessed),
    URL: post.url,
    'container-title': post.containerTitle,
    abstract: post.abstract,
    keyword: post.keywords.length ? post.keywords.join(', ') : undefined,
    language: post.language,
    note: post.note,
    custom: Object.keys(custom).length ? custom : undefined,
  });
}

function fromFields(item: CslItem): PostRecord {
  const { provisional, inferred, persons, sources } = asObject(item.custom);
  const keywords = [...new Set((text(item.keyword) ?? '').split(/\s?[,;]\s?/).filter(Boolean))];
  const topics = new Set(keywords);
  const inferredTopics = strings(inferred).filter(topic => topics.has(topic));
  return withoutUndefined({
    id: typeof item.id === 'number' ? String(item.id) : text(item.id),
    title: text(item.title),
    author: fromCslNames(item.author),
    issued: fromCslDate(item.issued),
    accessed: fromCslDate(item.accessed),
    url: webAddress(item.URL),
    containerTitle: text(item['container-title']),
    abstract: paragraphs(item.abstract),
    keywords,
    language: text(item.language),
    note: paragraphs(item.note),
    provisional: strings(provisional).includes('title') ? (['title'] as ProvisionalField[]) : undefined,
    inferred: inferredTopics.length ? inferredTopics : undefined,
    persons: decisions(persons),
    sources: strings(sources).length ? strings(sources) : undefined,
    type: text(item.type) === cslType ? undefined : text(item.type),
  }) as PostRecord;
}

/** What Byline keeps in `custom`. */
const marks = new Set(['provisional', 'inferred', 'persons', 'sources']);

/** Others keep things in `custom` too; a `custom` that is no object holds no marks of Byline's. */
function mergedCustom(theirs: unknown, ours: unknown): unknown {
  if (theirs !== undefined && !isObject(theirs)) {
    return theirs;
  }
  const others = Object.entries(asObject(theirs)).filter(([mark]) => !marks.has(mark));
  const custom = { ...Object.fromEntries(others), ...asObject(ours) };
  return Object.keys(custom).length ? custom : undefined;
}

/** Spelling → person; entries that say anything else are left out. */
function decisions(value: unknown): Record<string, string> | undefined {
  const entries = Object.entries(asObject(value)).filter(([, person]) => text(person));
  return entries.length ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

const nameFields = [
  ['family', 'family'],
  ['given', 'given'],
  ['literal', 'literal'],
  ['droppingParticle', 'dropping-particle'],
  ['nonDroppingParticle', 'non-dropping-particle'],
  ['suffix', 'suffix'],
] as const;

function toCslName(name: Name): CslItem {
  const item: Record<string, string> = {};
  for (const [ours, csl] of nameFields) {
    if (name[ours] !== undefined) item[csl] = name[ours];
  }
  return item;
}

function fromCslNames(value: unknown): Name[] {
  const literal = text(value);
  return literal ? [{ literal }] : (Array.isArray(value) ? value : []).flatMap(fromCslName);
}

function fromCslName(value: unknown): Name[] {
  if (!isObject(value)) {
    return [];
  }
  const name: { -readonly [K in keyof Name]: Name[K] } = {};
  for (const [ours, csl] of nameFields) {
    const part = text(value[csl]);
    if (part !== undefined) name[ours] = part;
  }
  return name.family || name.literal || name.given ? [name] : [];
}

function toCslDate({ year, month, day }: PartialDate): CslItem {
  return { 'date-parts': [[year, month, day].filter(part => part !== undefined)] };
}

function fromCslDate(value: unknown): PartialDate | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const parts = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  const [year, month, day] = (Array.isArray(parts) ? parts : []).map(Number);
  if (!Number.isInteger(year) || year === 0) {
    return parseDate(text(value.raw) ?? text(value.literal) ?? '');
  }
  const hasMonth = Number.isInteger(month) && month! >= 1 && month! <= 12;
  const hasDay = hasMonth && Number.isInteger(day) && day! >= 1 && day! <= 31;
  return { year: year!, ...(hasMonth ? { month: month! } : {}), ...(hasDay ? { day: day! } : {}) };
}

/**
 * An http(s) address as it is written, but for white space, user name and password: anything else could run when it is
 * opened, or leads nowhere.
 */
function webAddress(value: unknown): string | undefined {
  const address = text(value);
  const url = address && /^https?:\/\//i.test(address) ? parseUrl(address) : undefined;
  if (!address || !url) return undefined;
  if (!/[\s@]/.test(address)) return address;
  if (!/\s/.test(address) && url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

function text(value: unknown): string | undefined {
  return (typeof value === 'string' && cleanText(value)) || undefined;
}

function paragraphs(value: unknown): string | undefined {
  return (typeof value === 'string' && cleanParagraphs(value)) || undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

export function isObject(value: unknown): value is CslItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): CslItem {
  return isObject(value) ? value : {};
}

/** Whether two JSON values are the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  }
  if (!isObject(a) || !isObject(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => isSame(a[key], b[key]));
}

function withoutUndefined<T extends object>(object: T): T {
  return { ...new Fields(object as CslItem) } as T;
}

/**
 * V8 makes room inside an object for as many fields as the first objects of its constructor have, also inside copies of
 * it; of what begins as `{}` it keeps all but four fields in a list apart, which takes 30 bytes more for a post.
 */
class Fields {
  [field: string]: unknown;

  constructor(object: CslItem) {
    for (const field of Object.keys(object)) {
      if (object[field] !== undefined) this[field] = object[field];
    }
  }
}
