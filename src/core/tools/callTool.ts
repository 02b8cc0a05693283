import { checkCitations } from './checkCitations';
import { citePost } from './citePost';
import { toolDefinitions } from './definitions';
import { getPost } from './getPost';
import { inputFault } from './schema';
import { searchPosts } from './searchPosts';
import type { ToolAnswer, ToolLibrary, ToolName } from './tool';

type Call = (input: never, library: ToolLibrary, signal?: AbortSignal) => Promise<ToolAnswer>;

const calls: Readonly<Record<ToolName, Call>> = {
  search_posts: searchPosts,
  get_post: getPost,
  cite_post: citePost,
  check_citations: checkCitations,
};

/**
 * Calls a tool with whatever a model has made up as its input.
 * @param signal stops the work: rejects with its reason. Else rejects only where the library can't be read.
 */
export async function callTool(
  name: ToolName,
  input: unknown,
  library: ToolLibrary,
  signal?: AbortSignal,
): Promise<ToolAnswer> {
  const { inputSchema } = toolDefinitions.find(tool => tool.name === name)!;
  const fault = inputFault(inputSchema, input ?? {});
  if (fault !== undefined) return { error: fault };
  return calls[name]((input ?? {}) as never, library, signal);
}
