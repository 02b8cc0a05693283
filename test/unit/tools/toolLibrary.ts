import { KnownPosts } from '../../../src/core/document';
import type { Post } from '../../../src/core/post';
import { createSearch } from '../../../src/core/search';
import { runWhole } from '../../../src/core/sliced';
import { callTool, type ToolContent, type ToolLibrary, type ToolName } from '../../../src/core/tools';

/** A library in memory, for the tools. */
export function toolLibrary(posts: readonly Post[], parts: Partial<ToolLibrary> = {}): ToolLibrary {
  const search = createSearch(posts);
  const known = new KnownPosts();
  runWhole(known.setPosts(posts));
  return {
    name: 'library.json',
    search: async (query, limit) => search.search(query, { limit }),
    known: async () => known,
    sourcesOf: ({ sources = [] }) => sources,
    citing: { format: 'inlineLink' },
    csl: async () => {
      throw new Error('no style was asked for');
    },
    document: async () => 'There is no such file.',
    ...parts,
  };
}

/** What a tool answers; an error fails the test. */
export async function contentOf(name: ToolName, input: unknown, library: ToolLibrary): Promise<ToolContent> {
  const answer = await callTool(name, input, library);
  if ('error' in answer) throw new Error(answer.error);
  return answer.content;
}

/** Why a tool gives no answer; an answer fails the test. */
export async function errorOf(name: ToolName, input: unknown, library: ToolLibrary): Promise<string> {
  const answer = await callTool(name, input, library);
  if ('content' in answer) throw new Error(JSON.stringify(answer.content));
  return answer.error;
}
