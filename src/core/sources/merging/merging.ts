import type { Post } from '../../post';
import type { SourceEntry, ToldEntry } from '../reading';
import type { Claim } from './claim';
import { claiming, partKey, recalling, type Telling } from './claiming';
import { isTouched, mergeFields, withLastWord } from './fields';
import { linking } from './linking';

/** Posts or entries taken in one step where little is done for each. */
const step = 64;

/** What merging came to. */
export interface Merging {
  readonly posts: readonly Post[];
  /** To be kept for the next merging, by location: of the sources that were read, and of others where they changed. */
  readonly entries: ReadonlyMap<string, readonly ToldEntry[]>;
  readonly added: readonly Post[];
  /** As they are now. */
  readonly changed: readonly Post[];
  readonly gone: readonly Post[];
}

export interface MergingOptions {
  /** Whether the library is a new one, as where its file is missing: then nothing was removed from it. */
  readonly isNew?: boolean;
  /** Posts that the user removed, as far as that is known beside the `ToldEntry`s. */
  readonly removed?: readonly Post[];
  /** Whether a post must stay though no source tells of it any more, as where a document cites it. */
  readonly isHeld?: (post: Post) => boolean;
}

/**
 * Merges what sources tell into a library, in small steps; time and memory grow linearly. All sources of the library
 * should be told of, those that were not read without a `reading`: what they said last tells what the user changed.
 *
 * - The same post from several sources is one post (`identity`), whose `sources` names them all.
 * - Each field takes the richest word; a field that was changed by hand stays. See `mergeFields`.
 * - A post that the user removed does not come back, except into a library that is new. Where the entries of its source
 *   are lost, it has to be among those known as `removed`; if the library has it all the same, it was added anew.
 * - A post that a complete source does not tell any more goes, unless another source tells it, the user changed it or
 *   had it before, or it is held.
 * - Merging the same again changes nothing; ids never change.
 */
export function* merging(
  library: readonly Post[],
  told: readonly Telling[],
  { isHeld = () => false, isNew = false, removed = [] }: MergingOptions = {},
): Generator<void, Merging> {
  const all = isNew ? yield* forgetting(told) : told;
  const posts = new Map<string, Post>();
  for (const [at, post] of library.entries()) {
    posts.set(post.id, post);
    if (at % step === 0) yield;
  }
  const claims: Claim[] = [];
  for (const telling of all.filter(({ reading }) => reading)) {
    for (const claim of yield* claiming(telling)) claims.push(claim);
  }
  const others = all.filter(({ reading }) => !reading);
  const isLinked = ({ post }: ToldEntry, location: string) =>
    posts.get(post)?.sources?.includes(location) ?? false;
  const unlinked = yield* recalling(others, (entry, location) => !isLinked(entry, location));
  const lost = new Set(all.flatMap(({ location, before }) => (before ? [] : location)));
  const made = yield* linking(claims, unlinked, lost, posts, isNew ? [] : removed);
  const groups = yield* newsByPost(claims, posts);
  const recalled = yield* recalling(
    others,
    (entry, location) => groups.has(entry.post) && isLinked(entry, location),
  );
  for (const claim of recalled) groups.get(claim.post!)!.push(claim);
  const added = new Map<string, Post>();
  for (const [at, post] of made.entries()) {
    if (at % step === 0) yield;
    added.set(post.id, post);
  }
  const changed = new Map<string, Post>();
  const gone = new Map<string, Post>();
  for (const [id, group] of groups) {
    yield;
    const post = posts.get(id)!;
    const merged = mergePost(post, group, isHeld);
    if (!merged) {
      posts.delete(id);
      gone.set(id, post);
    } else {
      posts.set(id, merged);
      if (added.has(id)) added.set(id, merged);
      else if (merged !== post) changed.set(id, merged);
    }
  }
  return {
    posts: [...posts.values()],
    entries: yield* keeping(all, claims, recalled),
    added: [...added.values()],
    changed: [...changed.values()],
    gone: [...gone.values()],
  };
}

/** As if all that was told until now were told for the first time. */
function* forgetting(all: readonly Telling[]): Generator<void, Telling[]> {
  const forgotten: Telling[] = [];
  for (const { location, before = [], reading } of all) {
    yield;
    const told = new Set<string>();
    const entries: SourceEntry[] = [];
    for (const [at, entry] of reading?.entries.entries() ?? []) {
      if (at % step === 0) yield;
      told.add(partKey(entry));
      entries.push(entry);
    }
    for (const [at, entry] of reading?.isComplete ? [] : before.entries()) {
      if (at % step === 0) yield;
      if (!told.has(partKey(entry))) entries.push(entry);
    }
    forgotten.push({ location, before: [], reading: { entries, isComplete: false } });
  }
  return forgotten;
}

