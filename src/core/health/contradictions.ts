import { escapeText } from '../citation/escapeText';
import { inDialect } from '../citation/mdxText';
import type { MarkdownDocument } from '../document/markdown';
import { placeAt } from '../document/place';
import { monthOfName } from '../monthNames';
import { isProvisional, type Name, type Post } from '../post';
import { cleanText } from '../text';
import type { Checked, CitedPost } from './checkOptions';
import { type Found, replacement } from './finding';
import { includesWords, isAlmost, isChangedWithin, plainText, type Words, wordsOf } from './linkWords';

/**
 * Texts of links that say something else than their post does: its title with some words changed, another year, another
 * author. Words of the writer's own are never compared: only what reads as a title or as "Author (year)".
 */
export function* contradictions({ analysis, cited, known }: Checked): Generator<Found | undefined> {
  const titles = new Map<Post, Words>();
  const links: { readonly link: CitedPost; readonly shown: string }[] = [];
  for (const { citation, post } of cited) {
    yield;
    const { text: span, labelSpan } = citation;
    // The text of a reference that has no other label names its definition.
    if (!span || (labelSpan && labelSpan.start === span.start) || span.end - span.start > longest) continue;
    // Line ends and the marks of quotations behind them become spaces, so that all keeps its place.
    const shown = analysis.text
      .slice(span.start, span.end)
      .replace(/[\n\r][\s>]*/g, lines => ' '.repeat(lines.length));
    if (!/!\[|</.test(shown)) links.push({ link: { citation, post }, shown });
  }
  const others = yield* titlesAmong(new Set(links.map(({ shown }) => plainText(shown))), known.posts);
  for (const { link, shown } of links) {
    yield;
    const title = titles.get(link.post) ?? wordsOf(link.post.title);
    titles.set(link.post, title);
    yield* contradictionsOf(analysis.document, link, shown, { title, others });
  }
}

/** Which texts are titles of posts, those of a word or two aside, which are much else too. */
function* titlesAmong(
  texts: ReadonlySet<string>,
  posts: Iterable<Post>,
): Generator<undefined, ReadonlySet<string>> {
  const found = new Set<string>();
  if (texts.size === 0) return found;
  let count = 0;
  for (const { title } of posts) {
    if (texts.has(title) && wordsOf(title).folded.length > 2) found.add(title);
    if (++count % 100 === 0) yield;
  }
  return found;
}

/** In UTF-16 units; longer is no title. */
const longest = 500;
const longestNames = 120;
/** In words; fewer are what somebody calls a thing, whatever post is called so too. */
const fewestOther = 3;

function* contradictionsOf(
  document: MarkdownDocument,
  { citation, post }: CitedPost,
  shown: string,
  { title, others }: { readonly title: Words; readonly others: ReadonlySet<string> },
): Generator<Found> {
  const span = citation.text!;
  const written = (text: string) =>
    inDialect(
      escapeText(cleanText(text), { linkText: true, tableCell: placeAt(document, span.start).tableCell }),
      document.dialect,
    );
  const [from, to] = withoutSignature(shown);
  const text = plainText(shown.slice(from, to));
  const said = wordsOf(text);
  const base = { code: 'contradictingText', post } as const;
  const isOther =
    said.folded.length >= fewestOther &&
    others.has(text) &&
    said.folded.join(' ') !== title.folded.join(' ') &&
    !includesWords(title, said);
  const isChanged = isAlmost(said, title) || isChangedWithin(said, title);
  if (!isProvisional(post) && (isOther || (startsAs(text, post.title) && isChanged))) {
    const place = { start: span.start + from, end: span.start + to };
    // The title of another post may stand there rightly, and the address be the wrong one.
    const fixes = () => [replacement(place, written(post.title), !isOther)];
    yield { ...base, ...place, part: 'title', detail: post.title, fixes };
    return;
  }
  if (includesWords(said, title)) {
    const behind = /^,? \(((?:19|20)\d\d)\)/.exec(document.text.slice(citation.end, citation.end + 12));
    if (behind) yield* otherYear(post, citation.end + behind[0].indexOf('(') + 1, behind[1]!, title);
  }
  const found = /(?:19|20)\d\d(?=[a-z]?\)?$)/u.exec(shown);
  if (!found || found.index > longestNames) return;
  const { index: yearAt, 0: year } = found;
  const [, names = '', between = ''] = /^(.*?)([\s,(]*)$/u.exec(shown.slice(0, yearAt))!;
  // "Summer 2019" is no citation; "Lee (2019)", "Lee, 2019", "Lee ([2019](…))" are, and "Lee 2019" of a Lee.
  const isDated =
    /[,(]/.test(between) ||
    (yearAt === 0 && document.text[span.start - 2] === '(') ||
    (between !== '' && namesAuthor(names, post));
  if (!isDated || monthOfName(names) !== undefined) return;
  const isNamed = isSignature(names);
  if (!isNamed && !includesWords(wordsOf(names), title)) return;
  yield* otherYear(post, span.start + yearAt, year, title);
  if (names && isNamed && isOtherAuthor(names, post, title)) {
    const start = span.start + shown.indexOf(names);
    const place = { start, end: start + names.length };
    const right = shortAuthors(post.author, names);
    const fixes = () => [replacement(place, written(right), true)];
    yield { ...base, ...place, part: 'author', detail: right, fixes };
  }
}

/** What of a text can be the title: without "Lee (2020), " before it and " (2020)" behind it. */
function withoutSignature(text: string): [from: number, to: number] {
  const before = /^[^()]{1,120}\((?:19|20)\d\d[a-z]?\)[.,:]?\s+(?=\S)/.exec(text)?.[0].length ?? 0;
  const behind = /\s\((?:19|20)\d\d[a-z]?\)$/.exec(text)?.index ?? text.length;
  return [before, Math.max(before, behind)];
}

function* otherYear(post: Post, start: number, year: string, title: Words): Generator<Found> {
  if (!post.issued || post.issued.year === Number(year) || title.folded.includes(year)) return;
  const place = { start, end: start + year.length };
  const right = String(post.issued.year);
  const fixes = () => [replacement(place, right, true)];
  yield { code: 'contradictingText', post, ...place, part: 'year', detail: right, fixes };
}

/** A title begins as titles do: a writer's own words in a sentence don't. */
const startsAs = (text: string, title: string): boolean =>
  /^[^\p{L}]*\p{Ll}/u.test(title) || !/^[^\p{L}]*\p{Ll}/u.test(text);

/** Names with capitals, joined as in a citation; nothing at all where the text is a year alone. */
const isSignature = (names: string): boolean =>
  names
    .split(/[\s,&(]+/)
    .every(word => /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|und|et|y|al\.?|v[ao]n|d[aeiou]|de[lrn]|)$/u.test(word));

/** Whether the names are those of authors, at least one of them a family's. */
function namesAuthor(names: string, { author }: Post): boolean {
  const families = new Set(author.flatMap(({ family = '' }) => wordsOf(family).folded));
  const own = new Set([...families, ...author.flatMap(({ given = '' }) => wordsOf(given).folded)]);
  const said = wordsOf(names).folded.filter(word => !/^(?:and|und|et|al|y|\p{L})$/u.test(word));
  return said.some(word => families.has(word)) && said.every(word => own.has(word));
}

/** Whether none of the names said is one of the post's authors, its publication or in its title. */
function isOtherAuthor(names: string, { author, containerTitle = '' }: Post, title: Words): boolean {
  if (author.length === 0) return false;
  const own = new Set([
    ...author.flatMap(name => wordsOf(Object.values(name).join(' ')).folded),
    ...wordsOf(containerTitle).folded,
    ...title.folded,
  ]);
  const given = new Set(author.flatMap(name => wordsOf(name.given ?? '').folded));
  // "Ann Roe" is not Ann Lee.
  const said = wordsOf(names).folded.filter(
    word => !/^(?:and|und|et|al|y|the|\p{L})$/u.test(word) && !given.has(word),
  );
  return said.length > 0 && said.every(word => !own.has(word) && !isPartOf(word, own));
}

/** "netflixs", "lees": a possessive, or initials of a body. */
const isPartOf = (word: string, own: ReadonlySet<string>): boolean =>
  [...own].some(other => other.length > 3 && (other.startsWith(word) || word.startsWith(other)));

/** "A", "A and B", "A et al.", with `&` where the text has that. */
function shortAuthors(author: readonly Name[], like: string): string {
  const [first, second, ...more] = author.map(({ literal, nonDroppingParticle, family, given }) =>
    cleanText(literal ?? [nonDroppingParticle, family ?? given].filter(Boolean).join(' ')),
  );
  if (!first) return '';
  if (more.length > 0 || (second && /\bal\b/.test(like))) return `${first} et al.`;
  return second ? `${first} ${like.includes('&') ? '&' : 'and'} ${second}` : first;
}
