import { compareDates } from '../date';
import type { Post } from '../post';
import { type Expansion, expand, type Reach } from './expand';
import { mostPoints, Tally } from './tally';
import { TopK } from './topK';
import type { WordIndex } from './wordIndex';

/** A word that posts are to have. */
export interface QueryWord {
  readonly word: string;
  /** Bits of the fields it has to stand in; 0 for any. */
  readonly fieldMask: number;
  /** Only the word itself will do, as within a quoted phrase. */
  readonly exact?: boolean;
  /** Still being typed. */
  readonly unfinished?: boolean;
}

export interface Candidate {
  readonly post: Post;
  /** 0-1. */
  readonly score: number;
}

export interface Candidates {
  /** Best first. */
  readonly best: readonly Candidate[];
  /** How many posts match altogether. */
  readonly total: number;
}

/** With fewer matches than this, words with typos are looked for as well. */
const enough = 10;
/** Words of a query beyond this are left out. */
const mostWords = 24;

/** The first stage: the posts of the index that match a query best, by words alone. */
export class CandidateFinder {
  /** What the last call cost: words compared or proposed, entries read, posts weighed. */
  readonly work = { words: 0, entries: 0, candidates: 0 };
  private readonly tally = new Tally();
  private entries = new Uint32Array(1024);

  constructor(private readonly index: WordIndex) {}

  find(query: readonly QueryWord[], limit: number, accepts: (post: Post) => boolean): Candidates {
    const words = query.slice(0, mostWords);
    this.work.words = this.work.entries = this.work.candidates = 0;
    let found = this.attempt(words, 0, limit, accepts);
    for (const reach of [1, 2] as const) {
      if (found.matched === words.length && found.total >= enough) break;
      const wider = this.attempt(words, reach, limit, accepts);
      if (wider.matched > found.matched || wider.total > found.total) found = wider;
    }
    return found;
  }

  private attempt(
    words: readonly QueryWord[],
    reach: Reach,
    limit: number,
    accepts: (post: Post) => boolean,
  ) {
    const { tally, index } = this;
    tally.start(index.posts.length);
    let most = 0;
    for (const word of words) {
      tally.nextWord();
      most += this.count(word, reach) * 100 * mostPoints;
    }
    this.work.entries += tally.visited;
    this.work.candidates += tally.touchedCount;
    return this.select(limit, most * 1.25, accepts);
  }

  /** Gives each post that has the word its points; returns the word's weight. */
  private count(word: QueryWord, reach: Reach): number {
    const { index, tally } = this;
    const { vocabulary, postings, counts } = index;
    const exact = vocabulary.find(word.word);
    const expansions: Expansion[] = word.exact
      ? exact === undefined
        ? []
        : [{ term: exact, quality: 100 }]
      : expand(vocabulary, word.word, reach, word.unfinished ?? false);
    this.work.words += expansions.length;
    const weight = this.rarity(expansions);
    for (const { term, quality } of expansions) {
      for (const list of word.fieldMask === 0 && quality >= 72 && word.word.length > 2
        ? [2 * term, 2 * term + 1]
        : [2 * term]) {
        if (counts[list] === 0) continue;
        const length = postings.length(list);
        if (length > this.entries.length) this.entries = new Uint32Array(2 * length);
        tally.add(this.entries, postings.read(list, this.entries), weight * quality, word.fieldMask);
      }
    }
    return weight;
  }

  /** 1-16, more for words that fewer posts have (inverse document frequency). */
  private rarity(expansions: readonly Expansion[]): number {
    const { counts, size } = this.index;
    const best = expansions[0]?.quality;
    let posts = 0;
    for (const { term, quality } of expansions) {
      if (quality !== best) break;
      posts += counts[2 * term]! + counts[2 * term + 1]!;
    }
    return 1 + Math.round((15 * Math.log(1 + size / Math.max(1, posts))) / Math.log(1 + size));
  }

  private select(limit: number, most: number, accepts: (post: Post) => boolean) {
    const { tally, index } = this;
    let matched = 0;
    let total = 0;
    let top = new TopK<Weighed>(limit, compareWeighed);
    for (let i = 0; i < tally.touchedCount; i++) {
      const number = tally.touched[i]!;
      const words = tally.matched[number]!;
      if (words < matched) continue;
      const post = index.posts[number];
      if (post === undefined || !accepts(post)) continue;
      if (words > matched) {
        matched = words;
        total = 0;
        top = new TopK<Weighed>(limit, compareWeighed);
      }
      total++;
      const covered = tally.titleMatched[number]! / Math.max(1, index.titleLengths[number]!);
      const points = Math.floor(tally.points[number]! * (1 + Math.min(1, covered) / 4));
      if (top.worst === undefined || points >= top.worst.points) top.offer({ post, points });
    }
    const best = top.best().map(({ post, points }) => ({ post, score: points / Math.max(1, most) }));
    return { matched, total, best };
  }
}

interface Weighed {
  readonly post: Post;
  readonly points: number;
}

function compareWeighed(a: Weighed, b: Weighed): number {
  return b.points - a.points || comparePosts(a.post, b.post);
}

/** Newest first, then by title. */
export function comparePosts(a: Post, b: Post): number {
  return compareDates(a.issued, b.issued) || order(a.title, b.title) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
