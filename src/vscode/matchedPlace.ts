import type { SearchHit } from '../core/search';
import { plainLabel } from './postText';

/**
 * Where a query matched, for the detail line under a post: the field's words around the first match, or
 * `undefined` when the title already shows it.
 */
export function matchedPlace(matches: SearchHit['matches']): string | undefined {
  const order = ['author', 'keywords', 'containerTitle', 'abstract'] as const;
  const places = order.flatMap(field => {
    const match = matches.find(candidate => candidate.field === field && candidate.ranges.length > 0);
    return match ? [`$(${icons[field]}) ${plainLabel(around(match.text, match.ranges[0]![0]))}`] : [];
  });
  return places.length ? places.join('  ') : undefined;
}

const icons = { author: 'person', keywords: 'tag', containerTitle: 'book', abstract: 'quote' };

/** About a line of text around `position`, cut at spaces. */
function around(text: string, position: number): string {
  const before = 30;
  const length = 90;
  const start = position > before ? text.indexOf(' ', position - before) + 1 : 0;
  const part = text.slice(start, start + length);
  return `${start > 0 ? '… ' : ''}${part}${start + length < text.length ? ' …' : ''}`;
}
