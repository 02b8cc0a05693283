import { findTypos } from './typos';
import type { Vocabulary } from './vocabulary';

/** What a word of a query may mean. */
export interface Meaning {
  /** Words of the index, the likeliest first. */
  readonly terms: readonly number[];
  /** How well each fits, 0-100. */
  readonly quality: ReadonlyMap<number, number>;
}

/** How far to look: the word and words that begin with it; also those containing it or one typo away; two typos. */
export type Reach = 0 | 1 | 2;

const quality = { exact: 100, prefix: 84, inside: 56, typos: [100, 62, 40], prefixTypos: [84, 52, 34] };
/** A fit of at least this needs no guessing. */
export const certain = quality.prefix - 12;
/** Shorter words have too many neighbours to guess from. */
const shortest = { inside: 3, oneTypo: 3, twoTypos: 5, prefixOneTypo: 4, prefixTwoTypos: 7 };

/** The words of the index that `word` itself is, alone. */
export function expandExactly(vocabulary: Vocabulary, word: string): Meaning {
  const term = vocabulary.find(word);
  return term === undefined
    ? { terms: [], quality: new Map() }
    : { terms: [term], quality: new Map([[term, quality.exact]]) };
}

/** The words that `word` may mean; an `unfinished` one may also be the mistyped beginning of a word. */
export function expand(vocabulary: Vocabulary, word: string, reach: Reach, unfinished: boolean): Meaning {
  const found = new Map<number, number>();
  const offer = (term: number, fit: number) => {
    if ((found.get(term) ?? 0) < fit) found.set(term, fit);
  };
  const { trie } = vocabulary;
  const exact = vocabulary.find(word);
  if (exact !== undefined) offer(exact, quality.exact);
  trie.below(trie.find(word), (term, more) => {
    if (more > 0) found.set(term, quality.prefix - Math.min(more, 12));
  });
  if (reach > 0 && word.length >= shortest.inside) {
    vocabulary.containing(word, term => offer(term, quality.inside));
  }
  const typos = typosAllowed(word, reach);
  if (typos > 0) {
    const begins =
      unfinished && word.length >= (typos === 1 ? shortest.prefixOneTypo : shortest.prefixTwoTypos);
    findTypos(trie, word, typos, begins, (term, count, prefix) =>
      offer(term, (prefix ? quality.prefixTypos : quality.typos)[count]!),
    );
  }
  const terms = [...found.keys()];
  if (reach > 0) terms.sort((a, b) => found.get(b)! - found.get(a)!);
  return { terms, quality: found };
}

function typosAllowed(word: string, reach: Reach): number {
  if (word.length < shortest.oneTypo) return 0;
  return word.length < shortest.twoTypos ? Math.min(reach, 1) : reach;
}
