import type { Bibliography } from '../formats/bibliography';
import type { PostRecord } from '../post';

/** What the bibliographies of a document hold, for Pandoc. */
export interface DocumentBibliography {
  readonly entries: BibliographyEntries;
  /** The keys of entries without a title, which are no posts, but can be cited. */
  readonly untitled?: ReadonlySet<string>;
  /** Whether that is all: no file is missing, as one that is made when the document is rendered, or kept elsewhere. */
  readonly isWhole: boolean;
}

/** The entries of bibliographies by their keys. */
export type BibliographyEntries = ReadonlyMap<string, PostRecord>;

/**
 * What a file holds; of equal keys the last one counts, as for Pandoc.
 * @param file `undefined` for one that is missing, or is in a format that Byline does not read
 */
export function contentOf(file: Bibliography | undefined): DocumentBibliography {
  const { records = [], untitled } = file ?? {};
  const keyed = records.flatMap(record => (record.id === undefined ? [] : ([[record.id, record]] as const)));
  return { entries: new Map(keyed), untitled: new Set(untitled), isWhole: file !== undefined };
}

/** What several files hold together, of which the last ones count. */
export function joinBibliographies(files: readonly DocumentBibliography[]): DocumentBibliography {
  if (files.length === 1) return files[0]!;
  return {
    entries: new Map(files.flatMap(({ entries }) => [...entries])),
    untitled: new Set(files.flatMap(({ untitled }) => [...(untitled ?? [])])),
    isWhole: files.every(({ isWhole }) => isWhole),
  };
}
