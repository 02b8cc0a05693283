import { escapeText } from '../citation/escapeText';
import { inDialect } from '../citation/mdxText';
import type { Span } from '../document';
import { blockAt } from '../document/markdown';
import { authorList } from '../name';
import { isProvisional, type Post } from '../post';
import { cleanText } from '../text';
import type { Checked, CitedPost } from './checkOptions';
import { areOthers, readNames, signersOf } from './citedNames';
import { type Found, replacement } from './finding';
import { hadByPosts } from './hadByPosts';
import { fewestOther } from './linkContradictions';
import { includesWords, isAlmost, plainText, titleName, type Words, wordsOf } from './linkWords';
import { signatureBefore, tellsTitle } from './signatures';

/**
 * Footnotes and entries of lists that tell a post before its address, and say another title, year or author than it has:
 * `Authors. "Title." *Publication*, date. <address>` as Byline writes them, with commas as in notes of the Chicago
 * style, and `Author, A. (year). Title. <address>` as in those of the APA. What is of any other form is the writer's own.
 */
export function* noteContradictions({ analysis, cited, known }: Checked): Generator<Found | undefined> {
  const others: OtherTitle[] = [];
  const notes = analysis.citations.filter(({ kind }) => kind === 'footnoteDefinition');
  let at = 0;
  let from = 0;
  for (const { citation, post } of cited) {
    yield;
    const { kind, start, end } = citation;
    if (kind !== 'autolink' && kind !== 'bareAddress' && kind !== 'link') continue;
    while (at < notes.length && notes[at]!.end < start) at++;
    const note = notes[at] && notes[at]!.start <= start ? notes[at] : undefined;
    if (!note && kind === 'link') continue;
    const begin = note ? note.labelSpan!.end + 2 : blockAt(analysis.document, start)?.lines[0]?.start;
    from = Math.max(from, begin ?? start);
    if (start - from <= longest) yield* contradictionsOf(analysis, { citation, post }, from, others);
    from = Math.max(from, end);
  }
  const titles = new Set(others.map(({ said }) => titleName(said)));
  const had = yield* hadByPosts(known, 'titles', titles, ({ title }) => [titleName(title)]);
  for (const { post, said, start, end } of others) {
    if (!had.has(titleName(said))) continue;
    const own = inDialect(escapeText(cleanText(post.title)), analysis.dialect);
    // The title may stand there rightly, and the address be the wrong one.
    const fixes = () => [replacement({ start, end }, own)];
    yield { code: 'contradictingText', post, part: 'title', start, end, detail: post.title, fixes };
  }
}

/** What an entry says in place of the title of its post, which is contradicted if it is that of another post. */
interface OtherTitle extends Span {
  readonly post: Post;
  readonly said: string;
}

/** The words with nothing between them: an emphasis may cut them otherwise than the title does. */
const withoutMarks = ({ folded }: Words): string => folded.join('');

/** In UTF-16 units; what is longer is more than a citation. */
const longest = 1000;

