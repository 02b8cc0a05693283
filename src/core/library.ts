import { citationKey } from './citation/key';
import { nameKey } from './name';
import { isProvisional, type Post, type PostRecord } from './post';
import { foldText } from './text';
import { urlKey } from './url';

/** What adding records to a library came to. `posts` is the new library; the others say what happened to each. */
export interface Addition {
  readonly posts: readonly Post[];
  readonly added: readonly Post[];
  /** Posts that were there, and now know more: the new values. */
  readonly enriched: readonly Post[];
  /** Posts that were there and learned nothing. */
  readonly known: readonly Post[];
}

/**
 * Joins records into a library. A record that is the same post as one already there (see `createIdentity`) only
 * fills in what that one lacks; any other gets a citation key of its own and stays, even when its natural key
 * is taken.
 */
export function addRecords(library: readonly Post[], records: readonly PostRecord[]): Addition {
  const posts = new Map(library.map(post => [post.id, post]));
  const index = new IdentityIndex(library);
  const taken = new Set(posts.keys());
  const added = new Map<string, Post>();
  const enriched = new Map<string, Post>();
  const known = new Map<string, Post>();
  for (const record of records) {
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
      }
    } else {
      const id = record.id && !taken.has(record.id) ? record.id : citationKey(record, taken);
      const post: Post = { ...record, id };
      taken.add(id);
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
  };
}

/**
 * Finds the post of a library that a record is another copy of: its address is the same (`urlKey`); else, unless
 * both have an address, title and authors are the same and neither dates nor excerpts contradict. A made-up title
 * counts for nothing, so there the same excerpt by the same authors decides.
 */
export function createIdentity(library: readonly Post[]): (record: PostRecord) => string | undefined {
  const index = new IdentityIndex(library);
  return record => index.find(record);
}

/** The rules of `createIdentity`, over posts that are added one by one. */
class IdentityIndex {
  readonly #byAddress = new Map<string, string>();
  readonly #byWords = new Map<string, Candidates>();
  /** Those of `#byWords` that have no address: all that a record with another address can be the same as. */
  readonly #withoutAddress = new Map<string, Candidates>();

  constructor(posts: readonly Post[]) {
    for (const post of posts) {
      this.add(post);
    }
  }

  add(post: Post): void {
    if (post.url) {
      this.#byAddress.set(urlKey(post.url), post.id);
    }
    const excerpt = foldedExcerpt(post);
    for (const key of wordKeys(post, excerpt)) {
      put(this.#byWords, key, { post, excerpt });
      if (!post.url) {
        put(this.#withoutAddress, key, { post, excerpt });
      } else {
        this.#withoutAddress.get(key)?.delete(post.id);
      }
    }
  }

  find(record: PostRecord): string | undefined {
    const byAddress = record.url && this.#byAddress.get(urlKey(record.url));
    if (byAddress) {
      return byAddress;
    }
    const own = foldedExcerpt(record);
    for (const key of wordKeys(record, own)) {
      const candidates = (record.url ? this.#withoutAddress : this.#byWords).get(key);
      for (const { post, excerpt } of candidates?.values() ?? []) {
        if (datesAgree(post.issued, record.issued) && (excerpt.startsWith(own) || own.startsWith(excerpt))) {
          return post.id;
        }
      }
    }
    return undefined;
  }
}

type Candidates = Map<string, { readonly post: Post; readonly excerpt: string }>;

function put(index: Map<string, Candidates>, key: string, candidate: { post: Post; excerpt: string }): void {
  const candidates = index.get(key) ?? new Map();
  index.set(key, candidates.set(candidate.post.id, candidate));
}

/** Without the dots of an excerpt that is cut short: two of other lengths agree. */
function foldedExcerpt({ abstract = '' }: PostRecord): string {
  return foldText(abstract).replace(/(?<![\s.])[\s.]+$/, '');
}

function wordKeys(post: PostRecord, excerpt: string): string[] {
  const authors = post.author.map(nameKey).sort().join('|');
  const keys = isProvisional(post) ? [] : [`title ${foldText(post.title)} ${authors}`];
  return excerpt ? [...keys, `abstract ${excerpt} ${authors}`] : keys;
}

function datesAgree(a: Post['issued'], b: Post['issued']): boolean {
  return (
    !a ||
    !b ||
    (a.year === b.year &&
      (a.month === undefined || b.month === undefined || a.month === b.month) &&
      (a.day === undefined || b.day === undefined || a.day === b.day))
  );
}

/** `post` with what only `record` knows; `post` itself when that is nothing. What `post` says is never changed. */
export function enrich(post: Post, record: PostRecord): Post {
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
  const more = Object.keys(record.extra ?? {}).some(variable => !(variable in (post.extra ?? {})));
  if (more) {
    news.extra = { ...record.extra, ...post.extra };
  }
  return Object.keys(news).length ? { ...post, ...news } : post;
}
