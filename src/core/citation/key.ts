import type { Name, PostRecord } from '../post';
import { foldText } from '../text';

/** Words that say nothing about a title, in the languages that posts are mostly written in. */
const stopWords = new Set(
  (
    'a about an and are as at be but by can do does for from has have how i if in into is it its my no not of on ' +
    'or our so that the their this to via vs was we what when where which who why will with you your ' +
    'das dem den der des die ein eine für im ist mit und von wie zu ' +
    'au aux ce dans de del des du el en est et la las le les los para pour que sur un una une y'
  ).split(' '),
);

/** Letters that Unicode does not decompose, as they are commonly written in ASCII. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

type Keys = Pick<ReadonlySet<string>, 'has'>;

const longestWord = 24;
/** Scripts that write without spaces: there a "word" is the first few characters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * The citation key of a post: family name of the first author, year, first telling word of the title, as in
 * `castrapel2021consoleme`; a letter follows (a, b, … z, aa) while the key is among `taken`. Only lower-case
 * letters and digits, ASCII wherever the name and title fold to it, so that Pandoc and every footnote syntax
 * read it as one key.
 */
export function citationKey(record: PostRecord, taken: Keys): string {
  return freeKey(
    `${authorPart(record)}${record.issued?.year ?? ''}${titlePart(record.title)}` || 'post',
    taken,
  );
}

/**
 * `base`, with a letter behind it while it is among `taken`. Ten thousand posts of one title are no rare thing (a
 * weekly), so the letters are not tried one by one: doubling steps find a free one, halving ones the first before it.
 */
export function freeKey(base: string, taken: Keys): string {
  const isFree = (count: number) => !taken.has(base + letters(count));
  if (!taken.has(base)) return base;
  let free = 1;
  while (!isFree(free)) free *= 2;
  let last = Math.floor(free / 2);
  while (free - last > 1) {
    const middle = Math.floor((last + free) / 2);
    if (isFree(middle)) free = middle;
    else last = middle;
  }
  return base + letters(free);
}

/** Whether Pandoc can read a key, plain or in braces, which hold no white space, nor a brace without its partner. */
export function isPandocKey(key: string): boolean {
  let depth = 0;
  for (const brace of key.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0 && key !== '' && !/\s/u.test(key);
}

function authorPart({ author, containerTitle }: PostRecord): string {
  const name = author[0];
  return (name && joined(mainName(name))) || joined(containerTitle ?? '');
}

const mainName = (name: Name): string => name.family ?? name.literal ?? name.given ?? '';

function titlePart(title: string): string {
  const all = words(title);
  const telling = all.find(word => !stopWords.has(word) && /\p{L}/u.test(word));
  return shortened(telling ?? all[0] ?? '');
}

const joined = (text: string): string => shortened(words(text).join(''));

/** Folded words; what follows an apostrophe is an ending: "Netflix's" gives "netflix". */
function words(text: string): string[] {
  const plain = foldText(text)
    .replace(/(?<=\p{L}{2})['’]\p{L}{1,2}(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\0-\x7f]/gu, letter => plainLetters[letter] ?? letter)
    .normalize('NFC');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function shortened(word: string): string {
  return [...word].slice(0, unspaced.test(word) ? 4 : longestWord).join('');
}

/** 1 is "a", 26 "z", 27 "aa". */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest ? letters(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26));
}
