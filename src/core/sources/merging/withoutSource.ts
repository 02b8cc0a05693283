import type { Post } from '../../post';
import type { ToldEntry } from '../reading';
import type { Telling } from './claiming';
import type { Merging, MergingOptions } from './merging';

/**
 * The library without a source, in small steps. Its posts stay as if the user had added them, or go: then those stay
 * that another source tells, that the library had before, or that are held.
 * @param told of all sources, as for `merging`; `reading`s do not count.
 */
export function* withoutSource(
  library: readonly Post[],
  told: readonly Pick<Telling, 'location' | 'before'>[],
  location: string,
  { isHeld = () => false, keepPosts = false }: MergingOptions & { readonly keepPosts?: boolean } = {},
): Generator<void, Merging> {
  const made = new Map<string, boolean>();
  for (const { post, isMade } of told.find(source => source.location === location)?.before ?? []) {
    made.set(post, isMade || (made.get(post) ?? false));
    yield;
  }
  const posts: Post[] = [];
  const changed: Post[] = [];
  const gone: Post[] = [];
  for (const [at, post] of library.entries()) {
    if (at % 64 === 0) yield;
    if (!post.sources?.includes(location)) {
      posts.push(post);
      continue;
    }
    const { sources, ...rest } = post;
    const others = sources.filter(source => source !== location);
    // Where the entries are lost, the source is thought to have made all that only it tells.
    if (others.length === 0 && !keepPosts && made.get(post.id) !== false && !isHeld(post)) {
      gone.push(post);
    } else {
      const left = others.length > 0 ? { ...rest, sources: others } : rest;
      posts.push(left);
      changed.push(left);
    }
  }
  const entries = new Map<string, readonly ToldEntry[]>();
  const orphans = new Set(keepPosts ? [] : [...made].flatMap(([id, isMade]) => (isMade ? id : [])));
  for (const source of told) {
    const { before = [] } = source;
    const isHeir = source.location !== location && before.some(({ post }) => orphans.has(post));
    if (isHeir) entries.set(source.location, yield* inheriting(before, orphans));
    yield;
  }
  return { posts, entries, added: [], changed, gone };
}

/** A post that the source made is from now on made by the first other one that tells it. */
function* inheriting(
  entries: readonly ToldEntry[],
  orphans: Set<string>,
): Generator<void, readonly ToldEntry[]> {
  const heirs: ToldEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % 64 === 0) yield;
    heirs.push(orphans.delete(entry.post) ? { ...entry, isMade: true } : entry);
  }
  return heirs;
}
