import type { Post } from '../post';
import { certain, type Meaning, type Reach } from './expand';
import { canWiden, Meanings, type QueryWord } from './meanings';
import { phraseTest } from './phrase';
import type { MeantWord } from './places';
import type { Plan, Surroundings } from './plan';
import { type Candidate, type Selected, selectAll, selectBest } from './selection';
import { mostPoints, Tally } from './tally';
import { frequent, type WordIndex } from './wordIndex';
import { isPair } from './words';

export interface Found {
  /** How many posts match altogether. */
  readonly total: number;
  readonly meant: readonly MeantWord[];
}

export interface Candidates extends Found {
  /** Best first. */
  readonly best: readonly Candidate[];
}

/** Takes posts from the tally that match at least `matched` words of a query worth `most` points. */
type Select<T> = (most: number, matched: number) => T;

/** With fewer matches than this, words with one typo are looked for as well, and with two. */
const enough = { 1: 10, 2: 3 };
/** Words of a query beyond this are left out, and beyond so many that tell little. */
const mostWords = 24;
const mostShort = 4;
/** Shorter words find almost all posts: unless quoted they are not looked for in abstracts, nor bring posts in after other words. */
const isTelling = (word: string) => word.length >= 3 || isPair(word);

/**
 * The first stage: the posts of the index that match a query best, by words alone. It looks for the words as typed
 * first, and farther only when that finds too little.
 */
export class CandidateFinder {
  /** What the calls since `begin` cost: words of the index proposed, entries read, posts weighed. */
  readonly work = { words: 0, entries: 0, posts: 0 };
  private readonly tally = new Tally();
  private readonly meanings: Meanings;
  private entries = new Uint32Array(1024);

  constructor(private readonly index: WordIndex) {
    this.meanings = new Meanings(index);
  }

  /** Counts the work anew, for another query. */
  begin(): void {
    this.work.words = this.work.entries = this.work.posts = this.meanings.proposed = 0;
  }

  /** The best posts, `limit` at most; equal ones by `citationsOf`, then by date and title. */
  find(plan: Plan, limit: number, citationsOf?: Surroundings['citationsOf']): Candidates {
    const { tally, index } = this;
    return this.widen(plan, (most, matched) =>
      selectBest(tally, index, matched, plan.accepts, limit, most, citationsOf),
    );
  }

  /** All posts that match, in no order. */
  findAll(plan: Plan): Found & { readonly posts: readonly Post[] } {
    const { tally, index } = this;
    return this.widen(plan, (_, matched) => selectAll(tally, index, matched, plan.accepts));
  }

  private widen<T extends Selected>(plan: Plan, select: Select<T>): T & Found {
    const words = wordsOf(plan);
    let found = this.attempt(words, plan, 0, select);
    for (const reach of [1, 2] as const) {
      if (!words.some(canWiden) || (found.matched === words.length && found.total >= enough[reach])) break;
      const wider = this.attempt(words, plan, reach, select);
      if (wider.matched > found.matched || wider.total > found.total) found = wider;
    }
    return found;
  }

  private attempt<T>(words: readonly QueryWord[], plan: Plan, reach: Reach, select: Select<T>) {
    const { tally, index } = this;
    const required = Math.min(plan.required.length, words.length);
    tally.start(index.posts.length, required);
    let most = 0;
    const meant = words.map((word, at) => {
      const meaning = this.meanings.of(word, reach);
      const weight = this.meanings.weightOf(meaning);
      most += weight * 100 * mostPoints;
      tally.nextWord(isTelling(word.word) ? 0 : Math.min(1, at));
      this.count(word, meaning, weight);
      return { word: word.word, meaning, weight: word.fieldMask === 0 ? weight : 0 };
    });
    if (words.length === 0) tally.touchAll();
    this.work.entries += tally.visited;
    this.work.posts += tally.touchedCount;
    this.work.words = this.meanings.proposed;
    for (const phrase of plan.excluded.slice(0, mostWords)) this.exclude(phrase);
    return { meant, ...select(most, required) };
  }

  /** Gives each post that has the word its points. */
  private count({ word, fieldMask, exact }: QueryWord, { terms, quality }: Meaning, weight: number): void {
    const { index, tally } = this;
    const withAbstracts = fieldMask === 0 && (exact || isTelling(word));
    for (const term of terms) {
      const fit = quality.get(term)!;
      const lists = withAbstracts && fit >= certain ? 2 : 1;
      for (let list = 2 * term; list < 2 * term + lists; list++) {
        if (index.counts[list] === 0) continue;
        const length = this.read(list);
        tally.add(this.entries, length, weight * fit, fieldMask);
      }
    }
  }

  private exclude(phrase: readonly string[]): void {
    const { index, tally } = this;
    const term = index.vocabulary.find(phrase.find(word => !frequent.has(word)) ?? phrase[0]!);
    if (term === undefined) return;
    const hasPhrase = phraseTest(phrase);
    for (const list of [2 * term, 2 * term + 1]) {
      const length = this.read(list);
      this.work.entries += length;
      for (let i = 0; i < length; i++) {
        const number = this.entries[i]! >>> 8;
        const post = index.posts[number];
        if (phrase.length === 1 || (post && hasPhrase(post))) tally.exclude(number);
      }
    }
  }

  private read(list: number): number {
    const { postings } = this.index;
    const length = postings.length(list);
    if (length > this.entries.length) this.entries = new Uint32Array(2 * length);
    return postings.read(list, this.entries);
  }
}

/** The words to look for, each once. */
function wordsOf({ required, wanted }: Plan): readonly QueryWord[] {
  const seen = new Set<string>();
  let short = 0;
  const telling = wanted.filter(({ word }) => {
    if (seen.has(word) || (!isTelling(word) && ++short > mostShort)) return false;
    seen.add(word);
    return true;
  });
  return [...required, ...telling].slice(0, mostWords);
}
