import { readBibliography } from '../formats/bibliography';
import type { FileSystem } from '../ports';
import {
  type BibliographyEntries,
  type DocumentBibliography,
  entriesByKey,
  joinEntries,
} from './documentBibliography';
import type { FoundBibliographies } from './findBibliographies';

/** Reads what `findBibliographies` has found; `undefined` for a document without a bibliography. */
export async function readDocumentBibliography(
  { uris, elsewhere, references }: FoundBibliographies,
  files: Pick<FileSystem, 'read'>,
): Promise<(DocumentBibliography & { readonly missing: readonly string[] }) | undefined> {
  if (uris.length + elsewhere.length === 0 && !references) return undefined;
  const found: BibliographyEntries[] = [];
  const missing: string[] = [];
  const read = (bytes: Uint8Array, name: string) =>
    found.push(entriesByKey(readBibliography(bytes, name)?.records));
  for (const uri of uris) {
    const bytes = await files.read(uri);
    if (bytes) read(bytes, uri);
    else missing.push(uri);
  }
  if (references) read(references, 'references.yaml');
  return { entries: joinEntries(found), isWhole: missing.length + elsewhere.length === 0, missing };
}
