import type { Post } from '../post';
import { ByteWriter, checksum, joinBytes } from './bytes';
import { fingerprint } from './fingerprint';
import { chunkWords } from './vocabulary';
import type { WordIndex } from './wordIndex';

/** "BYLI", and the version of the form below: another one is not read. */
export const magic = 0x42594c49;
export const version = 3;

/**
 * The index as bytes, without posts that were removed, in sections that can be used as they are:
 *
 *     magic, version, number of posts, number of words · title length of each post · fingerprint of each post
 *     · ids of the posts, a line each, some thousands to a section · words, likewise, those with a common
 *     beginning together · for each word its two lists: lengths, starts, and the entries as `FrozenPostings`
 *     reads them · checksum
 *
 * The posts themselves are not in it, they are the library's.
 */
export function* writing(index: WordIndex): Generator<void, Uint8Array> {
  const { vocabulary, counts } = index;
  const writer = new ByteWriter();
  const posts: Post[] = [];
  const numbers = new Int32Array(index.posts.length).fill(-1);
  const titleLengths = new Uint8Array(index.size);
  const fingerprints = new Uint32Array(index.size);
  for (const [number, post] of index.posts.entries()) {
    if (!post) continue;
    const place = posts.push(post) - 1;
    numbers[number] = place;
    titleLengths[place] = index.titleLengths[number]!;
    fingerprints[place] = fingerprint(post);
    if (place % 16 === 0) yield;
  }
  const terms = (yield* vocabulary.grouped()).filter(term => counts[2 * term]! + counts[2 * term + 1]! > 0);
  writer.numbers(Uint32Array.of(magic, version, posts.length, terms.length));
  writer.section(titleLengths);
  writer.numbers(fingerprints);
  yield* writeLines(writer, posts, post => post.id);
  yield* writeLines(writer, terms, term => vocabulary.words[term]!);
  yield* writeLists(writer, index, terms, numbers);
  const bytes = yield* joinBytes(writer.written(), 8);
  const end = new DataView(bytes.buffer, bytes.length - 8);
  end.setUint32(0, 4, true);
  end.setUint32(4, yield* checksum(bytes.subarray(0, -8)), true);
  return bytes;
}

function* writeLines<T>(writer: ByteWriter, items: readonly T[], lineOf: (item: T) => string) {
  for (let at = 0; at < items.length; at += chunkWords) {
    writer.text(
      items
        .slice(at, at + chunkWords)
        .map(lineOf)
        .join('\n'),
    );
    yield;
  }
}

/** Writes the lists of the terms, with the new numbers of the posts; -1 for none. */
function* writeLists(
  writer: ByteWriter,
  { postings, counts }: WordIndex,
  terms: readonly number[],
  numbers: Int32Array,
) {
  const lengths = new Uint32Array(2 * terms.length);
  const starts = new Uint32Array(2 * terms.length + 1);
  const lists = new ByteWriter();
  let entries = new Uint32Array(1024);
  let list = 0;
  for (const term of terms) {
    for (const from of [2 * term, 2 * term + 1]) {
      lengths[list] = counts[from]!;
      starts[list++] = lists.length;
      const length = postings.length(from);
      if (length > entries.length) entries = new Uint32Array(length * 2);
      postings.read(from, entries);
      let before = 0;
      for (let at = 0; at < length; at++) {
        const number = numbers[entries[at]! >>> 8]!;
        if (number === -1) continue;
        lists.number(number - before);
        if (from % 2 === 0) lists.byte(entries[at]! & 255);
        before = number;
      }
    }
    yield;
  }
  starts[list] = lists.length;
  writer.numbers(lengths);
  writer.numbers(starts);
  writer.section(...lists.written());
}
