import * as vscode from 'vscode';
import { type CitationFormat, citationFormats } from '../../core/citation';
import { isProvisional, type Post } from '../../core/post';
import { attempt } from '../attempt';
import type { LastEditor } from '../lastEditor';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { openAddress } from '../openAddress';
import { type PostButton, showPostPicker } from '../pickers/postPicker';
import { settings } from '../settings';
import { plainLabel, plainMessage, titleText } from '../views/postText';
import type { ChosenPosts } from './chosenPosts';
import { copyCitation, insertCitation } from './insertCitation';

const { l10n } = vscode;

/** The commands that find posts and cite them. `reveal` shows a post in the tree. */
export function registerCitations(
  library: OpenLibrary,
  search: PostSearch,
  chosen: ChosenPosts,
  lastEditor: LastEditor,
  state: vscode.Memento,
  reveal: (post: Post) => Promise<void>,
): vscode.Disposable {
  const recent = recentPosts(state);
  const warned = new Set<string>();

  async function insert(posts: readonly Post[], format?: CitationFormat): Promise<void> {
    await insertCitation(await lastEditor.show(), posts, format);
    await recent.add(posts);
    attempt(library.log, () => warnOfProvisional(posts, warned));
  }

  async function show(post: Post): Promise<void> {
    await reveal(post);
    await recent.add([post]);
  }

  async function copy(posts: readonly Post[]): Promise<void> {
    if (posts.length) {
      const { uri } = lastEditor.document ?? {};
      await copyCitation(posts, settings(uri).citationFormat, uri);
      attempt(library.log, () => warnOfProvisional(posts, warned));
    }
  }

  async function insertAs(posts: readonly Post[]): Promise<void> {
    const format = await pickFormat(posts, lastEditor.document?.uri);
    if (format) {
      await insert(posts, format);
    }
  }

  const buttons = {
    insert: button('quote', l10n.t('Insert Citation'), post => insert([post])),
    insertAs: button('list-selection', l10n.t('Insert Citation As…'), post => insertAs([post])),
    reveal: button('list-tree', l10n.t('Show in Posts View'), show),
    copy: button('copy', l10n.t('Copy Citation'), post => copy([post])),
    open: button('link-external', l10n.t('Open in Browser'), openPost),
  };

  /** Each row has one button, and the others behind a second: VS Code makes them anew for all rows at each key. */
  function pick(title: string, accept: (post: Post) => unknown, [main, ...others]: [Action, ...Action[]]) {
    const rest = button('ellipsis', l10n.t('More Actions…'), async post => {
      const offered = others.filter(other => other !== buttons.open || post.url);
      const rows = offered.map(({ iconPath, tooltip, run }) => ({ label: tooltip, iconPath, run }));
      const picked = await vscode.window.showQuickPick(rows, { title: titleText(post) });
      await picked?.run(post);
    });
    showPostPicker(library, search, {
      title,
      recent: recent.ids(),
      accept,
      buttons: [main, rest],
    });
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.insertCitation', async (...args) => {
      const posts = await chosen.calledOn(args);
      if (posts.length) {
        await insert(posts);
      } else {
        const { insertAs, copy, reveal, open } = buttons;
        pick(l10n.t('Insert Citation'), post => insert([post]), [insertAs, copy, reveal, open]);
      }
    }),
    vscode.commands.registerCommand('byline.insertShownPost', async () => {
      const post = chosen.shown();
      if (post) {
        await insert([post]);
      }
    }),
    vscode.commands.registerCommand('byline.searchPosts', () => {
      const { insert, insertAs, copy, open } = buttons;
      pick(l10n.t('Search Posts'), show, [insert, insertAs, copy, open]);
    }),
    vscode.commands.registerCommand('byline.insertCitationAs', async (...args) => {
      const posts = await chosen.calledOn(args);
      if (posts.length) {
        await insertAs(posts);
      } else {
        const { copy, reveal, open } = buttons;
        pick(l10n.t('Insert Citation As…'), post => insertAs([post]), [copy, reveal, open]);
      }
    }),
    vscode.commands.registerCommand('byline.copyCitation', async (...args) =>
      copy(await chosen.calledOnOrSelected(args)),
    ),
    vscode.commands.registerCommand('byline.openPost', async (...args) => {
      for (const post of await chosen.calledOnOrSelected(args)) {
        await openPost(post);
      }
    }),
  );
}

type Action = PostButton & { readonly tooltip: string };

function button(icon: string, tooltip: string, run: (post: Post) => unknown): Action {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip, run };
}

const formatLabels: Record<CitationFormat, string> = {
  inlineLink: l10n.t('Inline link'),
  referenceLink: l10n.t('Reference link'),
  footnote: l10n.t('Footnote'),
  pandoc: l10n.t('Pandoc key'),
  csl: l10n.t('Citation style'),
};

/** Asks for a format; each row shows what it would write. */
async function pickFormat(
  [post]: readonly Post[],
  scope: vscode.Uri | undefined,
): Promise<CitationFormat | undefined> {
  if (!post) {
    return undefined;
  }
  const { renderCitation } = await import('../../core/citation');
  const { wording } = settings(scope);
  const rows = citationFormats.map(format => {
    const { text, definition } = renderCitation(post, format, { wording });
    return {
      format,
      label: formatLabels[format],
      detail: plainLabel([text, definition].filter(Boolean).join('  …  ')),
    };
  });
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Insert “{0}” As', titleText(post)),
    placeHolder: l10n.t('The default is the setting “Citation Format”'),
  });
  return row?.format;
}

async function openPost(post: Post): Promise<void> {
  if (post.url) {
    await openAddress(post.url);
  }
}

/** Says once for each post that its title is made up, with the way to put it right. */
async function warnOfProvisional(posts: readonly Post[], warned: Set<string>): Promise<void> {
  const fresh = posts.filter(post => isProvisional(post) && !warned.has(post.id));
  const [post] = fresh;
  if (!post) {
    return;
  }
  for (const { id } of fresh) {
    warned.add(id);
  }
  const fillIn = l10n.t('Fill In…');
  const choice = await vscode.window.showInformationMessage(
    l10n.t(
      '“{0}” is a provisional title, made from the post’s text: the page it came from gave none.',
      plainMessage(post.title),
    ),
    fillIn,
  );
  if (choice === fillIn) {
    await vscode.commands.executeCommand('byline.fillInSelectedPosts', { id: post.id });
  }
}

/** The posts picked lately in this workspace, to cite or to show, latest first. */
function recentPosts(state: vscode.Memento) {
  const key = 'recentPosts';
  const ids = () => state.get<string[]>(key, []);
  return {
    ids,
    add: (posts: readonly Post[]) =>
      state.update(key, [...new Set([...posts.map(post => post.id), ...ids()])].slice(0, 20)),
  };
}
