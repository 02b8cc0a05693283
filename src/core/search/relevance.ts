import type { Post } from '../post';
import { type Field, fieldTexts } from './fields';
import type { MeantWord } from './places';
import type { Vocabulary } from './vocabulary';
import { words } from './words';

/**
 * What a word is worth in a text of the usual length, how many words that is, and how much the length counts: a word
 * that is half a publication's name says more than the same word within a long title.
 */
const weights: Readonly<Partial<Record<Field, { weight: number; usual: number; length: number }>>> = {
  title: { weight: 1, usual: 8, length: 0.2 },
  author: { weight: 1.5, usual: 2, length: 0.5 },
  keywords: { weight: 0.9, usual: 1, length: 0.25 },
  containerTitle: { weight: 2, usual: 2, length: 0.7 },
};
const entries = Object.entries(weights) as [Field, { weight: number; usual: number; length: number }][];
/** Makes the fits nearly chances that somebody typed this for that: a beginning .35, a slip .06, a fragment .03. */
const sharpness = 6;
/** A word worth as much gets half of the points that it could get at all. */
const half = 0.6;

/** The texts of one field of a post. */
export type FieldTerms = readonly {
  /** What a word is worth in the text. */
  readonly scale: number;
  /** Its words by their numbers in the vocabulary. */
  readonly terms: readonly number[];
}[];

/** What `relevance` needs of a post: all its fields but the abstract. */
export function fieldTermsOf(post: Post, vocabulary: Vocabulary): readonly FieldTerms[] {
  return entries.map(([field, { weight, usual, length }]) =>
    fieldTexts(post, field).map(text => {
      const inText = words(text, 'index');
      return {
        scale: weight / (1 - length + (length * inText.length) / usual),
        terms: inText.flatMap(word => vocabulary.find(word) ?? []),
      };
    }),
  );
}

/**
 * How well a post fits the words of a query, 0-1 (BM25F: Robertson & Zaragoza 2009). A word that is in several fields
 * counts for each, with less and less added; a guess counts for much less than a word that is there.
 */
export function relevance(fields: readonly FieldTerms[], query: readonly MeantWord[]): number {
  let sum = 0;
  let most = 0;
  for (const { meaning, weight } of query) {
    let found = 0;
    for (const texts of fields) found += bestFit(texts, meaning.quality);
    sum += (weight * found) / (half + found);
    most += weight;
  }
  return most === 0 ? 0 : sum / most;
}

function bestFit(texts: FieldTerms, qualities: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const { scale, terms } of texts) {
    for (const term of terms) {
      const quality = qualities.get(term);
      if (quality !== undefined) best = Math.max(best, scale * (quality / 100) ** sharpness);
    }
  }
  return best;
}
