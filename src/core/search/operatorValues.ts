import { displayName, nameKey } from '../name';
import type { Post } from '../post';
import { foldText } from '../text';
import { hostOf } from './host';
import type { Surroundings } from './plan';
import { fixedValues } from './query';
import { type OperatorValue, ValueIndex } from './valueIndex';

/** What the operators can be asked for: the values that the posts have, and with how many posts. */
export interface OperatorValues {
  readonly author: ValueIndex;
  readonly topic: ValueIndex;
  readonly in: ValueIndex;
  readonly from: ValueIndex;
  /** Of the sources that posts came from. */
  readonly locations: readonly string[];
  readonly is: ValueIndex;
  readonly has: ValueIndex;
  /** Latest first. */
  readonly years: readonly { readonly year: number; readonly posts: number }[];
}

/** The values that are the same in every library, for the time until the others are gathered. */
export const noValues: OperatorValues = {
  author: new ValueIndex(),
  topic: new ValueIndex(),
  in: new ValueIndex(),
  from: new ValueIndex(),
  locations: [],
  is: fixed('is'),
  has: fixed('has'),
  years: [],
};

/** Gathers the values from the posts, one step a post and a value. */
export function* gatherValues(
  posts: readonly Post[],
  { sourcesOf }: Surroundings = {},
): Generator<void, OperatorValues> {
  const author = new Counts();
  const topic = new Counts();
  const publication = new Counts();
  const from = new Counts();
  const locations = new Set<string>();
  const years = new Map<number, number>();
  let provisional = 0;
  let withUrl = 0;
  for (const post of posts) {
    for (const name of post.author) author.add(displayName(name), post, () => nameKey(name));
    for (const keyword of post.keywords) topic.add(keyword, post);
    if (post.containerTitle !== undefined) publication.add(post.containerTitle, post);
    const host = post.url === undefined ? undefined : hostOf(post.url);
    if (host !== undefined) from.add(host, post);
    for (const source of sourcesOf?.(post) ?? []) from.add(source, post);
    for (const location of post.sources ?? []) locations.add(location);
    if (post.issued) years.set(post.issued.year, (years.get(post.issued.year) ?? 0) + 1);
    if (post.provisional?.length) provisional++;
    if (post.url !== undefined) withUrl++;
    yield;
  }
  return {
    author: yield* author.indexing(),
    topic: yield* topic.indexing(),
    in: yield* publication.indexing(),
    from: yield* from.indexing(),
    locations: [...locations],
    is: fixed('is', { provisional }),
    has: fixed('has', { url: withUrl }),
    years: [...years].map(([year, count]) => ({ year, posts: count })).sort((a, b) => b.year - a.year),
  };
}

/** Counts the posts of each value; spellings that differ in case and accents only are one, shown as first met. */
class Counts {
  private readonly bySpelling = new Map<string, Count>();
  private readonly byKey = new Map<string, Count>();

  add(text: string, post: Post, keyOf: () => string = () => foldText(text)): void {
    const count = this.bySpelling.get(text) ?? this.meet(text, keyOf());
    if (count.last !== post) count.posts++;
    count.last = post;
  }

  *indexing(): Generator<void, ValueIndex> {
    const index = new ValueIndex();
    for (const { text, posts } of [...this.byKey.values()].sort((a, b) => b.posts - a.posts)) {
      index.push({ text, posts });
      yield;
    }
    return index;
  }

  private meet(text: string, key: string): Count {
    const count = this.byKey.get(key) ?? { text, posts: 0, last: undefined };
    this.byKey.set(key, count);
    this.bySpelling.set(text, count);
    return count;
  }
}

interface Count {
  readonly text: string;
  posts: number;
  last: Post | undefined;
}

function fixed(operator: 'is' | 'has', counts: Readonly<Record<string, number>> = {}): ValueIndex {
  const index = new ValueIndex();
  for (const text of fixedValues[operator]) {
    const value: OperatorValue = counts[text] === undefined ? { text } : { text, posts: counts[text] };
    index.push(value);
  }
  return index;
}
