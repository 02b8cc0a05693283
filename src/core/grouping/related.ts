import { compareDates } from '../date';
import type { PartialDate, Post } from '../post';
import type { Group } from './grouping';

/** A post that has authors or topics in common with another one: their labels, those that tell most first. */
export interface Related {
  readonly post: Post;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
}

/** All posts in their groups, those without an author or a topic aside. */
export interface AuthorsAndTopics {
  readonly authors: readonly Group[];
  readonly topics: readonly Group[];
  /** How many posts there are. */
  readonly count: number;
}

/** Groups or posts that are looked at in one step. */
const step = 1000;
/** Authors and topics of a post that count: each is a bit of a number. */
const most = 30;
/** Of posts that have an author or topic, so many before and after the post are looked at. */
const near = 2000;

/**
 * The posts that have most in common with a post, best first, in small steps: authors, which count double, and topics,
 * each the more the fewer posts have it; of equal ones those that appeared nearer in time. Of what very many posts have,
 * those are looked at that appeared about then.
 * @param post one of those that are grouped: the very object.
 * @param limit of posts to give.
 */
export function* relating(
  post: Post,
  { authors, topics, count }: AuthorsAndTopics,
  limit = 5,
): Generator<void, Related[]> {
  const traits = [
    ...(yield* traitsIn(authors, post, count, 2)),
    ...(yield* traitsIn(topics, post, count, 1)),
  ].sort((a, b) => b.weight - a.weight);
  traits.length = Math.min(traits.length, most);
  const found = yield* having(traits, post, limit);
  const scores = new Map<number, number>();
  const best: Candidate[] = [];
  let at = 0;
  for (const [other, bits] of found) {
    if (++at % step === 0) yield;
    let score = scores.get(bits);
    if (score === undefined) {
      score = weightOf(traits.filter((_, bit) => bits & (1 << bit)));
      scores.set(bits, score);
    }
    const candidate = { post: other, bits, score, apart: monthsApart(post.issued, other.issued) };
    if (best.length >= limit && compareCandidates(candidate, best.at(-1)!) > 0) continue;
    best.push(candidate);
    best.sort(compareCandidates);
    best.length = Math.min(best.length, limit);
  }
  return best.map(({ post: other, bits }) => {
    const shared = traits.filter((_, bit) => bits & (1 << bit));
    const labels = (isAuthor: boolean) =>
      shared.filter(trait => trait.isAuthor === isAuthor).map(({ label }) => label);
    return { post: other, authors: labels(true), topics: labels(false) };
  });
}

/** What a post can have in common with others. */
interface Trait {
  readonly label: string;
  /** Posts that have it, the post itself among them. */
  readonly posts: readonly Post[];
  readonly isAuthor: boolean;
  readonly weight: number;
}

const weightOf = (traits: readonly Trait[]): number => traits.reduce((sum, { weight }) => sum + weight, 0);

/** The groups that a post is in, each with what it counts. */
function* traitsIn(
  groups: readonly Group[],
  post: Post,
  count: number,
  factor: number,
): Generator<void, Trait[]> {
  const traits: Trait[] = [];
  for (const [at, group] of groups.entries()) {
    if (at % step === step - 1) yield;
    const { key, label, posts } = group;
    const index = key === '' || posts.length < 2 ? -1 : posts.indexOf(post);
    if (index < 0) continue;
    traits.push({
      label,
      posts: posts.slice(Math.max(0, index - near), index + near + 1),
      isAuthor: factor > 1,
      weight: factor * Math.log(1 + count / posts.length),
    });
  }
  return traits;
}

/**
 * The posts that have any of the traits, with a bit for each; without those that could not be among the best, as so many
 * have more than all that is left together.
 */
function* having(traits: readonly Trait[], post: Post, limit: number): Generator<void, Map<Post, number>> {
  const found = new Map<Post, number>();
  for (const [bit, { posts }] of traits.entries()) {
    const isEnough = found.size >= limit && weightOf(traits.slice(bit)) < traits[bit - 1]!.weight;
    for (const [at, other] of posts.entries()) {
      if (at % step === step - 1) yield;
      const bits = found.get(other);
      if (bits !== undefined) found.set(other, bits | (1 << bit));
      else if (!isEnough && other !== post) found.set(other, 1 << bit);
    }
  }
  return found;
}

interface Candidate {
  readonly post: Post;
  readonly bits: number;
  readonly score: number;
  /** In months; infinite where one has no date. */
  readonly apart: number;
}

function compareCandidates(a: Candidate, b: Candidate): number {
  // Of the same traits in another order sums may differ in their last digits.
  if (Math.abs(a.score - b.score) > 1e-9) return b.score - a.score;
  if (a.apart !== b.apart) return a.apart - b.apart;
  return compareDates(a.post.issued, b.post.issued) || (a.post.id < b.post.id ? -1 : 1);
}

function monthsApart(a: PartialDate | undefined, b: PartialDate | undefined): number {
  return a && b ? Math.abs(monthsOf(a) - monthsOf(b)) : Infinity;
}

/** Of a year alone the middle. */
function monthsOf({ year, month = 6.5, day = 15 }: PartialDate): number {
  return year * 12 + month + day / 31;
}
