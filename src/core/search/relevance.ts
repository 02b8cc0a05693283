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

/**
 * How well a post fits the words of a query by all its fields but the abstract, 0-1 (BM25F: Robertson & Zaragoza 2009).
 * A word that is in several fields counts for each, with less and less added; a guess counts for much less than a word
 * that is there.
 */
export function relevance(post: Post, query: readonly MeantWord[], vocabulary: Vocabulary): number {
  const found = new Float64Array(query.length);
  const fits = new Float64Array(query.length);
  for (const [field, { weight, usual, length }] of entries) {
    fits.fill(0);
    for (const text of fieldTexts(post, field)) {
      const inText = words(text, 'index');
      const scale = weight / (1 - length + (length * inText.length) / usual);
      for (const word of inText) {
        const term = vocabulary.find(word);
        if (term === undefined) continue;
        for (let at = 0; at < query.length; at++) {
          const quality = query[at]!.meaning.quality.get(term);
          if (quality !== undefined) fits[at] = Math.max(fits[at]!, scale * (quality / 100) ** sharpness);
        }
      }
    }
    for (let at = 0; at < query.length; at++) found[at]! += fits[at]!;
  }
  let sum = 0;
  let most = 0;
  for (const [at, { weight }] of query.entries()) {
    sum += (weight * found[at]!) / (half + found[at]!);
    most += weight;
  }
  return most === 0 ? 0 : sum / most;
}
