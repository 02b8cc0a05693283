import CSL from 'citeproc';
import { toCslItem } from '../formats/cslItem';
import type { Name, Post } from '../post';
import { cleanText } from '../text';
import { hasPairedQuotes, quotationMark } from './quotationMarks';

/** Stands for a "<" that citeproc would take for markup; Unicode keeps such codes for a program's own use. */
const lessThan = '\ufdd0';
/** Stands for a "|", at which citeproc would split the name of a body. */
const bar = '\ufdd3';
/** Stands, with a number behind it, for a character that citeproc would change. */
const numbered = '\ufdd1';
/** Raised characters it writes as ones that it raises, punctuation it moves out of quotation marks. */
const numberedCharacters = [...Object.keys(CSL.SUPERSCRIPTS), ...'"\'“”‘’„‚.:;!?'];
const firstNumber = 0xe000;
const raisedCharacter = new RegExp(`[${Object.keys(CSL.SUPERSCRIPTS).join('')}]`, 'gu');

/** A post as citeproc's item: a post's texts are plain, so that `<i>` in a title means these three characters. */
export function cslItemOf(post: Post, id: string): Readonly<Record<string, unknown>> {
  const { custom, ...item } = protect(toCslItem(post)) as Record<string, unknown>;
  const titles = Object.entries(item).filter(([name]) => /^(?:container-)?title(?:-short)?$/.test(name));
  const kept = titles.map(([name, title]) => [name, titleOf(String(title))]);
  const author = authorsOf((item.author ?? []) as Name[]);
  return { ...item, ...Object.fromEntries(kept), author, id, system_id: id };
}

/** citeproc would move punctuation out of a title that begins with it (".NET"), or tell it twice. */
function titleOf(title: string): string {
  return withoutCase(
    cleanText(title).replace(/^[.:;!?]+(?=[^.:;!?])/, start => start.replace(/./g, standIn)),
  );
}

/** Beside persons a team is written as one with a family name alone: citeproc would forget a comma before it. */
function authorsOf(author: readonly Name[]): readonly Name[] {
  const hasPerson = author.some(({ family }) => family !== undefined);
  return author.map(name => {
    const { family, given, literal = given } = name;
    if (family !== undefined || literal === undefined) return name;
    const whole = literal.replaceAll('|', bar);
    return hasPerson ? { family: whole } : { literal: whole };
  });
}

const word = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+(?:[-._:@\\=/#]+[\p{L}\p{M}\p{N}]+)+/gu;

/** A title in which names of code and of domains keep their letters where a style capitalises words: "Node.js". */
function withoutCase(title: string): string {
  return title.replace(word, name =>
    /\p{L}.*[._:@\\=]/u.test(name) ? `<span class="nocase">${name}</span>` : name,
  );
}

function protect(value: unknown): unknown {
  if (typeof value === 'string') return protectedText(value);
  if (Array.isArray(value)) return value.map(protect);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, protect(inner)]));
}

/** Plain text such that citeproc leaves its characters as they are, but for quotation marks that pair. */
export function protectedText(text: string): string {
  const plain = text
    .replace(/[\ufdd0-\ufdd3]/g, '')
    .replace(/<(?=[a-z/])/gi, lessThan)
    .replace(raisedCharacter, standIn);
  return hasPairedQuotes(plain) ? plain : plain.replace(quotationMark, standIn);
}

const standIn = (char: string): string =>
  numbered + String.fromCharCode(firstNumber + numberedCharacters.indexOf(char));

/** What citeproc has made of such text, with the characters that it had. */
export function unprotectedText(text: string): string {
  return text
    .replaceAll(lessThan, '<')
    .replaceAll(bar, '|')
    .replace(
      new RegExp(`${numbered}(.)`, 'g'),
      (_, number: string) => numberedCharacters[number.charCodeAt(0) - firstNumber] ?? number,
    );
}
