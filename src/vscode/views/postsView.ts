import * as vscode from 'vscode';
import type { Group, Grouping } from '../../core/grouping/grouping';
import type { Persons } from '../../core/persons';
import type { Post } from '../../core/post';
import { givenArguments } from '../commands/chosenPosts';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { numberText } from '../numberText';
import { setContext } from '../setContext';
import type { PostsRow } from './postsRow';
import { PostsTree } from './postsTree';

/** The Posts view as others use it. */
export interface PostsView extends vscode.Disposable {
  /** Shows a post in the tree and selects it. */
  reveal(post: Post): Promise<void>;
  /** Narrows the view to what a query finds, and shows it. */
  filter(query: string): Promise<void>;
  /** The posts that are selected. */
  readonly selection: readonly Post[];
  /** All rows that are selected. */
  readonly rows: readonly PostsRow[];
  /** Who is who among the authors of the library, as the view shows them. */
  persons(): Promise<Persons>;
  /** All posts of the library by something, whatever the view shows. */
  groupsBy(by: Grouping): Promise<readonly Group[]>;
  /** What the view is narrowed by; empty for nothing. */
  readonly query: string;
  /** Runs when `query` is another one. */
  readonly onDidFilter: vscode.Event<void>;
  /** Runs when other rows are selected, with their posts. */
  readonly onDidSelect: vscode.Event<readonly Post[]>;
}

export function registerPostsView(
  library: OpenLibrary,
  search: PostSearch,
  drag: vscode.TreeDragAndDropController<PostsRow>,
): PostsView {
  const tree = new PostsTree(library);
  const view = vscode.window.createTreeView('byline.posts', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: drag,
  });
  const selected = new vscode.EventEmitter<readonly Post[]>();
  const filtered = new vscode.EventEmitter<void>();
  let filter = '';
  let refreshing = Promise.resolve();
  let refreshes = 0;

  function refresh(): Promise<void> {
    refreshing = show(++refreshes);
    return refreshing;
  }

  async function show(refresh: number): Promise<void> {
    if (filter && library.posts.length === 0) {
      // With the filter's message above it, the view would not say how to begin.
      return setFilter('');
    }
    const query = filter;
    const found = query ? await search.matching(query) : undefined;
    const posts = found?.posts ?? library.posts;
    // Where no post shows, a welcome view says what to do instead, as it would not beside a message.
    const text = posts.length > 0 ? await message(library, query, posts.length) : '';
    if (refresh !== refreshes) {
      return;
    }
    if (await tree.show(posts, found && { query, matchesOf: post => found.matchesOf(post) })) {
      view.message = text;
      setContext('byline.empty', library.posts.length === 0 && library.damage.length === 0);
      setContext('byline.damaged', library.damage.length > 0);
      // Last, so that no welcome view shows for what was so before.
      setContext('byline.loaded', true);
    }
  }

  async function setFilter(text: string): Promise<void> {
    filter = text.trim();
    filtered.fire();
    setContext('byline.filtered', filter !== '');
    await refresh();
  }

  /** Of a row that a filter hid, VS Code forgets that it was selected; the focus stays, as it may be elsewhere by now. */
  async function selectAgain(row: PostsRow): Promise<void> {
    if (!view.visible || view.selection.length > 0) return;
    // The row may be gone with its post.
    await Promise.resolve(view.reveal(row, { select: true, focus: false })).catch(() => {});
  }

  const disposable = vscode.Disposable.from(
    view,
    tree,
    selected,
    filtered,
    library.onDidChange(() => void refresh()),
    search.onDidChangeMatches(() => filter && void refresh()),
    view.onDidExpandElement(({ element }) => tree.setExpanded(element, true)),
    view.onDidCollapseElement(({ element }) => tree.setExpanded(element, false)),
    view.onDidChangeSelection(event => selected.fire(posts(event.selection))),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('byline.groupBy')) {
        void refresh();
      }
    }),
    vscode.commands.registerCommand('byline.filterPosts', async (...args) => {
      const { query } = await givenArguments('byline.filterPosts', args);
      if (query !== undefined) await setFilter(query);
      await vscode.commands.executeCommand('byline.posts.focus');
      if (query !== undefined) return;
      const { askFilter } = await import('../pickers');
      const [selected] = view.selection;
      askFilter(library, search, filter, setFilter, async () => selected && selectAgain(selected));
    }),
    vscode.commands.registerCommand('byline.clearFilter', () => setFilter('')),
  );
  return {
    dispose: () => disposable.dispose(),
    async filter(query: string) {
      await setFilter(query);
      await vscode.commands.executeCommand('byline.posts.focus');
    },
    get selection() {
      return posts(view.selection);
    },
    get rows() {
      return view.selection;
    },
    persons: () => tree.persons(),
    groupsBy: by => tree.groupsBy(by),
    get query() {
      return filter;
    },
    onDidSelect: selected.event,
    onDidFilter: filtered.event,
    async reveal(post: Post) {
      await library.load();
      await refreshing;
      if (!(await tree.rowOf(post.id))) {
        await setFilter('');
      }
      const row = await tree.rowOf(post.id);
      if (row) {
        const isSelected = posts(view.selection).some(({ id }) => id === post.id);
        await view.reveal(row, { select: true, focus: true, expand: true });
        // Of what is selected already VS Code tells nothing, but the details may show another post by now.
        if (isSelected) selected.fire([post]);
      }
    },
  };
}

function posts(rows: readonly PostsRow[]): Post[] {
  return rows.flatMap(row => (row.kind === 'post' ? [row.post] : []));
}

async function message(library: OpenLibrary, filter: string, shown: number): Promise<string> {
  const [problem] = library.damage;
  if (problem) {
    const more = library.damage.length - 1;
    const { problemLine } = await import('../../core/problemText');
    const line = problemLine(
      { ...problem, source: vscode.workspace.asRelativePath(library.uri) },
      vscode.l10n.t,
    );
    return more ? vscode.l10n.t('{0} ({1} more)', line, numberText(more)) : line;
  }
  const [some, all] = [shown, library.posts.length].map(numberText);
  return filter ? vscode.l10n.t('“{0}”: {1} of {2} posts', filter, some!, all!) : '';
}
