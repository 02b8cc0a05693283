import type { DocumentAnalysis, KnownPosts } from '../document';
import type { FileSystem } from '../ports';
import type { Post } from '../post';
import { bibliographyWith, type ExtendedBibliography } from './bibliographyWith';
import { nocited } from './nocited';

/** What was added, what can't be, and why nothing could. */
export type BibliographyAddition = Omit<ExtendedBibliography, 'bytes'>;

/**
 * The posts that a document cites by their keys, for Pandoc to find: each once, in the order of the document; then those
 * of its `nocite`.
 */
export function postsCitedByKey(
  { text, citations }: DocumentAnalysis,
  known: Pick<KnownPosts, 'meantBy'>,
): Post[] {
  const posts = new Set<Post>();
  const listed = nocited(text).map(key => ({ kind: 'key' as const, start: 0, end: 0, key }));
  for (const citation of [...citations, ...listed]) {
    if (citation.kind !== 'key') continue;
    for (const post of known.meantBy(citation)) if (post.id === citation.key) posts.add(post);
  }
  return [...posts];
}

/**
 * Adds posts to the first of a document's bibliographies, but for those that any of them has; see `bibliographyWith`.
 * @param uris as `findBibliographies` tells them; at least one
 * @param write false for only telling what would be added
 */
export async function addToBibliography(
  uris: readonly string[],
  posts: readonly Post[],
  files: FileSystem,
  write = true,
): Promise<BibliographyAddition> {
  const [first, ...others] = uris as readonly [string, ...string[]];
  const read = async (uri: string) => (await files.read(uri)) ?? new Uint8Array();
  let missing = posts;
  for (const uri of others) {
    const { added, unfit, problems } = bibliographyWith(await read(uri), uri, missing);
    if (problems.length > 0) return { added: [], unfit: [], problems };
    const ids = new Set([...added, ...unfit].map(({ id }) => id));
    missing = missing.filter(({ id }) => ids.has(id));
  }
  if (missing.length === 0) return { added: [], unfit: [], problems: [] };
  const add = async () => {
    const { bytes, ...addition } = bibliographyWith(await read(first), first, missing);
    if (write && addition.added.length > 0) await files.write(first, bytes);
    return addition;
  };
  return write ? files.withLock(first, add) : add();
}
