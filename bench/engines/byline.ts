import { createSearch, type Search } from '../../src/core/search';
import type { Engine } from './engine';

/** Hits that are drawn at once; places are found as they are read. */
const shown = 30;

export function byline(): Engine {
  let search: Search | undefined;
  return {
    name: 'byline',
    settings: 'as in the picker: the 100 best, the first 30 with places',
    build: posts => {
      search = createSearch(posts);
    },
    search: query => {
      const { hits } = search!.search(query, { limit: 100 });
      for (const hit of hits.slice(0, shown)) hit.matches;
      return hits.map(hit => hit.post.id);
    },
    close: () => {
      search = undefined;
    },
  };
}
