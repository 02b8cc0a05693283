import { decodePage } from '../../decode';
import type { Post, PostRecord } from '../../post';
import type { Problem } from '../../problem';
import { runWhole } from '../../sliced';
import { cleanUrl } from '../../url';
import { isObject } from '../cslItem';
import type { LibraryFormat } from '../libraryFormat';
import { readingCslJson } from '../readCslJson';
import { bibtexSyntax } from './bibtex/bibtexSyntax';
import { cslYamlSyntax } from './cslYaml/cslYamlSyntax';
import { type BibliographyFormat, detectBibliography } from './detectBibliography';
import { risSyntax } from './ris/risSyntax';
import { type BibliographySyntax, textLibrary } from './textLibrary';

export { type BibliographyFormat, detectBibliography };

export interface Bibliography {
  /** In the order of the file; `id` is the key that the file gives. */
  readonly records: readonly PostRecord[];
  /** The keys of entries without a title, which are no posts, but can be cited. */
  readonly untitled: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a bibliography in steps of one entry: BibTeX, BibLaTeX, RIS, CSL-YAML (also in front matter) or CSL-JSON. What
 * can't be read is a Problem. `undefined` for what is no bibliography.
 * @param source is what problems name, and its ending tells the format where there is one.
 */
export function* readingBibliography(
  bytes: Uint8Array,
  source: string,
): Generator<void, Bibliography | undefined> {
  const text = decodePage(bytes);
  const format = detectBibliography(source, text);
  if (format === undefined) return undefined;
  if (format === 'cslJson') {
    const { posts, rest, problems } = yield* readingCslJson(new TextEncoder().encode(text), source);
    const untitled = rest.entries.flatMap(entry =>
      isObject(entry) && entry.id !== undefined ? String(entry.id) : [],
    );
    return { records: posts.map(record => asSource(withoutTags(record))), untitled, problems };
  }
  const { entries, untitled, problems } = yield* syntaxes[format].reading(text, source);
  return { records: entries.map(({ record }) => asSource(record)), untitled, problems };
}

/** The record with its address as a post of a source has it; a library file keeps what stands in it. */
function asSource(record: PostRecord): PostRecord {
  const { url } = record;
  return url !== undefined && /[?#]/.test(url) ? { ...record, url: cleanUrl(url) ?? url } : record;
}

/** Marks that CSL-JSON has in its texts, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html. */
const tags =
  /<(i|b|sub|sup|sc)>([^<>]*)<\/\1>|<span (?:class="nocase"|style="font-variant: ?small-caps;?")>([^<>]*)<\/span>/g;

function withoutTags(record: PostRecord): PostRecord {
  const inner = record.title.replace(tags, (_, _name, text, span) => text ?? span);
  // One mark may stand in another.
  const title = inner.replace(tags, (_, _name, text, span) => text ?? span);
  return title === record.title || title.trim() === '' ? record : { ...record, title: title.trim() };
}

/** `readingBibliography` at once. */
export function readBibliography(bytes: Uint8Array, source: string): Bibliography | undefined {
  return runWhole(readingBibliography(bytes, source));
}

const syntaxes: Readonly<Record<Exclude<BibliographyFormat, 'cslJson'>, BibliographySyntax>> = {
  bibtex: bibtexSyntax,
  ris: risSyntax,
  cslYaml: cslYamlSyntax,
};

/** Posts as a new file, in steps of one entry. */
export function* writingBibliography(
  posts: readonly Post[],
  format: Exclude<BibliographyFormat, 'cslJson'>,
): Generator<void, Uint8Array> {
  const library = textLibrary(syntaxes[format]);
  const bytes = new Uint8Array();
  const reading = yield* library.reading(bytes, '');
  return yield* library.writing(posts, { bytes, reading, keyed: new Map() });
}

/** `writingBibliography` at once, as a text. */
export function formatBibliography(
  posts: readonly Post[],
  format: Exclude<BibliographyFormat, 'cslJson'>,
): string {
  return new TextDecoder().decode(runWhole(writingBibliography(posts, format)));
}

/** The form of a library file of this name. */
export function libraryFormat(name: string): LibraryFormat {
  if (/\.ya?ml$/i.test(name)) return textLibrary(cslYamlSyntax);
  return textLibrary(/\.ris$/i.test(name) ? risSyntax : bibtexSyntax);
}
