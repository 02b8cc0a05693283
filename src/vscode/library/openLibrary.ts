import * as vscode from 'vscode';
import { comparing } from '../../core/library/changes';
import { type Change, type LibraryContent, LibraryFile } from '../../core/library/libraryFile';
import type { FileSystem } from '../../core/ports';
import type { Post } from '../../core/post';
import { isDamage, type Problem } from '../../core/problem';
import { sameValue } from '../../core/sameValue';
import type { Search } from '../../core/search';
import { Sequencer } from '../../core/sequencer';
import { runSliced } from '../../core/sliced';
import { libraryUri } from '../settings';
import { Cache, cacheName } from './cache';
import { LibrarySearch } from './librarySearch';
import { ShownTopics } from './shownTopics';
import { watchFile } from './watchFile';

/** Milliseconds after the posts were read when the search is made ready, wanted or not. */
const warmUp = 2000;

/**
 * The library of this window: the posts as they were last read, kept in step with the file. Nothing is read
 * before somebody asks for posts, and all work on many posts is done in slices.
 */
export class OpenLibrary implements vscode.Disposable {
  readonly cache: Cache;
  #file: LibraryFile;
  /** As they stand in the file: those shown may have topics that the file does not name. */
  #inFile: readonly Post[] = [];
  #topics: ShownTopics;
  #posts: readonly Post[] = [];
  readonly #byId = new Map<string, Post>();
  #damage: readonly Problem[] = [];
  #isLoaded = false;
  #isDisposed = false;
  #loading: Promise<void> | undefined;
  /** Reads and changes of the file, and the reading among them that has not begun. */
  readonly #sequencer = new Sequencer();
  #waiting: Promise<void> | undefined;
  #fillingIn: Promise<void> = Promise.resolve();
  /** Fillings in that are not shown yet. */
  #unsettled = 0;
  #search: LibrarySearch;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watcher: vscode.Disposable | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings: vscode.Disposable;

  /** The posts are other ones now. */
  readonly onDidChange = this.#changed.event;

