import * as vscode from 'vscode';
import { newState } from '../../core/sources/state';
import type { Host } from '../host';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { sourceName } from './knownSource';
import { hasListed } from './placesInUse';
import type { ShownSources } from './shownSources';

/** The sources of this window, opened when somebody needs them, or posts are asked for and any are listed. */
export class Sources implements vscode.Disposable {
  #opening: Promise<ShownSources> | undefined;
  #opened: ShownSources | undefined;
  #isDisposed = false;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #own: vscode.Disposable;

  /** They were opened, came or went, or something else is known of them. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly host: Host,
    private readonly library: OpenLibrary,
    private readonly cited: CitedPosts,
  ) {
    const look = () => {
      if (this.#opening) return;
      this.#changed.fire();
      this.#openListed();
    };
    this.#own = vscode.Disposable.from(
      this.#changed,
      library.onDidChange(() => this.#openListed()),
      vscode.workspace.onDidGrantWorkspaceTrust(look),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('byline.sources') || event.affectsConfiguration('byline.libraryFile'))
          look();
      }),
    );
  }

  /** `undefined` until they are. */
  get opened(): ShownSources | undefined {
    return this.#opened;
  }

  open(): Promise<ShownSources> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Resolves when the names of those that are listed are known; reads none. */
  async load(): Promise<void> {
    if (hasListed()) await (await this.open()).sources.load();
  }

  /** The name of the source that posts name by this id, see `sourceId`; of one that is not listed, its address. */
  nameOf(id: string): string {
    return this.#opened?.sources.nameOf(id) ?? sourceName({ source: { location: id }, state: newState });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#opened?.dispose();
    this.#own.dispose();
  }

  async #open(): Promise<ShownSources> {
    const { openShownSources } = await import('./shownSources');
    const opened = openShownSources(this.host, this.library, this.cited);
    this.#opened = opened;
    if (this.#isDisposed) opened.dispose();
    else opened.sources.onDidChange(() => this.#changed.fire());
    return opened;
  }

  #openListed(): void {
    if (!this.#opening && this.library.isLoaded && hasListed()) void this.open();
  }
}
