import { type CslItem, toCslItem } from '../core/formats/cslItem';
import type { Post } from '../core/post';
import { type Command, json, UsageError } from './command';
import { postLine } from './postLine';

/** `byline read FILE…`: what the files hold, as CSL-JSON or a line a post. */
export const read: Command = {
  options: ['from', 'base', 'format'],

  files(words, { from = [] }) {
    const files = [...words, ...from];
    if (files.length === 0) {
      throw new UsageError('Say which files to read.');
    }
    return files;
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
