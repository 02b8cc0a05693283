import Fuse, { type IFuseOptions } from 'fuse.js';
import { comparePosts } from '../comparePosts';
import type { Post } from '../post';
import type { Candidate } from './candidates';
import { fieldTexts } from './fields';
import { fold, words } from './words';

/**
 * What the score is made of: the first stage knows how rare words are, Fuse how closely they fit, and a title that
 * has the query's words in a row, best from its beginning, is what somebody typing a title means.
 */
const share = { words: 0.54, fuse: 0.36, phrase: 0.04, titlePrefix: 0.1 };

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

/** The second stage: Fuse.js weighs the candidates anew. Equal ones by `citationsOf`, then by date and title. */
export function rank(
  candidates: readonly Candidate[],
  terms: readonly string[],
  citationsOf: (post: Post) => number = () => 0,
): Candidate[] {
  const entries = candidates.map(({ post }, at) => ({
    at,
    title: fold(post.title),
    author: fieldTexts(post, 'author').map(fold),
    keywords: post.keywords.map(fold),
    containerTitle: fold(post.containerTitle ?? ''),
  }));
  const typed = ` ${terms.join(' ')}`;
  const weighed = candidates.map(({ post, score }) => {
    const at = terms.length > 1 ? ` ${words(post.title).join(' ')}`.indexOf(typed) : -1;
    const phrase = at === 0 ? share.titlePrefix : at > 0 ? share.phrase : 0;
    return { post, score: share.words * score + phrase };
  });
  for (const { item, score = 1 } of new Fuse(entries, options).search(terms.join(' '))) {
    weighed[item.at]!.score += share.fuse * (1 - score);
  }
  return weighed.sort(
    (a, b) => b.score - a.score || citationsOf(b.post) - citationsOf(a.post) || comparePosts(a.post, b.post),
  );
}
