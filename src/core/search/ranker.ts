import Fuse, { type IFuseOptions } from 'fuse.js';
import { comparePosts } from '../comparePosts';
import type { Post } from '../post';
import { fieldTexts } from './fields';
import type { MeantWord } from './places';
import { type FieldTerms, fieldTermsOf, relevance } from './relevance';
import type { Candidate } from './selection';
import type { Vocabulary } from './vocabulary';
import { fold, words } from './words';

/**
 * What the score is made of: the words as the first stage weighed them, the words by the length of the fields that have
 * them, Fuse's opinion, and whether the title has the query's words in a row, best from its beginning, as somebody
 * typing a title means. Measured on several corpora, Fuse says little that the words do not: with a larger share it put
 * fewer of the wanted posts first.
 */
const share = { words: 0.3, fields: 0.5, fuse: 0.05, phrase: 0.03, titlePrefix: 0.1 };
/** Fuse weighs so many, the best by all else: with its share it lifts none from far behind, and takes longest of all. */
const mostForFuse = 12;
/** The terms of so many posts are kept: most candidates of a keystroke are those of the one before. */
const mostKnown = 2000;

/** Folded beforehand, so that Fuse need not do it for every text and word of the query. */
interface Entry {
  readonly at: number;
  readonly title: string;
  readonly author: readonly string[];
  readonly keywords: readonly string[];
  readonly containerTitle: string;
}

const options: IFuseOptions<Entry> = {
  keys: [
    { name: 'title', weight: 4 },
    { name: 'author', weight: 3 },
    { name: 'keywords', weight: 2 },
    { name: 'containerTitle', weight: 1.5 },
  ],
  isCaseSensitive: true,
  useTokenSearch: true,
  tokenMatch: 'any',
  ignoreLocation: true,
  threshold: 0.34,
  includeScore: true,
  shouldSort: false,
};

interface Weighed {
  readonly post: Post;
  score: number;
}

interface Known {
  /** Its words, each after a space. */
  readonly title: string;
  readonly fields: readonly FieldTerms[];
}

/** The second stage: weighs candidates anew, the best of them with Fuse.js as well. */
export class Ranker {
  private readonly fuse = new Fuse<Entry>([], options);
  private readonly known = new Map<Post, Known>();

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Best first; equal ones by `citationsOf`, then by date and title. `terms`: the words typed, in order. */
  rank(
    candidates: readonly Candidate[],
    terms: readonly string[],
    meant: readonly MeantWord[],
    citationsOf: (post: Post) => number = () => 0,
  ): Candidate[] {
    const compare = (a: Candidate, b: Candidate) =>
      b.score - a.score || citationsOf(b.post) - citationsOf(a.post) || comparePosts(a.post, b.post);
    const typed = ` ${terms.join(' ')}`;
    const weighed = candidates.map(({ post, score }): Weighed => {
      const { title, fields } = this.read(post);
      const at = terms.length > 1 ? title.indexOf(typed) : -1;
      const phrase = at === 0 ? share.titlePrefix : at > 0 ? share.phrase : 0;
      return { post, score: share.words * score + share.fields * relevance(fields, meant) + phrase };
    });
    weighed.sort(compare);
    const best = weighed.splice(0, mostForFuse);
    this.addOpinion(best, meant);
    return [...best.sort(compare), ...weighed];
  }

  private addOpinion(best: readonly Weighed[], meant: readonly MeantWord[]): void {
    this.fuse.setCollection(
      best.map(({ post }, at) => ({
        at,
        title: fold(post.title),
        author: fieldTexts(post, 'author').map(fold),
        keywords: post.keywords.map(fold),
        containerTitle: fold(post.containerTitle ?? ''),
      })),
    );
    const query = meant.flatMap(({ word, weight }) => (weight > 0 ? [word] : []));
    for (const { item, score = 1 } of this.fuse.search(query.join(' '))) {
      best[item.at]!.score += share.fuse * (1 - score);
    }
  }

  private read(post: Post): Known {
    const found = this.known.get(post);
    if (found) return found;
    if (this.known.size >= mostKnown) this.known.clear();
    const read = { title: ` ${words(post.title).join(' ')}`, fields: fieldTermsOf(post, this.vocabulary) };
    this.known.set(post, read);
    return read;
  }
}
