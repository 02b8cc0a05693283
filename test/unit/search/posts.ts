import { parseName } from '../../../src/core/name';
import type { Post } from '../../../src/core/post';

/** A post for a test, with what the test is about. */
export function post(id: string, title: string, authors: string[] = [], rest: Partial<Post> = {}): Post {
  return { id, title, author: authors.map(parseName), keywords: [], ...rest };
}
