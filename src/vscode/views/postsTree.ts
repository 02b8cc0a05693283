import * as vscode from 'vscode';
import type { Group, Grouping } from '../../core/grouping/grouping';
import type { Persons } from '../../core/persons';
import { spellingText } from '../../core/persons/spellingText';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';
import type { OpenLibrary } from '../library/openLibrary';
import { settings } from '../settings';
import { GroupedPosts } from './groupedPosts';
import { KnownRows } from './knownRows';
import { waitingRoots } from './makeRows';
import { type PostsRow, treeItem } from './postsRow';
import { readSummary, type Summary, summaryRows, writeSummary } from './postsSummary';
import { tooltip } from './postText';
import type { Filter, ShownPosts } from './shownPosts';

/** Milliseconds without another change after which the first rows are kept for the next start. */
const untilSummary = 1000;

/** From so many posts on, the roots are shown before they are grouped. */
const manyPosts = 10_000;

/** The tree of the Posts view: roots (authors, topics, …), their groups, the groups' posts. */
export class PostsTree implements vscode.TreeDataProvider<PostsRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<PostsRow[] | undefined>();
  /** Runs with the rows that show something else or have others below them; with `undefined` for the whole view. */
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #known = new KnownRows();
  readonly #grouped = new GroupedPosts();
  /** Which rows the user opened and closed, by id: VS Code forgets it of those that a filter hid. */
  readonly #open = new Map<string, boolean>();
  #shown: ShownPosts | undefined;
  #showing: Promise<unknown> | undefined;
  #refining: Promise<void> | undefined;
  #current = new AbortController();
  #summary: Promise<Summary | undefined> | undefined;
  #listed = false;
  #summaryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly library: OpenLibrary) {}

  dispose(): void {
    this.#current.abort();
    clearTimeout(this.#summaryTimer);
    this.#changed.dispose();
  }

  /**
   * Shows these posts as soon as they are grouped, those from before until then; `false` when others overtook them.
   * What a filter found has rows of its own, open from the start: what the user closed before does not hide it, and
   * is as it was afterwards.
   */
  show(posts: readonly Post[], filter?: Filter): Promise<boolean> {
    this.#current.abort();
    this.#current = new AbortController();
    const showing = this.#show(posts, filter, this.#current.signal);
    this.#showing = showing;
    return showing;
  }

  async getChildren(row?: PostsRow): Promise<PostsRow[]> {
    const rows = (!this.#shown && (await this.#fromSummary(row))) || (await this.#below(row));
    if (!this.#listed) {
      this.#listed = true;
      performance.mark('byline/firstList');
    }
    return this.#known.level(row, rows);
  }

  getParent(row: PostsRow): PostsRow | undefined {
    return row.parent;
  }

  getTreeItem(row: PostsRow): vscode.TreeItem {
    return treeItem(row, this.#shown?.matchesOf(row), this.#open.get(row.id));
  }

  /** To be told when the user opens or closes a row. */
  setExpanded(row: PostsRow, expanded: boolean): void {
    if (!this.#shown?.filter) {
      this.#open.set(row.id, expanded);
    }
  }

  resolveTreeItem(item: vscode.TreeItem, row: PostsRow): vscode.TreeItem {
    if (row.kind === 'post') {
      item.tooltip = tooltip(row.post);
    } else if (row.kind === 'group' && row.group.spellings) {
      item.tooltip = row.group.spellings.map(spelling => spellingText(spelling, vscode.l10n.t)).join('\n');
    }
    return item;
  }

  /** The first row that shows a post, to reveal it; `undefined` when the filter hides it. */
  async rowOf(id: string): Promise<PostsRow | undefined> {
    await this.#settled();
    await this.#refining; // a new post may go to another author then, and the selection with it
    return this.#shown?.rowOf(id);
  }

  /** Who is who among the authors of the library. */
  persons(): Promise<Persons> {
    return this.#ofLibrary(posts => this.#grouped.persons(posts));
  }

  /** All posts of the library by something, whatever the view shows. */
  groupsBy(by: Grouping): Promise<readonly Group[]> {
    return this.#ofLibrary(posts => this.#grouped.groupsBy(by, posts, settings().groupBy));
  }

  /** What is found out of the library's posts, again where others come meanwhile. */
  async #ofLibrary<T>(find: (posts: readonly Post[]) => Promise<T>): Promise<T> {
    for (;;) {
      const { posts } = this.library;
      try {
        return await find(posts);
      } catch (error) {
        if (posts === this.library.posts) throw error;
      }
    }
  }

  async #show(posts: readonly Post[], filter: Filter | undefined, signal: AbortSignal): Promise<boolean> {
    const all = filter ? this.library.posts : posts;
    const { groupBy } = settings();
    const draw = async (grouped: ShownPosts) => {
      const shown = filter ? await runSliced(grouped.filtered(posts, filter), { signal }) : grouped;
      signal.throwIfAborted();
      this.#draw(shown);
    };
    try {
      await draw(await this.#grouped.of(all, groupBy));
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
    this.#refining = this.#grouped
      .refined(all, groupBy, signal)
      .then(grouped => grouped && draw(grouped))
      .catch(error => {
        if (!signal.aborted) throw error;
      });
    return true;
  }

  #draw(shown: ShownPosts): void {
    const sameQuery = this.#shown?.filter?.query === shown.filter?.query;
    this.#shown = shown;
    const changed = sameQuery ? this.#known.changes(row => shown.below(row)) : this.#known.clear();
    if (changed?.length !== 0) {
      this.#changed.fire(changed);
    }
    this.#keepSummary(shown);
  }

  async #below(row: PostsRow | undefined): Promise<PostsRow[]> {
    if (!this.#shown) {
      await this.library.load();
      const roots = !row && this.library.posts.length >= manyPosts ? waitingRoots(settings().groupBy) : [];
      if (!this.#shown && roots.length) {
        return roots;
      }
      await this.#settled();
    }
    for (;;) {
      const shown = this.#shown;
      const rows = shown?.below(row) ?? [];
      if (!shown?.filter) {
        return rows;
      }
      await runSliced(shown.marking(rows));
      if (shown === this.#shown) {
        return rows;
      }
    }
  }

  /** Resolves when what was to be shown last is shown. */
  async #settled(): Promise<void> {
    for (let showing: unknown; showing !== this.#showing; ) {
      showing = this.#showing;
      await showing;
    }
  }

  /** Rows as the last window left them, while the library is still to be read. */
  async #fromSummary(row: PostsRow | undefined): Promise<PostsRow[] | undefined> {
    this.#summary ??= readSummary(this.library);
    const summary = await this.#summary;
    if (!summary || this.#shown) {
      return undefined;
    }
    setTimeout(() => void this.library.load()); // once the rows are on their way
    return summaryRows(summary, row);
  }

  #keepSummary(shown: ShownPosts): void {
    clearTimeout(this.#summaryTimer);
    if (!shown.filter && this.library.damage.length === 0) {
      this.#summaryTimer = setTimeout(() => void writeSummary(this.library, shown), untilSummary);
    }
  }
}
