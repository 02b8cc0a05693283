import type { FieldMatch } from '../../core/search';
import { foldText } from '../../core/text';
import { factNames } from '../views/detailsRow';
import { plainLabel } from '../views/postText';

/**
 * Where a query matched, for the detail line under a post: the words around each match that the title doesn't
 * show already; `undefined` when it shows them all.
 */
export function matchedPlace(matches: readonly FieldMatch[]): string | undefined {
  const shown = new Set(matches.filter(({ field }) => field === 'title').flatMap(matchedWords));
  const places = order.flatMap(field => {
    const match = matches.find(
      candidate => candidate.field === field && matchedWords(candidate).some(word => !shown.has(word)),
    );
    if (!match) {
      return [];
    }
    const words = matchedWords(match);
    const [start] = match.ranges[words.findIndex(word => !shown.has(word))]!;
    for (const word of words) {
      shown.add(word);
    }
    return [`${factNames[field]()}: ${plainLabel(around(match.text, start))}`];
  });
  return places.length ? places.join('; ') : undefined;
}

const order = ['author', 'keywords', 'containerTitle', 'abstract'] as const;

function matchedWords({ text, ranges }: FieldMatch): string[] {
  return ranges.map(([start, end]) => foldText(text.slice(start, end)));
}

/** About a line of text around `position`, cut at spaces. */
function around(text: string, position: number): string {
  const before = 30;
  const length = 90;
  const start = position > before ? text.indexOf(' ', position - before) + 1 : 0;
  const part = text.slice(start, start + length);
  return `${start > 0 ? '… ' : ''}${part}${start + length < text.length ? ' …' : ''}`;
}
