import * as vscode from 'vscode';
import { sourceKey } from '../../core/sources/parseSources';
import { isRemote, type Source } from '../../core/sources/source';
import { watchFile } from '../library/watchFile';
import { mayChangePosts } from './mayChangePosts';

/** In ms without another change: a checkout changes many files at once; and the longest that changes can hold it up. */
const quiet = 1000;
const longest = 10_000;

/** Watches folders and files of sources, and tells which changed some time after the last change. */
export class SourceWatchers implements vscode.Disposable {
  /** By what is watched. */
  #watchers = new Map<string, vscode.Disposable>();
  /** By `sourceKey`. */
  #changed = new Set<string>();
  #firstChange = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param onChange is told of sources by their `sourceKey`.
   * @param isOwn whether a file is written by Byline itself.
   */
  constructor(
    private readonly onChange: (changed: ReadonlySet<string>) => void,
    private readonly isOwn: (uri: vscode.Uri) => boolean = () => false,
  ) {}

  /** Watches these and no others; those that are watched already go on to be. */
  watch(sources: readonly Source[], uriOf: (location: string) => string | undefined): void {
    const before = this.#watchers;
    this.#watchers = new Map();
    for (const source of sources) {
      const uri = isRemote(source) ? undefined : uriOf(source.location);
      if (uri === undefined) continue;
      const key = sourceKey(source);
      const name = `${key} ${uri}`;
      const watcher =
        before.get(name) ??
        watch(source, vscode.Uri.parse(uri), changed => {
          if (!this.isOwn(changed)) this.#note(key);
        });
      before.delete(name);
      this.#watchers.set(name, watcher);
    }
    for (const watcher of before.values()) watcher.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.dispose();
  }

  #note(key: string): void {
    const now = Date.now();
    if (this.#changed.size === 0) this.#firstChange = now;
    this.#changed.add(key);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        const changed = this.#changed;
        this.#changed = new Set();
        this.onChange(changed);
      },
      Math.max(0, Math.min(quiet, this.#firstChange + longest - now)),
    );
  }
}

function watch(
  { kind }: Source,
  uri: vscode.Uri,
  onChange: (changed: vscode.Uri) => void,
): vscode.Disposable {
  if (kind !== 'folder') return watchFile(uri, () => onChange(uri));
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(uri, '**'));
  const note = (changed: vscode.Uri) => {
    if (mayChangePosts(changed.path.slice(uri.path.length))) onChange(changed);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(note),
    watcher.onDidCreate(note),
    watcher.onDidDelete(note),
  );
}
