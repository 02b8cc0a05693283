import { displayName } from '../name';
import type { PostRecord } from '../post';
import type { DisjointSets } from './disjointSets';
import { addToProfile, createProfile, factsOf, type PostFacts } from './evidence';
import type { Candidate } from './joining';
import { blockOf, fits, type PersonalName, type Signature } from './signature';
import type { Spellings } from './spellings';

/** More names than this with one family name and initial are too many to tell apart. */
const mostCandidates = 40;

/** Names that are looked at in one step. */
const few = 100;

/** Joins spellings that hardly differ; those that a hand decided on are left as they are. */
export function* joinSame(spellings: Spellings, sets: DisjointSets): Generator<void, void> {
  const first = new Map<string, string>();
  let count = 0;
  for (const [key, { signature, decisions }] of spellings.all) {
    if (decisions.size > 0) continue;
    for (const same of signature.sameAs) {
      const other = first.get(same);
      if (other === undefined) {
        first.set(same, key);
      } else {
        sets.join(key, other);
      }
    }
    if (count++ % few === 0) yield;
  }
}

/**
 * Blocks of names that may be one person's, with what the posts know about each. A block of names that all
 * contradict each other is left out.
 */
export function* candidateBlocks(
  posts: readonly PostRecord[],
  spellings: Spellings,
  sets: DisjointSets,
): Generator<void, Candidate[][]> {
  const blocks: Candidate[][] = [];
  const candidates = new Map<string, Candidate>();
  for (const names of (yield* namesByBlock(spellings, sets)).values()) {
    if (names.size < 2 || names.size > mostCandidates || !someFit([...names.values()])) continue;
    const block = [...names].map(([key, person]): Candidate => {
      const isDecided = (spellings.all.get(key)?.decisions.size ?? 0) > 0;
      return { key, person, profile: createProfile(), beside: new Set(), isDecided };
    });
    for (const candidate of block) candidates.set(candidate.key, candidate);
    blocks.push(block);
    yield;
  }
  let count = 0;
  for (const post of blocks.length ? posts : []) {
    const keys = post.author.map(displayName);
    if (keys.some(key => candidates.has(sets.find(key)))) {
      const signatures = keys.map(key => spellings.all.get(key)!.signature);
      tellAbout(factsOf(post, signatures), signature => candidates.get(sets.find(signature.key)));
    }
    if (count++ % few === 0) yield;
  }
  return blocks;
}

/** Adds a post to the profiles of its authors, and notes who signed it together. */
function tellAbout(facts: PostFacts, candidateOf: (signature: Signature) => Candidate | undefined): void {
  const byBlock = new Map<string, Set<Candidate>>();
  for (const signature of facts.authors) {
    const candidate = candidateOf(signature);
    if (!candidate) continue;
    addToProfile(candidate.profile, facts, signature);
    const block = blockOf(candidate.person);
    byBlock.set(block, (byBlock.get(block) ?? new Set()).add(candidate));
  }
  for (const together of byBlock.values()) {
    for (const one of together) for (const other of together) if (one !== other) one.beside.add(other.key);
  }
}

/** Per block: the names in it, by the key that stands for all that hardly differ. */
function* namesByBlock(
  spellings: Spellings,
  sets: DisjointSets,
): Generator<void, Map<string, Map<string, PersonalName>>> {
  const blocks = new Map<string, Map<string, PersonalName>>();
  let count = 0;
  for (const [key, { signature }] of spellings.all) {
    if (signature.person) {
      const block = blockOf(signature.person);
      const names = blocks.get(block) ?? new Map<string, PersonalName>();
      const root = sets.find(key);
      if (!names.has(root)) blocks.set(block, names.set(root, signature.person));
    }
    if (count++ % few === 0) yield;
  }
  return blocks;
}

function someFit(names: readonly PersonalName[]): boolean {
  return names.some((one, index) => names.slice(index + 1).some(other => fits(one, other)));
}
