import type { Bibliography } from '../formats/bibliography';
import type { FileSystem } from '../ports';
import { contentOf, type DocumentBibliography, joinBibliographies } from './documentBibliography';
import type { FoundBibliographies } from './findBibliographies';

/**
 * Reads what `findBibliographies` has found; `undefined` for a document without a bibliography.
 * @param contents of files that were read before, by URI, to which those are added that are read now
 */
export async function readDocumentBibliography(
  { uris, elsewhere, references }: FoundBibliographies,
  files: Pick<FileSystem, 'read'>,
  contents = new Map<string, DocumentBibliography>(),
): Promise<(DocumentBibliography & { readonly missing: readonly string[] }) | undefined> {
  if (uris.length + elsewhere.length === 0 && !references) return undefined;
  const { readBibliography } = await import('../formats/bibliography');
  const found: DocumentBibliography[] = [];
  const missing: string[] = [];
  for (const uri of uris) {
    const content = contents.get(uri) ?? contentOf(await readFile(uri));
    contents.set(uri, content);
    found.push(content);
    if (!content.isWhole) missing.push(uri);
  }
  if (references) found.push(contentOf(readBibliography(references, 'references.yaml')));
  const { isWhole, ...content } = joinBibliographies(found);
  return { ...content, isWhole: isWhole && elsewhere.length === 0, missing };

  async function readFile(uri: string): Promise<Bibliography | undefined> {
    const bytes = await files.read(uri);
    return bytes && readBibliography(bytes, uri);
  }
}
