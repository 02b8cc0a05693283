import { certain, expand, expandExactly, type Meaning, type Reach } from './expand';
import type { WordIndex } from './wordIndex';

/** A word that posts are to have. */
export interface QueryWord {
  readonly word: string;
  /** Bits of the fields it has to stand in, which allows no typos; 0 for any. */
  readonly fieldMask: number;
  /** Only the word itself will do, as within a quoted phrase. */
  readonly exact?: boolean;
  /** Only words that begin with it will do: no typos. */
  readonly asTyped?: boolean;
  /** Still being typed. */
  readonly unfinished?: boolean;
}

/** Whether looking farther finds more than the word as typed. */
export function canWiden({ fieldMask, exact, asTyped }: QueryWord): boolean {
  return fieldMask === 0 && !exact && !asTyped;
}

/** What the words of queries may mean, kept from keystroke to keystroke until a word is added to the vocabulary. */
export class Meanings {
  /** Words of the index that were proposed so far. */
  proposed = 0;
  private readonly known = new Map<string, Meaning>();
  private knownWords = 0;

  constructor(private readonly index: WordIndex) {}

  of(asked: QueryWord, farthest: Reach): Meaning {
    const { word, exact, unfinished = false } = asked;
    const { vocabulary } = this.index;
    if (exact) return expandExactly(vocabulary, word);
    const reach = canWiden(asked) ? farthest : 0;
    if (this.knownWords !== vocabulary.size || this.known.size > 200) this.known.clear();
    this.knownWords = vocabulary.size;
    const key = `${reach}${reach > 0 && unfinished ? '…' : ' '}${word}`;
    const known = this.known.get(key);
    if (known) return known;
    const meaning = expand(vocabulary, word, reach, unfinished);
    this.proposed += meaning.terms.length;
    this.known.set(key, meaning);
    return meaning;
  }

  /** 1-16, more for words that fewer posts have (inverse document frequency). */
  weightOf({ terms, quality }: Meaning): number {
    const { counts, size } = this.index;
    // Words that only removed posts had say nothing: an index built anew does not know them.
    const postsWith = (term: number) => counts[2 * term]! + counts[2 * term + 1]!;
    let best = 0;
    for (const [term, fit] of quality) if (fit > best && postsWith(term) > 0) best = fit;
    const alike = best === 100 ? best : Math.min(best, certain);
    let posts = 0;
    for (const term of terms) if (quality.get(term)! >= alike) posts += postsWith(term);
    return 1 + Math.round((15 * Math.log(1 + size / Math.max(1, posts))) / Math.log(1 + size));
  }
}
