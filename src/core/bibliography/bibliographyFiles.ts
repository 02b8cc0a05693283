import { readYaml } from '../formats/frontMatter/data';
import { splitFrontMatter } from '../formats/frontMatter/split';

/** The bibliographies that a document's front matter names for Pandoc, as written: paths, and maybe addresses. */
export const bibliographyFileOf = (text: string): readonly string[] => bibliographiesIn(yamlMatter(text));

/** A document's front matter, where that is YAML; else empty. */
export function yamlMatter(text: string): string {
  const { format, matter } = splitFrontMatter(text);
  return format === 'yaml' ? matter : '';
}

/** Metadata that Pandoc reads further down in a document too, between a blank line with `---` and `---` or `...`. */
export const laterMatter = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /\n[ \t]*\r?\n---[ \t]*\r?\n(?![ \t]*\r?\n)([\s\S]*?\n)(?:---|\.\.\.)[ \t]*(?![^\r\n])/g,
    ),
  ].map(([, matter]) => matter!);

/** What a file of metadata names: `_quarto.yml`, `_metadata.yml`, what Pandoc's `--metadata-file` names. */
export interface Metadata {
  readonly bibliographies: readonly string[];
  /** Whether there is a list of them, to which Quarto adds those of the project. */
  readonly isList: boolean;
  /** Further files of metadata, as Quarto has them. */
  readonly files: readonly string[];
}

/** The lines that say it: each name at the top with all that is not at the top behind it. */
const naming =
  /^(["']?)(?:bibliography|metadata-files?)\1[ \t]*:.*(?:(?:\r\n|\n|\r(?!\n))(?!---|\.\.\.)(?=[\s#\-\]}]).*)*/gm;

/** The same elsewhere: where all of the file is indented, or in braces. */
const namingElsewhere = /(?:^|[\s{,"'])(?:bibliography|metadata-files?)["']?[ \t]*:/;

export function metadataIn(yaml: string): Metadata {
  // Reading all that a project says takes long; only an alias may name what stands elsewhere in it.
  const said = [...yaml.matchAll(naming)].map(([lines]) => lines).join('\n');
  const isApart = said === '' ? !namingElsewhere.test(yaml) : !/^\s*\{/.test(yaml) && !/[\s[,]\*/.test(said);
  const { value } = { value: undefined, ...readYaml(isApart ? said : yaml) };
  const data = (value ?? {}) as Readonly<Record<string, unknown>>;
  return {
    bibliographies: namesIn(data.bibliography),
    isList: Array.isArray(data.bibliography),
    files: [...namesIn(data['metadata-file']), ...namesIn(data['metadata-files'])],
  };
}

/** The bibliographies that a file of metadata names. */
export const bibliographiesIn = (yaml: string): readonly string[] => metadataIn(yaml).bibliographies;

/** Whether a document's metadata make it the first one of a book of bookdown, which sets metadata for the others. */
export const isBook = (yaml: string): boolean => /^(?:site|knit)[ \t]*:.*\bbookdown::/m.test(yaml);

function namesIn(named: unknown): string[] {
  // By topic, as the filter multibib has bibliographies: `{ main: a.bib, software: b.bib }`.
  const names = typeof named === 'object' && named !== null ? Object.values(named) : [named];
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}
