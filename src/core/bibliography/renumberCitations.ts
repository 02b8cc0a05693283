import { citationsIn, type Span } from '../document/citationsIn';
import type { TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import type { Cited } from './citedPosts';
import type { Formatted } from './formatted';

/** How a numeric style writes a number: `\[3\]` is 3 between `\[` and `\]`. */
interface Numbering {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/**
 * Puts right the numbers by which a document cites posts in a numeric style: links to a post whose text is a number
 * as the style writes it, with what `citation` may have set behind it (`\[3, p. 5\]`).
 */
export function renumberCitations(text: string, { citations }: Cited, style: Formatted): TextEdit[] {
  const numberings = new Map<Post, Numbering | undefined>();
  const edits: TextEdit[] = [];
  for (const { citation, post } of citations) {
    if (citation.kind !== 'link' || !citation.text || !digit.test(slice(text, citation.text))) continue;
    if (!numberings.has(post)) numberings.set(post, numberingOf(style.citation(post)));
    const numbering = numberings.get(post);
    const number = numbering && numberIn(text, citation.text, numbering);
    if (number && slice(text, number) !== numbering.number) edits.push({ ...number, text: numbering.number });
  }
  return edits;
}

/** Raised ones too, as Markdown has no other superscripts. */
const digit = /[\d⁰¹²³⁴-⁹]/;

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

function numberingOf(citation: string): Numbering | undefined {
  const link = citationsIn(citation).find(({ text }) => text !== undefined);
  const [, before, number, after] =
    /^([^\d⁰¹²³⁴-⁹]*)([\d⁰¹²³⁴-⁹]+)([^\d⁰¹²³⁴-⁹]*)$/.exec(link?.text ? slice(citation, link.text) : '') ?? [];
  return number === undefined ? undefined : { before: before!, number, after: after! };
}

/** Where the number stands in the text of a link; one that is all of it has no more than three digits, as years have. */
function numberIn(text: string, link: Span, { before, after }: Numbering): Span | undefined {
  const shown = slice(text, link);
  const isBare = before === '' && after === '';
  const digits = (isBare ? /^(?:\d{1,3}|[⁰¹²³⁴-⁹]+)$/ : /^[\d⁰¹²³⁴-⁹]+(?![\d.⁰¹²³⁴-⁹]|-\d)/).exec(
    shown.slice(before.length),
  )?.[0];
  if (digits === undefined || !shown.startsWith(before) || !shown.endsWith(after)) return undefined;
  const start = link.start + before.length;
  const rest = shown.slice(before.length + digits.length, shown.length - after.length);
  return rest === '' || /^[,:;] /.test(rest) ? { start, end: start + digits.length } : undefined;
}
