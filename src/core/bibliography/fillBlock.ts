import type { Span } from '../document/citationsIn';
import type { TextEdit } from '../document/textEdit';
import { longestRise } from './longestRise';
import { paragraphsIn } from './paragraphs';
import { wholeLines } from './wholeLines';

/**
 * Makes the paragraphs of a block those of a list, one entry each, a blank line between any two. Paragraphs that say
 * the same stay as they are, though a formatter has wrapped them or marks emphasis otherwise.
 */
export function fillBlock(text: string, block: Span, entries: readonly string[], eol: string): TextEdit[] {
  const paragraphs = paragraphsIn(text, block);
  const places = new Map<string, number[]>();
  for (const [place, { start, end }] of [...paragraphs.entries()].reverse()) {
    const said = asSaid(text.slice(start, end));
    const others = places.get(said);
    if (others) others.push(place);
    else places.set(said, [place]);
  }
  const same = entries.flatMap((entry, at) => {
    const place = places.get(asSaid(entry))?.pop();
    return place === undefined ? [] : [{ at, place }];
  });
  const kept = longestRise(same.map(({ place }) => place)).map(index => same[index]!);

  const edits: TextEdit[] = [];
  let at = 0;
  let place = 0;
  let { start } = block;
  for (const next of [...kept, { at: entries.length, place: paragraphs.length }]) {
    const added = entries.slice(at, next.at);
    const isLast = next.place === paragraphs.length;
    const end = isLast ? block.end : paragraphs[next.place]!.start;
    if (added.length > 0 || next.place > place) {
      const isEmpty = added.length === 0 && isLast && kept.length === 0;
      const filled = isEmpty ? eol : eol.repeat(2) + added.map(entry => entry + eol.repeat(2)).join('');
      edits.push(...wholeLines(text, { start, end, text: filled }));
    }
    at = next.at + 1;
    place = next.place + 1;
    if (!isLast) start = paragraphs[next.place]!.end;
  }
  return edits;
}

/** White space and the mark for emphasis are a formatter's choice. */
const asSaid = (paragraph: string): string =>
  paragraph
    .trim()
    .replace(/[ \t\r\n]+/g, ' ')
    .replaceAll('_', '*');
