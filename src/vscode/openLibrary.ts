import * as vscode from 'vscode';
import { type LibraryContent, LibraryFile } from '../core/libraryFile';
import type { FileSystem } from '../core/ports';
import type { Post } from '../core/post';
import { isDamage, type Problem } from '../core/problem';
import { problemLine } from '../core/problemText';
import { sameValue } from '../core/sameValue';
import { buildSearch, type Search } from '../core/search';
import { runSliced } from '../core/sliced';
import { Cache } from './cache';
import { libraryUri, settings } from './settings';
import { topicFiller } from './topics';

/** From so many changed posts on, building the search anew in slices blocks less than changing it at once. */
const manyChanges = 500;

/**
 * The library of this window: the posts as they were last read, kept in step with the file. Nothing is read
 * before somebody asks for posts.
 */
export class OpenLibrary implements vscode.Disposable {
  #file: LibraryFile;
  #posts: readonly Post[] = [];
  #byId = new Map<string, Post>();
  #damage: readonly Problem[] = [];
  /** As they stand in the file, by id: `#posts` may have topics that the file does not name. */
  #inFile = new Map<string, Post>();
  /** Counts what was read or written, so that an overtaken read is known as such. */
  #version = 0;
  #isLoaded = false;
  #loading: Promise<void> | undefined;
  #search: Promise<Search> | undefined;
  #searched = new Map<string, Post>();
  #watcher: vscode.Disposable | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings: vscode.Disposable;

  /** The posts are other ones now. */
  readonly onDidChange = this.#changed.event;
  readonly cache: Cache;

  constructor(
    readonly storage: vscode.Uri,
    readonly fileSystemFor: (uri: vscode.Uri) => FileSystem,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.cache = new Cache(vscode.Uri.joinPath(storage, 'cache'));
    this.#file = this.#open();
    this.#settings = vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('byline.libraryFile')) {
        this.#file = this.#open();
        void this.#reloadIfLoaded();
      } else if (event.affectsConfiguration('byline.topics')) {
        this.#inFile.clear();
        void this.#reloadIfLoaded();
      }
    });
  }

  get uri(): vscode.Uri {
    return vscode.Uri.parse(this.#file.uri);
  }

  /** The posts last read; empty before the first `load`. */
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

  /** Another text whenever the library file is another one, told without reading it; `undefined` without a file. */
  stamp(): Promise<string | undefined> {
    return this.#file.fileSystem.stamp(this.#file.uri);
  }

  post(id: string): Post | undefined {
    return this.#byId.get(id);
  }

  /** Resolves when the posts have been read once. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async reload(): Promise<void> {
    this.#loading = this.#read();
    await this.#loading;
  }

  /** The search over the posts, built in the background at first use and kept in step from then on. */
  async search(): Promise<Search> {
    await this.load();
    this.#search ??= this.#buildSearch();
    return this.#search;
  }

  /**
   * Changes the library file, then these posts.
   * @throws DamagedLibraryError when the file could not be read whole.
   */
  async update(change: (posts: readonly Post[]) => readonly Post[]): Promise<void> {
    const file = this.#file;
    const { posts } = await file.update(change);
    if (file === this.#file) {
      const version = ++this.#version;
      this.#loading = Promise.resolve();
      this.#show(posts, [], version);
    }
  }

  /** Keeps the damaged file under another name and goes on with what could be read of it. */
  async repair(): Promise<vscode.Uri> {
    const copy = await this.#file.repair(new Date());
    await this.reload();
    return vscode.Uri.parse(copy);
  }

  dispose(): void {
    this.#version++;
    this.#loading = undefined;
    this.#watcher?.dispose();
    this.#settings.dispose();
    this.#changed.dispose();
  }

  async #reloadIfLoaded(): Promise<void> {
    if (this.#loading) {
      await this.reload();
    }
  }

  /** Resolves when the posts are those of the file: an overtaken read with the one that overtook it. */
  async #read(): Promise<void> {
    const version = ++this.#version;
    const file = this.#file;
    const started = Date.now();
    const { posts, problems, writable } = await file.read().catch(error => unreadable(file.uri, error));
    if (version !== this.#version) {
      return this.#loading;
    }
    this.log.info(`Read ${posts.length} posts from ${file.uri} in ${Date.now() - started} ms.`);
    for (const problem of problems) {
      this.log.warn(problemLine(problem));
    }
    this.#show(posts, writable ? [] : problems.filter(isDamage), version);
  }

  /** Shows posts as they stand in the file; those that did not change stay the same objects. */
  #show(posts: readonly Post[], damage: readonly Problem[], version: number): void {
    const before = this.#inFile;
    this.#inFile = new Map(posts.map(post => [post.id, post]));
    const kept = posts.map(post => {
      const shown = this.#byId.get(post.id);
      return shown && sameValue(before.get(post.id), post) ? shown : post;
    });
    this.#damage = damage;
    this.#setPosts(kept);
    void this.#fillInTopics(kept, version);
  }

  #setPosts(posts: readonly Post[]): void {
    this.#posts = posts;
    this.#isLoaded = true;
    this.#byId = new Map(posts.map(post => [post.id, post]));
    void this.#search?.then(search => this.#catchUp(search));
    this.#changed.fire();
  }

  /**
   * Topics for showing only, of posts that a colleague or another program wrote into the file: spellings of one
   * topic are joined, and a post that names none gets some.
   */
  async #fillInTopics(posts: readonly Post[], version: number): Promise<void> {
    const custom = settings().topics;
    const isOurs = (post: Post) => custom.length === 0 && (post.inferred?.length ?? 0) > 0;
    const lacking = posts.filter(post => post === this.#inFile.get(post.id) && !isOurs(post));
    if (lacking.length === 0) {
      return;
    }
    const fillIn = await topicFiller();
    const filled = new Map<string, Post>();
    await runSliced(
      (function* () {
        for (const post of lacking) {
          const better = fillIn(post);
          if (!sameValue(better.keywords, post.keywords)) {
            filled.set(post.id, better);
          }
          yield;
        }
      })(),
    );
    if (version === this.#version && filled.size > 0) {
      this.#setPosts(posts.map(post => filled.get(post.id) ?? post));
    }
  }

  async #buildSearch(): Promise<Search> {
    this.#searched = this.#byId;
    const search = await buildSearch(this.#posts);
    this.#catchUp(search);
    return search;
  }

  /** Brings the search in step with the posts: only what changed is read anew, unless that is most of it. */
  #catchUp(search: Search): void {
    const before = this.#searched;
    const added = this.#posts.filter(post => before.get(post.id) !== post);
    if (added.length > manyChanges) {
      this.#search = this.#buildSearch();
      return;
    }
    this.#searched = this.#byId;
    for (const post of added) {
      search.add(post);
    }
    for (const id of before.keys()) {
      if (!this.#byId.has(id)) {
        search.remove(id);
      }
    }
    if (search.waste > 0.25) {
      void search.compact();
    }
  }

  #open(): LibraryFile {
    const uri = libraryUri(this.storage);
    this.#watcher?.dispose();
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    const onDisk = () => void this.#reloadIfLoaded();
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(onDisk),
      watcher.onDidCreate(onDisk),
      watcher.onDidDelete(onDisk),
    );
    return new LibraryFile(uri.toString(), this.fileSystemFor(uri));
  }
}

function unreadable(source: string, error: unknown): Pick<LibraryContent, 'posts' | 'problems' | 'writable'> {
  const detail = error instanceof Error ? error.message : String(error);
  return { posts: [], problems: [{ code: 'unreadableFile', source, detail }], writable: false };
}
