import type { Post } from '../../core/post';
import { urlKey } from '../../core/url';
import type { KnownLibrary } from './knownLibrary';
import type { OpenLibrary } from './openLibrary';

/** The post with a key or an address, as others than Byline's own views name it. */
export async function postBy(
  keyOrAddress: string,
  library: OpenLibrary,
  known: KnownLibrary,
): Promise<Post | undefined> {
  await library.load();
  const post = library.post(keyOrAddress);
  if (post || !/^https?:\/\//i.test(keyOrAddress)) return post;
  const [id = ''] = (await known.load()).idsOf(urlKey(keyOrAddress));
  return library.post(id);
}
