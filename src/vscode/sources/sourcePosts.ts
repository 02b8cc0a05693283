import * as vscode from 'vscode';
import type { FileSystem } from '../../core/ports';
import type { Post } from '../../core/post';
import { Sequencer } from '../../core/sequencer';
import type { Merging, Saved, SourceResult, Telling } from '../../core/sources';
import { sourceKey } from '../../core/sources/parseSources';
import type { ToldEntry } from '../../core/sources/reading';
import type { Source } from '../../core/sources/source';
import { sourceId } from '../../core/sources/sourceId';
import { newState } from '../../core/sources/state';
import { Cache } from '../library/cache';
import type { CitedPosts } from '../library/citedPosts';
import type { OpenLibrary } from '../library/openLibrary';
import { changeRemovals, removedPosts } from '../library/removals';
import { SourceMemories } from './sourceMemories';

/**
 * Brings what sources tell into the library and takes it out again, one after the other in all windows. What is known
 * of the sources goes along. All that changes the library throws where that can't be.
 */
export class SourcePosts {
  #memories: SourceMemories;
  readonly #sequencer = new Sequencer();
  /** By `sourceKey`: what of them is still being read is not wanted any more. */
  readonly #forgotten = new Set<string>();

  /** @param listed the sources of the settings. */
  constructor(
    private readonly library: OpenLibrary,
    private readonly cited: CitedPosts,
    private readonly files: FileSystem,
    private readonly listed: () => readonly Source[],
  ) {
    this.#memories = this.#open();
  }

  get memories(): SourceMemories {
    return this.#memories;
  }

  /** Follows the library to another file. */
  reopen(): void {
    this.#memories = this.#open();
  }

  /** Takes over what other windows have learned. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {});
  }

  /** To be told that these are wanted though they were forgotten once. */
  welcome(sources: readonly Source[]): void {
    for (const source of sources) this.#forgotten.delete(sourceKey(source));
  }

  save(read: readonly SourceResult[]): Promise<Saved> {
    return this.#inTurn(async memories => {
      const results = read.filter(({ source }) => !this.#forgotten.has(sourceKey(source)));
      const sources = results.map(({ source }) => source);
      const told = await this.#told(memories, results, sources);
      const { merging } = await import('../../core/sources');
      const isHeld = results.some(({ reading }) => reading?.isComplete) ? await this.#isHeld() : () => true;
      const isNew = (await this.library.stamp()) === undefined;
      const isNews = isNew || results.some(({ reading }) => reading);
      const removed = isNews ? await removedPosts(this.library) : [];
      const merged = isNews
        ? await this.#change(posts => merging(posts, told, { isHeld, isNew, removed }))
        : undefined;
      await memories.keep(
        results.map(({ source, state }) => [source, state]),
        this.#entries(merged, sources),
      );
      const { added = [], changed = [], gone = [] } = merged ?? {};
      return { added: added.length, changed: changed.length, gone: gone.length };
    });
  }

  /** Takes the posts of sources out of the library, or keeps them as if the user had added them. */
  async forget(sources: readonly Source[], keepPosts: boolean): Promise<void> {
    for (const source of sources) this.#forgotten.add(sourceKey(source));
    try {
      await this.#inTurn(async memories => {
        const told = await this.#told(memories, [], sources);
        const isHeld = await this.#isHeld();
        const { withoutSource } = await import('../../core/sources');
        const merged = await this.#change(function* (posts) {
          let left = told;
          let merged: Merging = { posts, entries: new Map(), added: [], changed: [], gone: [] };
          for (const location of sources.map(sourceId)) {
            const next = yield* withoutSource(merged.posts, left, location, { isHeld, keepPosts });
            left = left.map(each => ({ ...each, before: next.entries.get(each.location) ?? each.before }));
            merged = { ...next, entries: new Map([...merged.entries, ...next.entries]) };
          }
          return merged;
        });
        await memories.keep([], this.#entries(merged, sources));
        await memories.forget(sources);
        const forgotten = new Set(sources.map(sourceId));
        await changeRemovals(this.library, posts => forgetting(posts, forgotten));
      });
    } catch (error) {
      this.welcome(sources);
      throw error;
    }
  }

  /** A source is at another place from now on, with the posts that it has told until now. */
  move(source: Source, moved: Source): Promise<void> {
    return this.#inTurn(async memories => {
      const { title, count } = memories.state(source);
      const entries = await memories.entries(source);
      await this.library.update(posts => renaming(posts, sourceId(source), sourceId(moved)));
      const state = {
        ...newState,
        ...(title !== undefined && { title }),
        ...(count !== undefined && { count }),
      };
      await memories.keep([[moved, state]], entries ? [[moved, entries]] : []);
      // Another scheme or a slash more makes no other key.
      if (sourceKey(source) !== sourceKey(moved)) await memories.forget([source]);
      await changeRemovals(this.library, posts => renaming(posts, sourceId(source), sourceId(moved)));
    });
  }

  #open(): SourceMemories {
    // Apart from what spares work only, of which the libraries that were used last have some.
    const files = new Cache(vscode.Uri.joinPath(this.library.storage, 'sources'));
    return new SourceMemories(files, this.library.uri);
  }

  #inTurn<T>(work: (memories: SourceMemories) => Promise<T>): Promise<T> {
    return this.#sequencer.queue(() => {
      const memories = this.#memories;
      return this.files.withLock(memories.uri.toString(), async () => {
        await memories.reload();
        return work(memories);
      });
    });
  }

  /** What all sources told last, those of the settings and others, and those that were read tell now. */
  async #told(
    memories: SourceMemories,
    results: readonly SourceResult[],
    others: readonly Source[],
  ): Promise<Telling[]> {
    const read = new Map(results.map(({ source, reading }) => [sourceId(source), reading]));
    const told: Telling[] = [];
    for (const [location, source] of this.#sources(others)) {
      told.push({ location, before: await memories.entries(source), reading: read.get(location) });
    }
    return told;
  }

  #entries(
    merged: Merging | undefined,
    others: readonly Source[],
  ): (readonly [Source, readonly ToldEntry[]])[] {
    const sources = this.#sources(others);
    return [...(merged?.entries ?? [])].flatMap(([location, entries]) => {
      const source = sources.get(location);
      return source ? [[source, entries] as const] : [];
    });
  }

  /** By `sourceId`. */
  #sources(others: readonly Source[]): Map<string, Source> {
    return new Map([...this.listed(), ...others].map(source => [sourceId(source), source]));
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
}

function* renaming(posts: readonly Post[], from: string, to: string): Generator<void, readonly Post[]> {
  const renamed: Post[] = [];
  for (const [at, post] of posts.entries()) {
    if (at % 64 === 0) yield;
    const { sources } = post;
    const next = new Set(sources?.map(location => (location === from ? to : location)));
    renamed.push(sources?.includes(from) ? { ...post, sources: [...next] } : post);
  }
  return renamed;
}

/** Without the posts that only these sources told. */
function* forgetting(
  posts: readonly Post[],
  locations: ReadonlySet<string>,
): Generator<void, readonly Post[]> {
  const left: Post[] = [];
  for (const [at, post] of posts.entries()) {
    if (at % 64 === 0) yield;
    if (!post.sources?.every(location => locations.has(location))) left.push(post);
  }
  return left;
}
