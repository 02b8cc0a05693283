import type { FileSystem } from '../ports';
import { isBook, laterMatter, metadataIn, yamlMatter } from './bibliographyFiles';

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

export interface FoundBibliographies {
  /** Of files that are there, or are to be. */
  readonly uris: readonly string[];
  /** Those that are not to be read or written here, as written: addresses, and files outside of the root. */
  readonly elsewhere: readonly string[];
  /**
   * The entries that the front matter, or metadata further down, holds itself, as a file in CSL-YAML; they count before
   * those of files.
   */
  readonly references?: Uint8Array;
}

/** What one document or file of metadata names. */
interface Named extends Pick<FoundBibliographies, 'uris' | 'elsewhere'> {
  readonly isList: boolean;
}

/** What sets metadata for all documents of a folder, and for all of a project: Quarto's. */
const metadata = ['_metadata.yml', '_metadata.yaml', '_quarto.yml', '_quarto.yaml'];

/**
 * The bibliographies that Pandoc or Quarto reads for a document: those of its front matter, else those of its project
 * or of its book of bookdown, and both where either is a list; of either also what its `metadata-files` name. The
 * document's come first. A file that is nowhere yet is one beside what names it.
 */
export async function findBibliographies(search: BibliographySearch): Promise<FoundBibliographies> {
  const { uri, text, root, fallback, files } = search;
  const folder = root.replace(/\/*$/, '/');
  const matter = yamlMatter(text);
  const own = await namedBy(matter, uri);
  const all = [...(own ? [own] : []), ...(await namedByProject())];
  const { uris, elsewhere } =
    all.length > 0 ? all.reduceRight(joined) : await resolved(fallback ? [fallback] : [], folder);
  const named = { uris, elsewhere };
  // Without a bibliography at its top a document that has entries further down rather tells of Pandoc than is for it.
  const blocks = [matter, ...(uris.length + elsewhere.length > 0 ? laterMatter(text) : [])];
  const references = blocks.filter(block => /^references[ \t]*:/m.test(block)).at(-1);
  return references === undefined ? named : { ...named, references: encoded(references) };

  /** From the nearest folder on. */
  async function namedByProject(): Promise<Named[]> {
    const found: Named[] = [];
    for (const above of foldersUpTo(folder, uri)) {
      let isProject = false;
      for (const name of metadata) {
        const bytes = await files.read(above + name);
        const named = bytes && (await namedBy(decoded(bytes), above + name));
        if (named) found.push(named);
        isProject ||= bytes !== undefined && name.startsWith('_quarto');
      }
      const book = isProject ? undefined : await bookIn(above);
      const named = book && (await namedBy(book.matter, book.uri));
      if (named) found.push(named);
      if (isProject || book) break;
    }
    return found;
  }

  /** Of R Markdown: the document of a folder that all others are one book with. */
  async function bookIn(above: string): Promise<{ uri: string; matter: string } | undefined> {
    const first = `${above}index.Rmd`;
    const bytes = /\.rmd$/i.test(uri) && uri !== first ? await files.read(first) : undefined;
    const book = bytes && yamlMatter(decoded(bytes));
    return book && isBook(book) ? { uri: first, matter: book } : undefined;
  }

  async function namedBy(yaml: string, from: string, follow = true): Promise<Named | undefined> {
    const { bibliographies, isList, files: further } = metadataIn(yaml);
    if (bibliographies.length > 0) return resolved(bibliographies, from, isList);
    for (const name of follow ? further : []) {
      for (const file of candidates(name, from, folder)) {
        const bytes = await files.read(file);
        const named = bytes && (await namedBy(decoded(bytes), file, false));
        if (named) return named;
      }
    }
    return undefined;
  }

  async function resolved(names: readonly string[], from: string, isList = false): Promise<Named> {
    const found = await Promise.all(names.map(name => firstThere(candidates(name, from, folder))));
    return {
      uris: found.flatMap(file => file ?? []),
      elsewhere: names.filter((_, at) => found[at] === undefined),
      isList,
    };
  }

  async function firstThere(uris: readonly string[]): Promise<string | undefined> {
    for (const file of uris) if (await files.read(file, 1)) return file;
    return uris[0];
  }
}

/** As Quarto has it: of two names the nearer one counts, but a list is added to. */
function joined(farther: Named, nearer: Named): Named {
  if (!farther.isList && !nearer.isList) return nearer;
  return {
    uris: [...new Set([...nearer.uris, ...farther.uris])],
    elsewhere: [...nearer.elsewhere, ...farther.elsewhere],
    isList: true,
  };
}

const encoded = (matter: string): Uint8Array => new TextEncoder().encode(`---\n${matter}\n---\n`);

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

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
