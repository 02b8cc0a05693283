import type { CslFormatter } from '../csl';
import type { DocumentCitation, Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import { addressesIn } from '../document/markdown';
import { placeAt } from '../document/place';
import type { Post } from '../post';
import { foldText } from '../text';
import { type Cited, outside } from './citedPosts';
import { paragraphsIn } from './paragraphs';

type Meaning = { readonly citation: DocumentCitation; readonly post: Post };

/** How many citations without a link are looked at, as each costs what a citation costs to format. */
const mostFormatted = 100;

/**
 * What a document cites, with the posts without an address that it cites as the style writes them: by names and year,
 * or by the number of an entry that the list has; in small steps.
 */
export function* withUnlinked(
  analysis: DocumentAnalysis,
  blocks: readonly Span[],
  cited: Cited,
  { known, formatter }: { readonly known: Pick<KnownPosts, 'posts'>; readonly formatter: CslFormatter },
): Generator<void, { readonly cited: Cited; readonly unlinked: readonly Span[] }> {
  if (formatter.kind === 'note' || blocks.length === 0) return { cited, unlinked: [] };
  const posts = [...known.posts].filter(({ url }) => url === undefined);
  const [first] = cited.posts;
  const plain = formatter.kind === 'numeric' ? plainNumbers(analysis, blocks) : [];
  if (plain.length > 0) yield* formatter.preparing(cited.posts);
  const isBracketed = () => !first || formatter.citation([{ post: first }], cited.posts).includes('\\[');
  const numbers = plain.length > 0 && isBracketed() ? plain : [];
  const found =
    formatter.kind === 'numeric'
      ? byNumber(analysis.text, blocks, numbers, posts)
      : yield* byYear(analysis, blocks, posts, function* (post: Post) {
          // As the formatter takes it in for its citation.
          yield* formatter.preparing([...cited.posts, post]);
          return formatter.citation([{ post }], cited.posts);
        });
  const told = new Set(found.map(({ citation }) => citation.start));
  const unlinked = numbers.filter(({ start }) => !told.has(start));
  if (found.length === 0) return { cited, unlinked };
  const citations: Meaning[] = [];
  let next = 0;
  for (const meaning of cited.citations) {
    while (next < found.length && found[next]!.citation.start < meaning.citation.start)
      citations.push(found[next++]!);
    citations.push(meaning);
  }
  citations.push(...found.slice(next));
  // A number may be an entry's by chance, so it moves no post that is cited or listed otherwise.
  const linked = new Set(cited.posts);
  const own = new Set(cited.citations);
  const placed = citations.filter(meaning => own.has(meaning) || !linked.has(meaning.post));
  const all = new Map([...placed.map(({ post }) => post), ...cited.posts].map(post => [post.id, post]));
  return { cited: { ...cited, citations, posts: [...all.values()] }, unlinked };
}

const asCitation = (span: Span): DocumentCitation => ({ kind: 'link', ...span, text: span });

const isText = ({ document }: DocumentAnalysis, { start }: Span): boolean =>
  placeAt(document, start).kind === 'text';

/** `\[3\]` in the text, linked to nothing. */
function plainNumbers(analysis: DocumentAnalysis, blocks: readonly Span[]): Span[] {
  const found = [...analysis.text.matchAll(/(?<![\p{N}\\[\])])\\\[[1-9]\d{0,2}\\\](?![\](])/gu)];
  const spans = found.map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  return outside(blocks, spans).filter(span => isText(analysis, span));
}

/** By the entry that has the number now: one without an address, with the title of a post. */
function byNumber(
  text: string,
  blocks: readonly Span[],
  numbers: readonly Span[],
  posts: readonly Post[],
): Meaning[] {
  if (numbers.length === 0 || posts.length === 0) return [];
  const entries = new Map<string, string>();
  for (const { start, end } of blocks.flatMap(block => paragraphsIn(text, block))) {
    const entry = text.slice(start, end);
    const [, number] = /^(\\\[\d{1,3}\\\])/.exec(entry) ?? [];
    if (number && addressesIn(entry).length === 0) entries.set(number, letters(entry.slice(number.length)));
  }
  const meant = new Map<string, Post>();
  for (const [number, entry] of [...entries].slice(0, mostFormatted)) {
    const told = posts.filter(({ title }) => entry.includes(letters(title)));
    // The title of one may be a part of another's.
    const [post] = told.sort((a, b) => b.title.length - a.title.length);
    if (post) meant.set(number, post);
  }
  return numbers.flatMap(span => {
    const post = meant.get(text.slice(span.start, span.end));
    return post ? [{ citation: asCitation(span), post }] : [];
  });
}

const letters = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** By names and year in parentheses, as the style writes them. */
function* byYear(
  analysis: DocumentAnalysis,
  blocks: readonly Span[],
  posts: readonly Post[],
  citationOf: (post: Post) => Generator<void, string>,
): Generator<void, Meaning[]> {
  if (posts.length === 0) return [];
  const { text } = analysis;
  const byYear = new Map<string, Post[]>();
  for (const post of posts) {
    const year = String(post.issued?.year);
    byYear.set(year, [...(byYear.get(year) ?? []), post]);
  }
  const spans = [...text.matchAll(/(?<=\(|; )[^\s()[\];<>`][^()[\];<>`\r\n]{0,200}(?=\)|; )/g)].map(
    ({ index, 0: { length } }) => ({ start: index, end: index + length }),
  );
  const written = new Map<Post, string>();
  const found: Meaning[] = [];
  for (const span of outside(blocks, spans)) {
    const said = text.slice(span.start, span.end);
    const [, year = ''] = /(\d{4})[a-z]{0,2}$/.exec(said) ?? [];
    const names = foldText(said);
    for (const post of byYear.get(year) ?? []) {
      const [first] = post.author;
      const name = first?.family ?? first?.literal ?? post.title;
      if (!names.includes(foldText(name))) continue;
      if (!written.has(post) && written.size >= mostFormatted) continue;
      const citation = written.get(post) ?? (yield* citationOf(post));
      written.set(post, citation);
      if (withoutLetter(citation.replace(/^\(|\)$/g, '')) !== withoutLetter(said)) continue;
      if (isText(analysis, span)) found.push({ citation: asCitation(span), post });
      break;
    }
    yield;
  }
  return found;
}

const withoutLetter = (citation: string): string => citation.replace(/(?<=\d{4})[a-z]{1,2}$/, '');
