import type { BibliographyEntries } from '../../core/bibliography/documentBibliography';
import { nocited, nocitesAll } from '../../core/bibliography/nocited';
import type { KnownPosts } from '../../core/document';
import { mayBeSame } from '../../core/health/otherPosts';
import type { Post } from '../../core/post';
import type { PreviewPosts } from './renderCitations';

/** So many entries that no key names are shown; of more it would take too long to wait for. */
const most = 100;

/**
 * What the keys of a document mean: the posts of the library, and where its own bibliography has another entry or the
 * library has none that entry, as Pandoc shows it.
 */
export function previewedPosts(
  text: string,
  known: Pick<KnownPosts, 'meantBy'>,
  own: BibliographyEntries = new Map(),
): Pick<PreviewPosts, 'postOf' | 'nocited'> {
  const postOf = (key: string): Post | undefined => {
    const [post] = known.meantBy({ kind: 'key', start: 0, end: 0, key });
    const entry = own.get(key);
    // It was found by its key, so it has one.
    return entry && !(post && mayBeSame(entry, post)) ? (entry as Post) : post;
  };
  const all = nocitesAll(text) && own.size <= most ? [...own.keys()] : [];
  return { postOf, nocited: [...nocited(text), ...all].flatMap(key => postOf(key) ?? []) };
}
