import Fuse from 'fuse.js';
import { displayName } from '../../src/core/name';
import type { Post } from '../../src/core/post';
import type { Engine } from './engine';

export function fuse(): Engine {
  let engine: Fuse<Post> | undefined;
  return {
    name: 'fuse',
    settings:
      'plain Fuse.js: keys title 4, author 3, keywords 2, publication 1.5, abstract .5; ignoreLocation, threshold .4',
    build: posts => {
      engine = new Fuse(posts, {
        keys: [
          { name: 'title', weight: 4 },
          { name: 'author', weight: 3, getFn: post => post.author.map(displayName) },
          { name: 'keywords', weight: 2 },
          { name: 'containerTitle', weight: 1.5 },
          { name: 'abstract', weight: 0.5 },
        ],
        ignoreLocation: true,
        threshold: 0.4,
      });
    },
    search: (query, limit) => engine!.search(query, { limit }).map(result => result.item.id),
    close: () => {
      engine = undefined;
    },
  };
}
