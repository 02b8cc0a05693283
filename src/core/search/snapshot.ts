import type { Post } from '../post';
import { ByteReader, ByteWriter } from './bytes';
import { fields, fieldTexts } from './fields';
import { WordIndex } from './wordIndex';

/** "BYLI", and the version of the form below: another one is not read. */
const magic = 0x42594c49;
const version = 1;
/** What an entry of the second list of a word says: in no title, in the abstract alone. */
const inAbstract = 0xf0;

/**
 * The index as bytes, without posts that were removed:
 *
 *     magic, version · ids of the posts, a line each · title length and fingerprint of each post
 *     · words, a line each · for each word its two lists: length, then each entry as
 *     (distance to the post before, 4 bits for the fields and 4 for the position)
 *
 * The posts themselves are not in it, they are the library's.
 */
export function* writing(index: WordIndex): Generator<void, Uint8Array> {
  const writer = new ByteWriter();
  writer.number(magic);
  writer.number(version);
  const numbers = new Int32Array(index.posts.length).fill(-1);
  const posts: Post[] = [];
  index.posts.forEach((post, number) => {
    if (post) numbers[number] = posts.push(post) - 1;
  });
  writer.text(posts.map(post => post.id).join('\n'));
  writer.number(posts.length);
  for (const post of posts) {
    writer.number(index.titleLengths[index.numbers.get(post.id)!]!);
    writer.number(fingerprint(post));
    yield;
  }
  writer.text(index.vocabulary.words.join('\n'));
  let entries = new Uint32Array(1024);
  for (let list = 0; list < index.counts.length; list++) {
    const length = index.postings.length(list);
    if (length > entries.length) entries = new Uint32Array(length * 2);
    index.postings.read(list, entries);
    writer.number(index.counts[list]!);
    let before = 0;
    for (let at = 0; at < length; at++) {
      const number = numbers[entries[at]! >>> 8]!;
      if (number === -1) continue;
      writer.number(number - before);
      if (list % 2 === 0) writer.byte(swapHalves(entries[at]! & 255));
      before = number;
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
  const ids = reader.text().split('\n');
  const count = reader.number();
  if (count !== (ids.length === 1 && ids[0] === '' ? 0 : ids.length)) return undefined;
  let byId: Map<string, Post> | undefined;
  for (let number = 0; number < count; number++) {
    const id = ids[number]!;
    let post = posts[number];
    if (post?.id !== id) {
      byId ??= new Map(posts.map(each => [each.id, each]));
      post = byId.get(id);
    }
    index.titleLengths.push(reader.number());
    const same = reader.number() === (post && fingerprint(post));
    index.posts.push(same ? post : undefined);
    if (same) index.numbers.set(id, number);
    yield;
  }
  const words = reader.text();
  for (const word of words === '' ? [] : words.split('\n')) {
    index.term(word);
    yield;
  }
  for (let list = 0; list < index.counts.length; list++) {
    readList(reader, index, list);
    yield;
  }
  for (const post of posts) {
    if (!index.numbers.has(post.id)) index.add(post);
    yield;
  }
  return index;
}

function readList(reader: ByteReader, index: WordIndex, list: number): void {
  let number = 0;
  for (let left = reader.number(); left > 0; left--) {
    number += reader.number();
    const info = list % 2 === 0 ? swapHalves(reader.byte()) : inAbstract;
    if (index.posts[number] === undefined) continue;
    index.postings.add(list, (number << 8) | info);
    index.counts[list]!++;
  }
}

/** Position and fields change places: so that most values are small. */
function swapHalves(byte: number): number {
  return ((byte & 15) << 4) | (byte >>> 4);
}

/** FNV-1a over all that is searched of a post. */
function fingerprint(post: Post): number {
  let hash = 0x811c9dc5;
  for (const field of fields) {
    for (const text of fieldTexts(post, field)) {
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      hash = Math.imul(hash ^ 0xffff, 0x01000193);
    }
    hash = Math.imul(hash ^ 0xfffe, 0x01000193);
  }
  return hash >>> 0;
}
