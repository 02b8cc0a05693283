import { createSearch, type Search } from '../../src/core/search';
import type { Engine } from './engine';

export function byline(): Engine {
  let search: Search | undefined;
  return {
    name: 'byline',
    settings: 'as in the picker: the 100 best, with places',
    build: posts => {
      search = createSearch(posts);
    },
    search: query => search!.search(query, { limit: 100 }).hits.map(hit => hit.post.id),
    close: () => {
      search = undefined;
    },
  };
}
