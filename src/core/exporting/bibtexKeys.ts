import type { Post } from '../post';
import type { Renamed } from './exporting';

export interface BibtexKeys {
  readonly posts: readonly Post[];
  readonly renamed: readonly Renamed[];
}

/**
 * Posts with keys that BibTeX, Biber and Pandoc read: of a file with any other, Pandoc reads nothing. Those that have
 * one keep it, and no two are the same.
 */
export function bibtexKeys(posts: readonly Post[]): BibtexKeys {
  const taken = new Set(posts.map(({ id }) => id).filter(id => !unfit.test(id)));
  const renamed: Renamed[] = [];
  const numbers = new Map<string, number>();
  const all = posts.map(post => {
    if (!unfit.test(post.id)) return post;
    const fit = post.id.replace(unfits, '_');
    let number = numbers.get(fit) ?? 1;
    let key = fit;
    while (taken.has(key)) key = `${fit}_${++number}`;
    numbers.set(fit, number);
    taken.add(key);
    renamed.push({ post, key });
    const { id: _, ...extra } = post.extra ?? {};
    return { ...post, id: key, ...(post.extra && { extra }) };
  });
  return { posts: all, renamed };
}

const unfit = /[\s,{}()"#%=~\\@'^|<>]/u;
const unfits = new RegExp(unfit, 'gu');
