import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import type { Matching, SearchResult } from '../../core/search';
import type { Surroundings } from '../../core/search/plan';
import { parseQuery } from '../../core/search/query';
import type { Sources } from '../sources/sources';
import type { CitedPosts } from './citedPosts';
import type { OpenLibrary } from './openLibrary';

export type { Matching };

/** What pickers and views search with: the library's search, and what it cannot know from the posts. */
export class PostSearch {
  /** The counts that decide between equal hits: those of the last `warm`, so that rows in view keep their places. */
  #counts: ReadonlyMap<string, number> = new Map();
  #asksForCited = false;
  #matching: { readonly query: string; readonly found: Promise<Matching> } | undefined;

  constructor(
    readonly library: OpenLibrary,
    private readonly cited?: CitedPosts,
    private readonly sources?: Sources,
  ) {}

  /** The names of the sources that a post came from. */
  readonly sourcesOf = ({ sources = [] }: Post): readonly string[] =>
    sources.map(location => this.sources?.nameOf(location) ?? location);

  /** Best first; the library is read and its search built first, if need be. */
  async search(query: string, limit: number): Promise<SearchResult> {
    await this.#surroundingsFor(query);
    const search = await this.library.search();
    const result = search.search(query, { limit, ...this.#surroundings() });
    // After the first answer, which is not to wait for it.
    void this.cited?.load();
    return result;
  }

  /** All posts that match, in no order, and where; looked for once when several ask at the same time. */
  matching(query: string): Promise<Matching> {
    if (this.#matching?.query !== query) {
      const found = this.#match(query).finally(() => {
        if (this.#matching?.found === found) this.#matching = undefined;
      });
      this.#matching = { query, found };
    }
    return this.#matching.found;
  }

  /** Makes ready for the first query, and takes over the counts of citations that decide between equal hits. */
  async warm(): Promise<void> {
    this.#counts = this.cited?.counts ?? this.#counts;
    await this.library.search();
    void this.cited?.load();
  }

  /** Runs the listener when a query that was asked may have other matches, though the library did not change. */
  onDidChangeMatches(listener: () => void): vscode.Disposable {
    const changed = this.cited?.onDidChange(() => this.#asksForCited && listener());
    return changed ?? new vscode.Disposable(() => {});
  }

  async #match(query: string): Promise<Matching> {
    await this.#surroundingsFor(query);
    return (await this.library.search()).matching(query, this.#surroundings());
  }

  async #surroundingsFor(query: string): Promise<void> {
    const { filters } = parseQuery(query);
    if (filters.some(({ operator }) => operator === 'from')) await this.sources?.load();
    if (filters.some(filter => filter.operator === 'is' && filter.state === 'cited')) {
      await this.cited?.load();
      this.#asksForCited = true;
    }
  }

  #surroundings(): Surroundings {
    const counts = this.#counts;
    return {
      isCited: post => this.cited?.isCited(post) ?? false,
      citationsOf: ({ id }) => counts.get(id) ?? 0,
      sourcesOf: this.sourcesOf,
    };
  }
}
