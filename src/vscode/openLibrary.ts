import * as vscode from 'vscode';
import { LibraryFile } from '../core/libraryFile';
import type { FileSystem } from '../core/ports';
import type { Post } from '../core/post';
import type { Problem } from '../core/problem';
import { buildSearch, type Search } from '../core/search';
import { libraryUri } from './settings';

/**
 * The library of this window: the posts as they were last read, kept in step with the file. Nothing is read
 * before somebody asks for posts.
 */
export class OpenLibrary implements vscode.Disposable {
  #file: LibraryFile;
  #posts: readonly Post[] = [];
  #problems: readonly Problem[] = [];
  #loading: Promise<void> | undefined;
  #search: Promise<Search> | undefined;
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
    this.#file = this.#open();
    this.#settings = vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('byline.libraryFile')) {
        this.#file = this.#open();
        void this.reload();
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

  /** What could not be read of the library file. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  post(id: string): Post | undefined {
    return this.#posts.find(post => post.id === id);
  }

  /** Resolves when the posts have been read once. */
  load(): Promise<void> {
    this.#loading ??= this.reload();
    return this.#loading;
  }

  async reload(): Promise<void> {
    const file = this.#file;
    this.#loading = this.#read(file);
    await this.#loading;
  }

  /** The search over the posts, built in the background; a new one after each change. */
  async search(): Promise<Search> {
    await this.load();
    this.#search ??= buildSearch(this.#posts);
    return this.#search;
  }

  /**
   * Changes the library file, then these posts.
   * @throws DamagedLibraryError when the file could not be read whole.
   */
  async update(change: (posts: readonly Post[]) => readonly Post[]): Promise<void> {
    const posts = await this.#file.update(change);
    this.#loading = Promise.resolve();
    this.#show(posts, []);
  }

  /** Keeps the damaged file under another name and goes on with what could be read of it. */
  async repair(): Promise<vscode.Uri> {
    const copy = await this.#file.repair(new Date());
    await this.reload();
    return vscode.Uri.parse(copy);
  }

  dispose(): void {
    this.#watcher?.dispose();
    this.#settings.dispose();
    this.#changed.dispose();
  }

  async #read(file: LibraryFile): Promise<void> {
    const started = Date.now();
    try {
      const { posts, problems } = await file.read();
      if (file !== this.#file) {
        return;
      }
      this.log.info(`Read ${posts.length} posts from ${file.uri} in ${Date.now() - started} ms.`);
      this.#show(posts, problems);
    } catch (error) {
      this.log.error(`Could not read ${file.uri}: ${error}`);
      if (file === this.#file) {
        this.#show([], [{ code: 'unreadableFile', source: file.uri, detail: String(error) }]);
      }
    }
  }

  #show(posts: readonly Post[], problems: readonly Problem[]): void {
    this.#posts = posts;
    this.#problems = problems;
    this.#search = undefined;
    this.#changed.fire();
  }

  #open(): LibraryFile {
    const uri = libraryUri(this.storage);
    this.#watcher?.dispose();
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    const onDisk = () => {
      if (this.#loading) {
        void this.reload();
      }
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(onDisk),
      watcher.onDidCreate(onDisk),
      watcher.onDidDelete(onDisk),
    );
    return new LibraryFile(uri.toString(), this.fileSystemFor(uri));
  }
}
