import { utf8Reader } from '../decode';
import { libraryFormat } from '../formats/bibliography';
import { readingCslJson } from '../formats/readCslJson';
import type { Post, PostRecord } from '../post';
import { isDamage, type Problem } from '../problem';
import { runWhole } from '../sliced';
import { cslJsonWith } from './cslJsonWith';

export interface ExtendedBibliography {
  /** The file as it is to be; as it was where there is nothing to add, or `problems`. */
  readonly bytes: Uint8Array;
  readonly added: readonly Post[];
  /** Those whose keys the form of the file cannot hold, so that they were not added. */
  readonly unfit: readonly Post[];
  /** Why nothing was added: parts of the file could not be read. */
  readonly problems: readonly Problem[];
}

/**
 * Adds posts to a document's bibliography, in the form that its name says (BibLaTeX, RIS, CSL-YAML, else CSL-JSON),
 * but for those whose keys it has. Whatever stands in it stays byte for byte.
 * @param bytes none where there is no such file yet
 */
export function bibliographyWith(
  bytes: Uint8Array,
  name: string,
  posts: readonly Post[],
): ExtendedBibliography {
  const unfit = bibtex.test(name) ? posts.filter(({ id }) => !bibtexKey.test(id)) : [];
  const fit = unfit.length > 0 ? posts.filter(({ id }) => bibtexKey.test(id)) : posts;
  return { ...extended(bytes, name, fit), unfit };
}

const bibtex = /\.(?:bib|bibtex|biblatex)$/i;

/** What BibTeX, Biber and Pandoc read as a key: of one with other marks Pandoc refuses the whole file. */
const bibtexKey = /^[^\s,{}()"#%=~\\@'^|<>]+$/u;

function extended(bytes: Uint8Array, name: string, posts: readonly Post[]): Extended {
  try {
    return /\.(?:bib|bibtex|biblatex|ris|ya?ml)$/i.test(name)
      ? withEntries(bytes, name, posts)
      : withItems(bytes, name, posts);
  } catch (error) {
    const problem: Problem = { code: 'unreadableFile', source: name, detail: (error as Error).message };
    return { bytes, added: [], problems: [problem] };
  }
}

type Extended = Omit<ExtendedBibliography, 'unfit'>;

function withEntries(bytes: Uint8Array, name: string, posts: readonly Post[]): Extended {
  const format = libraryFormat(name);
  const reading = runWhole(format.reading(bytes, name));
  const added = missing(reading.posts, posts);
  if (!reading.writable) return { bytes, added: [], problems: reading.problems.filter(isDamage) };
  if (added.length === 0) return { bytes, added, problems: [] };
  const all = [...(reading.posts as readonly Post[]), ...added];
  return { bytes: runWhole(format.writing(all, { bytes, reading, keyed: new Map() })), added, problems: [] };
}

function withItems(bytes: Uint8Array, name: string, posts: readonly Post[]): Extended {
  const text = utf8Reader('it')(bytes);
  const { rest, isWhole, ...reading } = runWhole(readingCslJson(bytes, name));
  const damage = reading.problems.filter(isDamage);
  const isArray = isWhole && rest.around === undefined && /^\s*\[/.test(text);
  if (damage.length > 0 || !(isArray || text.trim() === '')) {
    const problem: Problem = { code: isWhole ? 'noBibliography' : 'damagedFile', source: name };
    return { bytes, added: [], problems: damage.length > 0 ? damage : [problem] };
  }
  const others = rest.entries.map(entry => ({ id: String((entry as { readonly id?: unknown })?.id) }));
  const added = missing([...reading.posts, ...others], posts);
  if (added.length === 0) return { bytes, added, problems: [] };
  return { bytes: new TextEncoder().encode(cslJsonWith(text, added)), added, problems: [] };
}

/** Those whose keys the file lacks, without what only Byline's own library says of them. */
function missing(
  entries: readonly Pick<PostRecord, 'id' | 'extra'>[],
  wanted: readonly Post[],
): readonly Post[] {
  const keys = new Set(entries.map(({ id, extra }) => String(extra?.id ?? id)));
  return wanted.filter(({ id }) => !keys.has(id) && keys.add(id)).map(asPublished);
}

function asPublished({ inferred = [], provisional: _, persons: __, sources: ___, ...post }: Post): Post {
  return { ...post, keywords: post.keywords.filter(keyword => !inferred.includes(keyword)) };
}
