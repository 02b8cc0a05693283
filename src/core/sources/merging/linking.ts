import { citationKey } from '../../citation/key';
import { IdentityIndex } from '../../library/identity';
import { enrich } from '../../library/library';
import type { Post, PostRecord } from '../../post';
import type { Claim } from './claim';

/** Claims taken in one step where little is done for each. */
const step = 64;

/**
 * Finds the post of each claim, and makes one where there is none; in small steps. A post that a claim had and that the
 * library lacks was removed by the user: neither that claim nor another one of the same post makes it anew.
 * @param others claims of sources that were not read, whose posts were removed.
 * @param posts by id; those made are added.
 * @returns those made.
 */
export function* linking(
  claims: readonly Claim[],
  others: readonly Claim[],
  posts: Map<string, Post>,
): Generator<void, Post[]> {
  const open: Claim[] = [];
  const removed = [...others];
  for (const [at, claim] of claims.entries()) {
    if (at % step === 0) yield;
    // A post of that id which does not name the source is another one, which got the id of one that was removed.
    claim.isLinked = posts.get(claim.post ?? '')?.sources?.includes(claim.location) ?? false;
    if (claim.isLinked) continue;
    if (claim.status === 'told') open.push(claim);
    if (claim.post !== undefined) removed.push(claim);
  }
  if (open.length === 0) return [];
  const probes = open.map(probeOf);
  const graves = yield* indexing(
    removed.map(({ now, post }) => ({ ...now, id: post! })),
    probes,
  );
  // What a post becomes by this merging counts, as other claims may be of the same post.
  const moved = claims.flatMap(({ isLinked, now, post }) => {
    const before = isLinked && now.url !== undefined ? posts.get(post!) : undefined;
    return before && before.url !== now.url ? { ...before, url: now.url! } : [];
  });
  const index = yield* indexing([...posts.values(), ...moved], probes);
  const taken = new Set([...posts.keys(), ...removed.map(({ post }) => post!)]);
  const made: Post[] = [];
  for (const [at, claim] of open.entries()) {
    yield;
    const probe = probes[at]!;
    const found = index.find(probe);
    if (found !== undefined) {
      const post = posts.get(found)!;
      claim.isMade &&= claim.post === found;
      claim.post = found;
      claim.isLinked = true;
      index.add(enrich(post, claim.now));
    } else if (claim.post === undefined) {
      claim.post = graves.find(probe);
      if (claim.post !== undefined) continue;
      const { id } = claim.now;
      claim.post = id !== undefined && !taken.has(id) ? id : citationKey(claim.now, taken);
      claim.isLinked = true;
      claim.isMade = true;
      claim.before = claim.now;
      const post: Post = { ...claim.now, id: claim.post, sources: [claim.location] };
      taken.add(post.id);
      posts.set(post.id, post);
      index.add(post);
      made.push(post);
    }
  }
  return made;
}

/** More records than these are looked for among all posts: choosing the posts that matter would take a long step. */
const few = 1000;

/** As `identifying`, for any number of records. */
function* indexing(posts: readonly Post[], probes: readonly PostRecord[]): Generator<void, IdentityIndex> {
  const index = new IdentityIndex(probes.length > few ? undefined : probes);
  for (const [at, post] of posts.entries()) {
    index.add(post);
    if (at % 32 === 0) yield;
  }
  if (posts.length === 0) return index;
  for (const [at, probe] of probes.entries()) {
    if (at % 32 === 0) yield;
    yield* index.prepare(probe);
  }
  return index;
}

/** What tells which post an entry is of. */
function probeOf({ now, sharesAddress }: Claim): PostRecord {
  if (!sharesAddress) return now;
  const { url: _, ...rest } = now;
  return rest;
}
