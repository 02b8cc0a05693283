import type { PostRecord } from '../post';
import type { Problem } from '../problem';
import { cleanText } from '../text';
import { type CslItem, fromCslItem, isObject, toCslItem } from './cslItem';

/** What a CSL-JSON file holds. */
export interface CslJson {
  readonly posts: readonly PostRecord[];
  /** What the file holds besides posts; writing it back needs it. */
  readonly rest: CslRest;
  readonly problems: readonly Problem[];
}

export interface CslRest {
  /** Entries that are no posts, as they are. */
  readonly entries: readonly unknown[];
  /** The object around the array, without the array: Zotero's `{"items": […]}`. */
  readonly around?: CslItem;
}

/** True for text that is meant as CSL-JSON; it may still be damaged, or be a conflict of two versions. */
export function detectCslJson(content: string): boolean {
  return /^\uFEFF?\s*(?:[<=>|]{7}[^\n]*\n\s*)?(\[\s*(\{\s*"|\]|[<=>|]{7})|\{\s*"(id|type|title|author|items)")/.test(
    content,
  );
}

/**
 * Posts of a CSL-JSON array, or of an object with such an array as `items`. Where the file as a whole does not
 * parse (a merge that left a comma too many or too few, conflict markers, a damaged line), it is read line by
 * line, one item a line, and each line that can't be read is a Problem.
 */
export function parseCslJson(content: string, source: string): CslJson {
  const whole = parseJson(content.replace(/^\uFEFF/, ''));
  if (whole === undefined) {
    return parseLines(content, source);
  }
  if (isObject(whole) && Array.isArray(whole.items)) {
    const { items, ...around } = whole;
    const { rest, ...read } = collect(entriesOf(items), source);
    return { ...read, rest: { ...rest, around } };
  }
  return collect(entriesOf(Array.isArray(whole) ? whole : [whole]), source);
}

/** The whole library file: an array with one post a line, sorted by id. */
export function formatCslJson(posts: readonly PostRecord[], rest: CslRest = { entries: [] }): string {
  const items = [...posts.map(toCslItem), ...rest.entries];
  const lines = items
    .map(item => ({ id: isObject(item) ? String(item.id ?? '') : '', line: JSON.stringify(item) }))
    .sort((a, b) => compareIds(a.id, b.id))
    .map(({ line }) => line);
  const array = lines.length ? `[\n${lines.join(',\n')}\n]` : '[]';
  if (!rest.around) {
    return `${array}\n`;
  }
  const around = Object.entries(rest.around).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{${[...around, `"items":${array}`].join(',')}}\n`;
}

/** By code unit, so that every machine and locale writes the same order. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function parseLines(content: string, source: string): CslJson {
  const entries = content.split('\n').flatMap((raw, index): Entry[] => {
    const line = withoutCommas(raw);
    if (line === '' || line === '[' || line === ']') {
      return [];
    }
    const value = parseJson(withoutCommas(line.replace(/^\[(?=\s*\{)/, '').replace(/\}\s?\]$/, '}')));
    // The pieces of an item over several lines can be JSON as well.
    const isItem = isObject(value) && ['id', 'type', 'title'].some(variable => variable in value);
    return [{ item: isItem ? value : undefined, line: index + 1, text: line }];
  });
  const read = collect(entries, source);
  return read.posts.length || entries.length === 0
    ? read
    : { posts: [], rest: { entries: [] }, problems: [{ code: 'damagedFile', source }] };
}

interface Entry {
  /** `undefined` when it does not parse. */
  item: unknown;
  line?: number;
  text?: string;
}

function collect(read: readonly Entry[], source: string): CslJson {
  const posts: PostRecord[] = [];
  const entries: unknown[] = [];
  const problems: Problem[] = [];
  for (const { item, line, text } of read) {
    const report = (code: Problem['code'], detail: string) =>
      problems.push({ code, source, ...(line ? { line } : {}), detail: detail.slice(0, 60) });
    const post = isObject(item) ? fromCslItem(item) : undefined;
    if (post) {
      posts.push(post);
      const address = post.url === undefined ? shown(post.extra?.URL ?? '') : '';
      if (address) {
        report('unusableAddress', address);
      }
    } else if (item === undefined) {
      report('unreadableEntry', text ?? '');
    } else {
      entries.push(item);
      report('untitledEntry', shown(item));
    }
  }
  return { posts, rest: { entries }, problems };
}

const entriesOf = (items: readonly unknown[]): Entry[] => items.map(item => ({ item }));

function shown(value: unknown): string {
  return cleanText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** The text without the commas and white space at its ends; by hand, as a pattern could take quadratic time. */
function withoutCommas(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && /[,\s\uFEFF]/.test(text[start]!)) start++;
  while (end > start && /[,\s]/.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
