import { type CslItem, toCslItem } from '../core/formats/cslItem';
import type { Post } from '../core/post';
import { type Command, json, loadOptions, UsageError } from './command';
import { postLine } from './postLine';

/** `byline read FILE|FOLDER|ADDRESS…`: the posts of these, as CSL-JSON or a line a post. */
export const read: Command = {
  options: loadOptions,

  locations(words, { from = [] }) {
    const locations = [...words, ...from];
    if (locations.length === 0) {
      throw new UsageError('Say which files, folders or addresses to read.');
    }
    return locations;
  },

  answer(posts, _words, { format }) {
    if (posts.length === 0) {
      return undefined;
    }
    return format === 'json' ? json(posts.map(usableItem)) : posts.map(postLine).join('');
  },
};

/** As CSL, but for an address in the file that is no http(s) one. */
function usableItem(post: Post): CslItem {
  const item = toCslItem(post);
  if (post.url !== undefined) {
    return item;
  }
  const { URL, ...usable } = item;
  return usable;
}
