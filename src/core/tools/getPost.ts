import { findPost } from './findPost';
import { allFacts } from './postFacts';
import type { ToolAnswer, ToolLibrary } from './tool';

/** All that is known of a post. */
export async function getPost(
  { post: wanted }: { readonly post: string },
  library: ToolLibrary,
): Promise<ToolAnswer> {
  const post = await findPost(wanted, library);
  return typeof post === 'string' ? { error: post } : { content: allFacts(post, library) };
}
