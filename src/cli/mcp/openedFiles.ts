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
  #search: { readonly posts: readonly Post[]; readonly search: Search } | undefined;
  #known: { readonly posts: readonly Post[]; readonly known: KnownPosts } | undefined;

  constructor(
    uris: readonly string[],
    private readonly fileSystem: FileSystem,
    private readonly report: (problem: Problem) => void,
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

  async search(): Promise<Search> {
    const posts = await this.posts();
    const before = this.#search;
    if (before?.posts === posts) return before.search;
    const search = (before && (await changed(before, posts))) ?? (await built(posts));
    this.#search = { posts, search };
    return search;
  }

  async known(): Promise<KnownPosts> {
    const posts = await this.posts();
    if (this.#known?.posts === posts) return this.#known.known;
    const { KnownPosts } = await import('../../core/document');
    const known = this.#known?.known ?? new KnownPosts();
    await runSliced(known.setPosts(posts));
    this.#known = { posts, known };
    return known;
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

async function built(posts: readonly Post[]): Promise<Search> {
  const { buildSearch } = await import('../../core/search');
  return buildSearch(posts);
}

/** The search brought in step; `undefined` where building it anew is quicker. */
async function changed(
  { posts: before, search }: { readonly posts: readonly Post[]; readonly search: Search },
  posts: readonly Post[],
): Promise<Search | undefined> {
  const { added, gone } = await runSliced(comparing(before, posts));
  if (added.length > most * posts.length || search.waste > most) return undefined;
  const kept = new Set(added.map(({ id }) => id));
  for (const { id } of gone) if (!kept.has(id)) search.remove(id);
  for (const post of added) search.add(post);
  return search;
}
