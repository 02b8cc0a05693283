import type { WrittenText } from '../../../core/citation';

/** In UTF-16 units; a prompt of more lines would push the posts out of view. */
const longest = 400;

/** What is about to be written, on one line: the citation, then what comes elsewhere in the document. */
export function shownText({ citation, definitions }: WrittenText): string {
  const line = [citation, ...definitions].map(text => text.replace(/\s+/g, ' ')).join('  …  ');
  return line.length > longest ? `${line.slice(0, longest).trimEnd()} …` : line;
}
