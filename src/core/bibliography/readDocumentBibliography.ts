import { readBibliography } from '../formats/bibliography';
import type { FileSystem } from '../ports';
import { contentOf, type DocumentBibliography, joinBibliographies } from './documentBibliography';
import type { FoundBibliographies } from './findBibliographies';

/** Reads what `findBibliographies` has found; `undefined` for a document without a bibliography. */
export async function readDocumentBibliography(
  { uris, elsewhere, references }: FoundBibliographies,
  files: Pick<FileSystem, 'read'>,
): Promise<(DocumentBibliography & { readonly missing: readonly string[] }) | undefined> {
  if (uris.length + elsewhere.length === 0 && !references) return undefined;
  const found: DocumentBibliography[] = [];
  const missing: string[] = [];
  for (const uri of uris) {
    const bytes = await files.read(uri);
    const content = contentOf(bytes && readBibliography(bytes, uri));
    found.push(content);
    if (!content.isWhole) missing.push(uri);
  }
  if (references) found.push(contentOf(readBibliography(references, 'references.yaml')));
  const { isWhole, ...content } = joinBibliographies(found);
  return { ...content, isWhole: isWhole && elsewhere.length === 0, missing };
}
