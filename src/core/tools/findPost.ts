import type { KnownPosts } from '../document';
import type { Post } from '../post';
import { urlKey } from '../url';
import { quoted } from './quoted';
import type { ToolLibrary } from './tool';

/** The post with a key or an address; or in a sentence that there is none, and what to do. */
export async function findPost(keyOrAddress: string, library: ToolLibrary): Promise<Post | string> {
  const known = await library.known();
  const text = keyOrAddress.trim();
  const post = known.byId(text) ?? byAddress(text, known) ?? known.byId(text.replace(/^\[?@|\]$/g, ''));
  if (post) return post;
  const shown = quoted(text, 200);
  if (known.size === 0) return emptyLibrary(library);
  return /^https?:/i.test(text)
    ? `No post of the library has the address “${shown}”. Search for its title with search_posts; do not cite a post that is not there.`
    : `No post has the key “${shown}”. Search for it with search_posts.`;
}

export const emptyLibrary = ({ name }: ToolLibrary): string =>
  `The library “${quoted(name, 200)}” has no posts. Ask the user to add some with Byline; do not cite posts from memory.`;

function byAddress(text: string, known: KnownPosts): Post | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  const [id] = known.idsOf(urlKey(text));
  return id === undefined ? undefined : known.byId(id);
}
