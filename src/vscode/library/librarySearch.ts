import { comparing } from '../../core/library/changes';
import type { Post } from '../../core/post';
import type { Search } from '../../core/search';
import { runSliced } from '../../core/sliced';
import type { Cache } from './cache';

/** With a larger share of the posts changed, building the search anew is quicker. */
const most = 0.5;
/** Written when a larger share of the posts changed than this, as reading so many anew at the next start takes longer. */
const worthWriting = 0.02;
/** Milliseconds that a query waits for what changed just now. */
const patience = 100;

/** The search over the posts of a library: from the cache where it is there, kept in step, and written to the cache. */
export class LibrarySearch {
  #search: Search | undefined;
  /** The posts that the search has, and those it is to have. */
  #posts: readonly Post[] = [];
  #wanted: readonly Post[] = [];
  /** Done when there is a first search, be it for posts that are other ones by then. */
  #building: Promise<Search> | undefined;
  #catchingUp: Promise<void> | undefined;
  /** Changes since the search was last written. */
  #unwritten = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /**
   * @param quiet milliseconds without a query or change before it is written.
   * @param isSettled whether the posts are worth writing; once they are, `keepUp` is to be called.
   */
  constructor(
    readonly cache: Pick<Cache, 'read' | 'write'>,
    readonly name: string,
    readonly quiet = 5000,
    readonly isSettled = () => true,
  ) {}

  get isReady(): boolean {
    return this.#search !== undefined;
  }

  /** The search over these posts; where much changed, the one before until that is done. */
  async over(posts: readonly Post[]): Promise<Search> {
    this.#writeLater();
    const done = this.#follow(posts);
    await Promise.race([done, this.#building]);
    await within(done, patience);
    return this.#search!;
  }

  /** Brings the search, if there is one yet or soon, in step with the posts. */
  keepUp(posts: readonly Post[]): void {
    if (this.#building) {
      void this.#follow(posts);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  #follow(posts: readonly Post[]): Promise<void> {
    this.#wanted = posts;
    this.#catchingUp ??= this.#catchUp().finally(() => {
      this.#catchingUp = undefined;
    });
    return this.#catchingUp;
  }

  async #catchUp(): Promise<void> {
    while (!this.#search || this.#posts !== this.#wanted) {
      const posts = this.#wanted;
      this.#building ??= this.#first(posts);
      this.#search = this.#search ? await this.#changed(this.#search, posts) : await this.#building;
      this.#posts = posts;
    }
    this.#writeLater();
  }

  async #first(posts: readonly Post[]): Promise<Search> {
    const [{ buildSearch, loadSearchSliced }, bytes] = await Promise.all([
      import('../../core/search'),
      this.cache.read(this.name),
    ]);
    const search = bytes && (await loadSearchSliced(bytes.subarray(0, -4), posts));
    this.#unwritten = search
      ? Math.abs(posts.length - lastNumber(bytes)) + search.waste * posts.length
      : posts.length;
    return search ?? buildSearch(posts);
  }

  async #changed(search: Search, posts: readonly Post[]): Promise<Search> {
    const { added, gone } = await runSliced(comparing(this.#posts, posts));
    this.#unwritten += added.length + gone.length;
    if (added.length > most * posts.length) {
      const { buildSearch } = await import('../../core/search');
      return buildSearch(posts);
    }
    await runSliced(changing(search, added, gone));
    if (search.waste > 0.25) {
      await search.compact();
    }
    return search;
  }

  /** Not while somebody types or changes posts. */
  #writeLater(): void {
    clearTimeout(this.#timer);
    if (!this.#isDisposed && this.#unwritten > worthWriting * this.#posts.length) {
      this.#timer = setTimeout(() => void this.#write(), this.quiet);
    }
  }

  async #write(): Promise<void> {
    const search = this.#search;
    if (!search || !this.isSettled()) {
      return;
    }
    this.#unwritten = 0;
    const bytes = await search.serializeSliced();
    const file = new Uint8Array(bytes.length + 4);
    file.set(bytes);
    new DataView(file.buffer).setUint32(bytes.length, this.#posts.length);
    await this.cache.write(this.name, file);
  }
}

/** Resolves when it is done, or after so many milliseconds. */
async function within(done: Promise<void>, milliseconds: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([done, late]).finally(() => clearTimeout(timer));
}

function* changing(search: Search, added: readonly Post[], gone: readonly Post[]): Generator<void> {
  const kept = new Set(added.map(post => post.id));
  for (const { id } of gone) {
    if (!kept.has(id)) search.remove(id);
    yield;
  }
  for (const post of added) {
    search.add(post);
    yield;
  }
}

/** How many posts the search had when it was written: the last four bytes. */
function lastNumber(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0);
}
