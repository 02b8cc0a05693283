import { emptyLibrary } from './findPost';
import { fitting } from './fitting';
import { briefFacts } from './postFacts';
import type { ToolAnswer, ToolLibrary } from './tool';

interface Input {
  readonly query: string;
  readonly limit?: number;
}

/** The posts that a query finds, best first. */
export async function searchPosts({ query, limit = 10 }: Input, library: ToolLibrary): Promise<ToolAnswer> {
  const { hits, total } = await library.search(query, limit);
  if (hits.length === 0) {
    if ((await library.known()).size === 0) return { error: emptyLibrary(library) };
    return { content: { posts: [], total: 0, next: nothingFound } };
  }
  const posts = fitting(hits.map(({ post }) => briefFacts(post, library)));
  const left = total - posts.length;
  return {
    content: {
      posts,
      total,
      ...(left > 0 && {
        leftOut: `${left} more match. Narrow the query${limit < 50 && posts.length === limit ? ', or ask for more with “limit”' : ''}.`,
      }),
    },
  };
}

const nothingFound =
  'No post matches. Try fewer or other words, or leave out operators. If nothing is found, tell the user that the library has no such post; do not cite one from memory.';
