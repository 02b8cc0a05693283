import { comparePosts } from '../comparePosts';
import { compareText } from '../compareText';
import { displayName, nameKey, sortName } from '../name';
import type { Person, Persons, Why } from '../persons';
import type { Post } from '../post';
import { runWhole } from '../sliced';
import { sorting } from '../sorting';
import { foldText } from '../text';

export const groupings = ['author', 'topic', 'publication', 'year'] as const;
export type Grouping = (typeof groupings)[number];

export interface Group {
  /** Stable for the same author, topic, …; empty for the group of posts that have none. */
  readonly key: string;
  /** As it is shown; empty where `key` is. */
  readonly label: string;
  /** What the group is sorted by among its siblings, where they are sorted by text: "San Miguel, Frank". */
  readonly order: string;
  /** Newest first, undated last, then by title. */
  readonly posts: readonly Post[];
  /** Of an author who signs otherwise than the group is named, or in more ways: the ways, that name first. */
  readonly spellings?: readonly Spelling[];
}

/** One way in which an author signs. */
export interface Spelling {
  /** As it is signed, which is also how `mergePersons` and `splitSpelling` name it. */
  readonly key: string;
  /** How many posts of the group are signed so. */
  readonly posts: number;
  /** Why it is this author; `undefined` for the spelling that names the group. */
  readonly why?: Why;
}

/**
 * Posts by author (sorted by family name), topic (most posts first), publication (by name) or year (latest
 * first). A post with several authors or topics is in each of their groups; posts with none are in one group
 * with an empty key, which comes last.
 * @param persons tells which spellings are one author; without, each is one but for case and accents.
 */
export function groupPosts(posts: readonly Post[], by: Grouping, persons?: Persons): Group[] {
  return runWhole(grouping(posts, by, persons));
}

/** `groupPosts` in small steps. */
export function* grouping(posts: readonly Post[], by: Grouping, persons?: Persons): Generator<void, Group[]> {
  const labelsOf: (post: Post) => readonly Label[] =
    by === 'author' && persons ? post => authorLabels(post, persons) : labels[by];
  const groups = new Map<string, Gathered>();
  const sorted = yield* sorting(posts, comparePosts);
  for (const [index, post] of sorted.entries()) {
    for (const { key, label, order = label, person, spelling } of uniqueByKey(labelsOf(post))) {
      let group = groups.get(key);
      if (!group) {
        group = { key, label, order, ...(person ? { person } : {}), posts: [], signed: new Map() };
        groups.set(key, group);
      }
      group.posts.push(post);
      if (spelling !== undefined) group.signed.set(spelling, (group.signed.get(spelling) ?? 0) + 1);
    }
    if (index % few === few - 1) yield;
  }
  return yield* sorting(Array.from(groups.values(), toGroup), orderOf(by));
}

/** The order of groups: see `groupPosts`. */
export function orderOf(by: Grouping): (a: Group, b: Group) => number {
  const compare = orders[by];
  return (a, b) => Number(a.key === '') - Number(b.key === '') || compare(a, b);
}

/** Posts that are put into groups in one step. */
const few = 100;

interface Label {
  readonly key: string;
  readonly label: string;
  readonly order?: string;
  readonly spelling?: string;
  readonly person?: Person;
}

interface Gathered {
  readonly key: string;
  readonly label: string;
  readonly order: string;
  readonly person?: Person;
  readonly posts: Post[];
  /** Posts by spelling. */
  readonly signed: Map<string, number>;
}

function toGroup({ signed, person, key, label, order, posts }: Gathered): Group {
  // A copy, since a list that grew keeps room for more: for small groups, thrice what they need.
  const group = { key, label, order, posts: posts.slice() };
  if (!person || (signed.size < 2 && signed.has(group.key))) return group;
  const spellings = Array.from(signed, ([key, posts]): Spelling => {
    const why = person.spellings.get(key);
    return { key, posts, ...(why ? { why } : {}) };
  });
  return {
    ...group,
    spellings: spellings.sort((a, b) => Number(!!a.why) - Number(!!b.why) || b.posts - a.posts),
  };
}

function authorLabels(post: Post, persons: Persons): readonly Label[] {
  if (post.author.length === 0) return none;
  return post.author.map(name => {
    const spelling = displayName(name);
    const person = persons.personOf(name, post, spelling);
    const { key, label, order } = person;
    return { key, label, order, person, spelling };
  });
}

const none: Label[] = [{ key: '', label: '' }];

const labels: Record<Grouping, (post: Post) => Label[]> = {
  author: post =>
    post.author.length
      ? post.author.map(name => ({ key: nameKey(name), label: displayName(name), order: sortName(name) }))
      : none,
  topic: post =>
    post.keywords.length ? post.keywords.map(topic => ({ key: foldText(topic), label: topic })) : none,
  publication: post =>
    post.containerTitle ? [{ key: foldText(post.containerTitle), label: post.containerTitle }] : none,
  year: post => (post.issued ? [{ key: String(post.issued.year), label: String(post.issued.year) }] : none),
};

const orders: Record<Grouping, (a: Group, b: Group) => number> = {
  author: (a, b) => compareText(a.order, b.order),
  topic: (a, b) => b.posts.length - a.posts.length || compareText(a.label, b.label),
  publication: (a, b) => compareText(a.label, b.label),
  year: (a, b) => Number(b.label) - Number(a.label),
};

function uniqueByKey(found: readonly Label[]): readonly Label[] {
  return found.length < 2 ? found : [...new Map(found.map(label => [label.key, label])).values()];
}
