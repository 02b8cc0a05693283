import { decodePage } from '../../decode';
import type { Post, PostRecord } from '../../post';
import type { Problem } from '../../problem';
import { runWhole } from '../../sliced';
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
    const { posts, problems } = yield* readingCslJson(new TextEncoder().encode(text), source);
    return { records: posts, problems };
  }
  const { entries, problems } = yield* syntaxes[format].reading(text, source);
  return { records: entries.map(({ record }) => record), problems };
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

/** Posts as the text of a new file. */
export function formatBibliography(
  posts: readonly Post[],
  format: Exclude<BibliographyFormat, 'cslJson'>,
): string {
  const library = textLibrary(syntaxes[format]);
  const bytes = new Uint8Array();
  const reading = runWhole(library.reading(bytes, ''));
  return new TextDecoder().decode(runWhole(library.writing(posts, { bytes, reading, keyed: new Map() })));
}

/** The form of a library file of this name. */
export function libraryFormat(name: string): LibraryFormat {
  if (/\.ya?ml$/i.test(name)) return textLibrary(cslYamlSyntax);
  return textLibrary(/\.ris$/i.test(name) ? risSyntax : bibtexSyntax);
}
