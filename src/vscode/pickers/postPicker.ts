import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import type { FieldMatch } from '../../core/search';
import { isEmptyQuery, operatorOf, parseQuery } from '../../core/search/query';
import { queryParts } from '../../core/search/queryParts';
import { urlKey } from '../../core/url';
import { newestPosts } from '../library/newestPosts';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { numberText } from '../numberText';
import { between, byline, plainLabel } from '../views/postText';
import { type AddRow, addBy, addRows, addressRow } from './addRows';
import { matchedPlace } from './matchedPlace';
import { QueryPicker } from './queryPicker';
import type { Answer, PickerButton, TitleButton } from './queryPickerOptions';
import { savedSearches } from './savedSearches';

const { l10n } = vscode;

/** A button at the right of each row. */
export interface PostButton extends PickerButton {
  readonly run: (post: Post) => unknown;
}

export interface PostRow extends vscode.QuickPickItem {
  /** `undefined` in rows that add posts. */
  readonly post?: Post;
  readonly adds?: AddRow;
}

export interface PostPickerOptions {
  /** Asked for anew with each answer, as the buttons are. */
  readonly title: string;
  /** The query at the start. */
  readonly query?: string;
  readonly buttons?: readonly TitleButton<PostRow>[];
  /** The keys of posts that come first while nothing is typed. */
  readonly recent: readonly string[];
  readonly rowButtons: (post: Post) => readonly PostButton[];
  /** Marks a post, where it has a mark: an icon before it, and what the icon says. */
  readonly markOf?: (
    post: Post,
  ) => { readonly iconPath: vscode.ThemeIcon; readonly text: string } | undefined;
  readonly accept: (post: Post) => unknown;
  /** Opens the picker anew, once it has led to adding posts. */
  readonly again: () => unknown;
  /** What to say of the active post. */
  readonly tell?: (post: Post) => Promise<string>;
}

/** Rows that are shown at most; the title counts the rest. */
const shown = 100;

/** Hits that say where they match, more than are in view at once: for all it would take longer than the search. */
const explained = 30;

/** Posts picked lately that leave saved searches in view. */
const besideSaved = 8;

/** The quick pick over all posts, ranked by Byline's own search. */
export function showPostPicker(
  library: OpenLibrary,
  search: PostSearch,
  options: PostPickerOptions,
): QueryPicker<PostRow> {
  const rowOf = (post: Post, matches?: readonly FieldMatch[]) => row(post, options, matches);

  /** Posts picked lately, then the newest. */
  function startingPoint(): Answer<PostRow> {
    const most = savedSearches().length > 0 ? besideSaved : shown;
    const recent = options.recent.flatMap(id => library.post(id) ?? []).slice(0, most);
    const newest = newestPosts(library.posts).filter(post => !recent.includes(post));
    const rest = newest.slice(0, shown - recent.length);
    return {
      first: { label: l10n.t('picked lately'), rows: recent.map(post => rowOf(post)) },
      rest: { label: recent.length ? l10n.t('newest') : undefined, rows: rest.map(post => rowOf(post)) },
      count: countText(recent.length + rest.length, library.posts.length),
    };
  }

  /** A single new post is what was wanted; of several the user chooses. */
  async function addAndGoOn(row: AddRow): Promise<void> {
    const [post, ...others] = await addBy(row, library);
    if (post) await (others.length === 0 ? options.accept(post) : options.again());
  }

  return new QueryPicker<PostRow>(library, search, {
    get title() {
      return options.title;
    },
    get buttons() {
      return options.buttons ?? [];
    },
    query: options.query ?? '',
    get placeholder() {
      return library.isLoaded && library.posts.length === 0
        ? l10n.t('No posts yet. Paste the address of a blog or a post, or choose below')
        : l10n.t('Type words of title, authors, topics, publication or text');
    },
    async answer(query) {
      await library.load();
      if (library.posts.length === 0) {
        return { rest: { rows: addRows(query).map(adding) } };
      }
      if (isEmptyQuery(parseQuery(query))) {
        // An operator without a value leaves the place to what it can be asked for.
        return queryParts(query).some(operatorOf) ? {} : startingPoint();
      }
      const { hits, total } = await search.search(query, shown);
      const rows = hits.map((hit, at) => rowOf(hit.post, at < explained ? hit.matches : []));
      const address = addressRow(query);
      const isKnown = hits.some(({ post: { url } }) => url && urlKey(url) === urlKey(query.trim()));
      if (address && !isKnown) rows.unshift(adding(address));
      return { rest: { rows }, count: countText(hits.length, total) };
    },
    close(picked) {
      if (picked?.post) {
        return options.accept(picked.post);
      }
      return picked?.adds && addAndGoOn(picked.adds);
    },
    press: (button, { post }) => post && (button as PostButton).run(post),
    ...(options.tell && { tell: async ({ post }) => post && options.tell?.(post) }),
  });
}

const adding = (adds: AddRow): PostRow => ({ ...adds, adds });

function row(
  post: Post,
  { rowButtons, markOf }: PostPickerOptions,
  matches: readonly FieldMatch[] = [],
): PostRow {
  const place = matchedPlace(matches);
  const mark = markOf?.(post);
  const told = [mark?.text, byline(post, between.heard)];
  return {
    post,
    label: plainLabel(post.title),
    description: plainLabel(told.filter(Boolean).join(between.heard)),
    ...(place ? { detail: place } : {}),
    ...(mark ? { iconPath: mark.iconPath } : {}),
    alwaysShow: true,
    buttons: rowButtons(post),
  };
}

/** "100 of 2,345"; nothing when all are shown. */
function countText(rows: number, total: number): string | undefined {
  return total > rows ? l10n.t('{0} of {1}', numberText(rows), numberText(total)) : undefined;
}
