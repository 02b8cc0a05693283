import { citationsIn, type DocumentCitation, type Span } from '../document/citationsIn';
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

/** The numbers by which a document cites posts in a numeric style. */
export interface Renumbering {
  readonly edits: readonly TextEdit[];
  /** Those that cite no post of the library, so that what they are to be is not known. */
  readonly unknown: readonly Span[];
}

/**
 * Puts right the numbers by which a document cites posts in a numeric style: links to a post whose text is a number
 * as the style writes it, escaped or not, with what `citation` may have set behind it (`\[3, p. 5\]`). In small steps.
 */
export function* renumberingCitations(
  text: string,
  cited: Cited,
  style: Formatted,
): Generator<void, Renumbering> {
  const numberings = new Map<Post, Numbering | undefined>();
  function* numberingOf(post: Post) {
    if (!numberings.has(post)) numberings.set(post, numberingIn(yield* style.citation(post)));
    return numberings.get(post);
  }
  const edits: TextEdit[] = [];
  for (const { citation, post } of cited.citations) {
    if (!isNumbered(text, citation)) continue;
    if (!numberings.has(post)) yield;
    const numbering = yield* numberingOf(post);
    const number = numbering && numberIn(text, citation, numbering);
    if (number && slice(text, number) !== numbering.number) edits.push({ ...number, text: numbering.number });
  }
  const [post] = cited.posts;
  const numbered = post ? cited.unknownCitations.filter(citation => isNumbered(text, citation)) : [];
  const numbering = numbered.length > 0 ? yield* numberingOf(post!) : undefined;
  const unknown = numbered.filter(citation => numbering && numberIn(text, citation as Texted, numbering));
  return { edits, unknown };
}

type Texted = DocumentCitation & { readonly text: Span };

const isNumbered = (text: string, citation: DocumentCitation): citation is Texted =>
  citation.kind === 'link' && citation.text !== undefined && digit.test(slice(text, citation.text));

/** Raised ones too, as Markdown has no other superscripts. */
const digit = /[\d⁰¹²³⁴-⁹]/;

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

function numberingIn(citation: string): Numbering | undefined {
  const link = citationsIn(citation).find(({ text }) => text !== undefined);
  // A post without an address has no link.
  const [, before, number, after] =
    /^([^\d⁰¹²³⁴-⁹]*)([\d⁰¹²³⁴-⁹]+)([^\d⁰¹²³⁴-⁹]*)$/.exec(
      link?.text ? slice(citation, link.text) : citation,
    ) ?? [];
  return number === undefined ? undefined : { before: before!, number, after: after! };
}

/** Where the number stands in the text of a link; one that is all of it has no more than three digits, as years have. */
function numberIn(text: string, { start, end, text: link }: Texted, numbering: Numbering): Span | undefined {
  const [before, after] = [looseOf(numbering.before), looseOf(numbering.after)];
  const bare = '(?:\\d{1,3}|[⁰¹²³⁴-⁹]+)';
  const inside =
    before + after === '' ? `^()(${bare})$` : `^(${before})([\\d⁰¹²³⁴-⁹]+)(?:[,:;] .*)?${after}$`;
  // `[[3](…)]`
  const isWithin =
    new RegExp(`${before}$`).test(text.slice(Math.max(0, start - longestAround), start)) &&
    new RegExp(`^${after}`).test(text.slice(end, end + longestAround));
  const shown = slice(text, link);
  const [, opening, digits] =
    new RegExp(inside, 's').exec(shown) ?? (isWithin ? new RegExp(`^()(${bare})$`).exec(shown) : null) ?? [];
  if (digits === undefined) return undefined;
  const from = link.start + opening!.length;
  return { start: from, end: from + digits.length };
}

/** In UTF-16 units, of what a style writes around a number. */
const longestAround = 8;

/** A pattern for punctuation, whether it is escaped or not. */
const looseOf = (text: string): string =>
  text.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replace(/[!-/:-@[-`{-~]/g, mark => `\\\\?\\${mark}`);
