import { nameKey } from '../name';
import { isProvisional, type Name, type Post, type PostRecord } from '../post';
import { runWhole } from '../sliced';
import { foldText } from '../text';
import { urlKey } from '../url';

/** Posts taken in one step, a fraction of a millisecond. */
const step = 32;

/** Finds the post of a library that a record is another copy of; answers with its id. */
export type Identity = (record: PostRecord) => string | undefined;

/** As `identifying`, at once and for whatever records. */
export function createIdentity(library: readonly Post[]): Identity {
  const index = new IdentityIndex();
  for (const post of library) index.add(post);
  return record => index.find(record);
}

/**
 * Makes what finds the post of a library that a record is another copy of, in small steps: its address is the same
 * (`urlKey`); else, unless both have an address, title and authors are the same and neither dates nor excerpts
 * contradict. A made-up title counts for nothing, so there the same excerpt by the same authors decides.
 * @param records those that will be asked for.
 */
export function* identifying(
  library: readonly Post[],
  records: readonly PostRecord[],
): Generator<void, IdentityIndex> {
  const index = new IdentityIndex(records);
  for (const [at, post] of library.entries()) {
    index.add(post);
    if (at % step === 0) yield;
  }
  for (const record of records) yield* index.prepare(record);
  return index;
}

/** The posts of a library by address and by authors; those of the same authors by words once that is asked for. */
export class IdentityIndex {
  readonly #byAddress = new Map<string, string>();
  readonly #byAuthors = new Map<string, SameAuthors>();
  /** Posts share names, so that few of them are folded. */
  readonly #nameKeys = new Map<Name, string>();
  /** The addresses, names and authors that matter; all where these are undefined. */
  readonly #addresses: ReadonlySet<string> | undefined;
  readonly #names: ReadonlySet<string> | undefined;
  readonly #authors: ReadonlySet<string> | undefined;
  /** Whether only posts without an address can be told by their authors, as all that is asked for has one. */
  readonly #isByAddress: boolean;
  /** Posts that were told by their authors: they may get an address. */
  readonly #withoutAddress = new Set<string>();

  /** @param records those that will be asked for; any where this is undefined. */
  constructor(records?: readonly PostRecord[]) {
    this.#addresses = records && new Set(records.flatMap(({ url }) => (url ? urlKey(url) : [])));
    this.#names =
      records && new Set(records.flatMap(({ author }) => author.map(name => this.#nameKey(name))));
    this.#authors = records && new Set(records.map(record => this.#authorsKey(record)));
    this.#isByAddress = records?.every(({ url }) => url) ?? false;
  }

  add(post: Post): void {
    const address = post.url && urlKey(post.url);
    if (address && (this.#addresses?.has(address) ?? true)) {
      this.#byAddress.set(address, post.id);
    }
    if (this.#isByAddress) {
      if (post.url && !this.#withoutAddress.has(post.id)) return;
      this.#withoutAddress.add(post.id);
    }
    // Names first: hardly any post has only names that matter, and joining those of all takes most of the time.
    if (this.#names && !post.author.every(name => this.#names!.has(this.#nameKey(name)))) {
      return;
    }
    const key = this.#authorsKey(post);
    if (this.#authors?.has(key) ?? true) {
      const group = this.#byAuthors.get(key);
      if (group) group.add(post);
      else this.#byAuthors.set(key, new SameAuthors(post));
    }
  }

  /** Does in small steps what `find` would have to do first. */
  *prepare(record: PostRecord): Generator<void> {
    yield* this.#byAuthors.get(this.#authorsKey(record))?.indexing() ?? [];
  }

  find(record: PostRecord): string | undefined {
    const byAddress = record.url && this.#byAddress.get(urlKey(record.url));
    return byAddress || this.#byAuthors.get(this.#authorsKey(record))?.find(record);
  }

  #authorsKey({ author }: PostRecord): string {
    return author
      .map(name => this.#nameKey(name))
      .sort()
      .join('|');
  }

  #nameKey(name: Name): string {
    let key = this.#nameKeys.get(name);
    if (key === undefined) {
      key = nameKey(name);
      this.#nameKeys.set(name, key);
    }
    return key;
  }
}

/** Posts of the same authors. */
class SameAuthors {
  #waiting: Post[];
  readonly #byWords = new Map<string, Candidates>();
  /** Those of `#byWords` that have no address: all that a record with another address can be the same as. */
  readonly #withoutAddress = new Map<string, Candidates>();

  constructor(post: Post) {
    this.#waiting = [post];
  }

  add(post: Post): void {
    this.#waiting.push(post);
  }

  *indexing(): Generator<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const post of waiting) {
      this.#index(post);
      yield;
    }
  }

  find(record: PostRecord): string | undefined {
    runWhole(this.indexing());
    const own = foldedExcerpt(record);
    for (const key of wordKeys(record, own)) {
      const candidates = (record.url ? this.#withoutAddress : this.#byWords).get(key);
      for (const { post, excerpt } of candidates?.values() ?? []) {
        const excerptsAgree = excerpt.startsWith(own) || own.startsWith(excerpt);
        if (excerptsAgree && titlesAgree(post, record) && datesAgree(post.issued, record.issued)) {
          return post.id;
        }
      }
    }
    return undefined;
  }

  #index(post: Post): void {
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
  const keys = isProvisional(post) ? [] : [`title ${foldText(post.title)}`];
  return excerpt ? [...keys, `abstract ${excerpt}`] : keys;
}

/** Posts that begin alike ("This week in …") are told apart by their titles, where neither is made up. */
function titlesAgree(a: PostRecord, b: PostRecord): boolean {
  return isProvisional(a) || isProvisional(b) || foldText(a.title) === foldText(b.title);
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
