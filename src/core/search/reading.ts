import type { Post } from '../post';
import { checksum, SectionReader } from './bytes';
import { fingerprint } from './fingerprint';
import { FrozenPostings } from './frozenPostings';
import { Numbers } from './numbers';
import { Postings } from './postings';
import { recencyOf } from './recency';
import { magic, version } from './snapshot';
import { chunkWords } from './vocabulary';
import { WordIndex } from './wordIndex';

/**
 * The index of the posts, from bytes that `writing` made for these or similar posts: posts that changed since are read
 * anew, posts that went are left out. `undefined` when the bytes are damaged or of another version.
 */
export function* reading(bytes: Uint8Array, posts: readonly Post[]): Generator<void, WordIndex | undefined> {
  if (!(yield* isIntact(bytes))) return undefined;
  const reader = new SectionReader(bytes);
  const [, , size = 0, words = 0] = reader.numbers();
  const titleLengths = reader.section();
  const fingerprints = reader.numbers();
  const ids = sections(reader, size);
  const chunks = sections(reader, words);
  const lengths = reader.numbers();
  const starts = reader.numbers();
  // A copy, since a part of the bytes would keep all of them in memory.
  const entries = reader.section().slice();
  const index = new WordIndex(new Postings(new FrozenPostings(entries, lengths, starts)));
  yield* placePosts(index, titleLengths, fingerprints, ids, posts);
  index.growTerms(words + 1024);
  index.counts.set(lengths);
  const restore = index.vocabulary.restoring();
  for (const chunk of chunks) yield* restore(new TextDecoder().decode(chunk));
  if (index.size < size) yield* countAnew(index, lengths);
  // Of several posts with one id the last counts, as when the index is built.
  for (const post of index.size < posts.length ? posts : []) {
    const number = index.numbers.get(post.id);
    if (number === undefined || index.posts[number] !== post) index.add(post);
    yield;
  }
  return index;
}

function* isIntact(bytes: Uint8Array): Generator<void, boolean> {
  // The last section is the checksum: its length and itself.
  const end = bytes.length - 8;
  if (end < 0 || bytes.length % 4 !== 0) return false;
  const [found, of] = new SectionReader(bytes).numbers();
  if (found !== magic || of !== version) return false;
  const [sum] = new SectionReader(bytes.subarray(end)).numbers();
  return sum === (yield* checksum(bytes.subarray(0, end)));
}

/** The next sections of lines, `lines` in all. */
function sections(reader: SectionReader, lines: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(lines / chunkWords) }, () => reader.section());
}

/** Gives the posts that are still the same the numbers they had. */
function* placePosts(
  index: WordIndex,
  titleLengths: Uint8Array,
  fingerprints: Uint32Array,
  ids: readonly Uint8Array[],
  posts: readonly Post[],
): Generator<void> {
  const { numbers } = index;
  numbers.reserve(fingerprints.length);
  index.growPosts(fingerprints.length + 1024);
  index.titleLengths.set(titleLengths);
  const idOf = lines(ids);
  let places: Numbers | undefined;
  // How far the posts have moved: mostly as far as the one before.
  let shift = 0;
  for (let number = 0; number < fingerprints.length; number++) {
    let post = posts[number + shift];
    let isSame = post !== undefined && fingerprint(post) === fingerprints[number];
    if (!isSame) {
      let place = nearby(posts, number + shift, number, idOf);
      if (place === 'unknown') {
        places ??= yield* placesOf(posts);
        place = places.get(idOf(number));
      }
      post = place === undefined ? undefined : posts[place];
      shift = place === undefined ? shift - 1 : place - number;
      isSame = post !== undefined && fingerprint(post) === fingerprints[number];
    }
    if (isSame) index.recencies[number] = recencyOf(post!);
    index.posts.push(isSame ? post : undefined);
    if (isSame) numbers.add(number);
    if (number % 16 === 0) yield;
  }
}

/**
 * Where the post of a number stands, if at `place`, where it was expected, it was only changed, or one came before it;
 * undefined if it went, so that the next one stands there.
 */
function nearby(
  posts: readonly Post[],
  place: number,
  number: number,
  idOf: (number: number) => string,
): number | undefined | 'unknown' {
  const id = idOf(number);
  if (posts[place]?.id === id) return place;
  if (posts[place + 1]?.id === id) return place + 1;
  return posts[place]?.id === idOf(number + 1) ? undefined : 'unknown';
}

/** Where the post of an id stands. */
function* placesOf(posts: readonly Post[]): Generator<void, Numbers> {
  const places = new Numbers(posts);
  places.reserve(posts.length);
  // Of several with one id the last counts, as when the index is built.
  for (let place = posts.length - 1; place >= 0; place--) {
    if (places.get(posts[place]!.id) === undefined) places.add(place);
    if (place % 16 === 0) yield;
  }
  return places;
}

/** Gives a line by its number; a chunk of them is decoded when one of it is asked for. */
function lines(chunks: readonly Uint8Array[]): (number: number) => string {
  const decoded: string[][] = [];
  return number => {
    const chunk = Math.floor(number / chunkWords);
    if (chunk >= chunks.length) return '';
    decoded[chunk] ??= new TextDecoder().decode(chunks[chunk]).split('\n');
    return decoded[chunk][number % chunkWords] ?? '';
  };
}

/** Counts the posts of each list without those that changed or went. */
function* countAnew({ posts, postings, counts }: WordIndex, lengths: Uint32Array): Generator<void> {
  const entries = new Uint32Array(posts.length);
  const here = Uint8Array.from(posts, post => (post ? 1 : 0));
  for (let list = 0; list < lengths.length; list++) {
    const length = postings.read(list, entries);
    let count = 0;
    for (let at = 0; at < length; at++) count += here[entries[at]! >>> 8]!;
    counts[list] = count;
    if (list % 8 === 0) yield;
  }
}
