import { displayName } from '../name';
import type { PostRecord } from '../post';
import { isCommonFamily } from './commonNames';
import { decisionOf } from './decision';
import { type Census, huge } from './evidence';
import { publicationOf, siteOf } from './place';
import { type Signature, signatureOf } from './signature';

/** One way of signing, as the posts of a library have it. */
export interface Signed {
  readonly signature: Signature;
  posts: number;
  /** Persons that posts say it is, by hand. Where posts disagree each speaks for itself. */
  readonly decisions: Set<string>;
}

export interface Spellings {
  readonly all: ReadonlyMap<string, Signed>;
  readonly census: Census;
}

/** Names that are looked at in one step. */
const few = 100;

/** All ways of signing in a library, and what has to be counted of it as a whole. */
export function* readSpellings(posts: readonly PostRecord[]): Generator<void, Spellings> {
  const all = new Map<string, Signed>();
  const authors = new Map<string, Set<string>>();
  const initials = new Map<string, Set<string>>();
  let names = 0;
  for (const post of posts) {
    const [publication, site] = [publicationOf(post), siteOf(post)];
    const inPublication = publication === undefined ? undefined : setOf(authors, publication);
    const onSite = site === undefined ? undefined : setOf(authors, site);
    for (const name of post.author) {
      const key = displayName(name);
      let signed = all.get(key);
      if (!signed) {
        signed = { signature: signatureOf(name, key), posts: 0, decisions: new Set() };
        all.set(key, signed);
        const { person } = signed.signature;
        if (person) setOf(initials, person.family).add(person.parts[0]![0]!);
      }
      signed.posts++;
      const decision = decisionOf(post, key);
      if (decision !== undefined) signed.decisions.add(decision);
      if (inPublication && inPublication.size <= huge) inPublication.add(key);
      if (onSite && onSite.size <= huge) onSite.add(key);
      if (names++ % few === 0) yield;
    }
  }
  const census: Census = {
    authorsOf: place => authors.get(place)?.size ?? 0,
    isCommon: ({ family }) => isCommonFamily(family, initials.get(family)?.size ?? 0),
  };
  return { all, census };
}

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  let set = sets.get(key);
  if (!set) {
    set = new Set();
    sets.set(key, set);
  }
  return set;
}
