import * as vscode from 'vscode';
import type { CitationDetails, CitationFormat } from '../../../core/citation';
import type { CslCite } from '../../../core/csl';
import type { Post } from '../../../core/post';
import { attempt } from '../../attempt';
import { numberText } from '../../numberText';
import type { PostRow } from '../../pickers/postPicker';
import type { PickerButton } from '../../pickers/queryPickerOptions';
import { type Action, action, moreActions, openInBrowser } from './actions';
import { askDetails } from './askDetails';
import { chooseFormat, textOf } from './chooseFormat';
import { CitingPlace } from './citingPlace';
import type { CitingContext } from './context';
import { copyPosts, insertCites } from './insertPosts';
import { noteRecent, recentPosts } from './recentPosts';

const { l10n } = vscode;

export interface PickOptions {
  /** Whether to ask for the format. */
  readonly asks: boolean;
  /** Other than the settings have it. */
  readonly format?: CitationFormat;
  /** What is typed already. */
  readonly query?: string;
}

/**
 * Finds posts and cites them: Enter cites the active post and those that were collected before; the prompt shows
 * exactly what it would write.
 */
export async function pickToCite(
  context: CitingContext,
  { asks, format, query = '' }: PickOptions,
): Promise<void> {
  const { showPostPicker } = await import('../../pickers');
  const collected: CslCite[] = [];
  let isInside = false;
  const place = new CitingPlace(context, context.lastEditor.editor);
  const isCollected = (post: Post) => collected.some(cite => cite.post.id === post.id);
  const cited = (post: Post, details?: CitationDetails): CslCite[] =>
    isCollected(post) && !details
      ? collected
      : [...collected.filter(cite => cite.post.id !== post.id), { post, ...(details && { details }) }];

  const insertAs = async (post: Post) => {
    const cites = cited(post);
    const chosen = await chooseFormat(place, cites);
    if (chosen) await insertCites(context, cites, chosen);
  };
  const insertDetailed = async (post: Post) => {
    const details = await askDetails(post, details => textOf(place, cited(post, details), format));
    if (details) await insertCites(context, cited(post, details), format);
  };

  const toggle = (post: Post) => {
    const at = collected.findIndex(cite => cite.post.id === post.id);
    if (at >= 0) collected.splice(at, 1);
    else collected.push({ post });
  };
  const add: Action = { ...action('add', l10n.t('Add to Citation'), toggle), keepsOpen: true };
  const remove: Action = { ...action('remove', l10n.t('Take out of Citation'), toggle), keepsOpen: true };
  const more = moreActions([
    asks
      ? action('quote', l10n.t('Insert Citation'), post => insertCites(context, cited(post)))
      : action('list-selection', l10n.t('Insert Citation As…'), insertAs),
    action('edit', l10n.t('Insert with Locator…'), insertDetailed),
    action('copy', l10n.t('Copy Citation'), post =>
      copyPosts(
        context,
        cited(post).map(cite => cite.post),
      ),
    ),
    action('list-tree', l10n.t('Show in Posts View'), async post => {
      await context.reveal(post);
      await noteRecent(context, [post]);
    }),
    openInBrowser,
  ]);
  const [out, inside] = [
    [add, more],
    [remove, more],
  ];
  const mark = { iconPath: new vscode.ThemeIcon('check'), text: l10n.t('collected') };
  const titleButton = (button: PickerButton, run: (post: Post | undefined) => unknown) => ({
    ...button,
    run: (row: PostRow | undefined) => run(row?.post),
  });
  const takeOut = titleButton(
    { iconPath: new vscode.ThemeIcon('discard'), tooltip: l10n.t('Take the Last Post out'), keepsOpen: true },
    () => collected.pop(),
  );
  const withDetails = titleButton(
    { iconPath: new vscode.ThemeIcon('edit'), tooltip: l10n.t('Insert with Locator…') },
    post => post && insertDetailed(post),
  );
  const none = [withDetails];
  const some = [takeOut, withDetails];

  const picker = showPostPicker(context.library, context.search, {
    get title() {
      const title = asks
        ? l10n.t('Insert Citation As…')
        : isInside
          ? l10n.t('Add to the Citation at the Cursor')
          : l10n.t('Insert Citation');
      return collected.length > 0
        ? l10n.t('{0} with {1} collected', title, numberText(collected.length))
        : title;
    },
    get buttons() {
      return collected.length > 0 ? some : none;
    },
    recent: recentPosts(context),
    rowButtons: post => (isCollected(post) ? inside! : out!),
    markOf: post => (isCollected(post) ? mark : undefined),
    query,
    tell: post => textOf(place, cited(post), format),
    accept: post => (asks ? insertAs(post) : insertCites(context, cited(post), format)),
    again: () => pickToCite(context, { asks, ...(format && { format }) }),
  });
  attempt(context.library.log, async () => {
    isInside = (await place.cluster()) !== undefined;
    if (isInside) picker.answerAgain();
  });
}

/** Finds posts and shows them in the Posts view. */
export async function pickToShow(context: CitingContext, query = ''): Promise<void> {
  const { showPostPicker } = await import('../../pickers');
  const place = new CitingPlace(context, context.lastEditor.editor);
  const insert = action('quote', l10n.t('Insert Citation'), post => insertCites(context, [{ post }]));
  const more = moreActions([
    action('list-selection', l10n.t('Insert Citation As…'), async post => {
      const format = await chooseFormat(place, [{ post }]);
      if (format) await insertCites(context, [{ post }], format);
    }),
    action('copy', l10n.t('Copy Citation'), post => copyPosts(context, [post])),
    openInBrowser,
  ]);
  const rowButtons = [insert, more];
  showPostPicker(context.library, context.search, {
    title: l10n.t('Search Posts'),
    query,
    recent: recentPosts(context),
    rowButtons: () => rowButtons,
    again: () => pickToShow(context),
    async accept(post) {
      await context.reveal(post);
      await noteRecent(context, [post]);
    },
  });
}
