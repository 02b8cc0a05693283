import type { Dialect } from '../document';
import { positionsIn } from '../document/positionsIn';
import type { Finding } from '../health';
import type { Post } from '../post';
import { runSliced } from '../sliced';
import { emptyLibrary } from './findPost';
import { fitting } from './fitting';
import { isTitleOf } from './isTitleOf';
import { findingNotInLibrary, type Uncited } from './notInLibrary';
import { briefFacts } from './postFacts';
import { quoted } from './quoted';
import type { ToolAnswer, ToolContent, ToolDocument, ToolLibrary } from './tool';

interface Input {
  readonly text?: string;
  readonly dialect?: Dialect;
  readonly path?: string;
}

/** A post that may have been meant is looked for with so many of them only. */
const mostSearched = 25;

/** What of a document's citations is of no post, and what is wrong with the others. */
export async function checkCitations(
  input: Input,
  library: ToolLibrary,
  signal?: AbortSignal,
): Promise<ToolAnswer> {
  const document = await documentOf(input, library);
  if (typeof document === 'string') return { error: document };
  const { text, dialect, bibliography } = document;
  const known = await library.known();
  if (known.size === 0) return { error: emptyLibrary(library) };
  const [{ DocumentAnalysis }, { checking, findingText, fixText }] = await Promise.all([
    import('../document'),
    import('../health'),
  ]);
  const analysis = new DocumentAnalysis(text, dialect);
  await runSliced(analysis.reading(), { signal });
  const uncited = await runSliced(findingNotInLibrary(analysis, known, bibliography), { signal });
  const { checks, wording, format } = library.citing;
  const options = { severities: checks, bibliography, wording, format };
  const found = await runSliced(checking(analysis, known, options), { signal });
  const positionAt = positionsIn(text);
  const lineOf = (offset: number) => positionAt(offset).line + 1;
  const told = found.filter(({ code }) => code !== 'unknownKey').map(findingFacts);
  const missing: ToolContent[] = [];
  for (const [at, one] of uncited.entries()) {
    signal?.throwIfAborted();
    const meant = at < mostSearched ? await meantBy(one, found, library) : undefined;
    missing.push(uncitedFacts(one, meant));
    if (missing.length > fitting(missing, roomOfEach).length) break;
  }
  const [missingShown, toldShown] = [fitting(missing, roomOfEach), fitting(told, roomOfEach)];
  const left = uncited.length - missingShown.length + told.length - toldShown.length;
  return {
    content: {
      citationsOfPosts: analysis.citations.filter(citation => known.meantBy(citation).length > 0).length,
      notInLibrary: missingShown,
      findings: toldShown,
      ...(left > 0 && { leftOut: `${left} more. Mend these and check again, or check a part of the text.` }),
      ...(uncited.length + told.length === 0 && { result: 'Nothing is wrong.' }),
    },
  };

  function findingFacts(finding: Finding): ToolContent {
    const [fix] = finding.fixes;
    return {
      line: lineOf(finding.start),
      severity: finding.severity,
      code: finding.code,
      problem: quoted(findingText(finding), 600),
      ...(fix && { remedy: quoted(fixText(fix), 400) }),
      ...(finding.post && { post: briefFacts(finding.post, library, 3) }),
    };
  }

  function uncitedFacts({ kind, cited, starts }: Uncited, meant: Post | undefined): ToolContent {
    return {
      line: lineOf(starts[0]!),
      ...(starts.length > 1 && { alsoOnLines: starts.slice(1, 10).map(lineOf) }),
      [kind === 'link' ? 'address' : 'key']: quoted(cited, 500),
      problem: problems[kind],
      remedy: meant ? citeInstead(meant) : remedies[kind],
      ...(meant && { maybeMeant: briefFacts(meant, library, 3) }),
    };
  }
}

/** In UTF-16 units of JSON: for what isn't in the library, and for the findings. */
const roomOfEach = 7_000;

const problems: Readonly<Record<Uncited['kind'], string>> = {
  link: 'No post of the library has this address.',
  key: 'No post of the library has this key.',
  note: 'No post of the library has the key that this note is labelled with.',
};

const remedies: Readonly<Record<Uncited['kind'], string>> = {
  link: 'If it is to cite a post, find one with search_posts, or take it out. A link to anything else may stay, if its address was not made up.',
  key: 'Find the post with search_posts and cite it by its key, or take the citation out.',
  note: 'Find the post with search_posts and cite it with cite_post, or take the note out.',
};

const citeInstead = ({ id }: Post): string =>
  `If the post below is meant, cite that, with cite_post and the key “${quoted(id, 200)}”. If not, take this out or find the right one with search_posts.`;

async function documentOf(
  { text, dialect = 'markdown', path }: Input,
  library: ToolLibrary,
): Promise<ToolDocument | string> {
  if (text !== undefined && path !== undefined) return 'Give either “text” or “path”, not both.';
  if (path !== undefined) return library.document(path);
  return text === undefined
    ? 'Give the Markdown as “text”, or the path of a file as “path”.'
    : { text, dialect };
}

/** The post whose key is nearly the same, or whose title has most of the words. */
async function meantBy(
  { cited, words }: Uncited,
  found: readonly Finding[],
  library: ToolLibrary,
): Promise<Post | undefined> {
  const near = found.find(
    ({ code, detail, near }) => code === 'unknownKey' && detail === cited && near,
  )?.near;
  if (near !== undefined) return (await library.known()).byId(near);
  for (const text of words) {
    const { hits } = await library.search(text, 1);
    if (hits[0] && isTitleOf(text, hits[0].post)) return hits[0].post;
  }
  return undefined;
}
