import { plainText, type Translate } from '../problemText';
import type { BibliographyFault } from './bibliographyBlocks';
import type { BibliographyNotice } from './updateBibliography';

/** One sentence that says why a list of references was not brought up to date. */
export function bibliographyFaultText({ code }: BibliographyFault, translate: Translate = plainText): string {
  return translate(messages[code]);
}

const messages: Record<BibliographyFault['code'], string> = {
  unclosedBibliography: 'The list of references that begins here has no end marker.',
  unopenedBibliography: 'The list of references that ends here has no marker where it begins.',
  unknownEntry: 'The post of this entry is not in the library, so the references cannot be numbered.',
  unknownNumber: 'This number cites a post that is not in the library, so the references cannot be numbered.',
  noPlace: 'The document ends in a comment that is not closed, so no list of references can follow.',
};

/** One sentence that says what of a document its list of references does not agree with. */
export function bibliographyNoticeText(
  { code }: BibliographyNotice,
  translate: Translate = plainText,
): string {
  return translate(notices[code]);
}

const notices: Record<BibliographyNotice['code'], string> = {
  otherStyle: 'This citation is in another style than the list of references.',
  unlinkedNumber: 'This number links to no post, so the list of references cannot tell what it cites.',
};
