/** What posts can be exported as; the command line and other extensions use the same names. */
export const exportFormats = ['csl-json', 'bibtex', 'ris', 'opml', 'markdown'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** How the files of a format end, without the full stop. */
export const extensions: Readonly<Record<ExportFormat, string>> = {
  'csl-json': 'json',
  bibtex: 'bib',
  ris: 'ris',
  opml: 'opml',
  markdown: 'md',
};
