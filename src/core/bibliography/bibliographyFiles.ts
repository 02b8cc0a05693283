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

/** Those of a file of metadata: `_quarto.yml`, `_metadata.yml`, what Pandoc's `--metadata-file` names. */
export const bibliographiesIn = (yaml: string): readonly string[] => namesAt(yaml, ['bibliography']);

/** Whether there is a list of them, to which Quarto adds those of the project. */
export const isBibliographyList = (yaml: string): boolean => Array.isArray(dataIn(yaml).bibliography);

/** Further files of metadata that a document or its project names, as Quarto has them. */
export const metadataFilesIn = (yaml: string): readonly string[] =>
  namesAt(yaml, ['metadata-file', 'metadata-files']);

function namesAt(yaml: string, properties: readonly string[]): string[] {
  const data = dataIn(yaml);
  const named = properties.map(name => data[name]);
  // By topic, as the filter multibib has bibliographies: `{ main: a.bib, software: b.bib }`.
  const names = named.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : [one]));
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}

function dataIn(yaml: string): Readonly<Record<string, unknown>> {
  const { value } = { value: undefined, ...readYaml(yaml) };
  return (value ?? {}) as Readonly<Record<string, unknown>>;
}
