import * as vscode from 'vscode';
import { type CitationFormat, citationFormats, renderCitation } from '../core/citation';
import type { Post } from '../core/post';
import { copyCitation, insertCitation } from './insertCitation';
import type { LastEditor } from './lastEditor';
import type { OpenLibrary } from './openLibrary';
import { type PostButton, showPostPicker } from './postPicker';
import { isProvisional, plainLabel, plainMessage } from './postText';
import { settings } from './settings';

const { l10n } = vscode;

/** The commands that find posts and cite them. `reveal` shows a post in the tree. */
export function registerCitations(
  library: OpenLibrary,
  lastEditor: LastEditor,
  state: vscode.Memento,
  selectedPosts: (args: readonly unknown[]) => Promise<readonly Post[]>,
  reveal: (post: Post) => Promise<void>,
): vscode.Disposable {
  const recent = recentPosts(state);
  const warned = new Set<string>();

  async function insert(posts: readonly Post[], format?: CitationFormat): Promise<void> {
    await insertCitation(lastEditor.current, posts, format);
    await recent.add(posts);
    void warnOfProvisional(posts, warned);
  }

  async function insertAs(posts: readonly Post[]): Promise<void> {
    const format = await pickFormat(posts);
    if (format) {
      await insert(posts, format);
    }
  }

  const buttons = {
    insert: button('quote', l10n.t('Insert Citation'), post => insert([post])),
    insertAs: button('list-selection', l10n.t('Insert Citation As…'), post => insertAs([post])),
    reveal: button('list-tree', l10n.t('Show in Posts View'), reveal),
    copy: button('copy', l10n.t('Copy Citation'), post => copyCitation([post], settings().citationFormat)),
    open: button('link-external', l10n.t('Open in Browser'), openPost),
  };
  const withAddress = (post: Post, all: readonly PostButton[]) =>
    post.url ? all : all.filter(candidate => candidate !== buttons.open);

  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.insertCitation', async (...args) => {
      const posts = await selectedPosts(args);
      if (posts.length) {
        await insert(posts);
      } else {
        showPostPicker(library, {
          title: l10n.t('Insert Citation'),
          recent: recent.ids(),
          accept: post => insert([post]),
          buttons: post => withAddress(post, [buttons.insertAs, buttons.copy, buttons.reveal, buttons.open]),
        });
      }
    }),
    vscode.commands.registerCommand('byline.searchPosts', () => {
      showPostPicker(library, {
        title: l10n.t('Search Posts'),
        recent: recent.ids(),
        accept: reveal,
        buttons: post => withAddress(post, [buttons.insert, buttons.insertAs, buttons.copy, buttons.open]),
      });
    }),
    vscode.commands.registerCommand('byline.insertCitationAs', async (...args) => {
      const posts = await selectedPosts(args);
      if (posts.length) {
        await insertAs(posts);
      } else {
        showPostPicker(library, {
          title: l10n.t('Insert Citation As…'),
          recent: recent.ids(),
          accept: post => insertAs([post]),
          buttons: post => withAddress(post, [buttons.copy, buttons.reveal, buttons.open]),
        });
      }
    }),
    vscode.commands.registerCommand('byline.copyCitation', async (...args) =>
      copyCitation(await selectedPosts(args), settings().citationFormat),
    ),
    vscode.commands.registerCommand('byline.openPost', async (...args) => {
      for (const post of await selectedPosts(args)) {
        await openPost(post);
      }
    }),
  );
}

function button(icon: string, tooltip: string, run: (post: Post) => unknown): PostButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip, run };
}

const formatLabels: Record<CitationFormat, string> = {
  inlineLink: l10n.t('Inline link'),
  referenceLink: l10n.t('Reference link'),
  footnote: l10n.t('Footnote'),
  pandoc: l10n.t('Pandoc key'),
};

/** Asks for a format; each row shows what it would write. */
async function pickFormat([post]: readonly Post[]): Promise<CitationFormat | undefined> {
  if (!post) {
    return undefined;
  }
  const { wording } = settings();
  const rows = citationFormats.map(format => {
    const { text, definition } = renderCitation(post, format, { wording });
    return {
      format,
      label: formatLabels[format],
      detail: plainLabel([text, definition].filter(Boolean).join('  …  ')),
    };
  });
  const row = await vscode.window.showQuickPick(rows, {
    title: l10n.t('Insert “{0}” As', post.title),
    placeHolder: l10n.t('The default is the setting “Citation Format”'),
  });
  return row?.format;
}

async function openPost(post: Post): Promise<void> {
  if (post.url) {
    await vscode.env.openExternal(vscode.Uri.parse(post.url, true));
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
    await vscode.commands.executeCommand('byline.fillInPosts', { id: post.id });
  }
}

/** The posts cited lately in this workspace, latest first. */
function recentPosts(state: vscode.Memento) {
  const key = 'recentPosts';
  const ids = () => state.get<string[]>(key, []);
  return {
    ids,
    add: (posts: readonly Post[]) =>
      state.update(key, [...new Set([...posts.map(post => post.id), ...ids()])].slice(0, 20)),
  };
}
