import MiniSearch from 'minisearch';
import { displayName } from '../../src/core/name';
import type { Post } from '../../src/core/post';
import type { Engine } from './engine';

export function minisearch(): Engine {
  let engine: MiniSearch<Post> | undefined;
  return {
    name: 'minisearch',
    settings:
      'title 4, author 3, keywords 2, publication 1.5, abstract .5; prefix from 2 letters on; fuzzy .2 from 4; all words, or any when none has all',
    build: posts => {
      engine = new MiniSearch<Post>({
        fields: ['title', 'author', 'keywords', 'containerTitle', 'abstract'],
        extractField: (post, field) => {
          if (field === 'author') return post.author.map(displayName).join(' ');
          if (field === 'keywords') return post.keywords.join(' ');
          return (post as unknown as Record<string, string>)[field] ?? '';
        },
        searchOptions: {
          boost: { title: 4, author: 3, keywords: 2, containerTitle: 1.5, abstract: 0.5 },
          prefix: term => term.length > 1,
          fuzzy: term => (term.length > 3 ? 0.2 : false),
        },
      });
      engine.addAll(posts);
    },
    search: (query, limit) => {
      let found = engine!.search(query, { combineWith: 'AND' });
      if (found.length === 0) found = engine!.search(query, { combineWith: 'OR' });
      return found.slice(0, limit).map(result => result.id);
    },
    close: () => {
      engine = undefined;
    },
  };
}
