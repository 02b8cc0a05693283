import { createSearch } from '../core/search';
import { type Command, json, loadOptions, requireFrom, requireWords, UsageError } from './command';
import { shownTitle } from './postLine';

/** `byline search QUERY… --from FILE --limit N`: the posts found, best first. */
export const search: Command = {
  options: [...loadOptions, 'limit'],

  locations(words, options) {
    requireWords(words, 'what to search for');
    parseLimit(options.limit);
    return requireFrom(options);
  },

  answer(posts, words, options) {
    const { hits } = createSearch(posts).search(words.join(' '), { limit: parseLimit(options.limit) });
    if (hits.length === 0) {
      return undefined;
    }
    return options.format === 'json'
      ? json(hits.map(({ post, score }) => ({ id: post.id, title: post.title, score })))
      : hits.map(({ post }) => `${post.id}\t${shownTitle(post)}\n`).join('');
  },
};

function parseLimit(limit = '10'): number {
  if (!/^[1-9]\d{0,6}$/.test(limit)) {
    throw new UsageError(`--limit takes a whole number from 1, not “${limit}”.`);
  }
  return Number(limit);
}
