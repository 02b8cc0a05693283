import { bibliographyFaultMessages } from '../bibliography/faultText';
import { cleanText } from '../text';
import { plainText, type Translate } from '../translate';
import type { Finding, FindingCode, Fix } from './finding';

/** What is wrong, and what to do about it. */
export function findingText(finding: Finding, translate: Translate = plainText): string {
  const { code, part, detail, near, other, post } = finding;
  if (near !== undefined)
    return translate('No post has the key “{0}”. Did you mean “{1}”?', shown(detail), shown(near));
  if (other !== undefined)
    return translate(findingMessages[code as keyof typeof findingMessages], shown(detail), shown(other));
  if (code === 'undefinedLabel' && post)
    return translate(
      'Nothing defines “{0}”, so readers see the brackets. It is the key of a post: add the definition that cites it.',
      shown(detail),
    );
  const message =
    code === 'contradictingText' ? contradictionMessages[part ?? 'title'] : findingMessages[code];
  return translate(message, shown(detail));
}

/** What a fix does, as the name of an action. */
export function fixText({ kind, detail }: Fix, translate: Translate = plainText): string {
  return translate(fixMessages[kind], shown(detail));
}

/** In UTF-16 units. */
const longest = 120;

/** What the document or a post says, in a form that can hide or break nothing. */
function shown(detail: string): string {
  const text = cleanText(detail.slice(0, 1000));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** By code; `{0}` is the finding's detail, `{1}` what else it names. */
export const findingMessages: Record<Exclude<FindingCode, 'contradictingText'>, string> = {
  unknownKey: 'No post has the key “{0}”. Correct it, or add the post to the library.',
  unreadableKey:
    'Pandoc does not read “{0}” as a key, for its white space or braces. Give the post another key, and cite it by that.',
  otherPostInBibliography:
    'The document’s own bibliography has “{1}” by the key “{0}”, and Pandoc shows that. Give one of the two posts another key.',
  missingInBibliography:
    'The document’s own bibliography lacks “{0}”, so Pandoc cannot cite it. Add it: Add Cited Posts to Bibliography File in the editor, or byline bibliography --write.',
  undefinedLabel:
    'Nothing defines “{0}”, so readers see the brackets. Add its definition, or correct the label.',
  unusedDefinition: 'Nothing refers to “{0}”. Refer to it, or remove the definition.',
  duplicateDefinition:
    '“{0}” is defined before already, so this has no effect. Remove it, or give it another label.',
  twoAddresses: 'This post is cited by another address, too. Its own is {0}',
  trackerAddress: 'The address tells where the reader comes from. The post’s own is {0}',
  plainHttp: 'The address is http, but the post has https: {0}',
  provisionalMetadata:
    'The title “{0}” is provisional: Byline made it up from the text. Edit the post to give it its own.',
  bareAddress: 'This is the address of the post “{0}”. Cite the post instead.',
  unclosedBibliography: bibliographyFaultMessages.unclosedBibliography,
  unopenedBibliography: bibliographyFaultMessages.unopenedBibliography,
  staleBibliography:
    'The list of references is out of date, as with “{0}”. Update it: Update Bibliography in the editor, or byline bibliography --write.',
};

export const contradictionMessages: Record<NonNullable<Finding['part']>, string> = {
  title: 'The title of this post is “{0}”. Change the text, or the address if another post is meant.',
  year: 'This post is of {0}. Change the year, or the address if another post is meant.',
  author: 'This post is by {0}. Change the name, or the address if another post is meant.',
};

export const fixMessages: Record<Fix['kind'], string> = {
  replace: 'Change to “{0}”',
  remove: 'Remove the definition of “{0}”',
  define: 'Define it as a citation of “{0}”',
  cite: 'Cite “{0}”',
};
