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
 *
 * A post that names a source whose entries are lost is as that source told it, for all that is known: what it lacks or
 * says otherwise counts as changed by hand. It was made by its sources if the entries of all of them are lost.
 * @param others claims of sources that were not read, whose posts were removed.
 * @param lost the locations of the sources whose entries are lost.
 * @param posts by id; those made are added.
 * @param removed further posts that were removed.
 * @returns those made.
 */
export function* linking(
  claims: readonly Claim[],
  others: readonly Claim[],
  lost: ReadonlySet<string>,
  posts: Map<string, Post>,
  removed: readonly Post[],
): Generator<void, Post[]> {
  const open: Claim[] = [];
  const probes: PostRecord[] = [];
  const unlinked = [...others];
  const moved: Post[] = [];
  for (const [at, claim] of claims.entries()) {
    if (at % step === 0) yield;
    const { location, now, status } = claim;
    const post = posts.get(claim.post ?? '');
    // A post of that id which does not name the source is another one, which got the id of one that was removed.
    if (post?.sources?.includes(location)) {
      claim.isLinked = true;
      // What a post becomes by this merging counts, as other claims may be of the same post.
      if (now.url !== undefined && now.url !== post.url) moved.push({ ...post, url: now.url });
    } else {
      if (status === 'told') {
        open.push(claim);
        probes.push(probeOf(claim));
      }
      if (claim.post !== undefined) unlinked.push(claim);
    }
  }
  if (open.length === 0) return [];
  const graves = yield* indexing(inTurn(gravesOf(unlinked), removed.map(grave)), probes);
  const index = yield* indexing(inTurn(posts.values(), moved), probes);
  const removedIds = new Set([...unlinked.map(({ post }) => post), ...removed.map(({ id }) => id)]);
  const taken = { has: (id: string) => posts.has(id) || removedIds.has(id) };
  const made = new Map<string, Post>();
  for (const [at, claim] of open.entries()) {
    yield;
    const probe = probes[at]!;
    const found = index.find(probe);
    if (found !== undefined) {
      const post = posts.get(found)!;
      if (lost.has(claim.location) && post.sources?.includes(claim.location) && !made.has(found)) {
        claim.before = claim.now;
        claim.isMade = post.sources.every(location => lost.has(location));
      } else {
        claim.isMade &&= claim.post === found;
      }
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
      posts.set(post.id, post);
      index.add(post);
      made.set(post.id, post);
    }
  }
  return [...made.values()];
}

/** More records than these are looked for among all posts: choosing the posts that matter would take a long step. */
const few = 1000;

/** As `identifying`, for any number of records. */
function* indexing(posts: Iterable<Post>, probes: readonly PostRecord[]): Generator<void, IdentityIndex> {
  const index = new IdentityIndex(probes.length > few ? undefined : probes);
  let count = 0;
  for (const post of posts) {
    index.add(post);
    if (count++ % 32 === 0) yield;
  }
  if (count === 0) return index;
  for (const [at, probe] of probes.entries()) {
    if (at % 32 === 0) yield;
    yield* index.prepare(probe);
  }
  return index;
}

/** The posts that claims had and that are gone. */
function* gravesOf(unlinked: readonly Claim[]): Generator<Post> {
  for (const { now, post } of unlinked) yield { ...now, id: post! };
}

/** Under an id that no post of a library has: another one may have got the old one since. */
function grave(post: Post): Post {
  return { ...post, id: `removed\n${post.id}` };
}

function* inTurn<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

/** What tells which post an entry is of. */
function probeOf({ now, sharesAddress }: Claim): PostRecord {
  if (!sharesAddress) return now;
  const { url: _, ...rest } = now;
  return rest;
}
