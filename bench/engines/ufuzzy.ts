import uFuzzy from '@leeoniya/ufuzzy';
import { displayName } from '../../src/core/name';
import type { Post } from '../../src/core/post';
import type { Engine } from './engine';

export function ufuzzy(): Engine {
  const engine = new uFuzzy({ intraMode: 1 });
  let haystack: string[] = [];
  let ids: string[] = [];
  return {
    name: 'ufuzzy',
    settings:
      'title, authors, topics, publication in one line (faster and better than with abstracts); intraMode 1, any order of up to 4 words',
    build: posts => {
      ids = posts.map(post => post.id);
      haystack = uFuzzy.latinize(posts.map(line));
    },
    search: (query, limit) => {
      const [found, info, order] = engine.search(haystack, uFuzzy.latinize([query])[0]!, 4, 1000);
      if (found === null) return [];
      const best = info && order ? order.map(at => info.idx[at]!) : found;
      return best.slice(0, limit).map(at => ids[at]!);
    },
    close: () => {
      haystack = [];
      ids = [];
    },
  };
}

function line(post: Post): string {
  return [post.title, ...post.author.map(displayName), ...post.keywords, post.containerTitle ?? ''].join(
    ' · ',
  );
}
