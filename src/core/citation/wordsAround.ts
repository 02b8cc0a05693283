import type { DocumentCitation, Span } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import { placeAt } from '../document/place';
import { lineEnd, lineStart } from '../document/position';
import { aroundCitation } from './aroundCitation';
import type { CitationDetails } from './details';
import { unescaped } from './escapeText';
import { inDialect } from './mdxText';

/** A link with the words around it that may be its prefix and suffix, or the sentence's. */
export interface WordsAround extends Span {
  readonly details: CitationDetails;
}

/** In UTF-16 units. */
const longest = 80;
const inParentheses = /\(([^()[\]<>`]*)$/;
/** What sends readers elsewhere; other words before a link are the sentence's. */
const signal =
  /(?:^|[\s(])((?:but |and )?(?:see(?: also| especially| generally|, e\.g\.,|, for example,)?|cf\.|e\.g\.,?|i\.e\.,?|compare|for example,|quoted in|cited in) )$/iu;
const untilParenthesis = /^[^()[\]<>`]*(?=\))/;

/**
 * What stands around a link as `aroundCitation` would write it: a signal before it, within parentheses all that stands
 * there. Elsewhere nothing tells where a suffix ends. `undefined` where there is no more than a locator.
 * @param told the link with the locator behind it
 */
export function wordsAround(
  { text, document, dialect }: DocumentAnalysis,
  citation: DocumentCitation,
  told: WordsAround,
): WordsAround | undefined {
  const line = { start: lineStart(text, citation.start), end: lineEnd(text, told.end) };
  const before = text.slice(Math.max(line.start, citation.start - longest), citation.start);
  const behind = text.slice(told.end, Math.min(line.end, told.end + longest));
  const [, within] = inParentheses.exec(before) ?? [];
  const start = within?.endsWith(' ') ? within : (signal.exec(before)?.[1] ?? '');
  const [end = ''] = within === undefined ? [] : (untilParenthesis.exec(behind) ?? []);
  const [prefix, suffix] = [unescaped(start).trim(), unescaped(end).replace(/^, ?/, '').trim()];
  const { lineStart: startsLine, tableCell } = placeAt(document, citation.start - start.length);
  const place = { lineStart: startsLine, tableCell };
  const isPrefix = prefix !== '' && inDialect(aroundCitation({ prefix }, place).before, dialect) === start;
  const isSuffix = suffix !== '' && inDialect(aroundCitation({ suffix }, place).after, dialect) === end;
  if (!isPrefix && !isSuffix) return undefined;
  return {
    start: isPrefix ? citation.start - start.length : citation.start,
    end: isSuffix ? told.end + end.length : told.end,
    details: { ...told.details, ...(isPrefix && { prefix }), ...(isSuffix && { suffix }) },
  };
}
