import * as vscode from 'vscode';
import { comparePosts } from '../core/comparePosts';
import type { Post } from '../core/post';
import type { SearchHit } from '../core/search';
import { attempt } from './attempt';
import { matchedPlace } from './matchedPlace';
import type { OpenLibrary } from './openLibrary';
import { byline, plainLabel } from './postText';

/** A button at the right of each row. */
export interface PostButton extends vscode.QuickInputButton {
  readonly run: (post: Post) => unknown;
}

export interface PostPick extends vscode.QuickPickItem {
  /** `undefined` in the row that an empty library shows. */
  readonly post?: Post;
}

/** Rows that are shown at most; the title counts the rest. */
const shown = 100;

/**
 * The quick pick over all posts, ranked by Byline's own search: VS Code's filter and sorting are kept out.
 * @param recent posts that come first while nothing is typed.
 */
export function showPostPicker(
  library: OpenLibrary,
  options: {
    readonly title: string;
    readonly recent: readonly string[];
    readonly buttons: (post: Post) => readonly PostButton[];
    readonly accept: (post: Post) => unknown;
  },
): vscode.QuickPick<PostPick> {
  const picker = vscode.window.createQuickPick<PostPick>();
  picker.title = options.title;
  picker.placeholder = vscode.l10n.t('Type words of title, authors, topics, publication or text');
  // Not in the typed API, but honoured: keeps the order of `items` instead of putting label matches first.
  (picker as { sortByLabel?: boolean }).sortByLabel = false;

  let answered: string | undefined;

  /** Answers the query as it is now; leaves it to the next call when the query has changed meanwhile. */
  async function refresh(): Promise<void> {
    const query = picker.value;
    picker.busy = true;
    const search = await library.search();
    if (query !== picker.value) {
      return;
    }
    const { hits, total } = query.trim()
      ? search.search(query, { limit: shown })
      : startingPoint(library.posts, options.recent);
    picker.items = library.posts.length
      ? hits.map(hit => pick(hit, options.buttons(hit.post)))
      : [{ label: vscode.l10n.t('No posts yet: Add Posts from Page…'), alwaysShow: true }];
    picker.title =
      total > hits.length
        ? vscode.l10n.t('{0} ({1} of {2})', options.title, hits.length, total)
        : options.title;
    picker.busy = false;
    answered = query;
  }

  picker.onDidChangeValue(refresh);
  picker.onDidTriggerItemButton(({ button, item }) => {
    picker.hide();
    if (item.post) {
      const { post } = item;
      attempt(library.log, () => (button as PostButton).run(post));
    }
  });
  picker.onDidAccept(async () => {
    // A fast typist presses Enter before the rows of the last key are there, or are known to be the active ones:
    // then the first row is meant, and never a row of the key before.
    if (answered !== picker.value) {
      await refresh();
    }
    const [active] = picker.activeItems;
    const picked = active && picker.items.includes(active) ? active : picker.items[0];
    picker.hide();
    if (picked?.post) {
      const { post } = picked;
      attempt(library.log, () => options.accept(post));
    } else if (picked) {
      attempt(library.log, () => vscode.commands.executeCommand('byline.addPostsFromPage'));
    }
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
  void refresh();
  return picker;
}

function pick(
  { post, matches }: Pick<SearchHit, 'post' | 'matches'>,
  buttons: readonly PostButton[],
): PostPick {
  const place = matchedPlace(matches);
  return {
    post,
    label: plainLabel(post.title),
    description: plainLabel(byline(post)),
    ...(place ? { detail: place } : {}),
    alwaysShow: true,
    buttons,
  };
}

/** What an empty query shows: posts picked lately, then the newest. */
function startingPoint(
  posts: readonly Post[],
  recent: readonly string[],
): { hits: Pick<SearchHit, 'post' | 'matches'>[]; total: number } {
  const rank = new Map(recent.map((id, index) => [id, index]));
  const rankOf = (post: Post) => rank.get(post.id) ?? recent.length;
  const first = [...posts].sort((a, b) => rankOf(a) - rankOf(b) || comparePosts(a, b)).slice(0, shown);
  return { hits: first.map(post => ({ post, matches: [] })), total: posts.length };
}
