import { createSearch, type Search } from '../../src/core/search';
import type { Engine } from './engine';

export function byline(): Engine {
  let search: Search | undefined;
  return {
    name: 'byline',
    settings:
      'as in the picker, the 100 best; like the others without the places that match, which are looked up for rows in view',
    build: posts => {
      search = createSearch(posts);
    },
    search: (query, limit) => search!.search(query, { limit }).hits.map(hit => hit.post.id),
    close: () => {
      search = undefined;
    },
  };
}
