import * as vscode from 'vscode';
import type { Related } from '../../core/grouping/related';
import type { Post } from '../../core/post';
import { sameValue } from '../../core/sameValue';
import { runSliced } from '../../core/sliced';
import type { CitedPosts } from '../library/citedPosts';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import { setContext } from '../setContext';
import type { Sources } from '../sources/sources';
import type { DetailsRow } from './detailsRow';
import type { PostsView } from './postsView';
import { titleText } from './postText';

/** What the details are made from. */
export interface DetailsContext {
  readonly library: OpenLibrary;
  readonly cited: CitedPosts;
  readonly known: KnownLibrary;
  readonly sources: Sources;
  /** Whose groups say what is related. */
  readonly view: Pick<PostsView, 'groupsBy'>;
}

/** Posts that one can go back to. */
const mostBefore = 50;

/** The small view below Posts: what is known of the selected post. What makes its rows is loaded at first use. */
export class DetailsView implements vscode.TreeDataProvider<DetailsRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = vscode.window.createTreeView<DetailsRow>('byline.details', { treeDataProvider: this });
  readonly #own: vscode.Disposable;
  #post: Post | undefined;
  #related: { readonly post: Post; readonly found: readonly Related[] } | undefined;
  /** Whether other posts may be related by now. */
  #isStale = false;
  /** Ids of the posts from which one came here by a related one. */
  #before: string[] = [];

  constructor(private readonly context: DetailsContext) {
    const { library, cited, sources } = context;
    this.#own = vscode.Disposable.from(
      library.onDidChange(() => {
        this.#isStale = true;
        this.#draw(this.#post && (library.post(this.#post.id) ?? this.#renamed(this.#post)));
      }),
      cited.onDidChange(() => this.#changed.fire()),
      sources.onDidChange(() => this.#post?.sources && this.#changed.fire()),
      this.#view.onDidChangeVisibility(() => this.#findRelated()),
      vscode.commands.registerCommand('byline.showDetails', (chosen?: { readonly id?: string }) => {
        const post = chosen?.id === undefined ? undefined : library.post(chosen.id);
        return post && this.#goTo(post);
      }),
      vscode.commands.registerCommand('byline.showDetailsBefore', () => this.#goBack()),
    );
  }

  /** The post whose facts are shown. */
  get post(): Post | undefined {
    return this.#post;
  }

  /** The row that commands are about which are called on none. */
  get selected(): DetailsRow | undefined {
    return this.#view.selection[0];
  }

  /** Shows a post that somebody chose elsewhere. */
  show(post: Post | undefined): void {
    this.#setBefore([]);
    this.#draw(post);
  }

  /** Puts the focus on a fact, or at the top, once it shows what is known by now. */
  async focus(id?: string): Promise<void> {
    const rows = await this.getChildren();
    const row = rows.find(row => row.id === id) ?? rows[0];
    if (row) await this.#view.reveal(row, { select: true, focus: true });
  }

  async getChildren(row?: DetailsRow): Promise<DetailsRow[]> {
    const post = this.#post;
    if (!post) return [];
    const { detailsRows, rowsBelow } = await import('./detailsBelow');
    const related = this.#related?.post === post ? this.#related.found : [];
    const parts = { ...this.context, related };
    return row ? rowsBelow(row, parts) : detailsRows(post, parts);
  }

  getParent(row: DetailsRow): DetailsRow | undefined {
    return row.parent;
  }

  async getTreeItem(row: DetailsRow): Promise<vscode.TreeItem> {
    return (await import('./detailsBelow')).detailsItem(row);
  }

  dispose(): void {
    this.#own.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #draw(post: Post | undefined): void {
    this.#post = post;
    this.#view.description = post ? titleText(post) : '';
    setContext('byline.hasDetails', post !== undefined);
    setContext('byline.detailsHaveAddress', post?.url !== undefined);
    this.#changed.fire();
    this.#findRelated();
    if (post) void this.context.cited.load();
  }

  /** The same post by another key. */
  #renamed(post: Post): Post | undefined {
    const { posts } = this.context.library;
    return posts.find(other => other.title === post.title && sameValue({ ...other, id: post.id }, post));
  }

  /** After the facts, which are not to wait for it; others may be shown meanwhile. */
  #findRelated(): void {
    const post = this.#post;
    if (!post || !this.#view.visible || (this.#related?.post === post && !this.#isStale)) return;
    this.#isStale = false;
    void this.#relatedTo(post)
      .then(found => {
        if (post !== this.#post) return;
        const had = this.#related?.post === post ? this.#related.found : [];
        this.#related = { post, found };
        if (found.length + had.length > 0) this.#changed.fire();
      })
      .catch(error => this.context.library.log.error(`Related posts could not be found: ${error}`));
  }

  async #relatedTo(post: Post): Promise<readonly Related[]> {
    const { library, view } = this.context;
    const [authors, topics] = [await view.groupsBy('author'), await view.groupsBy('topic')];
    const { relating } = await import('./detailsBelow');
    return post === this.#post
      ? runSliced(relating(post, { authors, topics, count: library.posts.length }))
      : [];
  }

  /** The focus goes to the top, as the row that it was on may not be there any more. */
  #goTo(post: Post): Promise<void> {
    if (this.#post && this.#post !== post)
      this.#setBefore([...this.#before, this.#post.id].slice(-mostBefore));
    this.#draw(post);
    return this.focus();
  }

  #goBack(): Promise<void> | undefined {
    const before = [...this.#before];
    const id = before.pop();
    this.#setBefore(before);
    const post = id === undefined ? undefined : this.context.library.post(id);
    if (!post) return before.length ? this.#goBack() : undefined;
    this.#draw(post);
    return this.focus();
  }

  #setBefore(ids: string[]): void {
    this.#before = ids;
    setContext('byline.detailsBefore', ids.length > 0);
  }
}
