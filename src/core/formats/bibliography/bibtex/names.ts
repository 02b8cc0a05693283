import { cleanText } from '../../../text';
import type { CslItem } from '../../cslItem';
import { latexText } from './latexText';

/**
 * CSL names of a BibTeX name list: "von Last, Jr, First and First von Last and {A Body}", or BibLaTeX's "family=…,
 * given=…". "others" is left out.
 */
export function readNames(value: string): CslItem[] {
  return splitAnd(value)
    .flatMap(severalNames)
    .map(readName)
    .filter(name => name !== undefined);
}

function splitAnd(value: string): string[] {
  const names: string[][] = [[]];
  for (const word of splitOutside(value, /\s+/)) {
    if (word.length === 3 && /^and$/i.test(word)) names.push([]);
    else names.at(-1)!.push(word);
  }
  return names.map(words => words.join(' '));
}

/** "A, B, and C" written as running text is several names; "Last, Jr, First" is one. */
function severalNames(text: string): string[] {
  if (!text.includes(',')) return [text];
  const parts = splitOutside(text, /,/).map(part => part.trim());
  if (parts.length < 4 || isExtended(text)) return [text];
  const isInitials = (part: string) => part.length < 20 && /^(?:\p{Lu}\p{M}*\.?[\s~-]*)+$/u.test(part);
  if (parts.length % 2 === 0 && parts.every((part, at) => at % 2 === 0 || isInitials(part))) {
    return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}, ${parts[at + 1]}`] : []));
  }
  return parts.every(part => /\S\s+\S/.test(part)) ? parts : [text];
}

const isExtended = (text: string) =>
  text.includes('=') && /^"?\s*(?:family|given|prefix|suffix|id|useprefix|nameid)(?:-i)?\s*=/.test(text);

function readName(text: string): CslItem | undefined {
  const name = text.trim();
  if (name === '' || /^others$/i.test(name)) return undefined;
  if (isGroup(name)) return { literal: plain(name) };
  if (isExtended(name)) return readExtended(name);
  const [first = '', second, ...rest] = splitOutside(name, /,/).map(part => part.trim());
  if (second === undefined) return signedName(words(first));
  const { von, last } = splitLast(words(first));
  const [suffix, given] = rest.length > 0 ? [second, rest.join(' ')] : ['', second];
  return made({ family: last, given: plain(given), 'non-dropping-particle': von, suffix: plain(suffix) });
}

/** "First von Last", and "First Last Jr." though BibTeX wants commas there. */
function signedName(parts: string[]): CslItem | undefined {
  const isSuffix = parts.length > 2 && /^(?:[JS]r\.?|I{2,3}|IV)$/.test(parts.at(-1)!);
  const suffix = isSuffix ? parts.pop()! : '';
  let start = parts.findIndex((part, at) => at < parts.length - 1 && isLower(part));
  if (start === -1) start = parts.length - 1;
  const { von, last } = splitLast(parts.slice(start));
  return made({
    family: last,
    given: plain(parts.slice(0, start).join(' ')),
    'non-dropping-particle': von,
    suffix,
  });
}

/** The particles are what stands before and among the words that begin in lower case, the last word apart. */
function splitLast(parts: readonly string[]): { von: string; last: string } {
  let start = 0;
  if (isLower(parts[0] ?? '')) {
    for (const [at, part] of parts.slice(0, -1).entries()) if (isLower(part)) start = at + 1;
  }
  return { von: plain(parts.slice(0, start).join(' ')), last: plain(parts.slice(start).join(' ')) };
}

/** "family=Berg, given=Anna, prefix=van den, useprefix=false"; a value with commas stands in quotes or braces. */
function readExtended(name: string): CslItem | undefined {
  const parts = new Map<string, string>();
  for (const part of splitOutside(name, /,/)) {
    const unquoted = part.trim().replace(/^"(.*)"$/s, '$1');
    const [key = '', value = ''] = unquoted.split(/=(.*)/s);
    parts.set(key.trim().toLowerCase(), plain(value.trim().replace(/^"(.*)"$/s, '$1')));
  }
  const particle = parts.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle';
  return made({
    family: parts.get('family'),
    given: parts.get('given'),
    [particle]: parts.get('prefix'),
    suffix: parts.get('suffix'),
  });
}

function made(parts: Readonly<Record<string, string | undefined>>): CslItem | undefined {
  const said: Record<string, string> = {};
  for (const part in parts) if (parts[part]) said[part] = parts[part];
  if (said.family) return said;
  // A given name alone ("Plato,") is a family name.
  const family = Object.values(said).join(' ');
  return family === '' ? undefined : { family };
}

const plain = (latex: string) => cleanText(latexText(latex));

/** Whether the text begins in lower case, as a particle does; what stands in braces has no case, but for accents. */
function isLower(word: string): boolean {
  return (
    (!word.startsWith('{') || word.startsWith('{\\')) && /^[^\p{L}]*\p{Ll}/u.test(plain(word.slice(0, 40)))
  );
}

/** Words as BibTeX tells them apart; "~" ties two words. */
function words(text: string): string[] {
  return splitOutside(text, /[\s~]/).filter(word => word !== '');
}

/** Whether the text is one group: "{A Body}". */
function isGroup(text: string): boolean {
  if (!text.startsWith('{') || /^\{\\[^a-zA-Z]|^\{\\[a-zA-Z]\b/.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

/** The parts between separators that stand outside braces and quotation marks of extended names. */
export function splitOutside(text: string, separator: RegExp): string[] {
  if (!/[{}"\\]/.test(text)) return text.split(separator);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let isQuoted = false;
  const hasQuotes = text.includes('=');
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (
      character === '"' &&
      hasQuotes &&
      depth === 0 &&
      (isQuoted || text[at - 1] === '=' || at === start)
    )
      isQuoted = !isQuoted;
    else if (depth === 0 && !isQuoted && separator.test(character)) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
