import type { Name, PartialDate, PostRecord, ProvisionalField } from '../post';
import type { Problem } from '../problem';
import { cleanText } from '../text';

/** CSL-JSON, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html: the form of library files. */
export type CslItem = Record<string, unknown>;

export const cslType = 'post-weblog';

/** A post as a CSL item, with the fields in a fixed order so that files compare well. */
export function toCslItem(post: PostRecord): CslItem {
  const custom = {
    ...asObject(post.extra?.custom),
    ...(post.provisional?.length ? { provisional: post.provisional } : {}),
    ...(post.inferred?.length ? { inferred: post.inferred } : {}),
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
    ...post.extra,
    custom: Object.keys(custom).length ? custom : undefined,
  });
}

/**
 * A CSL item as a post, or `undefined` when it has no title to show. Variables that Byline does not use are
 * kept in `extra`.
 */
export function fromCslItem(item: CslItem): PostRecord | undefined {
  const title = text(item.title);
  if (!title) {
    return undefined;
  }
  const { provisional, inferred, ...custom } = asObject(item.custom);
  const extra = withoutUndefined({
    ...Object.fromEntries(Object.entries(item).filter(([variable]) => !known.has(variable))),
    custom: Object.keys(custom).length ? custom : undefined,
  });
  const keywords = (text(item.keyword) ?? '')
    .split(/\s*[,;]\s*/)
    .filter((keyword, index, all) => keyword && all.indexOf(keyword) === index);
  const inferredTopics = strings(inferred).filter(topic => keywords.includes(topic));
  return withoutUndefined({
    id: typeof item.id === 'number' ? String(item.id) : text(item.id),
    title,
    author: (Array.isArray(item.author) ? item.author : []).flatMap(fromCslName),
    issued: fromCslDate(item.issued),
    accessed: fromCslDate(item.accessed),
    url: text(item.URL),
    containerTitle: text(item['container-title']),
    abstract: text(item.abstract),
    keywords,
    language: text(item.language),
    note: text(item.note),
    provisional: strings(provisional).includes('title') ? (['title'] as ProvisionalField[]) : undefined,
    inferred: inferredTopics.length ? inferredTopics : undefined,
    type: text(item.type) === cslType ? undefined : text(item.type),
    extra: Object.keys(extra).length ? extra : undefined,
  }) as PostRecord;
}

const known = new Set(
  'id type title author issued accessed URL container-title abstract keyword language note custom'.split(' '),
);

/** True for text that is meant as CSL-JSON; it may still be damaged. */
export function detectCslJson(content: string): boolean {
  return /^\uFEFF?\s*(\[\s*(\{\s*"|\]|[<=>]{7})|\{\s*"(id|type|title|author|items)")/.test(content);
}

/**
 * Posts of a CSL-JSON array. Where the array as a whole does not parse (a merge that left a comma too many or
 * too few, conflict markers, a damaged line), it is read line by line, one item a line, and each line that
 * can't be read is a Problem.
 */
export function parseCslJson(content: string, source: string): { posts: PostRecord[]; problems: Problem[] } {
  const whole = parseJson(content.replace(/^\uFEFF/, ''));
  if (whole !== undefined) {
    const items = Array.isArray(whole) ? whole : [whole];
    return collect(
      items.map((item, index) => ({ item, detail: `entry ${index + 1}` })),
      source,
    );
  }
  const entries = content.split('\n').flatMap((raw, index) => {
    const line = raw
      .replace(/^\uFEFF/, '')
      .trim()
      .replace(/^,/, '')
      .replace(/,$/, '')
      .trim();
    return line === '' || line === '[' || line === ']'
      ? []
      : [
          {
            item: parseJson(line.replace(/^\[(?=\{)/, '').replace(/\}\]$/, '}')),
            line: index + 1,
            detail: line.slice(0, 60),
          },
        ];
  });
  const result = collect(entries, source);
  return result.posts.length || entries.length === 0
    ? result
    : { posts: [], problems: [{ code: 'unreadableFile', source }] };
}

/** The whole library file: an array with one post a line, sorted by id. */
export function formatCslJson(posts: readonly PostRecord[]): string {
  const lines = [...posts]
    .sort((a, b) => compareIds(a.id ?? '', b.id ?? ''))
    .map(post => JSON.stringify(toCslItem(post)));
  return lines.length ? `[\n${lines.join(',\n')}\n]\n` : '[]\n';
}

/** By code unit, so that every machine and locale writes the same order. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Entry {
  item: unknown;
  line?: number;
  detail: string;
}

function collect(entries: readonly Entry[], source: string): { posts: PostRecord[]; problems: Problem[] } {
  const posts: PostRecord[] = [];
  const problems: Problem[] = [];
  for (const { item, line, detail } of entries) {
    const post = isObject(item) ? fromCslItem(item) : undefined;
    if (post) {
      posts.push(post);
    } else {
      problems.push({ code: 'unreadableEntry', source, ...(line ? { line } : {}), detail });
    }
  }
  return { posts, problems };
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
  return withoutUndefined(Object.fromEntries(nameFields.map(([ours, csl]) => [csl, name[ours]])));
}

function fromCslName(value: unknown): Name[] {
  if (!isObject(value)) {
    return [];
  }
  const name: Name = withoutUndefined(
    Object.fromEntries(nameFields.map(([ours, csl]) => [ours, text(value[csl])])),
  );
  return name.family || name.literal || name.given ? [name] : [];
}

function toCslDate({ year, month, day }: PartialDate): CslItem {
  return { 'date-parts': [[year, month, day].filter(part => part !== undefined)] };
}

function fromCslDate(value: unknown): PartialDate | undefined {
  const parts = isObject(value) && Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  const [year, month, day] = (Array.isArray(parts) ? parts : []).map(Number);
  if (!Number.isInteger(year) || year === 0) {
    return undefined;
  }
  const hasMonth = Number.isInteger(month) && month! >= 1 && month! <= 12;
  const hasDay = hasMonth && Number.isInteger(day) && day! >= 1 && day! <= 31;
  return { year: year!, ...(hasMonth ? { month: month! } : {}), ...(hasDay ? { day: day! } : {}) };
}

function text(value: unknown): string | undefined {
  return (typeof value === 'string' && cleanText(value)) || undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

function isObject(value: unknown): value is CslItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): CslItem {
  return isObject(value) ? value : {};
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
