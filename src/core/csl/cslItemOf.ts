import CSL from 'citeproc';
import { toCslItem } from '../formats/cslItem';
import type { Name, Post } from '../post';
import { cleanText } from '../text';

/** Stands for a "<" that citeproc would take for markup; Unicode keeps such codes for a program's own use. */
const lessThan = '\ufdd0';
/** Stands for a "|", at which citeproc would split the name of a body. */
const bar = '\ufdd3';
/** Stands, with a number behind it, for a raised character, which citeproc would write as one that it raises. */
const raised = '\ufdd1';
const raisedCharacters = Object.keys(CSL.SUPERSCRIPTS);
const firstNumber = 0xe000;
const raisedCharacter = new RegExp(`[${raisedCharacters.join('')}]`, 'gu');

/** A post as citeproc's item: a post's texts are plain, so that `<i>` in a title means these three characters. */
export function cslItemOf(post: Post, id: string): Readonly<Record<string, unknown>> {
  const { custom, ...item } = protect(toCslItem(post)) as Record<string, unknown>;
  const titles = Object.entries(item).filter(([name]) => /^(?:container-)?title(?:-short)?$/.test(name));
  const kept = titles.map(([name, title]) => [name, withoutCase(cleanText(String(title)))]);
  const author = authorsOf((item.author ?? []) as Name[]);
  return { ...item, ...Object.fromEntries(kept), author, id, system_id: id };
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

/** Plain text such that citeproc leaves its characters as they are. */
export function protectedText(text: string): string {
  return text
    .replace(/[\ufdd0-\ufdd3]/g, '')
    .replace(/<(?=[a-z/])/gi, lessThan)
    .replace(
      raisedCharacter,
      char => raised + String.fromCharCode(firstNumber + raisedCharacters.indexOf(char)),
    );
}

/** What citeproc has made of such text, with the characters that it had. */
export function unprotectedText(text: string): string {
  return text
    .replaceAll(lessThan, '<')
    .replaceAll(bar, '|')
    .replace(
      new RegExp(`${raised}(.)`, 'g'),
      (_, number: string) => raisedCharacters[number.charCodeAt(0) - firstNumber] ?? number,
    );
}
