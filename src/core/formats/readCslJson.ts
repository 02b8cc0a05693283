import { utf8Reader } from '../decode';
import { hashBytes } from '../hashBytes';
import type { PostRecord } from '../post';
import type { Problem } from '../problem';
import { cleanText } from '../text';
import { type CslItem, fromCslItem, isObject } from './cslItem';
import {
  closeArray,
  closeObject,
  colon,
  comma,
  endOfValue,
  newline,
  openArray,
  openObject,
  skipSpace,
} from './json';
import { Positions, ReadItems } from './readItems';
import { Shared } from './shared';

/** What a CSL-JSON file holds. */
export interface CslJson {
  readonly posts: readonly PostRecord[];
  /** What the file holds besides posts; writing it back needs it. */
  readonly rest: CslRest;
  readonly problems: readonly Problem[];
  /** Whether the file is one JSON text. One that is not may have been cut short. */
  readonly isWhole: boolean;
  /** For reading the file again, and for writing it. */
  readonly items: ReadItems;
}

export interface CslRest {
  /** Entries that are no posts, as they are. */
  readonly entries: readonly unknown[];
  /** The object around the array, without the array: Zotero's `{"items": […]}`. */
  readonly around?: CslItem;
}

/**
 * Reads the posts of a CSL-JSON array, or of an object with such an array as `items`, in steps of one item. Where the
 * file as a whole does not parse (a merge that left a comma too many or too few, conflict markers, a damaged line), it
 * is read line by line, one item a line, and each line that can't be read is a Problem.
 * @param before what was read before: posts whose bytes are the same are the same objects.
 * @throws an Error with a sentence where the bytes are not UTF-8.
 */
export function* readingCslJson(
  bytes: Uint8Array,
  source: string,
  before = new ReadItems(),
): Generator<void, CslJson> {
  const reader = new Reader(bytes, source, before);
  return (yield* reader.whole()) ?? (yield* reader.lines());
}

class Reader {
  readonly #view: DataView;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #known: Positions<number>;
  readonly #shared = new Shared();
  #found: Found;

  constructor(
    readonly bytes: Uint8Array,
    readonly source: string,
    readonly before: ReadItems,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#decode = utf8Reader('it');
    this.#known = new Positions(before.hashes);
    this.#found = new Found(source);
  }

