import * as vscode from 'vscode';
import type { Post, PostRecord } from '../../core/post';
import { problemLine } from '../../core/problemText';
import type { RefreshPorts, RefreshSummary, Saved, SourceResult } from '../../core/sources';
import { sourceKey } from '../../core/sources/parseSources';
import { resultLine } from '../../core/sources/resultLine';
import type { Source } from '../../core/sources/source';
import { newState } from '../../core/sources/state';
import { filesOf, type Host } from '../host';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { pathUri, settings } from '../settings';
import { type KnownSource, knownSources, sourceName } from './knownSource';
import { type ListedProblem, type ListedSources, listedSources } from './listedSources';
import { RefreshTimer } from './refreshTimer';
import { SourcePosts } from './sourcePosts';
import { SourceWatchers } from './watchSources';

/** In ms, for which changes are gathered before they are told. */
const gather = 100;

/** The reason of a refresh that the user stopped. */
const enough = new Error('stopped');

/** The sources of this window: those of the settings with what is known of them, refreshed when they are due. */
export class OpenSources implements vscode.Disposable {
  /** Each refresh saves in a way of its own. */
  readonly ports: Omit<RefreshPorts, 'save'>;
  readonly #posts: SourcePosts;
  #listed: ListedSources = { sources: [], problems: [] };
  /** Made when it is asked for. */
  #known: ReadonlyMap<string, KnownSource> | undefined;
  #loading: Promise<void> | undefined;
  /** By `sourceKey`, how many refreshes have the source yet to read. */
  readonly #refreshing = new Map<string, number>();
  readonly #running = new Set<AbortController>();
  readonly #watchers: SourceWatchers;
  readonly #timer = new RefreshTimer(
    () => this.known,
    () => void this.#refreshDue(),
  );
  #telling: ReturnType<typeof setTimeout> | undefined;
  #isStarted = false;
  #isDisposed = false;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #own: vscode.Disposable;

  /** Sources came or went, or something else is known of them. */
  readonly onDidChange = this.#changed.event;

  constructor(
    host: Host,
    private readonly library: OpenLibrary,
    cited: CitedPosts,
  ) {
    const files = filesOf(host);
    const parser = host.createParser();
    this.#posts = new SourcePosts(library, cited, files, () => this.#sources);
    this.ports = {
      http: host.createHttpClient(() => settings().allowedHosts),
      files,
      parser,
      uriOf: path => pathUri(path, host.home)?.toString(),
      workspaceOf: uri => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))?.uri.toString(),
      now: Date.now,
      random: Math.random,
      stateOf: async source => this.#posts.memories.state(source),
      entriesOf: source => this.#posts.memories.entries(source),
    };
    this.#watchers = new SourceWatchers(
      changed => void this.#reread(changed),
      uri => uri.toString() === library.uri.toString(),
    );
    this.#own = vscode.Disposable.from(
      this.#changed,
      this.#watchers,
      { dispose: () => parser.dispose?.() },
      library.onDidChange(() => this.#start()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#relist()),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('byline.sources')) this.#relist();
        if (event.affectsConfiguration('byline.refreshInterval')) this.#timer.plan();
        if (event.affectsConfiguration('byline.libraryFile')) void this.#reopen();
      }),
    );
    this.#start();
  }

  /** In the order of the settings, then the feeds of outlines; empty before `load`. */
  get known(): readonly KnownSource[] {
    return [...this.#byId.values()];
  }

  /** What of the settings makes no sense. */
  get problems(): readonly ListedProblem[] {
    return this.#listed.problems;
  }

  /** The name of the source that posts name by this id, see `sourceId`; of one that is not listed, its address. */
  nameOf(id: string): string {
    return sourceName(this.#byId.get(id) ?? { source: { location: id }, state: newState });
  }

  get isRefreshing(): boolean {
    return this.#refreshing.size > 0;
  }

  /** What each source of a post told of it last, by `sourceId`; without those whose entries are lost. */
  async toldOf(post: Post): Promise<ReadonlyMap<string, readonly PostRecord[]>> {
    await this.load();
    const told = new Map<string, readonly PostRecord[]>();
    for (const location of post.sources ?? []) {
      const source = this.#byId.get(location)?.source;
      const entries = source && (await this.#posts.memories.entries(source));
      const own = entries?.filter(entry => entry.post === post.id);
      if (own?.length)
        told.set(
          location,
          own.map(({ record }) => record),
        );
    }
    if (this.#running.size === 0) this.#posts.memories.release();
    return told;
  }

  /** Resolves when `known` is what the settings say, and what is known of the sources has been read once; reads no source. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /**
   * Reads sources, by hand or because they are due, and brings what is new into the library.
   * @param own `onResult` is told of each source that was read; `signal` stops this refresh alone.
   * @throws where the library can't be changed.
   */
  async refresh(
    sources: readonly Source[],
    isByHand: boolean,
    own: { readonly signal?: AbortSignal; readonly onResult?: () => void } = {},
  ): Promise<RefreshSummary> {
    const controller = new AbortController();
    const left = new Set(sources);
    this.#running.add(controller);
    own.signal?.addEventListener('abort', () => controller.abort(enough));
    if (own.signal?.aborted) controller.abort(enough);
    this.#posts.welcome(sources);
    this.#count(sources, 1);
    const known = this.#sources;
    try {
      const { refresh } = await import('../../core/sources');
      await this.#posts.reload();
      const onResult = (result: SourceResult) => {
        this.#log(result);
        own.onResult?.();
      };
      const options = { interval: settings().refreshInterval, isByHand, onResult };
      const save = async (results: readonly SourceResult[]) => {
        const saved = await this.#posts.save(results);
        // Those of a refresh that was stopped meanwhile are counted off already.
        const read = results.map(({ source }) => source).filter(source => left.delete(source));
        this.#count(read, -1);
        return saved;
      };
      const summary = await refresh(sources, { ...this.ports, save }, options, controller.signal);
      if (!summary.isCancelled) this.#readNew(known, isByHand);
      return summary;
    } finally {
      this.#running.delete(controller);
      const unread = new Set([...left].map(sourceKey));
      const isLeft = this.#sources.some(source => unread.has(sourceKey(source)));
      this.#count([...left], -1);
      left.clear();
      if (this.#running.size === 0) this.#posts.memories.release();
      if (controller.signal.reason === enough && isLeft) this.#timer.rest();
      else this.#timer.plan();
    }
  }

  /** Brings in what was read already. @throws where the library can't be changed. */
  async save(result: SourceResult): Promise<Saved> {
    const known = this.#sources;
    this.#log(result);
    this.#posts.welcome([result.source]);
    const saved = await this.#noting([result.source], this.#posts.save([result]));
    this.#readNew(known, true);
    return saved;
  }

  /** See `SourcePosts.forget`. */
  forget(sources: readonly Source[], keepPosts: boolean): Promise<void> {
    return this.#noting([], this.#posts.forget(sources, keepPosts));
  }

  /** See `SourcePosts.move`. */
  move(source: Source, moved: Source): Promise<void> {
    return this.#noting([moved], this.#posts.move(source, moved));
  }

  /** Stops all refreshes; what was saved until now stays. */
  stop(): void {
    this.#abort(enough);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#abort();
    this.#timer.dispose();
    clearTimeout(this.#telling);
    this.#own.dispose();
  }

  /** Those that are listed and those that outlines among them stand for. */
  get #sources(): readonly Source[] {
    return this.known.map(({ source }) => source);
  }

  get #byId(): ReadonlyMap<string, KnownSource> {
    this.#known ??= knownSources(
      this.#listed.sources,
      source => this.#posts.memories.state(source),
      source => this.#refreshing.has(sourceKey(source)),
    );
    return this.#known;
  }

  async #load(): Promise<void> {
    this.#relist();
    await this.#posts.memories.reload();
    this.#note();
  }

  #relist(): void {
    const before = new Set(this.#listed.sources.map(sourceKey));
    this.#listed = listedSources();
    this.#posts.welcome(this.#listed.sources.filter(source => !before.has(sourceKey(source))));
    for (const { problem } of this.#listed.problems) this.library.log.warn(problemLine(problem));
    if (this.#isStarted) this.#watchers.watch(this.#listed.sources, this.ports.uriOf);
    this.#note();
    this.#timer.planSoon();
  }

  /** What is being read belongs to the library before. */
  async #reopen(): Promise<void> {
    this.#abort();
    this.#posts.reopen();
    await this.#posts.memories.reload();
    this.#note();
    this.#timer.restart();
  }

  #abort(reason?: Error): void {
    for (const controller of this.#running) controller.abort(reason);
  }

  /** Something is known anew. */
  #note(): void {
    this.#known = undefined;
    if (this.#isDisposed) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#known = undefined;
      this.#changed.fire();
    }, gather);
  }

  /** @param sources count as being read until the work ends. */
  async #noting<T>(sources: readonly Source[], work: Promise<T>): Promise<T> {
    this.#count(sources, 1);
    try {
      return await work;
    } finally {
      this.#count(sources, -1);
      if (this.#running.size === 0) this.#posts.memories.release();
      this.#note();
    }
  }

  #count(sources: readonly Source[], by: 1 | -1): void {
    for (const source of sources) {
      const key = sourceKey(source);
      const left = (this.#refreshing.get(key) ?? 0) + by;
      if (left > 0) this.#refreshing.set(key, left);
      else this.#refreshing.delete(key);
      if (by < 0) this.#timer.noteRead(source);
    }
    this.#note();
  }

  /** Nothing is read unasked before the user has asked for posts. */
  #start(): void {
    if (this.#isStarted || !this.library.isLoaded) return;
    this.#isStarted = true;
    void this.load().then(() => {
      if (this.#isDisposed) return;
      this.#watchers.watch(this.#listed.sources, this.ports.uriOf);
      this.#timer.start();
    });
  }

  async #refreshDue(): Promise<void> {
    const due = this.#timer.due();
    // What could not be saved would be asked for again and again.
    if (due.length === 0 || this.library.damage.length > 0) this.#timer.plan();
    else await this.#refreshQuietly(due);
  }

  /** Reads what has changed; a reading that runs may have begun before it did. */
  async #reread(changed: ReadonlySet<string>): Promise<void> {
    while ([...changed].some(key => this.#refreshing.has(key))) {
      await new Promise(resolve => setTimeout(resolve, gather));
    }
    if (this.#isDisposed || this.library.damage.length > 0) return;
    await this.#refreshQuietly(this.#listed.sources.filter(source => changed.has(sourceKey(source))));
  }

  /** Reads the feeds that outlines name now and did not before. */
  #readNew(before: readonly Source[], isByHand: boolean): void {
    const known = new Set(before.map(sourceKey));
    const fresh = this.known.flatMap(({ source, outline }) =>
      outline && !known.has(sourceKey(source)) ? source : [],
    );
    if (fresh.length > 0) void this.#refreshQuietly(fresh, isByHand);
  }

  async #refreshQuietly(sources: readonly Source[], isByHand = false): Promise<void> {
    try {
      await this.refresh(sources, isByHand);
    } catch (error) {
      this.library.log.error(`Sources could not be refreshed: ${error}`);
      this.#timer.planLate();
    }
  }

  #log(result: SourceResult): void {
    const line = resultLine(result);
    if (result.state.failure) this.library.log.warn(line);
    else this.library.log.info(line);
  }
}
