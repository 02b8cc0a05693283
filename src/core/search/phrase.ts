import type { Post } from '../post';
import { fields, fieldTexts } from './fields';
import { isPlain, words } from './words';

/** Asks of posts whether the words follow each other in one of their texts; of an open phrase, the last as a beginning. */
export function phraseTest(phrase: readonly string[], isOpen = false): (post: Post) => boolean {
  const hint = hintOf(phrase);
  const last = isOpen ? phrase.length - 1 : -1;
  const fits = (found: string | undefined, at: number) =>
    at === last ? found?.startsWith(phrase[at]!) : found === phrase[at];
  const isIn = (text: string) => {
    // Most texts are settled by the hint; to take one into words takes twenty times as long.
    if (hint && !hint.test(text) && isPlain(text)) return false;
    const found = words(text);
    return found.some((_, start) => phrase.every((_, at) => fits(found[start + at], at)));
  };
  return post => fields.some(field => fieldTexts(post, field).some(isIn));
}

/** Matches every text in ASCII that has the phrase, and few others; undefined when the words are not such. */
function hintOf(phrase: readonly string[]): RegExp | undefined {
  if (!phrase.every(word => /^[a-z0-9+#]{1,31}$/.test(word))) return undefined;
  const letters = (word: string) => Array.from(word, letter => (letter === '+' ? '\\+' : letter)).join("'?");
  return new RegExp(phrase.map(letters).join('[^a-z0-9]*'), 'i');
}
