import { lastPosition } from './wordIndex';

/** What a match is worth by the field bits of its entry; the best field counts, each further one adds one. */
const fieldPoints = Uint8Array.from({ length: 16 }, (_, bits) => {
  const values = [16, 14, 12, 9].filter((_, bit) => bits & (1 << bit));
  return values.length === 0 ? 5 : Math.max(...values) + values.length - 1;
});
/**
 * Added when the word follows the query's previous word in the title too, at once or later, and when the title begins
 * with the words up to it: the second of a query says nothing by being the second of a title that begins otherwise.
 */
const phrasePoints = 6;
const orderPoints = 3;
const placePoints = 2;
/** The most that one word can be worth, per unit of weight. */
export const mostPoints = 16 + 3 + phrasePoints + placePoints;

/**
 * Numbers of a post's cell, which stand together, so that a post costs one access to the memory: its points; those of
 * the latest word; its state; and places in the title as bits, 16 of the latest word and 16 of the one before.
 */
const size = 4;
const [best, state, places] = [1, 2, 3] as const;
/** Parts of the state: latest word matched: 8 bits | words matched: 8 | words matched in the title: 8 | flags. */
const oneWord = 1 << 8;
const oneInTitle = 1 << 16;
const isInTitle = 1 << 24;
const isExcluded = 1 << 25;

/**
 * The points of every post for one query, gathered word by word (term-at-a-time scoring with accumulators).
 * All numbers are whole, so that sums do not depend on the order in which entries were added to the index.
 */
export class Tally {
  private touched = new Uint32Array(0);
  /** How many posts match at least one word. */
  touchedCount = 0;
  /** Posts that `gather` found, as many as it said. */
  matching = new Uint32Array(0);
  /** Entries read since `start`. */
  visited = 0;
  private cells = new Int32Array(0);
  private count = 0;
  private word = 0;
  private required = 0;
  private gate = 0;
  private hasAll = false;

  /** Makes ready for a query over posts numbered below `count`; a post without one of the first `required` words is out. */
  start(count: number, required: number): void {
    const { cells, touched } = this;
    if (this.isMany()) cells.fill(0);
    else {
      for (let i = 0; i < this.touchedCount; i++) {
        const cell = touched[i]! * size;
        cells[cell] = cells[cell + best] = cells[cell + state] = cells[cell + places] = 0;
      }
    }
    if (touched.length < count) {
      this.touched = new Uint32Array(Math.ceil(count * 1.25) + 16);
      this.matching = new Uint32Array(this.touched.length);
      this.cells = new Int32Array(this.touched.length * size);
    }
    this.count = count;
    this.touchedCount = 0;
    this.visited = 0;
    this.word = 0;
    this.required = required;
    this.hasAll = false;
  }

  /**
   * Gathers the posts that match the most words, `least` or more, of those that `isIn`, into `matching`; by number if
   * many are touched, since to go through them is several times faster then.
   */
  gather(
    least: number,
    isIn: (post: number) => boolean,
  ): { readonly matched: number; readonly total: number } {
    const { cells, touched, matching, hasAll } = this;
    const inOrder = this.isMany();
    const count = inOrder ? this.count : this.touchedCount;
    let matched = hasAll ? least : Math.max(1, least);
    let total = 0;
    for (let i = 0; i < count; i++) {
      const post = inOrder ? i : touched[i]!;
      const now = cells[post * size + state]!;
      const words = (now >>> 8) & 255;
      if (words < matched || now & isExcluded || !isIn(post)) continue;
      if (words > matched) {
        matched = words;
        total = 0;
      }
      matching[total++] = post;
    }
    return { matched: total === 0 ? least : matched, total };
  }

  private isMany(): boolean {
    return this.hasAll || this.touchedCount * 16 > this.touched.length;
  }

  points(post: number): number {
    return this.cells[post * size]!;
  }

  /** How many words of the query its title has. */
  titleMatched(post: number): number {
    return (this.cells[post * size + state]! >>> 16) & 255;
  }

  /** Leaves the post out, whatever it matches. */
  exclude(post: number): void {
    const at = post * size + state;
    if (this.hasAll || this.cells[at] !== 0) this.cells[at]! |= isExcluded;
  }

  /** For a query without words: every post, with no points. */
  touchAll(): void {
    this.touchedCount = this.count;
    this.hasAll = true;
  }

  /** From here on, entries belong to the next word of the query; posts that match fewer than `least` yet are out. */
  nextWord(least: number): void {
    this.gate = Math.max(least, Math.min(this.word, this.required));
    this.word++;
  }

  /** Counts the entries; of several matches of a word in a post, the one worth most counts. */
  add(entries: Uint32Array, length: number, weight: number, fieldMask: number): void {
    const { cells, touched, word, gate } = this;
    const ownPlace = word - 1 - this.required;
    let touchedCount = this.touchedCount;
    this.visited += length;
    for (let i = 0; i < length; i++) {
      const entry = entries[i]!;
      const bits = entry & 15;
      if (fieldMask !== 0 && (bits & fieldMask) === 0) continue;
      const cell = (entry >>> 8) * size;
      let now = cells[cell + state]!;
      if ((now & 255) !== word) {
        const matched = (now >>> 8) & 255;
        if (matched < gate) continue;
        if (matched === 0) touched[touchedCount++] = entry >>> 8;
        cells[cell + places] = word > 1 && (now & 255) === word - 1 ? cells[cell + places]! << 16 : 0;
        cells[cell + best] = 0;
        now = ((now & ~(255 | isInTitle)) | word) + oneWord;
      }
      const at = (entry >>> 4) & 15;
      let value = fieldPoints[bits]!;
      let place = 0;
      if (at !== lastPosition) {
        place = 1 << at;
        const before = cells[cell + places]! >>> 16;
        if (before & (place >>> 1)) value += phrasePoints;
        else if (before & (place - 1)) value += orderPoints;
        if (at === ownPlace && (at === 0 || before & (place >>> 1))) value += placePoints;
      }
      value *= weight;
      const gained = value - cells[cell + best]!;
      if (gained > 0) {
        cells[cell]! += gained;
        cells[cell + best] = value;
        cells[cell + places] = (cells[cell + places]! & ~0xffff) | place;
      } else if (gained === 0) cells[cell + places]! |= place;
      if (bits & 1 && (now & isInTitle) === 0) now = (now | isInTitle) + oneInTitle;
      cells[cell + state] = now;
    }
    this.touchedCount = touchedCount;
  }
}
