import { escapeText } from '../citation/escapeText';
import { inDialect } from '../citation/mdxText';
import type { MarkdownDocument } from '../document/markdown';
import { placeAt } from '../document/place';
import { isProvisional, type Name } from '../post';
import { cleanText } from '../text';
import type { CitedPost } from './checkOptions';
import { areOthers, isSigner, namesAuthors, readNames } from './citedNames';
import { type Found, replacement } from './finding';
import { includesWords, isOtherNumber, plainText, titleName, type Words, wordsOf } from './linkWords';
import { isOtherTitle } from './otherTitle';
import type { PostFacts } from './postFacts';
import {
  contradictsAuthors,
  namesAtEnd,
  namesBeforeTitle,
  namesBehind,
  type Signature,
  signatureBefore,
  signatureIn,
  tellsTitle,
  yearBehind,
} from './signatures';

export interface CitingLink extends CitedPost {
  /** Its text, the lines of which are one; so all keeps its place. */
  readonly shown: string;
  /** What stands behind it in the same block, and before it from the begin of that. */
  readonly behind: string;
  readonly lead: string;
}

/** What of a document is found among the posts of the library. */
export interface AmongPosts {
  /** Texts that are titles of posts, as `titleName` has them. */
  readonly titles: ReadonlySet<string>;
  /** Names that are those of authors, full ones and those of families. */
  readonly people: ReadonlySet<string>;
}

/** In words; fewer are what somebody calls a thing, whatever post is called so too. */
export const fewestOther = 3;

/** What a link says otherwise than its post. */
export function* linkContradictions(
  document: MarkdownDocument,
  { citation, post, shown, behind, lead }: CitingLink,
  { facts, titles, people }: { readonly facts: PostFacts } & AmongPosts,
): Generator<Found> {
  const { title } = facts;
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
  if (!isProvisional(post)) {
    const isOther =
      said.folded.length >= fewestOther &&
      titles.has(titleName(text)) &&
      /^[^\p{L}]*[^\p{Ll}]/u.test(text) &&
      said.folded.join(' ') !== title.folded.join(' ') &&
      !includesWords(title, said);
    const isOwn = (word: string) => isSigner(word, facts.signers);
    if (isOther || isOtherTitle(text, post.title, { said, own: title, isOwn })) {
      const place = { start: span.start + from, end: span.start + to };
      // The title of another post may stand there rightly, and the address be the wrong one.
      const isPreferred = !isOther && !includesWords(said, title) && !isOtherNumber(said, title);
      const fixes = () => [replacement(place, written(post.title), isPreferred)];
      yield { ...base, ...place, part: 'title', detail: post.title, fixes };
      return;
    }
  }
  for (const [signature, start] of signaturesOf(
    document,
    { citation, post, shown, behind, lead },
    said,
    facts,
  )) {
    const { year, names, isLoose } = signature;
    if (
      year &&
      saysOtherYear(year.text, facts) &&
      !(names && isLoose && areOthers(names.read, facts.signers))
    ) {
      const right = String(post.issued!.year);
      const place = { start: start + year.at, end: start + year.at + year.text.length };
      const fixes = () => [replacement(place, right, true)];
      yield { ...base, ...place, part: 'year', detail: right, fixes };
    }
    if (names && contradictsAuthors(signature, facts, people)) {
      const place = { start: start + names.at, end: start + names.at + names.text.length };
      const right = shortAuthors(post.author, names.text);
      const fixes = () => [replacement(place, written(right), true)];
      yield { ...base, ...place, part: 'author', detail: right, fixes };
    }
  }
}

const saysOtherYear = (year: string, { post, title }: PostFacts): boolean =>
  post.issued !== undefined && post.issued.year !== Number(year) && !title.folded.includes(year);

/** What a link says of its post in its text, before and behind it, each with where the text begins. */
function* signaturesOf(
  { text }: MarkdownDocument,
  { citation, shown, behind, lead }: CitingLink,
  said: Words,
  facts: PostFacts,
): Generator<readonly [Signature, start: number]> {
  const { title } = facts;
  const span = citation.text!;
  const isTitle = tellsTitle(said, title);
  const inText = /\d{4}/.test(shown)
    ? (signatureIn(shown, facts.signers, text[span.start - 2] === '(') ?? titleWithYear(shown, title))
    : undefined;
  if (inText) yield [inText, span.start];
  if (isTitle) {
    const within = inText ? namesAtEnd(shown) : (namesBeforeTitle(shown) ?? namesAtEnd(shown));
    if (within) yield [within, span.start];
    const before = signatureBefore(lead);
    if (before) yield [before, citation.start - lead.length];
    const after = namesBehind(behind);
    if (after) yield [after, citation.end];
  }
  const year = yearBehind(behind);
  const names = year && readNames(shown);
  const isOfPost = () =>
    isTitle || (names !== undefined && names.persons.length > 0 && namesAuthors(names, facts.signers));
  // Where names stand with the year it is theirs.
  if (year && (isOfPost() || (year.names && namesAuthors(year.names.read, facts.signers)))) {
    yield [year, citation.end];
  }
}

/** "Title (2019)", "Lee, “Title” (2019)" */
function titleWithYear(shown: string, title: Words): Signature | undefined {
  const found = /(?:19|20)\d\d(?=[a-z]?\)?$)/u.exec(shown);
  if (!found || !/[,(]\s*$/.test(shown.slice(0, found.index))) return undefined;
  return includesWords(wordsOf(shown.slice(0, found.index)), title)
    ? { year: { text: found[0], at: found.index } }
    : undefined;
}

/** What of a text can be the title: without "Lee (2020), " before it and " (2020)" behind it. */
function withoutSignature(text: string): [from: number, to: number] {
  const before = /^[^()]{1,120}\((?:19|20)\d\d[a-z]?\)[.,:]?\s+(?=\S)/.exec(text)?.[0].length ?? 0;
  const behind = /\s\((?:19|20)\d\d[a-z]?\)$/.exec(text)?.index ?? text.length;
  return [before, Math.max(before, behind)];
}

/** "A", "A and B", "A et al.", with `&` where the text has that. */
function shortAuthors(author: readonly Name[], like: string): string {
  const [first, second, ...more] = author.map(({ literal, nonDroppingParticle, family, given }) =>
    cleanText(literal ?? [nonDroppingParticle, family ?? given].filter(Boolean).join(' ')),
  );
  if (!first) return '';
  if (more.length > 0 || (second && /\bal\b/.test(like))) return `${first} et al.`;
  return second ? `${first} ${like.includes('&') ? '&' : 'and'} ${second}` : first;
}
