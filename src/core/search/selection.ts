import { comparePosts } from '../comparePosts';
import type { Post } from '../post';
import type { Tally } from './tally';
import { TopK } from './topK';
import type { WordIndex } from './wordIndex';

export interface Candidate {
  readonly post: Post;
  /** 0-1. */
  readonly score: number;
}

/** Posts that match more words of a query than all others do. */
export interface Selected {
  /** How many words. */
  readonly matched: number;
  /** How many posts. */
  readonly total: number;
}

/** A title of nothing but the query's words is worth this part more. */
const wholeTitle = 0.25;

/** The best of the posts accepted that match the most words, `least` or more, of a query worth `most` points. */
export function selectBest(
  tally: Tally,
  index: WordIndex,
  least: number,
  accepts: (post: Post) => boolean,
  limit: number,
  most: number,
  citationsOf: (post: Post) => number = () => 0,
): Selected & { readonly best: readonly Candidate[] } {
  const top = new TopK<Weighed>(limit, compareWeighed);
  const counts = gather(tally, index, least, accepts);
  for (let i = 0; i < counts.total; i++) {
    const number = tally.matching[i]!;
    const covered = Math.min(1, tally.titleMatched(number) / Math.max(1, index.titleLengths[number]!));
    const points = Math.floor(tally.points(number) * (1 + covered * wholeTitle));
    const { worst } = top;
    if (worst !== undefined && points < worst.points) continue;
    const post = index.posts[number]!;
    const citations = citationsOf(post);
    const recency = index.recencies[number]!;
    if (worst !== undefined && points === worst.points) {
      if (citations < worst.citations || (citations === worst.citations && recency < worst.recency)) continue;
    }
    top.offer({ post, points, citations, recency });
  }
  const worth = most * (1 + wholeTitle);
  const best = top.best().map(({ post, points }) => ({ post, score: worth === 0 ? 1 : points / worth }));
  return { ...counts, best };
}

/** All posts accepted that match the most words, `least` or more. */
export function selectAll(
  tally: Tally,
  index: WordIndex,
  least: number,
  accepts: (post: Post) => boolean,
): Selected & { readonly posts: readonly Post[] } {
  const counts = gather(tally, index, least, accepts);
  return { ...counts, posts: Array.from(tally.matching.subarray(0, counts.total), at => index.posts[at]!) };
}

/** Gathers the posts that match the most words into the tally's `matching`. */
function gather(
  tally: Tally,
  { posts }: WordIndex,
  least: number,
  accepts: (post: Post) => boolean,
): Selected {
  return tally.gather(least, number => {
    const post = posts[number];
    return post !== undefined && accepts(post);
  });
}

interface Weighed {
  readonly post: Post;
  readonly points: number;
  readonly citations: number;
  /** Compared before the posts themselves, which lie all over the memory. */
  readonly recency: number;
}

function compareWeighed(a: Weighed, b: Weighed): number {
  return (
    b.points - a.points || b.citations - a.citations || b.recency - a.recency || comparePosts(a.post, b.post)
  );
}
