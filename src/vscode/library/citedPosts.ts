import * as vscode from 'vscode';
import type { CitationIndex } from '../../core/document';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';
import { type Analysed, contentsOf } from './contentsOf';
import type { KnownLibrary } from './knownLibrary';
import { findMarkdownFiles, markdownPattern } from './markdownFiles';
import type { OpenLibrary } from './openLibrary';

/** So many files are read at once. */
const together = 32;
/** Milliseconds without another change before what changed is read. */
const quiet = 300;

/**
 * How many Markdown files of the workspace cite each post, unsaved changes included. Nothing is read before somebody
 * asks; from then on it is kept in step with the files, the open documents and the library.
 */
export class CitedPosts implements vscode.Disposable {
  #counts: ReadonlyMap<string, number> = new Map();
  #index: CitationIndex | undefined;
  /** The files that count, and the folders that they are in, by address. */
  #files = new Set<string>();
  #folders = new Set<string>();
  /** What has changed since it was last looked at. */
  readonly #stale = { list: true, posts: true, files: new Set<string>() };
  #loading: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  #listeners: readonly vscode.Disposable[] = [];
  readonly #changed = new vscode.EventEmitter<void>();
  #analysed: Analysed | undefined;

  /** The counts are other ones now. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly library: OpenLibrary,
    private readonly known: KnownLibrary,
  ) {}

  /** By id of the posts that are cited, in how many files; a new map with each change. Empty before `load`. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  isCited({ id }: Post): boolean {
    return this.#counts.has(id);
  }

  /** In how many files. */
  citationsOf({ id }: Post): number {
    return this.#counts.get(id) ?? 0;
  }

  filesCiting({ id }: Post): vscode.Uri[] {
    return (this.#index?.filesCiting(id) ?? []).map(file => vscode.Uri.parse(file));
  }

  /** The files that cite by a key, whether a post has it or not. */
  filesWithKey(key: string): vscode.Uri[] {
    return (this.#index?.filesWith(`@${key}`) ?? []).map(file => vscode.Uri.parse(file));
  }

  /** Resolves when the workspace has been read once. */
  load(): Promise<void> {
    this.#loading ??= this.#start();
    return this.#loading;
  }

  /** Lets open documents be read by what follows their edits, instead of anew after each. */
  readWith(analysed: Analysed): void {
    this.#analysed = analysed;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#listeners, this.#changed).dispose();
  }

  #start(): Promise<void> {
    const { workspace } = vscode;
    const watcher = workspace.createFileSystemWatcher(markdownPattern);
    // That a folder is gone says nothing of the files in it.
    const folders = workspace.createFileSystemWatcher('**', true, true, false);
    const list = () => this.#note(() => (this.#stale.list = true));
    const file = (uri: vscode.Uri) => {
      if (this.#files.has(uri.toString())) {
        this.#note(() => this.#stale.files.add(uri.toString()));
      }
    };
    this.#listeners = [
      watcher,
      folders,
      watcher.onDidChange(file),
      watcher.onDidCreate(uri => {
        file(uri);
        list();
      }),
      watcher.onDidDelete(list),
      folders.onDidDelete(uri => this.#folders.has(uri.toString()) && list()),
      workspace.onDidChangeWorkspaceFolders(list),
      workspace.onDidChangeConfiguration(
        event =>
          (event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude')) &&
          list(),
      ),
      workspace.onDidChangeTextDocument(({ document }) => file(document.uri)),
      workspace.onDidOpenTextDocument(document => document.isDirty && file(document.uri)),
      workspace.onDidCloseTextDocument(document => file(document.uri)),
      workspace.onDidChangeNotebookDocument(({ notebook }) => file(notebook.uri)),
      workspace.onDidCloseNotebookDocument(notebook => file(notebook.uri)),
      this.library.onDidChange(() => this.#note(() => (this.#stale.posts = true))),
    ];
    return this.#catchUp();
  }

  #note(change: () => void): void {
    change();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#catchUp(), quiet);
  }

  async #catchUp(): Promise<void> {
    this.#running ??= this.#readStale();
    try {
      await this.#running;
    } catch (error) {
      this.library.log.error(`Citations could not be counted: ${error}`);
    } finally {
      this.#running = undefined;
    }
  }

  /** Reads until nothing is stale, then says once whether a count changed. */
  async #readStale(): Promise<void> {
    const { CitationIndex } = await import('../../core/document');
    this.#index ??= await this.known.follow(known => new CitationIndex(known));
    const started = Date.now();
    let changed = false;
    let read = 0;
    while (!this.#disposed) {
      const batch = [...this.#stale.files].slice(0, together);
      if (this.#stale.list) {
        this.#stale.list = false;
        changed = (await this.#list()) || changed;
      } else if (this.#stale.posts && this.#files.size > 0) {
        this.#stale.posts = false;
        await this.known.load();
        changed = this.#index.takeChange() || changed;
      } else if (batch.length > 0) {
        for (const file of batch) this.#stale.files.delete(file);
        read += batch.length;
        changed = (await this.#read(batch)) || changed;
      } else {
        break;
      }
    }
    if (read > together) {
      this.library.log.info(`Read the citations of ${read} Markdown files in ${Date.now() - started} ms.`);
    }
    if (changed && !this.#disposed) {
      this.#counts = this.#index.counts();
      this.#changed.fire();
    }
  }

  /** Finds which files there are now. */
  async #list(): Promise<boolean> {
    const before = this.#files;
    const uris = await findMarkdownFiles(this.library.log);
    this.#files = new Set(uris.map(String));
    this.#folders = new Set(uris.flatMap(foldersOf));
    let changed = false;
    for (const file of before) {
      if (!this.#files.has(file)) changed = this.#index!.setFile(file, new Set()) || changed;
    }
    for (const file of this.#files) {
      if (!before.has(file)) this.#stale.files.add(file);
    }
    return changed;
  }

  async #read(files: readonly string[]): Promise<boolean> {
    const { findingTargets } = await import('../../core/document');
    const contents = await contentsOf(files, this.#analysed, this.library.log);
    const index = this.#index!;
    const listed = this.#files;
    return runSliced(
      (function* () {
        let changed = false;
        for (const [at, file] of files.entries()) {
          const targets = yield* findingTargets(contents[at] ?? '', file);
          changed = (listed.has(file) && index.setFile(file, targets)) || changed;
          yield;
        }
        return changed;
      })(),
    );
  }
}

/** All folders above a file, by address. */
function foldersOf(uri: vscode.Uri): string[] {
  const folders: string[] = [];
  for (let end = uri.path.lastIndexOf('/'); end > 0; end = uri.path.lastIndexOf('/', end - 1)) {
    folders.push(uri.with({ path: uri.path.slice(0, end) }).toString());
  }
  return folders;
}
