import { detectCslJson } from '../cslJson';

export type BibliographyFormat = 'cslJson' | 'cslYaml' | 'bibtex' | 'ris';

/** In UTF-16 units: what a file is shows in its beginning. */
const head = 200_000;

/** Which bibliography a file is, by its name and what it holds; `undefined` when it is none. */
export function detectBibliography(name: string, text: string): BibliographyFormat | undefined {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = byExtension.get(extension);
  const start = text.slice(0, head);
  if (named !== undefined) return named;
  if (detectCslJson(start)) return 'cslJson';
  if (/^ya?ml$/.test(extension)) return isCslYaml(start) ? 'cslYaml' : undefined;
  if (/^(?:md|markdown|qmd|rmd|mdx)$/.test(extension)) {
    return /^\uFEFF?---[^\S\n]*\n/.test(start) && isCslYaml(start) ? 'cslYaml' : undefined;
  }
  if (/^\s*</.test(start)) return undefined;
  if (/^\uFEFF?\s*TY {2}- /.test(start)) return 'ris';
  if (/^[^\S\n]*@[a-z]\w*\s*[{(]\s*(?:[^\s,{}()"]+\s*)?,\s*[\w-]+\s*=/im.test(start)) return 'bibtex';
  return extension === '' && isCslYaml(start) ? 'cslYaml' : undefined;
}

const byExtension: ReadonlyMap<string, BibliographyFormat> = new Map([
  ['bib', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['biblatex', 'bibtex'],
  ['ris', 'ris'],
]);

/** A list of items called `references`, or one that is all of the text and begins with what an item says first. */
function isCslYaml(text: string): boolean {
  if (/^references\s*:\s*(?:\[|#|$)/m.test(text)) return true;
  const first = text
    .split('\n', 100)
    .find(line => /^[^\S\n]*[^\s#]/.test(line) && !/^\uFEFF?(?:---|%YAML)/.test(line));
  return /^\s*-\s+["']?(?:id|type|title|author|issued)["']?\s*:/.test(first ?? '');
}
