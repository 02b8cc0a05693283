import type { DocumentAnalysis, Span } from '../document';
import { blockAt, type DocumentBlock, lastBlockFrom, type MarkdownDocument } from '../document/markdown';
import { lineEnd, lineEnding, lineStart } from '../document/position';
import type { TextEdit } from '../document/textEdit';
import { type Finding, type FindingCode, findingCodes } from './finding';

const comment = /^(?:<!--|\{\/\*)\s*byline-ignore(-file)?(?=[\s*-])([\s\w,]*)(?:-->|\*\/\})$/;

interface Ignored extends Span {
  /** Named ones; `*` is all. */
  readonly codes: readonly string[];
}

/**
 * The findings, which are in order, that no comment ignores: `<!-- byline-ignore -->` on a line of its own ignores those
 * of the block that follows, a list as a whole, at the end of a line those of the line, `<!-- byline-ignore-file -->` all; with codes behind
 * it only those.
 */
export function withoutSuppressed(findings: Finding[], analysis: DocumentAnalysis): Finding[] {
  const ignored = ignoredSpans(analysis);
  if (ignored.length === 0) return findings;
  /** By code, where the ignored spans end that begin before the finding that is looked at. */
  const ends = new Map<string, number>();
  let at = 0;
  return findings.filter(({ code, start }) => {
    for (; at < ignored.length && ignored[at]!.start <= start; at++) {
      const { codes, end } = ignored[at]!;
      for (const one of codes) ends.set(one, Math.max(end, ends.get(one) ?? 0));
    }
    return Math.max(ends.get('*') ?? 0, ends.get(code) ?? 0) <= start;
  });
}

/** In UTF-16 units; a longer comment is none of these. */
const longest = 1000;

function ignoredSpans({ text, document, comments }: DocumentAnalysis): Ignored[] {
  const spans: Ignored[] = [];
  let line: Span = { start: 0, end: -1 };
  for (const { start, end } of comments) {
    const found = end - start <= longest ? comment.exec(text.slice(start, end)) : undefined;
    if (!found) continue;
    const named = found[2]?.split(/[\s,]+/).filter(code => code !== '') ?? [];
    if (start > line.end) line = { start: lineStart(text, start), end: lineEnd(text, end) };
    const span = found[1]
      ? { start: 0, end: text.length + 1 }
      : ignoredBy(text, document, { start, end }, line);
    spans.push({ ...span, codes: named.length > 0 ? named : ['*'] });
  }
  return spans.sort((a, b) => a.start - b.start);
}

function ignoredBy(text: string, document: MarkdownDocument, { start, end }: Span, line: Span): Span {
  const isAlone =
    /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/.test(text.slice(line.start, start)) &&
    text.slice(end, line.end).trim() === '';
  if (!isAlone) return line;
  const content = /[^\s>]/g;
  content.lastIndex = end;
  const next = content.exec(text)?.index ?? text.length;
  const until = lineEnd(text, next);
  const last = lastWithin(document, until, blockAt(document, start)?.depth ?? 0);
  return { start: end, end: Math.max(last?.lines.at(-1)?.end ?? 0, until) };
}

/** The block of the line that ends at an offset; of one deeper than that the last block of its list or quotation. */
function lastWithin(document: MarkdownDocument, lineEnd: number, depth: number): DocumentBlock | undefined {
  const { blocks } = document;
  let at = lastBlockFrom(document, lineEnd);
  const isDeeper = (block: DocumentBlock | undefined) => block !== undefined && block.depth > depth;
  if (isDeeper(blocks[at])) while (isDeeper(blocks[at + 1])) at++;
  return blocks[at];
}

/** The comment that ignores findings of a code in the block that holds an offset, put before the block. */
export function ignoring(
  { text, document, dialect }: DocumentAnalysis,
  offset: number,
  code: FindingCode,
): TextEdit | undefined {
  const block = blockAt(document, offset);
  if (!block || !findingCodes.includes(code)) return undefined;
  const first = block.lines[0]!.start;
  const start = lineStart(text, first);
  const prefix = text.slice(start, first);
  const written = dialect === 'mdx' ? `{/* byline-ignore ${code} */}` : `<!-- byline-ignore ${code} -->`;
  const eol = lineEnding(text);
  // Before an item of a list the comment would end the list.
  return /^[\s>]*$/.test(prefix)
    ? { start: first, end: first, text: `${written}${eol}${dialect === 'mdx' ? eol : ''}${prefix}` }
    : { start: first, end: first, text: `${written}${eol}${prefix.replace(/[^\s>]/g, ' ')}` };
}
