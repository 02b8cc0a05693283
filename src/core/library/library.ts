import { citationKey } from '../citation/key';
import { isProvisional, type Post, type PostRecord } from '../post';
import { runWhole } from '../sliced';
import { identifying } from './identity';

/** What adding records to a library came to. `posts` is the new library; the others say what happened to each. */
export interface Addition {
  readonly posts: readonly Post[];
  readonly added: readonly Post[];
  /** Posts that were there, and now know more: the new values. */
  readonly enriched: readonly Post[];
  /** Posts that were there and learned nothing. */
  readonly known: readonly Post[];
  /** Those of `enriched` as they were before. */
  readonly before: readonly Post[];
}

/** Posts taken in one step. */
const step = 64;

/** `adding` at once. */
export function addRecords(library: readonly Post[], records: readonly PostRecord[]): Addition {
  return runWhole(adding(library, records));
}

/**
 * Joins records into a library, in small steps. A record that is the same post as one already there (see
 * `identifying`) only fills in what that one lacks; any other gets a citation key of its own and stays, even when its
 * natural key is taken.
 */
export function* adding(library: readonly Post[], records: readonly PostRecord[]): Generator<void, Addition> {
  const index = yield* identifying(library, records);
  const posts = new Map<string, Post>();
  for (const [index, post] of library.entries()) {
    posts.set(post.id, post);
    if (index % step === 0) yield;
  }
  const added = new Map<string, Post>();
  const enriched = new Map<string, Post>();
  const known = new Map<string, Post>();
  const before = new Map<string, Post>();
  for (const record of records) {
    yield;
    const sameId = index.find(record);
    const same = sameId === undefined ? undefined : posts.get(sameId);
    if (same) {
      const richer = enrich(same, record);
      posts.set(same.id, richer);
      index.add(richer);
      const group = added.has(same.id) ? added : richer === same && !enriched.has(same.id) ? known : enriched;
      group.set(same.id, richer);
      if (group === enriched) {
        known.delete(same.id);
        before.set(same.id, before.get(same.id) ?? same);
      }
    } else {
      const id = record.id && !posts.has(record.id) ? record.id : citationKey(record, posts);
      const post: Post = { ...record, id };
      posts.set(id, post);
      index.add(post);
      added.set(id, post);
    }
  }
  return {
    posts: [...posts.values()],
    added: [...added.values()],
    enriched: [...enriched.values()],
    known: [...known.values()],
    before: [...before.values()],
  };
}

/** `post` with what only `record` knows; `post` itself when that is nothing. What `post` says is never changed. */
export function enrich<T extends PostRecord>(post: T, record: PostRecord): T {
  const news: Partial<{ -readonly [K in keyof Post]: Post[K] }> = {};
  for (const field of ['issued', 'containerTitle', 'url', 'abstract', 'language', 'note'] as const) {
    if (post[field] === undefined && record[field] !== undefined) {
      Object.assign(news, { [field]: record[field] });
    }
  }
  if (post.author.length === 0 && record.author.length > 0) {
    news.author = record.author;
  }
  const inferredOnly = post.keywords.every(topic => post.inferred?.includes(topic));
  const given = record.keywords.filter(topic => !record.inferred?.includes(topic));
  if (given.length > 0 && inferredOnly) {
    news.keywords = given;
    news.inferred = [];
  }
  if (isProvisional(post) && !isProvisional(record)) {
    news.title = record.title;
    news.provisional = [];
  }
  if (Object.keys(record.persons ?? {}).some(spelling => !Object.hasOwn(post.persons ?? {}, spelling))) {
    news.persons = { ...record.persons, ...post.persons };
  }
  if (record.sources?.some(source => !post.sources?.includes(source))) {
    news.sources = [...new Set([...(post.sources ?? []), ...record.sources])];
  }
  const more = Object.keys(record.extra ?? {}).some(variable => !(variable in (post.extra ?? {})));
  if (more) {
    news.extra = { ...record.extra, ...post.extra };
  }
  return Object.keys(news).length ? { ...post, ...news } : post;
}
