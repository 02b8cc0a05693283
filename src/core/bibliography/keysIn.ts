import { readBibliography } from '../formats/bibliography';
import type { FileSystem } from '../ports';

/** The keys of all entries of bibliographies; none of a file that is not there or is no bibliography. */
export async function keysIn(
  uris: readonly string[],
  files: Pick<FileSystem, 'read'>,
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const uri of uris) {
    const bytes = await files.read(uri);
    for (const { id } of (bytes && readBibliography(bytes, uri)?.records) ?? [])
      if (id !== undefined) keys.add(id);
  }
  return keys;
}
