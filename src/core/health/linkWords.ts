import { addressOf } from '../document/definitions';
import { cleanText, foldText } from '../text';

/** The words of a text, for comparing. */
export interface Words {
  readonly folded: readonly string[];
}

/** In words; longer is no title. */
const most = 80;
const fewest = 5;

export const wordsOf = (text: string): Words => ({
  folded: (
    foldText(text)
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
      .replaceAll('×', 'x')
      .match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? []
  ).slice(0, most),
});

/** What Markdown within a link reads as, but for its emphasis within words. */
export const plainText = (markdown: string): string =>
  cleanText(addressOf(markdown.replace(/`+|(?<!\\)[*_~]+/g, '')));

/** Equal for a title and for what quotes it. */
export const titleName = (text: string): string =>
  text
    .replace(/["“”*_`]/g, '')
    .trim()
    .toLowerCase();

/**
 * Whether a text is mostly the title, in its order, with some words replaced, though not both the first and the last. A
 * part of the title, and the title with more around it, are what a writer makes of it on purpose; so are a few words.
 */
export function isAlmost({ folded: said }: Words, { folded: title }: Words): boolean {
  const [shorter, longer] = [said.length, title.length].sort((a, b) => a - b) as [number, number];
  const isSameEdge = said[0] === title[0] || said.at(-1) === title.at(-1);
  if (shorter < fewest || longer > shorter * 1.5 || !isSameEdge) return false;
  const common = commonLength(said, title);
  return common < shorter && (2 * common) / (said.length + title.length) >= 0.7;
}

/**
 * Whether a text begins and ends as the title does, and is the title with one or two words put between or left out that
 * count: a headline does without "the".
 */
export function isChangedWithin({ folded: said }: Words, { folded: title }: Words): boolean {
  const [shorter, longer] = said.length < title.length ? [said, title] : [title, said];
  const more = longer.length - shorter.length;
  const isSameEdge = said[0] === title[0] && said.at(-1) === title.at(-1);
  if (shorter.length < fewest || more < 1 || more > 2 || !isSameEdge) return false;
  return commonLength(said, title) === shorter.length && weighty(said) !== weighty(title);
}

/**
 * Whether the texts are the same but for a number, as versions, years and parts have one; a version told less exactly is
 * the same.
 */
export function isOtherNumber({ folded: said }: Words, { folded: title }: Words): boolean {
  if (said.length !== title.length || said.length < 2) return false;
  let isOther = false;
  for (const [at, word] of said.entries()) {
    const own = title[at]!;
    if (word === own) continue;
    if (!/^\d/.test(word) || !/^\d/.test(own)) return false;
    isOther ||= !`${own}.`.startsWith(`${word}.`) && !`${word}.`.startsWith(`${own}.`);
  }
  return isOther;
}

/** Whether the texts are the same in the spelling of any house: "zero-bundle", "standardising", "&", "Part II". */
export const isSameSpelled = (a: Words, b: Words): boolean => spelled(a) === spelled(b);

const spelled = ({ folded }: Words): string =>
  folded
    .filter(word => !/^(?:and|at)$/.test(word))
    .map(
      (word, at, all) =>
        numbers.get(word) ?? (word === 'i' && all[at - 1] === 'part' ? '1' : spelledWord(word)),
    )
    .join('');

const spelledWord = (word: string): string =>
  word.replace(/(?<=\p{L}{3})is(?=(?:e[ds]?|ing|ations?)$)/u, 'iz').replace(/(?<=\p{L}{3})our/u, 'or');

const numbers: ReadonlyMap<string, string> = new Map([
  ...['one', 'two', 'three', 'four', 'five', 'six'].map((word, at) => [word, `${at + 1}`] as const),
  ...['ii', 'iii', 'iv'].map((word, at) => [word, `${at + 2}`] as const),
]);

const weighty = (words: readonly string[]): string =>
  words.filter(word => !/^(?:an?|the|and|of|in|on|for|to|with|our|your|my|is|are)$/.test(word)).join(' ');

export const includesWords = (text: Words, part: Words): boolean =>
  ` ${text.folded.join(' ')} `.includes(` ${part.folded.join(' ')} `);

/** The length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let above: number[] = new Array(b.length + 1).fill(0);
  for (const word of a) {
    const current = [0];
    for (const [at, other] of b.entries()) {
      current.push(word === other ? above[at]! + 1 : Math.max(above[at + 1]!, current[at]!));
    }
    above = current;
  }
  return above.at(-1)!;
}