  constructor(
    readonly storage: vscode.Uri,
    readonly fileSystemFor: (uri: vscode.Uri) => FileSystem,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.cache = new Cache(vscode.Uri.joinPath(storage, 'cache'));
    this.#topics = new ShownTopics(this.cache);
    this.#file = this.#open();
    this.#search = this.#newSearch();
    this.#settings = vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('byline.libraryFile')) {
        this.#file = this.#open();
        this.#search.dispose();
        this.#search = this.#newSearch();
        this.#loading &&= this.reload();
        if (this.#isLoaded) {
          void this.cache.use(this.uri);
        }
      } else if (event.affectsConfiguration('byline.topics')) {
        void this.#fillInAnew();
      }
    });
  }

  get uri(): vscode.Uri {
    return vscode.Uri.parse(this.#file.uri);
  }

  /** The posts last read, the same list until they change; empty before the first `load`. */
  get posts(): readonly Post[] {
    return this.#posts;
  }

  /** Why the library file can't be changed: what of it could not be read. */
  get damage(): readonly Problem[] {
    return this.#damage;
  }

  /** Whether the posts have been read once. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Changes whenever the library file does, and is told without reading it; `undefined` without a file. */
  stamp(): Promise<string | undefined> {
    return this.#file.fileSystem.stamp(this.#file.uri);
  }

  post(id: string): Post | undefined {
    return this.#byId.get(id);
  }

  /** Resolves when the posts have been read once, of the library that it is by then. */
  async load(): Promise<void> {
    let loading: Promise<void>;
    do {
      this.#loading ??= this.reload();
      loading = this.#loading;
      await loading;
    } while (!this.#isDisposed && loading !== this.#loading);
  }

  reload(): Promise<void> {
    this.#waiting ??= this.#sequencer.queue(() => {
      this.#waiting = undefined;
      return this.#read();
    });
    return this.#waiting;
  }

  /**
   * The search over the posts, made ready at first use or some time after the posts were read, and kept in step. While
   * topics are filled in, it is the one without them.
   */
  async search(): Promise<Search> {
    await this.load();
    const isFirst = !this.#search.isReady;
    const search = await this.#search.over(this.#posts);
    if (isFirst) {
      performance.mark('byline/searchReady');
    }
    return search;
  }

  /**
   * Changes the library file, then these posts.
   * @throws DamagedLibraryError when the file could not be read whole.
   */
  update(change: Change): Promise<void> {
    const file = this.#file;
    return this.#sequencer.queue(async () => this.#show(file, await file.update(change)));
  }

  /** Keeps the damaged file under another name and goes on with what could be read of it. */
  async repair(): Promise<vscode.Uri> {
    const copy = await this.#file.repair(new Date());
    await this.reload();
    return vscode.Uri.parse(copy);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#loading = undefined;
    clearTimeout(this.#timer);
    this.#search.dispose();
    this.#watcher?.dispose();
    this.#settings.dispose();
    this.#changed.dispose();
  }

  /** Not while posts are shown, whose topics would be taken for those looked up anew. */
  #fillInAnew(): Promise<void> {
    return this.#sequencer.queue(async () => {
      this.#topics = new ShownTopics(this.cache);
      this.#inFile = [];
      if (this.#loading) {
        await this.#read();
      }
    });
  }

  async #read(): Promise<void> {
    const file = this.#file;
    const started = Date.now();
    const content = await file.read().catch(error => unreadable(file.uri, error));
    const { posts, problems } = content;
    this.log.info(`Read ${posts.length} posts from ${file.uri} in ${Date.now() - started} ms.`);
    if (problems.length > 0) {
      const { problemLine } = await import('../../core/problemText');
      for (const problem of problems) this.log.warn(problemLine(problem));
    }
    await this.#show(file, content);
  }

  /** Shows what stands in the file, unless the library is another file by now or closed. */
  async #show(file: LibraryFile, { posts, problems, writable, stamp }: Shown): Promise<void> {
    if (file !== this.#file || this.#isDisposed) {
      return;
    }
    const { added } = await runSliced(comparing(this.#inFile, posts));
    this.#inFile = posts;
    const { filling, keep } = await this.#topics.follow(added, vscode.Uri.parse(file.uri), stamp);
    if (filling) {
      this.#unsettled++;
      this.#fillingIn = filling
        .then(() => this.#sequencer.queue(() => this.#showPosts()))
        .finally(() => {
          this.#unsettled--;
          this.#search.keepUp(this.#posts);
        });
    }
    await this.#showPosts(writable ? [] : problems.filter(isDamage));
    void this.#fillingIn.then(() => keep(posts));
  }

  async #showPosts(damage = this.#damage): Promise<void> {
    const shown = await runSliced(this.#topics.shown(this.#inFile));
    const { added, gone } = await runSliced(comparing(this.#posts, shown));
    const isSame = added.length + gone.length === 0;
    if (this.#isLoaded && isSame && sameValue(damage, this.#damage)) {
      return;
    }
    await runSliced(this.#noting(added, gone));
    this.#damage = damage;
    this.#posts = isSame ? this.#posts : shown;
    this.#search.keepUp(this.#posts);
    if (!this.#isLoaded) {
      this.#isLoaded = true;
      this.#loading ??= Promise.resolve();
      performance.mark('byline/libraryRead');
      this.#timer = setTimeout(() => {
        // Sooner it would be built twice, the second time with the topics.
        void this.#fillingIn.then(() => this.search());
        void this.cache.use(this.uri);
      }, warmUp);
    }
    this.#changed.fire();
  }

  *#noting(added: readonly Post[], gone: readonly Post[]): Generator<void> {
    for (const post of added) {
      this.#byId.set(post.id, post);
      yield;
    }
    for (const post of gone) {
      if (this.#byId.get(post.id) === post) this.#byId.delete(post.id);
      yield;
    }
  }

  #newSearch(): LibrarySearch {
    return new LibrarySearch(
      this.cache,
      cacheName('search', this.uri),
      undefined,
      () => this.#unsettled === 0,
    );
  }

  #open(): LibraryFile {
    const uri = libraryUri(this.storage);
    this.#watcher?.dispose();
    this.#watcher = watchFile(uri, () => {
      if (this.#loading) {
        void this.reload();
      }
    });
    return new LibraryFile(uri.toString(), this.fileSystemFor(uri));
  }
}

type Shown = Pick<LibraryContent, 'posts' | 'problems' | 'writable' | 'stamp'>;

function unreadable(source: string, error: unknown): Shown {
  const detail = error instanceof Error ? error.message : String(error);
  return { posts: [], problems: [{ code: 'unreadableFile', source, detail }], writable: false };
}
