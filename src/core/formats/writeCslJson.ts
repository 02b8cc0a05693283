import type { PostRecord } from '../post';
import { sorting } from '../sorting';
import { isObject, toCslItem } from './cslItem';
import type { CslRest } from './readCslJson';
import { Positions, ReadItems } from './readItems';

/** Bytes and which posts were read from where in them; see `readingCslJson`. */
interface Original {
  readonly bytes: Uint8Array;
  readonly items: ReadItems;
}

interface Line {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const newline = 0x0a;

/**
 * The whole library file in steps: an array with one post a line, sorted by id.
 * @param original the file as it is: the lines of posts that are the same objects are taken as they are.
 */
export function* writingCslJson(
  posts: readonly PostRecord[],
  rest: CslRest,
  { bytes, items }: Original = { bytes: new Uint8Array(), items: new ReadItems() },
): Generator<void, Uint8Array> {
  const encoder = new TextEncoder();
  const encode = (text: string) => encoder.encode(text);
  const places = new Positions(items.posts);
  const lines: Line[] = [];
  for (const post of posts) {
    const place = yield* places.of(post);
    const same = place === undefined ? undefined : bytes.subarray(items.starts[place], items.ends[place]);
    lines.push(same && !same.includes(newline) ? { id: idOf(post), bytes: same } : format(toCslItem(post)));
    yield;
  }
  for (const entry of rest.entries) lines.push(format(entry));
  const sorted = yield* sorting(lines, (a, b) => compareIds(a.id, b.id));
  const around = Object.entries(rest.around ?? {}).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`,
  );
  const [before, after] = rest.around ? [`{${around.join('')}"items":`, '}\n'] : ['', '\n'];
  return yield* join(encode(`${before}[`), sorted, encode(`${lines.length ? '\n' : ''}]${after}`));

  function format(item: unknown): Line {
    return { id: isObject(item) ? String(item.id ?? '') : '', bytes: encode(JSON.stringify(item)) };
  }
}

const idOf = ({ id, extra }: PostRecord) => String(extra?.id ?? id ?? '');

/** By code unit, so that every machine and locale writes the same order. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* join(head: Uint8Array, lines: readonly Line[], tail: Uint8Array): Generator<void, Uint8Array> {
  let length = head.length + tail.length;
  // Each line has a line end before it and, but for the first, a comma before that.
  for (const { bytes } of lines) length += bytes.length + 2;
  const all = new Uint8Array(lines.length > 0 ? length - 1 : length);
  all.set(head);
  let at = head.length;
  for (const { bytes } of lines) {
    if (at > head.length) all[at++] = 0x2c;
    all[at++] = newline;
    all.set(bytes, at);
    at += bytes.length;
    yield;
  }
  all.set(tail, at);
  return all;
}
