import type { Post } from '../post';
import { foldText } from '../text';

/** Whether a text could be the title of a post, told from memory: of the words that tell something, most are the same. */
export function isTitleOf(text: string, { title }: Post): boolean {
  const [told, own] = [wordsOf(text), wordsOf(title.slice(0, 1000))];
  if (told.join(' ') === own.join(' ')) return own.length > 0;
  const [cited, known] = [new Set(told.filter(isTelling)), new Set(own.filter(isTelling))];
  const common = [...cited].filter(word => known.has(word)).length;
  return common >= 2 && common >= 0.6 * Math.min(cited.size, known.size);
}

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Not “how”, “the”; in scripts without spaces a word is a phrase. */
const isTelling = (word: string): boolean => word.length > 3 || /[^\p{Script=Latin}]/u.test(word);
