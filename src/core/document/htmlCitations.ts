import type { DocumentCitation, Span } from './citationsIn';
import { addressOf } from './definitions';
import { htmlReader } from './inlineHtml';
import type { DocumentBlock } from './markdown';
import { ownText } from './ownText';

/** Finds the links and comments of an HTML block; scripts, styles and comments have no links. */
export function htmlCitations(
  text: string,
  { lines }: DocumentBlock,
  { citations, comments }: { citations: DocumentCitation[]; comments: Span[] },
): void {
  const { start } = lines[0]!;
  const html = ownText(text.slice(start, lines.at(-1)!.end));
  const readHtml = htmlReader(html);
  const raw = /<\/?(?:script|style|textarea)\b|$/giy;
  const next = /</g;
  for (let found = next.exec(html); found; found = next.exec(html)) {
    const at = found.index;
    const tag = readHtml(at);
    if (!tag) continue;
    next.lastIndex = tag.end;
    if (html.startsWith('<!--', at)) comments.push({ start: start + at, end: start + tag.end });
    if (tag.href !== undefined) {
      const from = start + tag.hrefStart!;
      citations.push({
        kind: 'htmlLink',
        start: start + at,
        end: start + tag.end,
        address: addressOf(tag.href),
        addressSpan: { start: from, end: from + tag.href.length },
      });
    }
    raw.lastIndex = at;
    if (raw.test(html) && html[at + 1] !== '/') {
      const closing = /<\/(?:script|style|textarea)/gi;
      closing.lastIndex = tag.end;
      next.lastIndex = closing.exec(html)?.index ?? html.length;
    }
  }
}
