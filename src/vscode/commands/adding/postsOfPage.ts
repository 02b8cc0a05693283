import * as vscode from 'vscode';
import type { Listing } from '../../../core/formats/listing';
import { identifying } from '../../../core/library/identity';
import type { PostRecord } from '../../../core/post';
import { problemLine } from '../../../core/problemText';
import { runSliced } from '../../../core/sliced';
import type { LastEditor } from '../../lastEditor';
import type { OpenLibrary } from '../../library/openLibrary';
import type { topicFiller } from '../../library/topics';
import { plainMessage } from '../../views/postText';
import { askForPage, type PageText } from './pageSource';
import { reviewPosts } from './reviewPosts';

export { addToLibrary } from './addToLibrary';
export { removeSamplePosts, samplePosts } from './samplePosts';

const { l10n } = vscode;

/** The posts of a page that the user wants, after a look at them; asks for the page unless one is given. */
export async function postsOfPage(
  page: PageText | undefined,
  library: OpenLibrary,
  lastEditor: LastEditor,
  topics: typeof topicFiller,
): Promise<readonly PostRecord[] | undefined> {
  const asked = page ?? (await askForPage(lastEditor));
  const listing = asked && (await readPage(asked, topics));
  return listing && review(listing, library);
}

/** Reads a page; asks for its address when it has addresses that are relative to it. */
async function readPage(page: PageText, topics: typeof topicFiller): Promise<Listing | undefined> {
  const [{ readListing }, fillIn] = await Promise.all([import('../../../core/formats/listing'), topics()]);
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
  const identity = await runSliced(identifying(library.posts, listing.posts));
  return reviewPosts(listing, record => identity.find(record) !== undefined);
}
