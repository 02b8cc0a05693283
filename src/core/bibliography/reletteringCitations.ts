import { citationsIn, type Span } from '../document/citationsIn';
import type { TextEdit } from '../document/textEdit';
import type { Post } from '../post';
import type { Cited } from './citedPosts';
import type { Formatted } from './formatted';

/** A year with the letter that sets posts apart which would be told alike, and what the style writes before it. */
interface LetteredYear {
  readonly before: string;
  readonly year: string;
  readonly letter: string;
}

const lettered = /(?<![\p{L}\d])\d{4}[a-z]{1,2}(?![\p{L}\d])/u;
const last = /^(.*?)(?<![\p{L}\d])(\d{4})([a-z]{0,2})[^\p{L}\d]*$/su;
const first = /^(\d{4})([a-z]{0,2})(?=$|[,:;] )/;

/**
 * Puts right the letters of years (2020a) by which a document cites posts in a style of authors and years: they come
 * and go with the other posts that it cites. Only links count whose text is what the style writes, but for the letter;
 * or the year alone, where the author is told before. In small steps.
 */
export function* reletteringCitations(
  text: string,
  { citations }: Cited,
  style: Formatted,
): Generator<void, TextEdit[]> {
  const inList = new Set(style.entries().flatMap(entry => (lettered.test(entry.text) ? [entry.id] : [])));
  const years = new Map<Post, LetteredYear | undefined>();
  const edits: TextEdit[] = [];
  for (const { citation, post } of citations) {
    if (citation.kind !== 'link' || !citation.text) continue;
    const shown = slice(text, citation.text);
    if (!/\d{4}/.test(shown) || !(inList.has(post.id) || lettered.test(shown))) continue;
    if (!years.has(post)) {
      years.set(post, yearOf(yield* style.citation(post)));
      yield;
    }
    const wanted = years.get(post);
    if (!wanted) continue;
    const from = shown.startsWith(wanted.before) ? wanted.before.length : 0;
    const [, year, letter = ''] = first.exec(shown.slice(from)) ?? [];
    const isDecade = from === 0 && letter === 's';
    if (year !== wanted.year || letter === wanted.letter || isDecade) continue;
    const start = citation.text.start + from + year.length;
    edits.push({ start, end: start + letter.length, text: wanted.letter });
  }
  return edits;
}

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

function yearOf(citation: string): LetteredYear | undefined {
  const link = citationsIn(citation).find(({ text }) => text !== undefined);
  const [, before, year, letter] = last.exec(link?.text ? slice(citation, link.text) : '') ?? [];
  return year === undefined ? undefined : { before: before!, year, letter: letter! };
}
