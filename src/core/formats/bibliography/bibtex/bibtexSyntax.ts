import type { BibliographySyntax } from '../textLibrary';
import { readingBibtex } from './readBibtex';
import { formatBibtex, rewriteBibtex } from './writeBibtex';

/** BibTeX and BibLaTeX; written as BibLaTeX. */
export const bibtexSyntax: BibliographySyntax = {
  reading: readingBibtex,
  format: formatBibtex,
  rewrite: rewriteBibtex,
  separator: '\n\n',
};
