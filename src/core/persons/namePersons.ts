import { parseName, sortName } from '../name';
import type { Shared } from './evidence';
import type { Join } from './joining';
import type { Signed, Spellings } from './spellings';

/** Who signed, under one or several spellings. */
export interface Person {
  /** One of the spellings, or the name that a decision by hand gave. */
  readonly key: string;
  /** As the person is shown: "Jane Doe". */
  readonly label: string;
  /** "Doe, Jane". */
  readonly order: string;
  /**
   * All spellings in the library where there are several, with why each is this person's; `undefined` for the one that
   * names the person.
   */
  readonly spellings: ReadonlyMap<string, Why | undefined>;
}

/** Why a spelling is the same person as `like`, another spelling. */
export interface Why {
  /**
   * `spelling`: only case, accents, hyphens, spacing or order differ. `initials`, `middle`: a first name is
   * abbreviated, another one is abbreviated or left out. `hand`: somebody decided so.
   */
  readonly code: 'spelling' | 'initials' | 'middle' | 'hand';
  readonly like: string;
  /** What posts of the two have in common, the strongest first. */
  readonly shared: readonly Shared[];
}

export interface Found {
  readonly spellings: Spellings;
  readonly joins: readonly Join[];
  /** The same for spellings that hardly differ: the key of a join's side. */
  sameOf(spelling: string): string;
  /** The same for spellings of one person, and for the keys that decisions name. */
  setOf(key: string): string;
}

/** Names that are looked at in one step. */
const few = 100;

/** Persons by what `setOf` gives for their spellings and for the keys that decisions name. */
export function* namePersons(found: Found): Generator<void, Map<string, Person>> {
  const members = new Map<string, string[]>();
  const chosen = new Map<string, string[]>();
  let count = 0;
  for (const [key, { decisions }] of found.spellings.all) {
    add(members, found.setOf(key), key);
    for (const decision of decisions) {
      // Where posts disagree, the spelling is each of the persons that they name.
      add(members, found.setOf(decision), key);
      if (decision !== key) add(chosen, found.setOf(decision), decision);
    }
    if (count++ % few === 0) yield;
  }
  const reasons = reasonsOf(found.joins);
  const persons = new Map<string, Person>();
  for (const [root, keys] of members) {
    const lead = chosen.get(root)?.sort()[0] ?? best(keys.map(key => found.spellings.all.get(key)!));
    persons.set(root, person(lead, keys, found, reasons));
    if (count++ % few === 0) yield;
  }
  return persons;
}

const none: ReadonlyMap<string, undefined> = new Map();

function person(
  lead: string,
  keys: readonly string[],
  found: Found,
  reasons: ReadonlyMap<string, readonly Join[]>,
): Person {
  const name = found.spellings.all.get(lead)?.signature.name ?? parseName(lead);
  const named = (spellings: Person['spellings']) => ({
    key: lead,
    label: lead,
    order: sortName(name),
    spellings,
  });
  if (keys.length === 1 && keys[0] === lead) return named(none);
  const why = (key: string): Why | undefined => {
    if (key === lead) return undefined;
    const [side, leadSide] = [found.sameOf(key), found.sameOf(lead)];
    const joins = reasons.get(side) ?? [];
    const join = joins.find(({ a, b }) => a.key === leadSide || b.key === leadSide) ?? joins[0];
    const isDecided = found.spellings.all.get(key)!.decisions.size > 0;
    if (isDecided || (side !== leadSide && !join)) return { code: 'hand', like: lead, shared: [] };
    if (side === leadSide) return { code: 'spelling', like: lead, shared: [] };
    const { a, b, evidence } = join!;
    const isSameFirst = a.person.first !== undefined && b.person.first !== undefined;
    return {
      code: isSameFirst ? 'middle' : 'initials',
      like: a.key === side ? b.key : a.key,
      shared: evidence.shared,
    };
  };
  return named(new Map(keys.map(key => [key, why(key)])));
}

/** The strongest join of each side comes first. */
function reasonsOf(joins: readonly Join[]): Map<string, Join[]> {
  const reasons = new Map<string, Join[]>();
  for (const join of joins) {
    for (const { key } of [join.a, join.b]) add(reasons, key, join);
  }
  return reasons;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}

/** The spelling that names a person best: with a first name, in capitals and small letters, the usual one, the fullest. */
function best(spellings: readonly Signed[]): string {
  const [first] = spellings.length === 1 ? spellings : [...spellings].sort(compare);
  return first!.signature.key;
}

function compare(a: Signed, b: Signed): number {
  const rank = ({ signature: { key, person } }: Signed) => [
    Number(person?.first !== undefined),
    Number(/\p{Lu}/u.test(key) && /\p{Ll}/u.test(key)),
  ];
  const [spelledOut, cased] = rank(a).map((value, index) => rank(b)[index]! - value);
  return (
    spelledOut! ||
    cased! ||
    b.posts - a.posts ||
    b.signature.key.length - a.signature.key.length ||
    (a.signature.key < b.signature.key ? -1 : 1)
  );
}
