import { plainText, type Translate } from '../translate';
import type { BibliographyFault } from './bibliographyBlocks';
import type { BibliographyNotice } from './updateBibliography';

/** One sentence that says why a list of references was not brought up to date. */
export function bibliographyFaultText(
  { code, marker = '' }: BibliographyFault,
  translate: Translate = plainText,
): string {
  return translate(bibliographyFaultMessages[code], marker);
}

/** By the code of a fault; `{0}` is the marker that is missing. */
export const bibliographyFaultMessages: Record<BibliographyFault['code'], string> = {
  unclosedBibliography:
    'The list of references that begins here has no end marker. Write {0} on a line of its own below its last entry.',
  unopenedBibliography:
    'The list of references that ends here has no marker where it begins. Write {0} on a line of its own above its first entry.',
  unknownEntry: 'The post of this entry is not in the library, so the references cannot be numbered.',
  unknownNumber: 'This number cites a post that is not in the library, so the references cannot be numbered.',
  noPlace: 'The document ends in a comment that is not closed, so no list of references can follow.',
};

/** One sentence that says what of a document its list of references does not agree with. */
export function bibliographyNoticeText(
  { code }: BibliographyNotice,
  translate: Translate = plainText,
): string {
  return translate(bibliographyNoticeMessages[code]);
}

export const bibliographyNoticeMessages: Record<BibliographyNotice['code'], string> = {
  otherStyle: 'This citation is in another style than the list of references.',
  unlinkedNumber: 'This number links to no post, so the list of references cannot tell what it cites.',
};

/** Why a post cannot be cited by its key, and what to do about it. */
export const unreadableKeyText = (key: string, translate: Translate = plainText): string =>
  translate(
    'Pandoc does not read “{0}” as a key, for its white space or braces. Give the post another key first.',
    key,
  );

/** Why a post cannot be written to a BibTeX file by its key, and what to do about it. */
export const unfitKeyText = (key: string, translate: Translate = plainText): string =>
  translate('The key “{0}” cannot stand in BibTeX. Give the post another key first.', key);
