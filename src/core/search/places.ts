import type { Post } from '../post';
import { certain, type Meaning } from './expand';
import { fields, fieldTexts } from './fields';
import type { FieldMatch } from './searchHit';
import type { Vocabulary } from './vocabulary';
import { fold, words } from './words';

/** A word of the query and what it was taken to mean. */
export interface MeantWord {
  readonly word: string;
  readonly meaning: Meaning;
  /** The rarer, the more; 0 for a word that every post found has where it has to be. */
  readonly weight: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly fit: number;
}

const rawWord = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*(?:\+{2}|#)?/gu;

/**
 * Where the words of a query stand in a post: of each word the certain places (itself, or a word beginning with it),
 * or if there are none, the likeliest ones. Found by the index's own reading of the query, since the indices that
 * Fuse.js gives are those of single characters ("on" of "Won" for "con").
 */
export function findPlaces(post: Post, query: readonly MeantWord[], vocabulary: Vocabulary): FieldMatch[] {
  const texts = fields.flatMap(field =>
    fieldTexts(post, field).map(text => ({ field, text, tokens: tokensOf(text) })),
  );
  const places = texts.map((): Place[] => []);
  for (const meant of query) {
    const found = texts.map(({ tokens }) => tokens.flatMap(token => placesOf(meant, token, vocabulary)));
    const best = Math.min(certain, Math.max(0, ...found.flat().map(place => place.fit)));
    found.forEach((list, at) => {
      places[at]!.push(...list.filter(place => place.fit >= best));
    });
  }
  return texts.flatMap(({ field, text }, at) => {
    const ranges = joinRanges(places[at]!);
    return ranges.length > 0 ? [{ field, text, ranges }] : [];
  });
}

interface Token {
  readonly start: number;
  readonly raw: string;
  readonly folded: string;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(rawWord), ({ 0: raw, index: start }) => ({
    start,
    raw,
    folded: fold(raw),
  }));
}

function placesOf(
  { word, meaning }: MeantWord,
  { start, raw, folded }: Token,
  vocabulary: Vocabulary,
): Place[] {
  const found: Place[] = [];
  for (const part of words(folded)) {
    const term = vocabulary.find(part);
    const fit = term === undefined ? undefined : meaning.quality.get(term);
    if (fit === undefined) continue;
    const at = folded.length === raw.length ? folded.indexOf(word) : -1;
    if (at === -1) found.push({ start, end: start + raw.length, fit });
    else found.push({ start: start + at, end: start + at + word.length, fit });
  }
  return found;
}

function joinRanges(places: Place[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const { start, end } of places.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
