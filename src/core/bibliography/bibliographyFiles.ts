import { readYaml } from '../formats/frontMatter/data';
import { splitFrontMatter } from '../formats/frontMatter/split';

/** The bibliographies that a document's front matter names for Pandoc, as written: paths, and maybe addresses. */
export function bibliographyFileOf(text: string): readonly string[] {
  const { format, matter } = splitFrontMatter(text);
  return format === 'yaml' ? bibliographiesIn(matter) : [];
}

/** Those of a file of metadata: `_quarto.yml`, `_metadata.yml`, what Pandoc's `--metadata-file` names. */
export function bibliographiesIn(yaml: string): readonly string[] {
  const { value } = { value: undefined, ...readYaml(yaml) };
  const named = (value as { readonly bibliography?: unknown } | null | undefined)?.bibliography;
  // By topic, as the filter multibib has them: `{ main: a.bib, software: b.bib }`.
  const names = typeof named === 'object' && named !== null ? Object.values(named) : [named];
  return names.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}
