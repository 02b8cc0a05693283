import { escapeText } from '../citation/escapeText';
import { inDialect } from '../citation/mdxText';
import { isProvisional } from '../post';
import { cleanText } from '../text';
import type { Checked, CitedPost } from './checkOptions';
import { type Found, replacement } from './finding';
import { includesWords, isAlmost, plainText, type Words, wordsOf } from './linkWords';

/**
 * Footnotes that tell a post as Byline does (`Authors. "Title." *Publication*, date. <address>`) and say another title
 * or year than it has. A note of any other form is the writer's own.
 */
export function* noteContradictions({ analysis, cited }: Checked): Generator<Found | undefined> {
  const notes = analysis.citations.filter(({ kind }) => kind === 'footnoteDefinition');
  let at = 0;
  let from = 0;
  for (const { citation, post } of cited) {
    yield;
    const { kind, start } = citation;
    if (kind !== 'autolink' && kind !== 'bareAddress' && kind !== 'link') continue;
    while (at < notes.length && notes[at]!.end < start) at++;
    const note = notes[at];
    if (!note || note.start > start) continue;
    from = Math.max(from, note.labelSpan!.end + 2);
    if (start - from <= longest) yield* contradictionsOf(analysis, { citation, post }, from);
    from = Math.max(from, citation.end);
  }
}

/** The words with nothing between them: an emphasis may cut them otherwise than the title does. */
const withoutMarks = ({ folded }: Words): string => folded.join('');

/** In UTF-16 units; what is longer is more than a citation. */
const longest = 1000;

const quoted = /^([^"“”]{0,200}?)(["“])([^"“”]{1,500})["”](?=\s|$)/u;
const dated =
  /^\s(?:[*_][^*_]{1,200}[*_],\s)?(?:\p{L}{3,12}\.?\s(?:\d{1,2},\s)?|\d{1,2}\.?\s\p{L}{3,12}\.?\s)?((?:19|20)\d\d)(?:-\d\d){0,2}\.\s?$/u;

function* contradictionsOf(
  { text, document }: Checked['analysis'],
  { citation, post }: CitedPost,
  from: number,
): Generator<Found> {
  const told = text.slice(from, citation.start);
  const found = quoted.exec(told);
  if (!found || !/^\s*(?:.*\.\s+)?$/su.test(found[1]!)) return;
  const rest = told.slice(found[0].length);
  const date = dated.exec(rest);
  const stop = /[.,]$/.exec(found[3]!) ? 1 : 0;
  const start = from + found[1]!.length + 1;
  const end = start + found[3]!.length - stop;
  const said = wordsOf(plainText(text.slice(start, end).replace(/\s+>?\s*/g, ' ')));
  const title = wordsOf(post.title);
  const isTitle =
    withoutMarks(said) === withoutMarks(title) || includesWords(said, title) || includesWords(title, said);
  const base = { code: 'contradictingText', post } as const;
  if (!isTitle && !isProvisional(post) && (date || isAlmost(said, title))) {
    const fixes = () => {
      const own = cleanText(post.title);
      const written = inDialect(escapeText(own), document.dialect);
      const doubled = stop === 1 && /[.?!]$/.test(own) ? 1 : 0;
      return [replacement({ start, end: end + doubled }, written, true)];
    };
    yield { ...base, part: 'title', start, end, detail: post.title, fixes };
  }
  if (!date || !post.issued || post.issued.year === Number(date[1])) return;
  const yearAt = from + found[0].length + rest.lastIndexOf(date[1]!);
  const place = { start: yearAt, end: yearAt + date[1]!.length };
  const detail = String(post.issued.year);
  yield { ...base, part: 'year', ...place, detail, fixes: () => [replacement(place, detail, true)] };
}
