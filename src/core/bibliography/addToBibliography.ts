import type { DocumentAnalysis, KnownPosts } from '../document';
import type { FileSystem } from '../ports';
import type { Post } from '../post';
import type { Problem } from '../problem';
import { bibliographyWith } from './bibliographyWith';

export interface BibliographyAddition {
  readonly added: readonly Post[];
  /** Why nothing was added: parts of a file could not be read. */
  readonly problems: readonly Problem[];
}

/** The posts that a document cites by their keys, for Pandoc to find: each once, in the order of the document. */
export function postsCitedByKey({ citations }: DocumentAnalysis, known: Pick<KnownPosts, 'meantBy'>): Post[] {
  const posts = new Set<Post>();
  for (const citation of citations) {
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
    const { added, problems } = bibliographyWith(await read(uri), uri, missing);
    if (problems.length > 0) return { added: [], problems };
    const ids = new Set(added.map(({ id }) => id));
    missing = missing.filter(({ id }) => ids.has(id));
  }
  if (missing.length === 0) return { added: [], problems: [] };
  const add = async () => {
    const { bytes, added, problems } = bibliographyWith(await read(first), first, missing);
    if (write && added.length > 0) await files.write(first, bytes);
    return { added, problems };
  };
  return write ? files.withLock(first, add) : add();
}
