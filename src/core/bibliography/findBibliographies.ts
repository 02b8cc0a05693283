import type { FileSystem } from '../ports';
import { bibliographiesIn, bibliographyFileOf } from './bibliographyFiles';

export interface BibliographySearch {
  /** The document's URI, and its text. */
  readonly uri: string;
  readonly text: string;
  /** The URI of the folder that Pandoc is started in or that is Quarto's project; nothing outside of it is found. */
  readonly root: string;
  /** What to take where neither the document nor its project names any, as written; see `byline.bibliographyFile`. */
  readonly fallback?: string;
  readonly files: Pick<FileSystem, 'read'>;
}

/** Who sets metadata for all documents of a folder, and for all of a project: Quarto's. */
const metadata = ['_metadata.yml', '_metadata.yaml', '_quarto.yml', '_quarto.yaml'];

/**
 * The URIs of the bibliographies that Pandoc or Quarto reads for a document: those of its front matter, else those of
 * its project. A file that is nowhere yet is one beside what names it.
 */
export async function findBibliographies(search: BibliographySearch): Promise<readonly string[]> {
  const { uri, text, root, fallback, files } = search;
  const folder = root.replace(/\/*$/, '/');
  const own = bibliographyFileOf(text);
  if (own.length > 0) return resolved(own, uri);
  for (const above of foldersUpTo(folder, uri)) {
    for (const name of metadata) {
      const bytes = await files.read(above + name);
      const named = bytes ? bibliographiesIn(new TextDecoder().decode(bytes)) : [];
      if (named.length > 0) return resolved(named, above + name);
    }
  }
  return fallback ? resolved([fallback], folder) : [];

  async function resolved(names: readonly string[], from: string): Promise<string[]> {
    const found = await Promise.all(names.map(name => firstThere(candidates(name, from, folder))));
    return found.flatMap(file => file ?? []);
  }

  async function firstThere(uris: readonly string[]): Promise<string | undefined> {
    for (const file of uris) if (await files.read(file, 1)) return file;
    return uris[0];
  }
}

/** From the folder of a document to the root, where the document is in it. */
function foldersUpTo(root: string, uri: string): string[] {
  const folders: string[] = [];
  for (let end = uri.lastIndexOf('/'); end >= 0; end = uri.lastIndexOf('/', end - 1)) {
    const folder = uri.slice(0, end + 1);
    if (!folder.startsWith(root)) break;
    folders.push(folder);
  }
  return folders;
}

/** Quarto looks beside what names a file, and takes "/" for its project; Pandoc in the folder that it is started in. */
function candidates(name: string, from: string, root: string): string[] {
  if (/^[a-z][a-z\d+.-]*:/i.test(name)) return [];
  const path = name.trim().replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const beside = path.startsWith('/') ? [] : [new URL(path, from).href];
  const below = new URL(path.replace(/^\/+/, ''), root).href;
  return [...new Set([...beside, below])].filter(file => file.startsWith(root));
}
