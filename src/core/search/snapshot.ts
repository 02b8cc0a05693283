import type { Post } from '../post';
import { ByteReader, ByteWriter } from './bytes';
import { WordIndex } from './wordIndex';

/** "BYLI", and the version of the form below: another one is not read. */
const magic = 0x42594c49;
const version = 1;
/** What an entry of the second list of a word says: in no title, in the abstract alone. */
const inAbstract = 0xf0;

/**
 * The index as bytes, without posts that were removed:
 *
 *     magic, version · number of posts · title length and fingerprint of each · their ids, a line each
 *     · words, a line each · for each word its two lists: length, then each entry as
 *     (distance to the post before, 4 bits for the fields and 4 for the position)
 *
 * The posts themselves are not in it, they are the library's.
 */
export function* writing(index: WordIndex): Generator<void, Uint8Array> {
  const { vocabulary, postings, counts } = index;
  const writer = new ByteWriter();
  writer.number(magic);
  writer.number(version);
  writer.number(index.size);
  const numbers = new Int32Array(index.posts.length).fill(-1);
  const ids: string[] = [];
  for (const [number, post] of index.posts.entries()) {
    if (!post) continue;
    numbers[number] = ids.push(post.id) - 1;
    writer.number(index.titleLengths[number]!);
    writer.number(fingerprint(post));
    yield;
  }
  writer.text(ids.join('\n'));
  const terms = vocabulary.grouped().filter(term => counts[2 * term]! + counts[2 * term + 1]! > 0);
  writer.text(terms.map(term => vocabulary.words[term]!).join('\n'));
  let entries = new Uint32Array(1024);
  for (const term of terms) {
    for (const list of [2 * term, 2 * term + 1]) {
      const length = postings.length(list);
      if (length > entries.length) entries = new Uint32Array(length * 2);
      postings.read(list, entries);
      writer.number(counts[list]!);
      let before = 0;
      for (let at = 0; at < length; at++) {
        const number = numbers[entries[at]! >>> 8]!;
        if (number === -1) continue;
        writer.number(number - before);
        if (list % 2 === 0) writer.byte(swapHalves(entries[at]! & 255));
        before = number;
      }
    }
    yield;
  }
  return writer.finish();
}

/**
 * The index of the posts, from bytes written for these or similar posts: posts that changed since are read anew,
 * posts that went are left out. `undefined` when the bytes are damaged or of another version.
 */
export function* reading(bytes: Uint8Array, posts: readonly Post[]): Generator<void, WordIndex | undefined> {
  const reader = new ByteReader(bytes);
  if (!reader.isIntact() || reader.number() !== magic || reader.number() !== version) return undefined;
  const index = new WordIndex();
  const fingerprints = new Uint32Array(reader.number());
  for (let number = 0; number < fingerprints.length; number++) {
    index.titleLengths.push(reader.number());
    fingerprints[number] = reader.number();
    const post = posts[number];
    index.posts.push(post && fingerprint(post) === fingerprints[number] ? post : undefined);
    yield;
  }
  const ids = reader.lazyText();
  yield* findMoved(index, fingerprints, ids, posts);
  for (const [number, post] of index.posts.entries()) {
    if (post) index.numbers.set(post.id, number);
    yield;
  }
  yield* index.restoreWords(reader.text());
  const entries = new Uint32Array(fingerprints.length);
  for (let list = 0; list < index.counts.length; list++) {
    readList(reader, index, list, entries);
    if (list % 8 === 0) yield;
  }
  for (const post of index.size < posts.length ? posts : []) {
    if (!index.numbers.has(post.id)) index.add(post);
    yield;
  }
  return index;
}

/** Finds by id the posts that do not stand where they stood, if there are any. */
function* findMoved(
  index: WordIndex,
  fingerprints: Uint32Array,
  ids: () => string,
  posts: readonly Post[],
): Generator<void> {
  if (!index.posts.includes(undefined)) return;
  const byId = new Map(posts.map(post => [post.id, post]));
  for (const [number, id] of splitLines(ids()).entries()) {
    const post = byId.get(id);
    index.posts[number] = post && fingerprint(post) === fingerprints[number] ? post : undefined;
    yield;
  }
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Reads the next list into the index, and lends `entries` for it. */
function readList(reader: ByteReader, index: WordIndex, list: number, entries: Uint32Array): void {
  const { posts } = index;
  let number = 0;
  let length = 0;
  for (let left = Math.min(reader.number(), entries.length); left > 0; left--) {
    number += reader.number();
    const info = list % 2 === 0 ? swapHalves(reader.byte()) : inAbstract;
    if (posts[number] !== undefined) entries[length++] = (number << 8) | info;
  }
  index.postings.addAll(list, entries, length);
  index.counts[list] = length;
}

/** Position and fields change places: so that most values are small. */
function swapHalves(byte: number): number {
  return ((byte & 15) << 4) | (byte >>> 4);
}

/**
 * Tells whether a post is still the one that was indexed: a hash (FNV-1a) of its id and of all that is searched, of
 * long texts a sample of the characters.
 */
function fingerprint(post: Post): number {
  let hash = hashText(0x811c9dc5, post.id);
  hash = hashText(hash, post.title);
  for (const { family, given, literal, droppingParticle, nonDroppingParticle, suffix } of post.author) {
    hash = hashText(hashText(hashText(hash, family), given), literal);
    hash = hashText(hashText(hashText(hash, droppingParticle), nonDroppingParticle), suffix);
  }
  for (const keyword of post.keywords) hash = hashText(hash, keyword);
  return hashText(hashText(hash, post.containerTitle), post.abstract) >>> 0;
}

/** Of a longer text, two dozen characters or somewhat fewer count, and its length. */
function hashText(start: number, text: string | undefined): number {
  if (text === undefined) return Math.imul(start, 31);
  const { length } = text;
  let hash = Math.imul(start ^ length, 0x01000193);
  const step = length <= 24 ? 1 : Math.ceil(length / 24);
  for (let at = 0; at < length; at += step) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
