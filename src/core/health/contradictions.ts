import type { KnownPosts } from '../document';
import { blockAt, type MarkdownDocument } from '../document/markdown';
import type { Post } from '../post';
import type { Checked } from './checkOptions';
import type { Found } from './finding';
import { hadByPosts } from './hadByPosts';
import { type AmongPosts, type CitingLink, fewestOther, linkContradictions } from './linkContradictions';
import { plainText, titleName, wordsOf } from './linkWords';
import { PostFacts } from './postFacts';
import { firstName, namesAtEnd, namesBehind, namesIn, signatureBefore, yearBehind } from './signatures';

/**
 * Links that say something else than their post does, in their text or right beside it: its title with some words
 * changed, another year, another author. Words of the writer's own are never compared: only what reads as a title or as
 * "Author (year)".
 */
export function* contradictions({ analysis, cited, known }: Checked): Generator<Found | undefined> {
  const { text, document } = analysis;
  const links: CitingLink[] = [];
  const asked = { titles: new Set<string>(), people: new Set<string>() };
  for (const { citation, post } of cited) {
    yield;
    const { text: span, labelSpan } = citation;
    // The text of a reference that has no other label names its definition.
    if (!span || (labelSpan && labelSpan.start === span.start) || span.end - span.start > longest) continue;
    const shown = onOneLine(text.slice(span.start, span.end));
    if (/!\[|</.test(shown)) continue;
    const behind = behindLink(text, citation.end);
    const lead = leadOf(document, citation.start);
    links.push({ citation, post, shown, behind, lead });
    asked.titles.add(titleName(plainText(shown)));
    for (const said of [
      namesBehind(behind),
      yearBehind(behind),
      signatureBefore(lead),
      namesAtEnd(shown),
      namesIn(shown),
    ]) {
      if (said?.names) asked.people.add(firstName(said.names.text));
    }
  }
  const found = yield* amongPosts(asked, known);
  const posts = new Map<Post, PostFacts>();
  for (const link of links) {
    yield;
    const { post } = link;
    const facts = posts.get(post) ?? new PostFacts(post);
    posts.set(post, facts);
    yield* linkContradictions(document, link, { facts, ...found });
  }
}

/** In UTF-16 units; longer is no title. */
const longest = 500;
const longestBeside = 160;

/** Line ends and the marks of quotations behind them become spaces. */
const onOneLine = (text: string): string => text.replace(/[\n\r][\s>]*/g, lines => ' '.repeat(lines.length));

function behindLink(text: string, end: number): string {
  const rest = text.slice(end, end + longestBeside);
  const stop = /[|]|\r?\n(?=\s*(?:[\r\n#|]|[-*+]\s|\d+[.)]\s|>\s*[\r\n]))/.exec(rest)?.index;
  return onOneLine(rest.slice(0, stop));
}

function leadOf(document: MarkdownDocument, start: number): string {
  const from = blockAt(document, start)?.lines[0]?.start ?? start;
  return start - from > longestBeside ? '' : onOneLine(document.text.slice(from, start));
}

/**
 * Which texts are titles of posts, those of a word or two aside, which are much else too, and which names are those of
 * their authors.
 */
function* amongPosts({ titles, people }: AmongPosts, known: KnownPosts): Generator<undefined, AmongPosts> {
  const found = yield* hadByPosts(known, 'titles', titles, ({ title }) => [titleName(title)]);
  return {
    titles: new Set([...found].filter(title => wordsOf(title).folded.length >= fewestOther)),
    people: yield* hadByPosts(known, 'people', people, ({ author }) =>
      author.flatMap(({ given, family }) => (family ? [family, `${given} ${family}`] : [])),
    ),
  };
}
