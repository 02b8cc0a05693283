import { lastPosition } from './wordIndex';

/** What a match is worth by the field bits of its entry; the best field counts, each further one adds one. */
const fieldPoints = Uint8Array.from({ length: 16 }, (_, bits) => {
  const values = [16, 14, 12, 9].filter((_, bit) => bits & (1 << bit));
  return values.length === 0 ? 5 : Math.max(...values) + values.length - 1;
});
/** Added when the word follows the query's previous word in the title too, at once or later, and when it stands at its place. */
const phrasePoints = 6;
const orderPoints = 3;
const placePoints = 2;
/** The most that one word can be worth, per unit of weight. */
export const mostPoints = 16 + 3 + phrasePoints + placePoints;

const nowhere = 255;

/**
 * The points of every post for one query, gathered word by word (term-at-a-time scoring with accumulators).
 * All numbers are whole, so that sums do not depend on the order in which entries were added to the index.
 */
export class Tally {
  points = new Int32Array(0);
  /** How many query words a post matches, and how many of them in its title. */
  matched = new Uint8Array(0);
  titleMatched = new Uint8Array(0);
  /** The posts that match at least one word. */
  touched = new Uint32Array(0);
  touchedCount = 0;
  /** Entries read since `start`. */
  visited = 0;
  /** The last word of the query that the post matched, anywhere and in the title. */
  private latest = new Uint8Array(0);
  private latestInTitle = new Uint8Array(0);
  private best = new Int32Array(0);
  private place = new Uint8Array(0);
  private placeBefore = new Uint8Array(0);
  private word = 0;
  private required = 0;
  private gate = 0;
  private readonly excluded = new Set<number>();

  /** Makes ready for a query over posts numbered below `size`; a post without one of the first `required` words is out. */
  start(size: number, required: number): void {
    if (this.points.length < size) this.grow(Math.ceil(size * 1.25) + 16);
    for (let i = 0; i < this.touchedCount; i++) {
      const post = this.touched[i]!;
      this.points[post] = this.matched[post] = this.titleMatched[post] = 0;
      this.latest[post] = this.latestInTitle[post] = 0;
    }
    this.touchedCount = 0;
    this.visited = 0;
    this.word = 0;
    this.required = required;
    this.excluded.clear();
  }

  /** Leaves the post out, whatever it matches. */
  exclude(post: number): void {
    this.excluded.add(post);
  }

  isExcluded(post: number): boolean {
    return this.excluded.has(post);
  }

  /** For a query without words: every post, with no points. */
  touchAll(size: number): void {
    for (let post = 0; post < size; post++) this.touched[post] = post;
    this.touchedCount = size;
  }

  /** From here on, entries belong to the next word of the query; posts that match fewer than `least` yet are out. */
  nextWord(least: number): void {
    this.gate = Math.max(least, Math.min(this.word, this.required));
    this.word++;
  }

  /** Counts the entries; of several matches of a word in a post, the one worth most counts. */
  add(entries: Uint32Array, length: number, weight: number, fieldMask: number): void {
    const { points, matched, titleMatched, latest, latestInTitle, best, place, placeBefore, word, gate } =
      this;
    const position = word - 1 - this.required;
    this.visited += length;
    for (let i = 0; i < length; i++) {
      const entry = entries[i]!;
      const bits = entry & 15;
      if (fieldMask !== 0 && (bits & fieldMask) === 0) continue;
      const post = entry >>> 8;
      const at = (entry >>> 4) & 15;
      const isFirst = latest[post] !== word;
      if (isFirst && matched[post]! < gate) continue;
      if (isFirst) {
        placeBefore[post] = latest[post] === word - 1 && word > 1 ? place[post]! : nowhere;
        if (matched[post] === 0) this.touched[this.touchedCount++] = post;
        latest[post] = word;
        matched[post]!++;
        best[post] = 0;
      }
      let value = fieldPoints[bits]!;
      if (at !== lastPosition) {
        if (at > placeBefore[post]!) value += at === placeBefore[post]! + 1 ? phrasePoints : orderPoints;
        if (at === position) value += placePoints;
      }
      value *= weight;
      const gained = value - best[post]!;
      if (gained > 0) {
        points[post]! += gained;
        best[post] = value;
        place[post] = at === lastPosition ? nowhere - 1 : at;
      } else if (gained === 0 && at < place[post]!) place[post] = at;
      if (bits & 1 && latestInTitle[post] !== word) {
        latestInTitle[post] = word;
        titleMatched[post]!++;
      }
    }
  }

  private grow(size: number): void {
    this.points = new Int32Array(size);
    this.matched = new Uint8Array(size);
    this.titleMatched = new Uint8Array(size);
    this.touched = new Uint32Array(size);
    this.touchedCount = 0;
    this.latest = new Uint8Array(size);
    this.latestInTitle = new Uint8Array(size);
    this.best = new Int32Array(size);
    this.place = new Uint8Array(size);
    this.placeBefore = new Uint8Array(size);
  }
}
