import { type Census, coverage, type Evidence, evidenceFor, type Profile } from './evidence';
import { fits, type PersonalName } from './signature';

/** Spellings that differ in nothing but case, accents and the like, as one. */
export interface Candidate {
  readonly key: string;
  readonly person: PersonalName;
  readonly profile: Profile;
  /** Keys of candidates that signed a post together with this one. */
  readonly beside: Set<string>;
  /** Decided by hand: it joins nobody, but others may be mistaken for it. */
  readonly isDecided: boolean;
}

/** Two candidates that are one person, and why. */
export interface Join {
  readonly a: Candidate;
  readonly b: Candidate;
  readonly evidence: Evidence;
}

/** Points of evidence that it takes, see `weights` in `evidence.ts`. */
const needed = {
  /** "Jane Doe" and "Jane A. Doe". */
  sameFirstName: 1,
  /** "J. Doe" and "Jane Doe". */
  initial: 2,
  common: 3,
  /** There is another name that one of the two may be as well: "John Doe". */
  rivals: 3,
  commonWithRivals: 5,
} as const;

/** Given names that one spelling has and the other has not; with more, it is a list of people that was read as one. */
const mostLeftOut = 2;

/**
 * Which of the candidates of one block are one person. All of those that are joined fit each other: "Jane Doe" and
 * "John Doe" never meet by way of "J. Doe". Takes time quadratic in the candidates.
 */
export function* joinsAmong(candidates: readonly Candidate[], census: Census): Generator<void, Join[]> {
  const groups = new Map(candidates.map(candidate => [candidate, [candidate]]));
  const joins: Join[] = [];
  for (const join of yield* possibleJoins(candidates, census)) {
    const [one, other] = [groups.get(join.a)!, groups.get(join.b)!];
    if (one === other) continue;
    if (one.every(a => other.every(b => isJoinable(a, b)))) {
      joins.push(join);
      const all = [...one, ...other];
      for (const member of all) groups.set(member, all);
    }
  }
  return joins;
}

/** Each pair with evidence enough, the strongest first. */
function* possibleJoins(candidates: readonly Candidate[], census: Census): Generator<void, Join[]> {
  const joins: Join[] = [];
  for (const [index, a] of candidates.entries()) {
    for (const b of candidates.slice(index + 1)) {
      if (!isJoinable(a, b)) continue;
      const evidence = evidenceFor(a.profile, b.profile, census);
      if (evidence.points > 0 && isEnough(a, b, evidence, candidates, census)) joins.push({ a, b, evidence });
    }
    yield;
  }
  return joins.sort(
    (one, other) =>
      other.evidence.points - one.evidence.points ||
      compare(one.a.key, other.a.key) ||
      compare(one.b.key, other.b.key),
  );
}

function isEnough(
  a: Candidate,
  b: Candidate,
  { points }: Evidence,
  candidates: readonly Candidate[],
  census: Census,
): boolean {
  const isSameFirst = a.person.first !== undefined && b.person.first !== undefined;
  const isCommon = census.isCommon(a.person);
  const least = isCommon ? needed.common : isSameFirst ? needed.sameFirstName : needed.initial;
  if (points < least) return false;
  if (isCommon && !isSameFirst && !isExplained(a, b, census)) return false;
  const rivals = candidates.filter(other => other !== a && other !== b && isRival(other, a, b));
  return (
    rivals.length === 0 ||
    (points >= (isCommon ? needed.commonWithRivals : needed.rivals) &&
      rivals.every(rival => {
        const nearest = mayBeOne(rival.person, a.person) ? a : b;
        return evidenceFor(rival.profile, nearest.profile, census).points === 0;
      }))
  );
}

/** One of the two may be the rival instead, the other can't. */
function isRival(rival: Candidate, a: Candidate, b: Candidate): boolean {
  const [withA, withB] = [a, b].map(one => mayBeOne(rival.person, one.person) && !one.beside.has(rival.key));
  return withA !== withB;
}

function isJoinable(a: Candidate, b: Candidate): boolean {
  return (
    !a.isDecided &&
    !b.isDecided &&
    a.person.suffix === b.person.suffix &&
    Math.abs(a.person.parts.length - b.person.parts.length) <= mostLeftOut &&
    !a.beside.has(b.key) &&
    fits(a.person, b.person)
  );
}

/** Also with a suffix that one of them leaves out. */
function mayBeOne(a: PersonalName, b: PersonalName): boolean {
  return (a.suffix === b.suffix || !a.suffix || !b.suffix) && fits(a, b);
}

/**
 * Whether each post of the shorter spelling has a link to the longer: an initial with a common family name is often
 * signed by several people, and a single post says nothing about the rest.
 */
function isExplained(a: Candidate, b: Candidate, census: Census): boolean {
  const [shorter, longer] = isShorter(a, b) ? [a, b] : [b, a];
  return coverage(shorter.profile, longer.profile, census) === 1;
}

function isShorter({ person: a }: Candidate, { person: b }: Candidate): boolean {
  const [one, other] = [a, b].map(({ first }) => Number(first !== undefined));
  return one! < other! || (one === other && a.parts.length < b.parts.length);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
