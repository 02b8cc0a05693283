import Fuse, { type IFuseOptions } from 'fuse.js';
import { comparePosts } from '../comparePosts';
import type { Post } from '../post';
import { fieldTexts } from './fields';
import type { MeantWord } from './places';
import { relevance } from './relevance';
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
  meant: readonly MeantWord[],
  vocabulary: Vocabulary,
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
    const fields = relevance(post, meant, vocabulary);
    return { post, score: share.words * score + share.fields * fields + phrase };
  });
  const query = meant.flatMap(({ word, weight }) => (weight > 0 ? [word] : []));
  for (const { item, score = 1 } of new Fuse(entries, options).search(query.join(' '))) {
    weighed[item.at]!.score += share.fuse * (1 - score);
  }
  return weighed.sort(
    (a, b) => b.score - a.score || citationsOf(b.post) - citationsOf(a.post) || comparePosts(a.post, b.post),
  );
}