  /** `undefined` when the bytes are not one JSON text. */
  *whole(): Generator<void, CslJson | undefined> {
    const { bytes } = this;
    const start = skipSpace(bytes, hasMark(bytes) ? 3 : 0);
    let end: number | undefined;
    if (bytes[start] === openArray) end = yield* this.#array(start);
    else if (bytes[start] === openObject) end = yield* this.#around(start);
    if (end === undefined && bytes[start] !== openArray) {
      this.#found = new Found(this.source);
      const last = endOfValue(bytes, start);
      // Any other object is another program's, or of a later form, and must not become an entry.
      if (isLikeItem(this.#parse(start, last))) end = yield* this.#item(start, last);
    }
    this.#found.isWhole = end !== undefined && skipSpace(bytes, end) === bytes.length;
    return this.#found.isWhole ? this.#found : undefined;
  }

  *lines(): Generator<void, CslJson> {
    const { bytes } = this;
    this.#found = new Found(this.source);
    let isEmpty = true;
    for (let [line, start] = [1, 0]; start <= bytes.length; line++) {
      const lineEnd = bytes.indexOf(newline, start);
      const end = lineEnd === -1 ? bytes.length : lineEnd;
      isEmpty = !(yield* this.#line(line, start, end)) && isEmpty;
      start = end + 1;
      yield;
    }
    if (!isEmpty && this.#found.posts.length === 0) {
      this.#found = new Found(this.source);
      this.#found.problems.push({ code: 'damagedFile', source: this.source });
    }
    return this.#found;
  }

  /** False for a line that holds nothing. */
  *#line(line: number, from: number, to: number): Generator<void, boolean> {
    const { bytes } = this;
    const text = withoutCommas(this.#decode(bytes.subarray(from, to)));
    if (text === '' || text === '[' || text === ']') return false;
    const isAlone = text.startsWith('{') && text.endsWith('}');
    const start = isAlone ? bytes.indexOf(openObject, from) : from;
    const end = isAlone ? bytes.lastIndexOf(closeObject, to - 1) + 1 : from;
    if (!isAlone || (yield* this.#item(start, end, { line, text })) === undefined) {
      const inner = text.replace(/^\[(?=\s*\{)/, '').replace(/\}\s?\]$/, '}');
      const value = parseJson(withoutCommas(inner));
      const item = isLikeItem(value) ? value : undefined;
      this.#found.add(this.#postOf(item), item, { line, text });
    }
    return true;
  }

  /** These return where a value ends, `undefined` where it does not parse. */
  *#array(start: number): Generator<void, number | undefined> {
    const { bytes } = this;
    let at = skipSpace(bytes, start + 1);
    if (bytes[at] === closeArray) return at + 1;
    for (;;) {
      const end = this.#same(at) ?? (yield* this.#item(at, endOfValue(bytes, at)));
      if (end === undefined) return undefined;
      const next = skipSpace(bytes, end);
      if (bytes[next] === closeArray) return next + 1;
      if (bytes[next] !== comma) return undefined;
      at = skipSpace(bytes, next + 1);
      yield;
    }
  }

  /**
   * Where the item that starts here ends, if its bytes are those of the item that came next before: then nobody has
   * to look for its end.
   */
  #same(start: number): number | undefined {
    const { before } = this;
    const index = this.#known.next;
    const end = start + before.ends.at(index)! - before.starts.at(index)!;
    if (!(end <= this.bytes.length) || hashBytes(this.#view, start, end) !== before.hashes.at(index)) {
      return undefined;
    }
    this.#known.skip();
    this.#found.again(before, index, start);
    return end;
  }

  *#item(start: number, end: number, place?: Place): Generator<void, number | undefined> {
    const hash = hashBytes(this.#view, start, end);
    const index = yield* this.#known.of(hash);
    if (index !== undefined) {
      this.#found.again(this.before, index, start, place);
      return end;
    }
    const value = this.#parse(start, end);
    if (value === undefined || (place && !isLikeItem(value))) return undefined;
    const post = this.#postOf(value);
    this.#found.add(post, value, place);
    if (post) {
      const onOneLine = !this.bytes.subarray(start, end).includes(newline);
      this.#found.items.add(post, hash, start, end, onOneLine);
    }
    return end;
  }

  /** The object around an array of items; `undefined` also for one that has none. */
  *#around(start: number): Generator<void, number | undefined> {
    const { bytes } = this;
    const around = new Map<string, unknown>();
    for (let [at, hasItems] = [start, false]; ; ) {
      const key = skipSpace(bytes, at + 1);
      const separator = skipSpace(bytes, endOfValue(bytes, key));
      const name = this.#parse(key, separator);
      if (typeof name !== 'string' || bytes[separator] !== colon) return undefined;
      const value = skipSpace(bytes, separator + 1);
      const isItems = name === 'items' && bytes[value] === openArray && !hasItems;
      const end = isItems ? yield* this.#array(value) : endOfValue(bytes, value);
      if (end === undefined) return undefined;
      if (!isItems) {
        around.set(name, this.#parse(value, end));
        if (around.get(name) === undefined) return undefined;
      }
      hasItems ||= isItems;
      at = skipSpace(bytes, end);
      if (bytes[at] === closeObject && hasItems) {
        this.#found.rest.around = Object.fromEntries(around);
        return at + 1;
      }
      if (bytes[at] !== comma) return undefined;
    }
  }

  #postOf(value: unknown): PostRecord | undefined {
    const post = isObject(value) ? fromCslItem(value) : undefined;
    return post && this.#shared.post(post);
  }

  #parse(start: number, end: number): unknown {
    return parseJson(this.#decode(this.bytes.subarray(start, end)));
  }
}

/** Where in the file an item is that was read line by line. */
interface Place {
  readonly line: number;
  readonly text: string;
}

/** Problems of one kind that are told: a file may be nothing but lines that cannot be read. */
const mostAlike = 1000;

/** What has been read so far. */
class Found implements CslJson {
  readonly posts: PostRecord[] = [];
  readonly rest: { entries: unknown[]; around?: CslItem } = { entries: [] };
  readonly problems: Problem[] = [];
  readonly items = new ReadItems();
  isWhole = false;
  readonly #counts = new Map<Problem['code'], number>();

  constructor(readonly source: string) {}

  /** `post` is undefined for a value that is none; both, when it could not be read. */
  add(post: PostRecord | undefined, value: unknown, place?: Place): void {
    if (post) {
      this.posts.push(post);
      const address = post.url === undefined ? shown(post.extra?.URL ?? '') : '';
      if (address) this.#report('unusableAddress', address, place);
    } else if (value === undefined) {
      this.#report('unreadableEntry', place?.text ?? '', place);
    } else {
      this.rest.entries.push(value);
      this.#report('untitledEntry', shown(value), place);
    }
  }

  /** An item that was read before, and now starts here. */
  again(
    { posts, hashes, starts, ends, onOneLine }: ReadItems,
    index: number,
    start: number,
    place?: Place,
  ): void {
    const post = posts[index]!;
    this.add(post, undefined, place);
    const end = start + ends.at(index)! - starts.at(index)!;
    this.items.add(post, hashes.at(index)!, start, end, onOneLine.at(index) === 1);
  }

  #report(code: Problem['code'], detail: string, place?: Place): void {
    const { source } = this;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > mostAlike) return;
    // Joined anew: a slice would keep the whole line in memory, which can be the whole file.
    const shortened = [...detail.slice(0, 60)].join('');
    this.problems.push({ code, source, ...(place && { line: place.line }), detail: shortened });
  }
}

function hasMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** The pieces of an item over several lines can be JSON as well. */
function isLikeItem(value: unknown): value is CslItem {
  return isObject(value) && ['id', 'type', 'title'].some(variable => variable in value);
}

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
    const value: unknown = JSON.parse(content);
    return isDeeper(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** `JSON.parse` reads any depth, but what goes through a value, `JSON.stringify` too, runs out of stack. */
const deepest = 100;

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) return value.some(part => isDeeper(part, depth - 1));
  // Makes no list of the values, which would take a tenth of the time of reading.
  for (const key in value) if (isDeeper(value[key as never], depth - 1)) return true;
  return false;
}
