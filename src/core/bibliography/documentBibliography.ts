import type { PostRecord } from '../post';

/** What the bibliographies of a document hold, for Pandoc. */
export interface DocumentBibliography {
  readonly entries: BibliographyEntries;
  /** Whether that is all: no file is missing, as one that is made when the document is rendered, or kept elsewhere. */
  readonly isWhole: boolean;
}

/** The entries of bibliographies by their keys. */
export type BibliographyEntries = ReadonlyMap<string, PostRecord>;

/** Of equal keys the last one counts, as for Pandoc. */
export const entriesByKey = (records: readonly PostRecord[] = []): BibliographyEntries =>
  new Map(records.flatMap(record => (record.id === undefined ? [] : [[record.id, record]])));

/** The entries of several files, of which the last ones count. */
export function joinEntries(files: readonly BibliographyEntries[]): BibliographyEntries {
  return files.length === 1 ? files[0]! : new Map(files.flatMap(entries => [...entries]));
}
