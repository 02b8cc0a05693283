import * as vscode from 'vscode';
import { parseCslJson } from '../core/formats/cslJson';
import type { Listing } from '../core/formats/listing';
import { type Addition, addRecords, createIdentity } from '../core/library';
import type { Post, PostRecord } from '../core/post';
import { problemLine } from '../core/problemText';
import { undoAddition } from '../core/undoAddition';
import type { LastEditor } from './lastEditor';
import type { OpenLibrary } from './openLibrary';
import { askForPage, type PageText } from './pageSource';
import { plainMessage } from './postText';
import { reviewPosts } from './reviewPosts';
import { saving } from './saving';
import { setContext } from './setContext';
import { topicFiller } from './topics';

const { l10n } = vscode;

/** The commands that bring posts into the library. `reveal` shows a post in the tree. */
export function registerAddPosts(
  library: OpenLibrary,
  lastEditor: LastEditor,
  extensionUri: vscode.Uri,
  reveal: (post: Post) => Promise<void>,
): vscode.Disposable {
  /** Takes the latest addition back. */
  let undo: (() => Promise<void>) | undefined;

  function setUndo(next: typeof undo): void {
    undo = next;
    setContext('byline.canUndoAdd', next !== undefined);
  }

  async function add(records: readonly PostRecord[]): Promise<void> {
    const { uri } = library;
    let before: readonly Post[] = [];
    let addition: Addition | undefined;
    const saved = await saving(library, posts => {
      before = posts;
      addition = addRecords(posts, records);
      return addition.posts;
    });
    if (!saved || !addition) {
      return;
    }
    const made = addition;
    const takeBack = async () => {
      const isSame = library.uri.toString() === uri.toString();
      if (
        isSame &&
        (await saving(library, posts => undoAddition(posts, made, before))) &&
        undo === takeBack
      ) {
        setUndo(undefined);
      }
    };
    setUndo(takeBack);
    announce(made, reveal, takeBack);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand('byline.addPostsFromPage', async (page?: PageText) => {
      const asked = isPage(page) ? page : await askForPage(lastEditor);
      const listing = asked && (await readPage(asked));
      const chosen = listing && (await review(listing, library));
      if (chosen?.length) {
        await add(chosen);
      }
    }),
    vscode.commands.registerCommand('byline.addSamplePosts', async () => {
      const uri = vscode.Uri.joinPath(extensionUri, 'media', 'sample-library.json');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      await add(parseCslJson(text, uri.path).posts);
    }),
    vscode.commands.registerCommand('byline.undoAddPosts', async () => {
      await undo?.();
    }),
  );
}

/** Reads a page; asks for its address when it has addresses that are relative to it. */
async function readPage(page: PageText): Promise<Listing | undefined> {
  const [{ readListing }, fillIn] = await Promise.all([import('../core/formats/listing'), topicFiller()]);
  const listing = readListing(page.text, page);
  const isRelative = listing.problems.some(problem => problem.code === 'relativeAddress');
  const base = isRelative ? await askForBase() : undefined;
  const { posts, ...rest } = base ? readListing(page.text, { ...page, base }) : listing;
  if (posts.length === 0) {
    const [problem] = rest.problems.filter(({ code }) => code === 'noListing');
    void vscode.window.showWarningMessage(
      plainMessage(problemLine(problem ?? { code: 'noListing', source: page.source }, l10n.t)),
    );
    return undefined;
  }
  return { ...rest, posts: posts.map(fillIn) };
}

function askForBase(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: l10n.t('Address of the Page'),
    prompt: l10n.t(
      'The posts have addresses relative to the page. Leave it empty to add the posts without addresses.',
    ),
    placeHolder: 'https://example.com/blog/',
    ignoreFocusOut: true,
    validateInput: value =>
      value === '' || /^https?:\/\/./.test(value)
        ? undefined
        : l10n.t('An address begins with https:// or http://'),
  });
}

async function review(listing: Listing, library: OpenLibrary): Promise<readonly PostRecord[] | undefined> {
  await library.load();
  const find = createIdentity(library.posts);
  return reviewPosts(listing, record => find(record) !== undefined);
}

function announce(
  { added, enriched, known }: Addition,
  reveal: (post: Post) => Promise<void>,
  undo: () => Promise<void>,
): void {
  const [first, ...others] = [...added, ...enriched, ...known];
  void (first && others.length === 0 ? reveal(first) : vscode.commands.executeCommand('byline.posts.focus'));
  const text = [
    added.length === 1 ? l10n.t('Added 1 post.') : l10n.t('Added {0} posts.', added.length),
    ...(enriched.length ? [l10n.t('{0} were there and now know more.', enriched.length)] : []),
    ...(known.length ? [l10n.t('{0} were there already.', known.length)] : []),
  ].join(' ');
  const undoLabel = l10n.t('Undo');
  void vscode.window.showInformationMessage(text, undoLabel).then(choice => {
    if (choice === undoLabel) {
      void undo();
    }
  });
}

function isPage(value: unknown): value is PageText {
  return typeof (value as PageText | undefined)?.text === 'string';
}
