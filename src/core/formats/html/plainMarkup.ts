import { parseHtml } from './parseHtml';
import { linesOf } from './tree';

const names =
  'a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|img|li|mark|ol|p|q|s|small|span|strong|sub|sup|tt|u|ul|wbr';
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]{0,1000})?/?>`, 'i');
const noTag = new RegExp(`<(?!/?(?:${names})[\\s/>]|!--)`, 'gi');
const references = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/**
 * The text of what should be plain text and may hold HTML: elements of running text go, and character references are
 * read twice, as many programs escape twice. "List<String>" stays.
 */
export function plainMarkup(text: string): string {
  return withoutMarkup(withoutMarkup(text));
}

const withoutMarkup = (text: string): string =>
  tag.test(text) ? linesOf([parseHtml(text.replace(noTag, '&lt;'))]).join(' ') : decodeReferences(text);

/** Character references as what they stand for; all else, tags included, stays. */
export function decodeReferences(text: string): string {
  if (!references.test(text)) return text;
  return parseHtml(text.replaceAll('<', '&lt;')).children.join('');
}
