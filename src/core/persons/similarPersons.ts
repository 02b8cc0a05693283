import { compareText } from '../compareText';
import { displayName } from '../name';
import type { PostRecord } from '../post';
import { addToProfile, createProfile, evidenceFor, factsOf, type Profile, type Shared } from './evidence';
import type { Person } from './namePersons';
import type { Persons } from './persons';
import { fits, type Signature } from './signature';
import { readSpellings } from './spellings';
import { spellingsOf } from './spellingsOf';

/** A person that may be the same as another, for a human to judge. */
export interface Similar {
  readonly person: Person;
  /** What posts of the two have in common. */
  readonly shared: readonly Shared[];
}

/**
 * In small steps: persons whose names may be spellings of one person's name, by the same family name or the same
 * words in another order; those whose given names fit come first, among them those with the most in common.
 */
export function* similarPersons(
  posts: readonly PostRecord[],
  persons: Persons,
  key: string,
): Generator<void, Similar[]> {
  const { all, census } = yield* readSpellings(posts);
  const mine = [...(yield* spellingsOf(posts, persons, key))].map(spelling => all.get(spelling)!.signature);
  const alike = new Map<string, Alike>();
  const own = createProfile();
  const families = new Set(mine.flatMap(({ person }) => person?.family ?? []));
  const words = new Set(mine.map(sortedWords));
  let count = 0;
  for (const post of posts) {
    const signed = post.author.map(name => all.get(displayName(name))!.signature);
    const facts = factsOf(post, signed);
    for (const [index, signature] of signed.entries()) {
      const isSimilar = families.has(signature.person?.family ?? '') || words.has(sortedWords(signature));
      if (!isSimilar) continue;
      const person = persons.personOf(post.author[index]!, post);
      const known = alike.get(person.key) ?? { person, profile: createProfile(), fits: false };
      if (person.key !== key) {
        known.fits ||= mine.some(one => isFitting(one, signature));
        alike.set(person.key, known);
      }
      addToProfile(person.key === key ? own : known.profile, facts, signature);
    }
    if (count++ % few === 0) yield;
  }
  return [...alike.values()]
    .map(({ person, profile, fits: isAlike }) => ({ person, isAlike, ...evidenceFor(own, profile, census) }))
    .sort(
      (a, b) =>
        Number(b.isAlike) - Number(a.isAlike) ||
        b.points - a.points ||
        compareText(a.person.order, b.person.order),
    )
    .map(({ person, shared }) => ({ person, shared }));
}

interface Alike {
  readonly person: Person;
  readonly profile: Profile;
  /** Whether given names may be the same ones, abbreviated or not. */
  fits: boolean;
}

/** Posts that are looked at in one step. */
const few = 100;

function isFitting(a: Signature, b: Signature): boolean {
  return a.person !== undefined && b.person !== undefined
    ? a.person.family === b.person.family && fits(a.person, b.person)
    : sortedWords(a) === sortedWords(b);
}

/** The same for "Jane Doe" and "Doe Jane". */
function sortedWords({ sameAs: [same = ''] }: Signature): string {
  return same.split(' ').sort().join(' ');
}