/** The claims of each post of which any source says something new. */
function* newsByPost(
  claims: readonly Claim[],
  posts: ReadonlyMap<string, Post>,
): Generator<void, Map<string, Claim[]>> {
  const groups = new Map<string, Claim[]>();
  for (const [at, claim] of claims.entries()) {
    if (at % step === 0) yield;
    if (claim.isLinked && isNews(claim, posts.get(claim.post!)!)) groups.set(claim.post!, []);
  }
  for (const [at, claim] of claims.entries()) {
    if (at % step === 0) yield;
    if (claim.isLinked) groups.get(claim.post!)?.push(claim);
  }
  return groups;
}

function isNews({ status, now, before, location }: Claim, { sources }: Post): boolean {
  return status === 'dropped' || (status === 'told' && (now !== before || !sources?.includes(location)));
}

/** `undefined` when nothing holds the post any more. */
function mergePost(post: Post, group: readonly Claim[], isHeld: (post: Post) => boolean): Post | undefined {
  replacing(group);
  const left = group.filter(({ status, isReplaced }) => status !== 'dropped' && !isReplaced);
  const dropped = group.filter(({ status, isReplaced }) => status === 'dropped' && !isReplaced);
  if (dropped.some(({ isMade }) => isMade)) {
    if (left.length > 0) left[0]!.isMade = true;
    else if (!isHeld(post) && !isTouched(post, dropped)) return undefined;
  }
  return withSources(mergeFields(post, left), left, dropped);
}

/** An entry of the same source that got another key takes the place of the one that it was. */
function replacing(group: readonly Claim[]): void {
  const heirs = new Map<string, Claim>();
  for (const claim of group) {
    const part = `${claim.isFromFeed} ${claim.location}`;
    const isFirst = !heirs.has(part) || (heirs.get(part)!.before && !claim.before);
    if (claim.status === 'told' && isFirst) heirs.set(part, claim);
  }
  for (const old of group) {
    const heir = heirs.get(`${old.isFromFeed} ${old.location}`);
    if (old.status === 'told' || !heir) continue;
    old.isReplaced = true;
    heir.isMade ||= old.isMade;
    if (heir.before || !old.before) continue;
    heir.before = old.before;
    heir.now = withLastWord(heir.now, old.before);
  }
}

function withSources(post: Post, left: readonly Claim[], dropped: readonly Claim[]): Post {
  const now = new Set(left.map(({ location }) => location));
  const lost = new Set(dropped.map(({ location }) => location).filter(location => !now.has(location)));
  const { sources: before = [], ...rest } = post;
  const sources = [...new Set([...before.filter(location => !lost.has(location)), ...now])];
  if (sources.length === before.length && sources.every((source, at) => source === before[at])) return post;
  return sources.length > 0 ? { ...rest, sources } : rest;
}

function* keeping(
  told: readonly Telling[],
  claims: readonly Claim[],
  recalled: readonly Claim[],
): Generator<void, Map<string, readonly ToldEntry[]>> {
  const entries = new Map<string, ToldEntry[]>();
  for (const { location, reading } of told) if (reading) entries.set(location, []);
  for (const [at, claim] of claims.entries()) {
    if (at % step === 0) yield;
    const isKept = claim.status !== 'dropped' && !claim.isReplaced;
    if (isKept) entries.get(claim.location)!.push(entryOf(claim));
  }
  const heirs = new Map<ToldEntry | undefined, ToldEntry>();
  const changed = new Set<string>();
  for (const [at, claim] of recalled.entries()) {
    if (at % step === 0) yield;
    const heir = entryOf(claim);
    heirs.set(claim.last, heir);
    if (heir !== claim.last) changed.add(claim.location);
  }
  for (const { location, before = [] } of told) {
    yield;
    if (changed.has(location))
      entries.set(
        location,
        before.map(entry => heirs.get(entry) ?? entry),
      );
  }
  return entries;
}

function entryOf({ key, isFromFeed, isMade, last, now, post }: Claim): ToldEntry {
  const isSame = last?.record === now && last.post === post && last.isMade === isMade;
  return isSame ? last : { key, record: now, post: post!, isMade, ...(isFromFeed && { isFromFeed }) };
}
