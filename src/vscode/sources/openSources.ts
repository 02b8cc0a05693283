import * as vscode from 'vscode';
import type { FileSystem } from '../../core/ports';
import type { Post } from '../../core/post';
import { problemLine } from '../../core/problemText';
import type { Merging, RefreshPorts, RefreshSummary, Saved, SourceResult, Telling } from '../../core/sources';
import { sourceKey } from '../../core/sources/parseSources';
import type { ToldEntry } from '../../core/sources/reading';
import { dueAt } from '../../core/sources/schedule';
import { isRemote, type Source } from '../../core/sources/source';
import { newState } from '../../core/sources/state';
import type { Host } from '../host';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { pathUri, settings } from '../settings';
import { type KnownSource, sourceName } from './knownSource';
import { listedSources } from './listedSources';
import { SourceMemories } from './sourceMemories';
import { watchSources } from './watchSources';

/** In ms: after the posts were first asked for, and between two looks at what is due. */
const warmUp = 5000;
const pace = 60_000;
/** In ms: a source that was just listed is read at once, unless the command that listed it does so. */
const soon = 2000;
const longest = 3_600_000;

/** The sources of this window: those of the settings with what is known of them, refreshed when they are due. */
export class OpenSources implements vscode.Disposable {
  readonly ports: RefreshPorts;
  #known: readonly KnownSource[] = [];
  #byLocation: ReadonlyMap<string, KnownSource> = new Map();
  #memories: SourceMemories;
  /** By `sourceKey`, how many refreshes have the source yet to read. */
  readonly #refreshing = new Map<string, number>();
  readonly #running = new Set<AbortController>();
  #saving: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStarted = false;
  #listing: Promise<void> | undefined;
  #watchers: vscode.Disposable | undefined;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #own: vscode.Disposable;

  /** Sources came or went, or something else is known of them. */
  readonly onDidChange = this.#changed.event;

