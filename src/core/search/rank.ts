import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Candidate } from './candidates';
import { comparePosts } from './comparePosts';
import { fieldTexts } from './fields';
import { fold } from './words';

/** Fuse's share of the score; the rest is the first stage's, which knows word order and how rare words are. */
const fuseShare = 0.4;

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

/** The second stage: Fuse.js weighs the candidates anew. */
export function rank(candidates: readonly Candidate[], terms: readonly string[]): Candidate[] {
  const entries = candidates.map(({ post }, at) => ({
    at,
    title: fold(post.title),
    author: fieldTexts(post, 'author').map(fold),
    keywords: post.keywords.map(fold),
    containerTitle: fold(post.containerTitle ?? ''),
  }));
  const weighed = candidates.map(({ post, score }) => ({ post, score: (1 - fuseShare) * score }));
  for (const { item, score = 1 } of new Fuse(entries, options).search(terms.join(' '))) {
    weighed[item.at]!.score += fuseShare * (1 - score);
  }
  return weighed.sort((a, b) => b.score - a.score || comparePosts(a.post, b.post));
}