const quoted = /^([^"“”]{0,200}?)(["“])([^"“”]{1,500})["”](?=\s|$)/u;
const dated =
  /^\s(?:[*_][^*_]{1,200}[*_](?:\s\(\p{L}{1,20}\))?,\s)?(?:\p{L}{3,12}\.?\s(?:\d{1,2},\s)?|\d{1,2}\.?\s\p{L}{3,12}\.?\s)?((?:19|20)\d\d)(?:-\d\d){0,2}[.,]\s?$/u;

function* contradictionsOf(
  { text, document }: Checked['analysis'],
  { citation, post }: CitedPost,
  from: number,
  others: OtherTitle[],
): Generator<Found> {
  const told = text.slice(from, citation.start);
  const found = quoted.exec(told);
  if (!found) {
    yield* contradictionsOfUnquoted(told, { citation, post }, from, others);
    return;
  }
  const before = found[1]!;
  const names = readNames(before.trim().replace(/[.,]$/, ''));
  const isSigned = names !== undefined && names.persons.length > 0 && /[.,]\s+$/.test(before);
  if (!isSigned && !/^\s*(?:.*\.\s+)?$/su.test(before)) return;
  const rest = told.slice(found[0].length);
  const date = dated.exec(rest);
  const stop = /[.,]$/.exec(found[3]!) ? 1 : 0;
  const start = from + before.length + 1;
  const end = start + found[3]!.length - stop;
  const said = wordsOf(plainText(text.slice(start, end).replace(/\s+>?\s*/g, ' ')));
  const title = wordsOf(post.title);
  const isTitle =
    withoutMarks(said) === withoutMarks(title) || includesWords(said, title) || includesWords(title, said);
  const base = { code: 'contradictingText', post } as const;
  const written = (own: string) => inDialect(escapeText(cleanText(own)), document.dialect);
  // Most are as Byline wrote them.
  const isOwn = before.trim().slice(0, -1) === authorList(post.author).replace(/\.$/, '');
  if (isSigned && date && !isOwn && areOthers(names, signersOf(post))) {
    const first = from + before.search(/\S/);
    const place = { start: first, end: first + before.trim().replace(/[.,]$/, '').length };
    const right = authorList(post.author);
    yield {
      ...base,
      part: 'author',
      ...place,
      detail: right,
      fixes: () => [replacement(place, written(right))],
    };
  }
  if (!isTitle && !isProvisional(post) && (date || isAlmost(said, title))) {
    const fixes = () => {
      const own = cleanText(post.title);
      const doubled = stop === 1 && /[.?!]$/.test(own) ? 1 : 0;
      return [replacement({ start, end: end + doubled }, written(own), true)];
    };
    yield { ...base, part: 'title', start, end, detail: post.title, fixes };
  }
  if (!date || !post.issued || post.issued.year === Number(date[1])) return;
  const yearAt = from + found[0].length + rest.lastIndexOf(date[1]!);
  const place = { start: yearAt, end: yearAt + date[1]!.length };
  const detail = String(post.issued.year);
  yield { ...base, part: 'year', ...place, detail, fixes: () => [replacement(place, detail, true)] };
}

/** Up to where a sentence ends; a full stop is no part of a title. */
const unquoted = /^([.,:]\s+[*_]?)([^*_]{1,500}?(?:[?!](?=[*_.]{0,2}\s)|(?=[*_]?\.[*_]?\s)))/;

/** `Author, A. (year). Title.` */
function* contradictionsOfUnquoted(
  told: string,
  { post }: CitedPost,
  from: number,
  others: OtherTitle[],
): Generator<Found> {
  const lead = /^[^()]{1,160}\([^()]{4,40}\)(?=[.,:]\s)/.exec(told)?.[0];
  if (!lead) return;
  if (!tellsTitle(wordsOf(plainText(told.slice(lead.length))), wordsOf(post.title))) {
    const [, before, title] = unquoted.exec(told.slice(lead.length)) ?? [];
    const said = title && plainText(title.replace(/\s+>?\s*/g, ' '));
    if (!said || isProvisional(post) || wordsOf(said).folded.length < fewestOther) return;
    const start = from + lead.length + before!.length;
    others.push({ post, said, start, end: start + title.length });
    return;
  }
  const { names, year } = signatureBefore(lead) ?? {};
  const base = { code: 'contradictingText', post } as const;
  if (names && year && areOthers(names.read, signersOf(post))) {
    const place = { start: from + names.at, end: from + names.at + names.text.length };
    yield { ...base, part: 'author', ...place, detail: authorList(post.author) };
  }
  if (!year || !post.issued || post.issued.year === Number(year.text)) return;
  const place = { start: from + year.at, end: from + year.at + year.text.length };
  const detail = String(post.issued.year);
  yield { ...base, part: 'year', ...place, detail, fixes: () => [replacement(place, detail, true)] };
}