  constructor(
    host: Host,
    private readonly library: OpenLibrary,
    private readonly cited: CitedPosts,
  ) {
    this.#memories = new SourceMemories(library.cache, library.uri);
    const parser = host.createParser();
    this.ports = {
      http: host.createHttpClient(() => settings().allowedHosts),
      files: filesOf(host),
      parser,
      uriOf: path => pathUri(path, host.home)?.toString(),
      now: Date.now,
      random: Math.random,
      stateOf: source => this.#memories.state(source),
      entriesOf: source => this.#memories.entries(source),
      save: results => this.save(results),
    };
    this.#own = vscode.Disposable.from(
      this.#changed,
      { dispose: () => parser.dispose?.() },
      library.onDidChange(() => this.#start()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.#list()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('byline.sources')) void this.#list();
        if (event.affectsConfiguration('byline.refreshInterval')) this.#plan();
        if (event.affectsConfiguration('byline.libraryFile')) {
          this.#memories = new SourceMemories(library.cache, library.uri);
          void this.#list();
        }
      }),
    );
  }

  /** In the order of the settings; empty before the first `list`. */
  get known(): readonly KnownSource[] {
    return this.#known;
  }

  /** What the source is called that has this location; one that is not listed by that. */
  nameOf(location: string): string {
    return sourceName(this.#byLocation.get(location) ?? { source: { location }, state: newState });
  }

  get isRefreshing(): boolean {
    return this.#refreshing.size > 0;
  }

  /** Resolves when `known` is what the settings say; reads no source. */
  load(): Promise<void> {
    this.#listing ??= this.#list();
    return this.#listing;
  }

  /**
   * Reads sources, by hand or because they are due, and brings what is new into the library.
   * @throws where the library can't be changed.
   */
  async refresh(sources: readonly Source[], isByHand: boolean): Promise<RefreshSummary> {
    const controller = new AbortController();
    this.#running.add(controller);
    this.#count(sources, 1);
    const left = new Set(sources);
    const { refresh } = await import('../../core/sources');
    try {
      this.#memories.reload();
      await this.#show();
      const options = {
        interval: settings().refreshInterval,
        isByHand,
        onResult: (result: SourceResult) => {
          this.#log(result);
          left.delete(result.source);
          this.#count([result.source], -1);
          void this.#show();
        },
      };
      return await refresh(sources, this.ports, options, controller.signal);
    } finally {
      this.#running.delete(controller);
      this.#count([...left], -1);
      await this.#show();
      this.#plan();
    }
  }

  /** Stops all refreshes; what was read until now stays. */
  stop(): void {
    for (const controller of this.#running) controller.abort();
  }

  /** Brings what was read into the library, then keeps what is known of the sources. */
  save(results: readonly SourceResult[]): Promise<Saved> {
    return this.#inTurn(async () => {
      const told = await this.#told(results);
      const { merging } = await import('../../core/sources');
      const mayDrop = results.some(({ reading }) => reading?.isComplete);
      const isHeld = mayDrop ? await this.#isHeld() : () => true;
      const isNews = results.some(({ reading }) => reading) || this.library.posts.length === 0;
      const merged = isNews ? await this.#change(posts => merging(posts, told, { isHeld })) : undefined;
      const news = new Map(results.map(({ source, state }) => [source.location, { source, state }]));
      const others = this.#known.filter(({ source }) => !news.has(source.location));
      await this.#memories.keep(
        [...news.values(), ...others].map(known => ({
          ...known,
          entries: merged?.entries.get(known.source.location),
        })),
      );
      await this.#show();
      const { added = [], changed = [], gone = [] } = merged ?? {};
      return { added: added.length, changed: changed.length, gone: gone.length };
    });
  }

  /** Takes a source's posts out of the library, or keeps them as if the user had added them. */
  forget(source: Source, keepPosts: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const told = await this.#told([]);
      const { withoutSource } = await import('../../core/sources');
      const isHeld = await this.#isHeld();
      const { location } = source;
      const { entries } = await this.#change(posts =>
        withoutSource(posts, told, location, { isHeld, keepPosts }),
      );
      await this.#memories.keep(
        this.#known.map(known => ({ ...known, entries: entries.get(known.source.location) })),
      );
      await this.#memories.forget(source);
    });
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.#timer);
    this.#watchers?.dispose();
    this.#own.dispose();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#saving.then(work).finally(() => {
      if (this.#running.size === 0) this.#memories.release();
    });
    this.#saving = done.catch(() => {});
    return done;
  }

  /** What all sources told last, and those that were read tell now. */
  async #told(results: readonly SourceResult[]): Promise<Telling[]> {
    const read = new Map(results.map(({ source, reading }) => [source.location, reading]));
    const sources = new Map([...this.#known, ...results].map(({ source }) => [source.location, source]));
    const told: Telling[] = [];
    for (const [location, source] of sources) {
      const before: readonly ToldEntry[] = (await this.#memories.entries(source)) ?? [];
      told.push({ location, before, reading: read.get(location) });
    }
    return told;
  }

  async #change(merge: (posts: readonly Post[]) => Generator<void, Merging>): Promise<Merging> {
    let merged: Merging | undefined;
    await this.library.update(function* (posts) {
      merged = yield* merge(posts);
      return merged.posts;
    });
    return merged!;
  }

  /** A post that a document cites stays. */
  async #isHeld(): Promise<(post: Post) => boolean> {
    await this.cited.load();
    return post => this.cited.isCited(post);
  }

  async #list(): Promise<void> {
    const { sources, problems } = listedSources();
    for (const problem of problems) this.library.log.warn(problemLine(problem));
    await this.#show(sources);
    this.#watchers?.dispose();
    this.#watchers = this.#isStarted
      ? watchSources(sources, this.ports.uriOf, changed => void this.refresh(changed, true))
      : undefined;
    this.#plan(soon);
  }

  async #show(sources: readonly Source[] = this.#known.map(({ source }) => source)): Promise<void> {
    this.#known = await Promise.all(
      sources.map(async source => ({
        source,
        state: await this.#memories.state(source),
        isRefreshing: this.#refreshing.has(sourceKey(source)),
      })),
    );
    this.#byLocation = new Map(this.#known.map(known => [known.source.location, known]));
    this.#changed.fire();
  }

  #count(sources: readonly Source[], by: 1 | -1): void {
    for (const source of sources) {
      const key = sourceKey(source);
      const left = (this.#refreshing.get(key) ?? 0) + by;
      if (left > 0) this.#refreshing.set(key, left);
      else this.#refreshing.delete(key);
    }
  }

  /** Nothing is read of itself before the user has asked for posts. */
  #start(): void {
    if (this.#isStarted || !this.library.isLoaded) return;
    this.#isStarted = true;
    this.#timer = setTimeout(async () => {
      await this.#list();
      await this.#refreshDue();
    }, warmUp);
  }

  /**
   * Looks again when the next source is due; a computer that slept meanwhile is late, so it looks now and then.
   * @param least milliseconds to wait in any case.
   */
  #plan(least = pace): void {
    if (!this.#isStarted) return;
    clearTimeout(this.#timer);
    const { refreshInterval } = settings();
    const due = this.#known.flatMap(({ source, state }) =>
      isRemote(source) ? (dueAt(state, refreshInterval) ?? []) : state.checked === undefined ? 0 : [],
    );
    const wait = Math.min(longest, Math.max(least, Math.min(...due) - Date.now()));
    this.#timer = setTimeout(() => void this.#refreshDue(), wait);
  }

  async #refreshDue(): Promise<void> {
    try {
      await this.refresh(
        this.#known.flatMap(({ source, isRefreshing }) => (isRefreshing ? [] : source)),
        false,
      );
    } catch (error) {
      // The Posts view says what is wrong with the library; anything else is tried again.
      this.library.log.error(`Sources could not be refreshed: ${error}`);
    }
  }

  #log({ source, outcome, state, reading }: SourceResult): void {
    const count = reading ? `, ${reading.entries.length} posts` : '';
    if (state.failure) this.library.log.warn(problemLine(state.failure));
    else this.library.log.info(`${source.location}: ${outcome}${count}.`);
  }
}

function filesOf({ fileSystemFor }: Host): FileSystem {
  const of = (uri: string) => fileSystemFor(vscode.Uri.parse(uri));
  return {
    read: uri => of(uri).read(uri),
    write: (uri, bytes) => of(uri).write(uri, bytes),
    stamp: uri => of(uri).stamp(uri),
    list: uri => of(uri).list(uri),
    withLock: (uri, body) => of(uri).withLock(uri, body),
  };
}
