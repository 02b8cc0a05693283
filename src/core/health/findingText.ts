import { plainText, type Translate } from '../problemText';
import { cleanText } from '../text';
import type { Finding, FindingCode, Fix } from './finding';

/** One sentence that says what is wrong. */
export function findingText(finding: Finding, translate: Translate = plainText): string {
  const { code, part, detail } = finding;
  const message = code === 'contradictingText' ? contradictions[part ?? 'title'] : messages[code];
  return translate(message, shown(detail));
}

/** What a fix does, as the name of an action. */
export function fixText({ kind, detail }: Fix, translate: Translate = plainText): string {
  return translate(fixes[kind], shown(detail));
}

/** In UTF-16 units. */
const longest = 120;

/** What the document or a post says, in a form that can hide or break nothing. */
function shown(detail: string): string {
  const text = cleanText(detail.slice(0, 1000));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const messages: Record<Exclude<FindingCode, 'contradictingText'>, string> = {
  unknownKey: 'No post has the key “{0}”.',
  undefinedLabel: 'Nothing defines “{0}”, so readers see the brackets.',
  unusedDefinition: 'Nothing refers to “{0}”.',
  duplicateDefinition: '“{0}” is defined before already, so this has no effect.',
  twoAddresses: 'This post is cited by another address, too. Its own is {0}',
  trackerAddress: 'The address tells where the reader comes from. The post’s own is {0}',
  plainHttp: 'The address is http, but the post has https: {0}',
  provisionalMetadata: 'The title “{0}” is provisional: Byline made it up from the text.',
  bareAddress: 'This is the address of the post “{0}”.',
};

const contradictions: Record<NonNullable<Finding['part']>, string> = {
  title: 'The title of this post is “{0}”.',
  year: 'This post is of {0}.',
  author: 'This post is by {0}.',
};

const fixes: Record<Fix['kind'], string> = {
  replace: 'Change to “{0}”',
  remove: 'Remove the definition of “{0}”',
  define: 'Define it as a citation of “{0}”',
  cite: 'Cite “{0}”',
};
