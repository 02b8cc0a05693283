import type { Post } from '../post';
import { fieldBit, fields, fieldTexts } from './fields';
import { Numbers } from './numbers';
import { Postings } from './postings';
import { recencyOf } from './recency';
import { Vocabulary } from './vocabulary';
import { words } from './words';

/** Title positions from here on are not told apart. */
export const lastPosition = 15;

/** Words that nearly every abstract has: there they would fill the index and tell posts apart by nothing, so it lacks them. */
export const frequent = new Set(
  (
    'a an and are as at be been but by can for from had has have he her his how i if in into is it its more ' +
    'not of on or our she so such than that the their them then these they this to was we were what when ' +
    'which who will with you your der die das und ist von mit den im zu ein eine le la les des et un une est ' +
    'que el los las y en de del por para con'
  ).split(' '),
);

/**
 * Which posts have which words. Two lists of entries per word: posts that have it in title, authors, topics or
 * publication (list `2 * word`), and posts that have it in the abstract alone (`2 * word + 1`), so that short
 * and mistyped words, which match much, need not read the second. An entry is 32 bits:
 *
 *     | post: 24 | first position in the title: 4 | publication, topics, author, title: 1 each |
 */
export class WordIndex {
  readonly vocabulary = new Vocabulary();
  /** By number; `undefined` once removed. */
  readonly posts: (Post | undefined)[] = [];
  readonly numbers = new Numbers(this.posts);
  /** Words in the title, at most 255. */
  titleLengths = new Uint8Array(1024);
  /** The `recencyOf` each post, here because the posts themselves lie all over the memory. */
  recencies = new Uint32Array(1024);
  /** For each list, how many posts not removed it has. */
  counts = new Uint32Array(2048);
  /** Goes up with each change. */
  revision = 0;
  private info = new Uint8Array(1024);

  /** With the postings of an index from disk, or none. */
  constructor(readonly postings = new Postings()) {}

  /** Posts not removed. */
  get size(): number {
    return this.numbers.size;
  }

  /** Adds the post; one with the same id goes. */
  add(post: Post): void {
    this.remove(post.id);
    this.revision++;
    const number = this.posts.length;
    this.posts.push(post);
    this.numbers.add(number);
    for (const word of this.wordsOf(post)) {
      const info = this.info[word]!;
      const list = 2 * word + (info & 15 ? 0 : 1);
      this.postings.add(list, (number << 8) | info);
      this.counts[list]!++;
      this.info[word] = 0;
    }
    if (number >= this.recencies.length) this.growPosts(2 * number);
    this.titleLengths[number] = Math.min(255, words(post.title).length);
    this.recencies[number] = recencyOf(post);
  }

  /** Takes the post out of sight; its entries stay until the index is built or loaded anew. */
  remove(id: string): boolean {
    const number = this.numbers.get(id);
    if (number === undefined) return false;
    this.revision++;
    for (const word of this.wordsOf(this.posts[number]!)) {
      this.counts[2 * word + (this.info[word]! & 15 ? 0 : 1)]!--;
      this.info[word] = 0;
    }
    this.numbers.delete(id);
    this.posts[number] = undefined;
    return true;
  }

  /** The word's number in the vocabulary, a new one if need be. */
  private term(word: string): number {
    const term = this.vocabulary.add(word);
    if (term >= this.info.length) this.growTerms(2 * term);
    return term;
  }

  /** Makes room for the numbers of `size` posts. */
  growPosts(size: number): void {
    const titleLengths = new Uint8Array(size);
    titleLengths.set(this.titleLengths);
    this.titleLengths = titleLengths;
    const recencies = new Uint32Array(size);
    recencies.set(this.recencies);
    this.recencies = recencies;
  }

  /** Makes room for the numbers of `size` words. */
  growTerms(size: number): void {
    const info = new Uint8Array(size);
    info.set(this.info);
    this.info = info;
    const counts = new Uint32Array(2 * size);
    counts.set(this.counts);
    this.counts = counts;
  }

  /** The distinct words of a post; what an entry says of each is left in `info`. */
  private wordsOf(post: Post): number[] {
    const found: number[] = [];
    for (const field of fields) {
      const bit = fieldBit[field];
      for (const text of fieldTexts(post, field)) {
        let position = 0;
        for (const word of words(text, 'index')) {
          const at = bit === fieldBit.title ? Math.min(position++, lastPosition) : lastPosition;
          if (bit === 0 && frequent.has(word)) continue;
          const term = this.term(word);
          if (this.info[term] === 0) {
            found.push(term);
            this.info[term] = (at << 4) | bit;
          } else this.info[term]! |= bit;
        }
      }
    }
    return found;
  }
}
