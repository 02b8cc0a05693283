import { citedTarget } from '../document/citationIndex';
import type { DocumentCitation, Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import type { Post } from '../post';
import { bibliographyBlocks } from './bibliographyBlocks';
import { nocited } from './nocited';
import { readingOrder } from './readingOrder';

/** What a document cites outside its lists of references. */
export interface Cited {
  /** Each once, in the order of their first citations; then those that `nocite` has listed though nothing cites them. */
  readonly posts: readonly Post[];
  /** Those that mean a post of the library. */
  readonly citations: readonly { readonly citation: DocumentCitation; readonly post: Post }[];
  /** What the others mean, footnotes left out, which mostly mean no post: see `citedTarget`. */
  readonly unknown: ReadonlySet<string>;
  readonly unknownCitations: readonly DocumentCitation[];
}

/**
 * The posts that a document cites, in whatever form, and the library knows: each once, in the order of their first
 * citations, which numeric styles number by.
 */
export function citedPosts(analysis: DocumentAnalysis, known: Pick<KnownPosts, 'meantBy'>): readonly Post[] {
  return citedOutside(bibliographyBlocks(analysis).blocks, analysis, known).posts;
}

/** @param blocks the lists of references, in order */
export function citedOutside(
  blocks: readonly Span[],
  { text, document, citations }: DocumentAnalysis,
  known: Pick<KnownPosts, 'meantBy'>,
): Cited {
  const posts = new Map<string, Post>();
  const meaning: { citation: DocumentCitation; post: Post }[] = [];
  const unknown = new Set<string>();
  const unknownCitations: DocumentCitation[] = [];
  for (const citation of readingOrder(document, outside(blocks, citations))) {
    const target = citedTarget(citation);
    if (target === undefined) continue;
    const [post] = known.meantBy(citation);
    if (post) {
      posts.set(post.id, post);
      meaning.push({ citation, post });
    } else if (citation.kind !== 'footnoteReference') {
      unknown.add(target);
      unknownCitations.push(citation);
    }
  }
  for (const key of nocited(text)) {
    const [post] = known.meantBy({ kind: 'key', start: 0, end: 0, key });
    if (post) posts.set(post.id, post);
    else unknown.add(`@${key}`);
  }
  return { posts: [...posts.values()], citations: meaning, unknown, unknownCitations };
}

/** What stands in none of the blocks, which are sorted. */
export function outside<T extends Span>(blocks: readonly Span[], citations: readonly T[]): T[] {
  let next = 0;
  return citations.filter(({ start }) => {
    while (next < blocks.length && blocks[next]!.end <= start) next++;
    return start < (blocks[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}
