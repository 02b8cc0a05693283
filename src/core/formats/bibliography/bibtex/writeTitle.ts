import { languageName } from './languages';
import { latexEscape } from './latexEscape';

/**
 * A title as LaTeX. Styles write English titles anew in their own case, so what must keep its letters stands in braces:
 * `{DNS}`, `{macOS}`, `{C}`. Titles in other languages stand as they are, since `langid` tells styles to leave them.
 * @param language of the title, as a BCP 47 tag; empty when unknown.
 */
export function writeTitle(title: string, language: string): string {
  const latex = latexEscape(title);
  if (!/^(?!en(?:[-_]|$))[a-z]{2,3}(?:[-_]|$)/i.test(language)) return protectedWords(latex);
  return languageName(language) === undefined && latex !== '' ? `{${latex}}` : latex;
}

function protectedWords(latex: string): string {
  const hasNames = isSentenceCase(latex);
  return latex.replace(commandOrWord, (found, opening: string, word: string | undefined, at: number) => {
    if (word === undefined) return found;
    const isName = hasNames && isCapitalised(word) && opening === '' && at > 0;
    const isLastLetter = word === 'A' && at + found.length === latex.length;
    return keepsItsLetters(word) || isName || isLastLetter ? `${opening}{${word}}` : found;
  });
}

/** A command of LaTeX, or a word with what begins the sentence before it. */
const commandOrWord =
  /\\(?:[a-z]+|.)|((?:^|[.?!:–—]\s)[("“‘«]*|)([\p{L}\p{M}\p{N}]+(?:['’.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*)/gsu;

/** Acronyms, names with a capital, a digit or a dot within, single letters; "A" is mostly the article. */
function keepsItsLetters(word: string): boolean {
  const name = word.replace(/['’]s$/, '');
  return /.\p{Lu}|\p{Lu}.*[\p{N}.]|\p{N}\p{Lu}|^(?!A$)\p{Lu}$/u.test(name);
}

const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

/** Whether most long words within sentences are in lower case: those that are not are names then. */
function isSentenceCase(latex: string): boolean {
  let lower = 0;
  let capitalised = 0;
  for (const { 1: opening, 2: word, index } of latex.matchAll(commandOrWord)) {
    if (opening !== '' || index === 0 || word === undefined) continue;
    if (word.length < 4 || keepsItsLetters(word)) continue;
    if (isCapitalised(word)) capitalised++;
    else if (/^\p{Ll}/u.test(word)) lower++;
  }
  return lower > capitalised;
}
