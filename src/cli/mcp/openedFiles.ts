import type { KnownPosts } from '../../core/document';
import { comparing } from '../../core/library/changes';
import { addRecords } from '../../core/library/library';
import { LibraryFile } from '../../core/library/libraryFile';
import type { FileSystem } from '../../core/ports';
import type { Post } from '../../core/post';
import type { Problem } from '../../core/problem';
import type { Search } from '../../core/search';
import { runSliced } from '../../core/sliced';

/** With a larger share of the posts changed, the search is built anew. */
const most = 0.5;

/** The posts of library files and bibliographies, read again when a file has changed. */
export class OpenedFiles {
  readonly #files: readonly LibraryFile[];
  /** Of the files when their posts were read. */
  #stamps: string | undefined;
  #posts: readonly Post[] = [];
  #reading: Promise<readonly Post[]> | undefined;
  #search: MadeOf<Search> | undefined;
  #known: MadeOf<KnownPosts> | undefined;

  /** @param closed stops what is being made of the posts */
  constructor(
    uris: readonly string[],
    private readonly fileSystem: FileSystem,
    private readonly report: (problem: Problem) => void,
    private readonly closed: AbortSignal,
  ) {
    this.#files = uris.map(uri => new LibraryFile(uri, fileSystem));
  }

  /** As they are now; read once when several ask at the same time. */
  posts(): Promise<readonly Post[]> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Over the posts as they are now; made once when several ask at the same time, as are the known posts. */
  async search(): Promise<Search> {
    const posts = await this.posts();
    const before = this.#search;
    if (before?.posts !== posts) this.#search = { posts, made: searchOf(posts, before, this.closed) };
    return this.#search!.made;
  }

  async known(): Promise<KnownPosts> {
    const posts = await this.posts();
    const before = this.#known;
    if (before?.posts !== posts) this.#known = { posts, made: knownOf(posts, before, this.closed) };
    return this.#known!.made;
  }

  async #read(): Promise<readonly Post[]> {
    const stamps = await Promise.all(this.#files.map(({ uri }) => this.fileSystem.stamp(uri)));
    const stamp = JSON.stringify(stamps);
    if (stamp === this.#stamps) return this.#posts;
    const contents = await Promise.all(this.#files.map(file => file.read()));
    for (const { problems } of contents) problems.slice(0, 20).forEach(this.report);
    for (const [at, file] of this.#files.entries())
      if (stamps[at] === undefined) this.report({ code: 'missingFile', source: file.uri });
    const [only, ...others] = contents;
    this.#posts =
      others.length === 0
        ? only!.posts
        : addRecords(
            [],
            contents.flatMap(({ posts }) => posts),
          ).posts;
    // A file that changed while it was read is read again at the next call.
    this.#stamps = stamp;
    return this.#posts;
  }
}

/** What is being made of some posts, or has been. */
interface MadeOf<T> {
  readonly posts: readonly Post[];
  readonly made: Promise<T>;
}

async function searchOf(
  posts: readonly Post[],
  before: MadeOf<Search> | undefined,
  signal: AbortSignal,
): Promise<Search> {
  const { buildSearch } = await import('../../core/search');
  if (!before) return buildSearch(posts, { signal });
  const search = await before.made;
  const { added, gone } = await runSliced(comparing(before.posts, posts), { signal });
  if (added.length > most * posts.length || search.waste > most) return buildSearch(posts, { signal });
  const kept = new Set(added.map(({ id }) => id));
  for (const { id } of gone) if (!kept.has(id)) search.remove(id);
  for (const post of added) search.add(post);
  return search;
}

async function knownOf(
  posts: readonly Post[],
  before: MadeOf<KnownPosts> | undefined,
  signal: AbortSignal,
): Promise<KnownPosts> {
  const { KnownPosts } = await import('../../core/document');
  const known = (await before?.made) ?? new KnownPosts();
  await runSliced(known.setPosts(posts), { signal });
  return known;
}
