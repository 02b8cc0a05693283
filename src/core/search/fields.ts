import { displayName } from '../name';
import type { Post } from '../post';

/** The fields that are searched; the first four carry a bit in an index entry. */
export const fields = ['title', 'author', 'keywords', 'containerTitle', 'abstract'] as const;
export type Field = (typeof fields)[number];

/** Bits of the fields in an index entry; a word found in the abstract alone has none. */
export const fieldBit = { title: 1, author: 2, keywords: 4, containerTitle: 8, abstract: 0 } as const;

/** The texts of a field, one for each author or topic. */
export function fieldTexts(post: Post, field: Field): readonly string[] {
  switch (field) {
    case 'author':
      return post.author.map(displayName);
    case 'keywords':
      return post.keywords;
    default: {
      const text = post[field];
      return text === undefined ? [] : [text];
    }
  }
}
