import { readYaml } from '../formats/frontMatter/data';
import { splitFrontMatter } from '../formats/frontMatter/split';

/** The bibliographies that a document's front matter names for Pandoc, as written: paths, and maybe addresses. */
export const bibliographyFileOf = (text: string): readonly string[] => bibliographiesIn(yamlMatter(text));

/** A document's front matter, where that is YAML; else empty. */
export function yamlMatter(text: string): string {
  const { format, matter } = splitFrontMatter(text);
  return format === 'yaml' ? matter : '';
}

/** Those of a file of metadata: `_quarto.yml`, `_metadata.yml`, what Pandoc's `--metadata-file` names. */
export const bibliographiesIn = (yaml: string): readonly string[] => namesAt(yaml, ['bibliography']);

/** Further files of metadata that a document or its project names, as Quarto has them. */
export const metadataFilesIn = (yaml: string): readonly string[] =>
  namesAt(yaml, ['metadata-file', 'metadata-files']);

function namesAt(yaml: string, properties: readonly string[]): string[] {
  const { value } = { value: undefined, ...readYaml(yaml) };
  const named = properties.map(
    name => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name],
  );
  // By topic, as the filter multibib has bibliographies: `{ main: a.bib, software: b.bib }`.
  const names = named.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : [one]));
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}
