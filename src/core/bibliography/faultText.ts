import { plainText, type Translate } from '../problemText';
import type { BibliographyFault } from './bibliographyBlocks';

/** One sentence that says why a list of references was not brought up to date. */
export function bibliographyFaultText({ code }: BibliographyFault, translate: Translate = plainText): string {
  return translate(messages[code]);
}

const messages: Record<BibliographyFault['code'], string> = {
  unclosedBibliography: 'The list of references that begins here has no end marker.',
  unopenedBibliography: 'The list of references that ends here has no marker where it begins.',
  unknownEntry: 'The post of this entry is not in the library, so the references cannot be numbered.',
  noPlace: 'The document ends in a comment that is not closed, so no list of references can follow.',
};
