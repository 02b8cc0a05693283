import { displayName, sortName } from '../name';
import type { Name, PostRecord } from '../post';
import { candidateBlocks, joinSame } from './candidates';
import { decisionOf } from './decision';
import { DisjointSets } from './disjointSets';
import { type Join, joinsAmong } from './joining';
import { namePersons, type Person } from './namePersons';
import { readSpellings } from './spellings';

export interface Persons {
  /**
   * Who signed a post with one of its names.
   * @param spelling the name as `displayName` gives it, where that is known.
   */
  personOf(name: Name, post: PostRecord, spelling?: string): Person;
}

/** Look-ups in one step. */
const many = 2000;

/**
 * Finds out which spellings in a library are one person: those that hands decided on (`Post.persons`), those that
 * hardly differ, and those where a name is abbreviated or left out, no other name competes, and the posts have
 * something in common. Work grows with the posts, in small steps.
 */
export function* createPersons(posts: readonly PostRecord[]): Generator<void, Persons> {
  const spellings = yield* readSpellings(posts);
  const sets = new DisjointSets();
  yield* joinSame(spellings, sets);
  const sides = new Map<string, string>();
  for (const key of spellings.all.keys()) {
    sides.set(key, sets.find(key));
    if (sides.size % many === 0) yield;
  }
  const joins: Join[] = [];
  for (const block of yield* candidateBlocks(posts, spellings, sets)) {
    joins.push(...(yield* joinsAmong(block, spellings.census)));
    yield;
  }
  for (const { a, b } of joins) sets.join(a.key, b.key);
  const disputed = new Set<string>();
  let count = 0;
  for (const [key, { decisions }] of spellings.all) {
    const [decision, another] = decisions;
    if (another !== undefined) {
      disputed.add(key);
    } else if (decision !== undefined) {
      sets.join(key, decision);
    }
    if (count++ % many === 0) yield;
  }
  const setOf = (key: string) => sets.find(key);
  const persons = yield* namePersons({ spellings, joins, sameOf: key => sides.get(key) ?? key, setOf });
  return foundPersons(persons, sets, disputed);
}

/** Apart, so that nothing else that was found out stays in memory. */
function foundPersons(
  persons: ReadonlyMap<string, Person>,
  sets: DisjointSets,
  disputed: ReadonlySet<string>,
): Persons {
  return {
    personOf(name, post, key = displayName(name)) {
      const decision = disputed.has(key) ? decisionOf(post, key) : undefined;
      return persons.get(sets.find(decision ?? key)) ?? unknown(name, key);
    },
  };
}

/** Of a post that was not there when the persons were found out. */
function unknown(name: Name, key: string): Person {
  return { key, label: key, order: sortName(name), spellings: new Map() };
}
