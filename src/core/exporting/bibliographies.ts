import { writingBibliography } from '../formats/bibliography';
import { writingCslJson } from '../formats/writeCslJson';
import type { Post } from '../post';
import { type BibtexKeys, bibtexKeys } from './bibtexKeys';
import type { ExportFormat } from './exportFormats';
import type { Exported } from './exporting';
import { withoutSources } from './withoutSources';

/** Posts as bibliographies: CSL-JSON sorted by key, so that files compare well; the others in the order given. */
export function* exportingBibliography(
  posts: readonly Post[],
  format: Exclude<ExportFormat, 'opml' | 'markdown'>,
): Generator<void, Exported> {
  const keyed: BibtexKeys = format === 'bibtex' ? bibtexKeys(posts) : { posts, renamed: [] };
  const written: Post[] = [];
  for (const post of keyed.posts) {
    written.push(withoutSources(post));
    yield;
  }
  const bytes =
    format === 'csl-json'
      ? yield* writingCslJson(written, { entries: [] })
      : yield* writingBibliography(written, format);
  return { text: new TextDecoder().decode(bytes), left: [], renamed: keyed.renamed };
}
