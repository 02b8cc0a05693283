import type { PostRecord } from '../post';
import { sorting } from '../sorting';
import { isObject, toCslItem } from './cslItem';
import { comma, newline } from './json';
import type { CslRest } from './readCslJson';
import { Positions, ReadItems } from './readItems';

/** Bytes and which posts were read from where in them; see `readingCslJson`. */
interface Original {
  readonly bytes: Uint8Array;
  readonly items: ReadItems;
}

/** What is to stand on a line: a part of these bytes. */
interface Line {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

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
    lines.push(
      place !== undefined && items.onOneLine.at(place)
        ? { id: idOf(post), bytes, start: items.starts.at(place)!, end: items.ends.at(place)! }
        : format(toCslItem(post)),
    );
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
    const line = encode(JSON.stringify(item));
    return { id: isObject(item) ? String(item.id ?? '') : '', bytes: line, start: 0, end: line.length };
  }
}

const idOf = ({ id, extra }: PostRecord) => String(extra?.id ?? id ?? '');

/** By code unit, so that every machine and locale writes the same order. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Bytes that are copied in one step: a fraction of a millisecond. */
const most = 1_000_000;

function* join(head: Uint8Array, lines: readonly Line[], tail: Uint8Array): Generator<void, Uint8Array> {
  let length = head.length + tail.length;
  // Each line has a line end before it and, but for the first, a comma before that.
  for (const { start, end } of lines) length += end - start + 2;
  const all = new Uint8Array(lines.length > 0 ? length - 1 : length);
  all.set(head);
  let at = head.length;
  for (let index = 0; index < lines.length; ) {
    if (index > 0) all[at++] = comma;
    all[at++] = newline;
    const { bytes, start } = lines[index]!;
    let { end } = lines[index++]!;
    // Lines that follow each other as they are to are copied together.
    while (index < lines.length && end - start < most && follows(lines[index]!, bytes, end)) {
      end = lines[index++]!.end;
    }
    all.set(bytes.subarray(start, end), at);
    at += end - start;
    yield;
  }
  all.set(tail, at);
  return all;
}

function follows(line: Line, bytes: Uint8Array, end: number): boolean {
  return line.bytes === bytes && line.start === end + 2 && bytes[end] === comma && bytes[end + 1] === newline;
}
