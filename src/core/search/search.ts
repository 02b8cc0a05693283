import type { Post } from '../post';
import { runSliced, runWhole, type SliceOptions } from '../sliced';
import { CandidateFinder } from './candidates';
import { findPlaces, type MeantWord } from './places';
import { type Plan, planQuery, type Surroundings } from './plan';
import { isEmptyQuery, parseQuery, type Query } from './query';
import { Ranker } from './ranker';
import { reading } from './reading';
import type { Matching, SearchHit, SearchResult } from './searchHit';
import type { Candidate } from './selection';
import { writing } from './snapshot';
import type { WordIndex } from './wordIndex';

export interface SearchOptions extends Surroundings {
  /** Most hits to return; 100 when not said. */
  readonly limit?: number;
}

/** As many candidates go on to the second stage; measured on several corpora, more change nothing but the time. */
const ranked = 30;

/** Finds posts by sloppy queries: the index proposes candidates by words, and Fuse.js ranks them. */
export class Search {
  private index: WordIndex;
  private finder: CandidateFinder;
  private ranker: Ranker;

  constructor(index: WordIndex) {
    this.index = index;
    this.finder = new CandidateFinder(index);
    this.ranker = new Ranker(index.vocabulary);
  }

  /** What the last search cost, in work that does not depend on the machine. */
  get work(): Readonly<CandidateFinder['work']> {
    return this.finder.work;
  }

  /** Posts that match, best first; none for an empty query. Equal ones by citations, by date, newest first, then title. */
  search(text: string, { limit = 100, ...surroundings }: SearchOptions = {}): SearchResult {
    const query = parseQuery(text);
    if (isEmptyQuery(query)) return { hits: [], total: 0 };
    const { citationsOf } = surroundings;
    const plan = this.plan(query, surroundings);
    const { best, total, meant } = this.finder.find(plan, Math.max(ranked, limit), citationsOf);
    const free = [...query.terms, ...query.phrases.flat()];
    const first = free.length > 0 ? this.ranker.rank(best.slice(0, ranked), free, meant, citationsOf) : best;
    const worst = first.at(-1)?.score ?? 0;
    const rest = best.slice(first.length).map(({ post, score }) => ({ post, score: Math.min(score, worst) }));
    return { hits: [...first, ...rest].slice(0, limit).map(candidate => this.hit(candidate, meant)), total };
  }

  /** All posts that match, in no order, for narrowing a list; every post for a query that asks for nothing yet. */
  matching(text: string, surroundings: Surroundings = {}): Matching {
    const { vocabulary } = this.index;
    const { posts, meant } = this.finder.findAll(this.plan(parseQuery(text), surroundings));
    return { posts, matchesOf: post => findPlaces(post, meant, vocabulary) };
  }

  /** Adds a post, or replaces the one with its id. */
  add(post: Post): void {
    this.index.add(post);
  }

  /** False when there is no such post. */
  remove(id: string): boolean {
    return this.index.remove(id);
  }

  /** The share (0-1) of the index that belongs to removed posts; from about a quarter on, `compact` pays. */
  get waste(): number {
    const all = this.index.posts.length;
    return all === 0 ? 0 : 1 - this.index.size / all;
  }

  /** The index as bytes for `loadSearch`; the posts are not in them. */
  serialize(): Uint8Array {
    return runWhole(writing(this.index));
  }

  /** `serialize` in slices; begun anew when posts come or go meanwhile. */
  async serializeSliced(options: SliceOptions = {}): Promise<Uint8Array> {
    for (;;) {
      const { revision } = this.index;
      const bytes = await runSliced(writing(this.index), options);
      if (revision === this.index.revision) return bytes;
    }
  }

  /** Frees what removed posts still hold, in slices; searches go on meanwhile. */
  async compact(options: SliceOptions = {}): Promise<void> {
    for (;;) {
      const bytes = await this.serializeSliced(options);
      const { revision } = this.index;
      const posts = this.index.posts.filter(post => post !== undefined);
      const compacted = await runSliced(reading(bytes, posts), options);
      if (revision !== this.index.revision || compacted === undefined) continue;
      this.index = compacted;
      this.finder = new CandidateFinder(compacted);
      this.ranker = new Ranker(compacted.vocabulary);
      return;
    }
  }

  private plan(query: Query, surroundings: Surroundings): Plan {
    this.finder.begin();
    return planQuery(query, surroundings, plan => this.finder.findAll(plan).posts);
  }

  /** The places are found when asked for: most hits of a keystroke are overtaken before they are shown. */
  private hit({ post, score }: Candidate, meant: readonly MeantWord[]): SearchHit {
    const { vocabulary } = this.index;
    let matches: SearchHit['matches'] | undefined;
    return {
      post,
      score,
      get matches() {
        matches ??= findPlaces(post, meant, vocabulary);
        return matches;
      },
    };
  }
}
