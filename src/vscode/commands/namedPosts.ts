import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import { postBy } from '../library/postBy';

/**
 * The posts that callers from outside name by key or address, each once: `'lee2020'`, `{ id }` or `{ ids }`.
 * @throws Error that says which of them the library does not have
 */
export async function namedPosts(
  given: readonly unknown[],
  library: OpenLibrary,
  known: KnownLibrary,
): Promise<readonly Post[]> {
  const posts = new Set<Post>();
  for (const name of given.flatMap(namesIn)) {
    const post = await postBy(name, library, known);
    if (!post) {
      throw new Error(
        vscode.l10n.t('No post of the library has the key or address “{0}”.', name.slice(0, 200)),
      );
    }
    posts.add(post);
  }
  return [...posts];
}

function namesIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given];
  const { id, ids } = (given ?? {}) as { readonly id?: unknown; readonly ids?: unknown };
  return [id, ...(Array.isArray(ids) ? ids : [])].filter(name => typeof name === 'string');
}
