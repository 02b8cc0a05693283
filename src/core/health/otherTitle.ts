import { isAlmost, isChangedWithin, isOtherNumber, isSameSpelled, type Words, wordsOf } from './linkWords';

/**
 * Whether a text that reads as a title is another one than the post's: some of its words, or its numbers, are changed,
 * or it is the title with a part or a subtitle that the post does not have. Less than the title is a fair shortening, and
 * what the post's author, publication or a remark adds (`isOwn`) is no other title.
 */
export function isOtherTitle(
  text: string,
  title: string,
  {
    said,
    own,
    isOwn,
  }: { readonly said: Words; readonly own: Words; readonly isOwn: (word: string) => boolean },
): boolean {
  if (!startsAs(text, title) || isGlossed(text, title)) return false;
  const isOther =
    isAlmost(said, own) ||
    isChangedWithin(said, own) ||
    isOtherNumber(said, own) ||
    isRetitled(text, said, own) ||
    isContinued(text, said, own, isOwn) ||
    isOtherSubtitle(text, title, isOwn);
  return isOther && !isSameSpelled(said, own);
}

/** A title begins as titles do: a writer's own words in a sentence don't. */
const startsAs = (text: string, title: string): boolean =>
  /^[^\p{L}]*\p{Ll}/u.test(title) || !/^[^\p{L}]*\p{Ll}/u.test(text);

const light = /^(?:an?|the|and|of|in|on|for|to|with|or|at|by|from|as)$/i;

/** One word in four, within, where all words have the capitals of a title. */
function isRetitled(text: string, { folded: said }: Words, { folded: own }: Words): boolean {
  if (said.length !== 4 || own.length !== 4 || said[0] !== own[0] || said[3] !== own[3]) return false;
  const isCapital = text.split(/\s+/).every(word => light.test(word) || /^[^\p{L}]*\p{Lu}/u.test(word));
  return isCapital && (said[1] === own[1]) !== (said[2] === own[2]);
}

const part =
  /[\s,:(–—-]+(?:part|pt\.?|teil|parte|partie|volume|vol\.?|episode)\s+(?:\d+|[ivx]+|one|two|three|four|five)\)?$/iu;

/** "Title: Part 2", "Title: A Subtitle of Its Own", "Title for Beginners" */
function isContinued(text: string, said: Words, own: Words, isOwn: (word: string) => boolean): boolean {
  const { length } = own.folded;
  const begin = said.folded.slice(0, length).join(' ');
  if (said.folded.length <= length || begin !== own.folded.join(' ')) return false;
  const isOwnTitle = (head: string) => isSameSpelled(wordsOf(head), own);
  const numbered = length > 1 && part.exec(text);
  if (numbered && isOwnTitle(text.slice(0, numbered.index))) return true;
  if (length < 3) return false;
  for (const { index, 0: joint, 1: word } of text.matchAll(joints)) {
    if (!word && !isOwnTitle(text.slice(0, index))) continue;
    if (word && (length < 4 || !isOwnTitle(text.slice(0, index)))) continue;
    const tail = text.slice(index + joint.length);
    const words = wordsOf(tail).folded;
    const isTitled = word ? /(?:^|\s)\p{Lu}/u.test(tail) : /^\p{Lu}/u.test(tail) && words.length > 1;
    return isTitled && words.length < 12 && !words.some(isOwn);
  }
  return false;
}

const joints = /:\s+(?=\S)|(?<=[\p{L}\p{N}])\s(with|without|using|for|via|versus|vs\.?)\s(?=\S)/gu;

/** "Title: what somebody says of it", where the title has a subtitle of other words. */
function isGlossed(text: string, title: string): boolean {
  const [at, ownAt] = [text.indexOf(': '), title.indexOf(': ')];
  if (at < 0 || ownAt < 0 || startsAs(text.slice(at), title.slice(ownAt))) return false;
  const isSame = isSameSpelled(wordsOf(text.slice(0, at)), wordsOf(title.slice(0, ownAt)));
  return isSame && !isAlmost(wordsOf(text.slice(at)), wordsOf(title.slice(ownAt)));
}

/** "Series of Posts: Another One" */
function isOtherSubtitle(text: string, title: string, isOwn: (word: string) => boolean): boolean {
  const [at, ownAt] = [text.indexOf(': '), title.indexOf(': ')];
  if (at < 0 || ownAt < 0 || !/^[^\p{L}]*\p{Lu}/u.test(text.slice(at))) return false;
  const series = wordsOf(text.slice(0, at));
  if (series.folded.length < 3 || !isSameSpelled(series, wordsOf(title.slice(0, ownAt)))) return false;
  const words = wordsOf(text.slice(at)).folded.filter(word => !light.test(word));
  const own = new Set(wordsOf(title).folded);
  return words.length > 0 && words.every(word => !own.has(word) && !isOwn(word));
}
