import { linesOf, parseHtml } from './tree';

const tags =
  /<\/?(?:a|abbr|b|big|br|cite|code|div|em|font|h[1-6]|i|img|li|mark|ol|p|q|s|small|span|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]{0,1000})?\/?>/i;
const references = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/**
 * The text of what should be plain text and may hold HTML: elements of running text go, and character references are
 * read twice, as many programs escape twice. "List<String>" stays.
 */
export function plainMarkup(text: string): string {
  const plain = tags.test(text) ? linesOf([parseHtml(text)]).join(' ') : decodeReferences(text);
  return tags.test(plain) ? linesOf([parseHtml(plain)]).join(' ') : decodeReferences(plain);
}

/** Character references as what they stand for; all else, tags included, stays. */
export function decodeReferences(text: string): string {
  if (!references.test(text)) return text;
  return parseHtml(text.replaceAll('<', '&lt;')).children.join('');
}
