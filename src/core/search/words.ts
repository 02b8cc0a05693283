import { foldText } from '../text';

/** Longer words are cut, so that pasted junk cannot fill the vocabulary. */
const longest = 32;
/** Letters and digits; an apostrophe inside ("don't") and a tail of + or # ("C++", "C#") belong to the word. */
const asciiWord = /[a-z0-9]+(?:'[a-z0-9]+)*(?:\+{2}|#)?/g;
const anyWord = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*(?:\+{2}|#)?/gu;
/** Scripts written without spaces between words; Korean has spaces and is treated as words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const hasUnspaced = new RegExp(unspaced, 'u');
const ascii = /^[\x00-\x7f]*$/;

/** Whether the text is of ASCII alone. */
export function isPlain(text: string): boolean {
  return ascii.test(text);
}

/** Folded as the index folds, and cheaper than `foldText` for plain ASCII. */
export function fold(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : foldText(text);
}

/**
 * The folded words of a text, in order. Unspaced scripts have no words to find, so each pair of neighbouring
 * characters is one ("微服务" gives 微服, 服务), as in Lucene's CJK bigrams; with `alone: 'index'` the single
 * characters come too, so that a query of one character finds them.
 */
export function words(text: string, mode: 'index' | 'query' = 'query'): string[] {
  const folded = fold(text);
  if (ascii.test(folded)) return trimAll(folded, folded.match(asciiWord) ?? []);
  const parts = folded.match(anyWord) ?? [];
  if (!hasUnspaced.test(folded)) return trimAll(folded, parts);
  const found: string[] = [];
  for (const word of parts) {
    let end = 0;
    for (const run of word.matchAll(unspaced)) {
      if (run.index > end) found.push(trim(word.slice(end, run.index)));
      pairs(run[0], mode, found);
      end = run.index + run[0].length;
    }
    if (end < word.length) found.push(trim(word.slice(end)));
  }
  return found;
}

/** Whether the word is a pair of neighbouring characters, which says as much as a word of other scripts. */
export function isPair(word: string): boolean {
  return word.length > 1 && (word.match(unspaced)?.[0] ?? '') === word;
}

/** Trims the words of a text where they stand: hardly any need it. */
function trimAll(text: string, found: string[]): string[] {
  const hasApostrophe = text.includes("'") || text.includes('’');
  for (let at = 0; at < found.length; at++) {
    if (hasApostrophe || found[at]!.length > longest) found[at] = trim(found[at]!);
  }
  return found;
}

function trim(word: string): string {
  const joined = word.includes("'") || word.includes('’') ? word.replace(/['’]/g, '') : word;
  // Half a character would be written to disk as another one, and not be found again.
  return joined.length > longest ? joined.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : joined;
}

function pairs(run: string, mode: 'index' | 'query', found: string[]): void {
  const characters = [...run];
  for (let at = 1; at < characters.length; at++) found.push(characters[at - 1]! + characters[at]!);
  if (mode === 'index' || characters.length === 1) for (const character of characters) found.push(character);
}
