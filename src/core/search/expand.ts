import { findTypos } from './typos';
import type { Vocabulary } from './vocabulary';

/** A word of the index that a word of the query may mean, and how well, 0-100. */
export interface Expansion {
  readonly term: number;
  readonly quality: number;
}

/** How far to look: the word and words beginning with it; also those containing it or one typo away; two. */
export type Reach = 0 | 1 | 2;

const quality = { exact: 100, prefix: 84, inside: 56, typos: [100, 62, 40], prefixTypos: [84, 52, 34] };
/** Shorter words have too many neighbours to guess from. */
const shortest = { inside: 3, oneTypo: 3, twoTypos: 5, prefixTypo: 4, prefixTwoTypos: 7 };

/** The words that `word` may mean, best first. `unfinished` words may be the mistyped beginning of one. */
export function expand(vocabulary: Vocabulary, word: string, reach: Reach, unfinished: boolean): Expansion[] {
  const best = new Map<number, number>();
  const offer = (term: number, value: number) => {
    if ((best.get(term) ?? 0) < value) best.set(term, value);
  };
  const exact = vocabulary.find(word);
  if (exact !== undefined) offer(exact, quality.exact);
  const { trie } = vocabulary;
  trie.below(trie.find(word), (term, more) => {
    if (more > 0) offer(term, quality.prefix - Math.min(more, 12));
  });
  if (reach > 0 && word.length >= shortest.inside) {
    vocabulary.containing(word, term => offer(term, quality.inside));
  }
  const typos =
    reach === 0 || word.length < shortest.oneTypo
      ? 0
      : reach === 2 && word.length >= shortest.twoTypos
        ? 2
        : 1;
  if (typos > 0) {
    const begins = unfinished && word.length >= (typos === 1 ? shortest.prefixTypo : shortest.prefixTwoTypos);
    findTypos(trie, word, typos, begins, (term, count, prefix) =>
      offer(term, (prefix ? quality.prefixTypos : quality.typos)[count]!),
    );
  }
  return [...best].map(([term, value]) => ({ term, quality: value })).sort((a, b) => b.quality - a.quality);
}
