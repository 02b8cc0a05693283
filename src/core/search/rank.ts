import Fuse, { type IFuseOptions } from 'fuse.js';
import type { Candidate } from './candidates';
import { type Field, fields, fieldTexts } from './fields';
import type { FieldMatch, SearchHit } from './searchHit';

const weights: Record<Field, number> = {
  title: 4,
  author: 3,
  keywords: 2,
  containerTitle: 1.5,
  abstract: 0.5,
};
const shareOfWords = 0.6;

interface Entry {
  readonly candidate: Candidate;
  readonly texts: Readonly<Record<Field, readonly string[]>>;
}

const options: IFuseOptions<Entry> = {
  keys: fields.map(name => ({ name, weight: weights[name], getFn: entry => entry.texts[name] as string[] })),
  useTokenSearch: true,
  tokenMatch: 'any',
  ignoreLocation: true,
  threshold: 0.34,
  includeScore: true,
  includeMatches: true,
  ignoreDiacritics: true,
};

/** The second stage: Fuse.js weighs the candidates anew, and says where each matched. */
export function rank(candidates: readonly Candidate[], terms: readonly string[]): SearchHit[] {
  const entries = candidates.map(candidate => ({
    candidate,
    texts: Object.fromEntries(
      fields.map(field => [field, fieldTexts(candidate.post, field)]),
    ) as Entry['texts'],
  }));
  const results = new Fuse(entries, options).search(terms.join(' '));
  const ranked = new Map(results.map(result => [result.item.candidate, result]));
  return candidates
    .map(candidate => {
      const result = ranked.get(candidate);
      const matches: FieldMatch[] = (result?.matches ?? []).map(match => ({
        field: match.key as Field,
        text: match.value ?? '',
        ranges: match.indices.map(([first, last]) => [first, last + 1]),
      }));
      const score = shareOfWords * candidate.score + (1 - shareOfWords) * (1 - (result?.score ?? 1));
      return { post: candidate.post, score, matches };
    })
    .sort((a, b) => b.score - a.score);
}
