import { monthOfName } from '../monthNames';
import { areOthers, type CitedNames, namesAuthors, readNames, type Signers } from './citedNames';
import { includesWords, type Words } from './linkWords';
import type { PostFacts } from './postFacts';

/** Names and a year that a text says of a post; `at` is where each stands in the text. */
export interface Signature {
  readonly names?: { readonly text: string; readonly at: number; readonly read: CitedNames };
  readonly year?: { readonly text: string; readonly at: number };
  /** The names stand where others than those of authors can: they contradict only if they are a person's for sure. */
  readonly isLoose?: boolean;
}

const year = '(?:19|20)\\d\\d';
const head = new RegExp(`^([^()\\d]{0,120}?)([\\s,(]*)(${year})[a-z]?(?!\\d)(.*)$`, 'su');
const opening = /^\s*(?:\(|(?:see|cf\.?|e\.g\.,?|vgl\.?|siehe|voir|véase)\s+)*/iu;
const kindOfPost = /^\s(?:blog\s)?(?:post|article|essay|piece|write-?up|report)\b/i;

/** The signature that the text of a link is, or begins with: "Lee (2019)", "Lee, 2019, p. 3", "Lee’s 2019 post". */
export function signatureIn(text: string, signers: Signers, isInParentheses: boolean): Signature | undefined {
  const from = opening.exec(text)![0].length;
  const [, names = '', between = '', digits = '', rest = ''] = head.exec(text.slice(from)) ?? [];
  const read = digits ? readNames(names) : undefined;
  if (!read || monthOfName(names.trim()) !== undefined) return undefined;
  const isAuthors = between !== '' && namesAuthors(read, signers, 1);
  // "Summer 2019" is no citation; "Lee (2019)", "Lee, 2019", "Lee ([2019](…))" are, and "Lee 2019" of a Lee.
  const isDated = /[,(]/.test(between) || isAuthors || (names === '' && isInParentheses);
  const isWhole =
    /^\)?$/.test(rest) ||
    (between.includes('(') && rest.startsWith(')')) ||
    (/^[,.:;]\s/.test(rest) && names !== '') ||
    (/['’]s?\s*$/.test(names) && kindOfPost.test(rest));
  if (!isDated && /^\)?$/.test(rest) && read.persons.length > 0) {
    return { ...named(names, from), ...(!read.andOthers && { isLoose: true }) };
  }
  if (!isDated || !isWhole || (names !== '' && read.persons.length === 0)) return undefined;
  const at = from + names.length + between.length;
  return { ...named(names, from), year: { text: digits, at } };
}

/** The names before a year in the text of a link, whosever they are. */
export function namesIn(text: string): Signature | undefined {
  const [, names] = head.exec(text) ?? [];
  return names ? named(names, 0) : undefined;
}

/** "Lee, “Title”" as the text of a link. */
export function namesBeforeTitle(text: string): Signature | undefined {
  const [, names] = /^([^"“]{1,120}),\s["“]/u.exec(text) ?? [];
  return names === undefined ? undefined : named(names, 0);
}

const capital = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const by = new RegExp(
  `^["”’'*_]{0,4},?\\s+by\\s+(${capital}(?:\\s+(?:v[ao]n|d[ae]|de[rn]?|${capital})){1,4})`,
  'u',
);

/** "Title by Ann Lee": behind a link or, where the title ends, in its text. */
export function namesBehind(rest: string): Signature | undefined {
  const [whole, names] = by.exec(rest) ?? [];
  return names === undefined ? undefined : { ...named(names, whole!.length - names.length), isLoose: true };
}

/** "Title by Ann Lee" as a text. */
export function namesAtEnd(text: string): Signature | undefined {
  const from = text.lastIndexOf(' by ');
  const found = from < 0 ? undefined : namesBehind(text.slice(from))?.names;
  return found && { names: { ...found, at: from + found.at }, isLoose: true };
}

/** The first one of several. */
export const firstName = (names: string): string => names.split(/\s*(?:,|&|\s(?:and|und|et|y)\s)\s*/)[0]!;

const closers = '^["”’\'*_.,]{0,5}';
const inParentheses = new RegExp(`${closers}\\s?\\(([^()\\d]{0,100}?)(${year})[a-z]?(?=[-);,])`, 'su');
const behindComma = new RegExp(`${closers}\\s(?:(\\p{L}{3,12})\\.?\\s)?(${year})(?=[.;)*_]|\\s*$)`, 'u');

/** "(2019)", "(Lee, May 2019)" and ", 2019." behind a link. */
export function yearBehind(rest: string): Signature | undefined {
  const [whole, before = '', digits] = inParentheses.exec(rest) ?? [];
  if (whole !== undefined) {
    const from = whole.length - whole.slice(whole.indexOf('(') + 1).length;
    const names = before
      .replace(/[\s,]+$/, '')
      .replace(/[\s,]*(\p{L}{3,12})\.?$/u, last => (isMonth(last) ? '' : last));
    const said = names === '' ? {} : named(names, from);
    if (names !== '' && !('names' in said)) return undefined;
    return { ...said, year: { text: digits!, at: from + before.length }, isLoose: true };
  }
  const [all, month, plain] = behindComma.exec(rest) ?? [];
  if (all === undefined || !/^["”’'*_]*[.,]/.test(all) || (month !== undefined && !isMonth(month)))
    return undefined;
  return { year: { text: plain!, at: all.length - plain!.length } };
}

const isMonth = (text: string): boolean => monthOfName(text.replace(/[\s,.]/g, '')) !== undefined;

const before = new RegExp(
  `^(.{1,150}?(?:(?<=\\p{Lu})\\.)?)[.,]?\\s\\((${year})[a-z]?(?:,[^()]{1,30})?\\)[.,:]?\\s*["“*_]*$`,
  'su',
);
/** Words that are none of those between names. */
const prose = /(?:^|\s)(?!colleagues|others|team)\p{Ll}{5,}/u;
const alone = /^(.{1,150}?(?:(?<=\p{Lu})\.)?)[.,:]?\s*["“*_]*$/su;

/** "Lee, A. (2019)." and "Ann Lee," with nothing else between them and the begin of a paragraph, an item or a note. */
export function signatureBefore(lead: string): Signature | undefined {
  if (lead === '' || prose.test(lead)) return undefined;
  const [, dated, digits] = before.exec(lead) ?? [];
  if (dated !== undefined) {
    const said = named(dated, 0);
    return 'names' in said
      ? { ...said, year: { text: digits!, at: lead.lastIndexOf(`(${digits}`) + 1 } }
      : undefined;
  }
  const [, names] = alone.exec(lead) ?? [];
  const said = names === undefined ? {} : named(names, 0);
  return 'names' in said ? { ...said, isLoose: true } : undefined;
}

/** Names without the space and the marks around them. */
function named(text: string, from: number): Pick<Signature, 'names'> | Record<string, never> {
  const own = text.replace(/^[\s*_]+|[\s*_]+$/g, '');
  const read = own === '' ? undefined : readNames(own);
  return read && read.persons.length > 0 ? { names: { text: own, at: from + text.indexOf(own), read } } : {};
}

/**
 * Whether a signature names others than the post's authors.
 * @param people full names of whom the library knows
 */
export function contradictsAuthors(
  { names, isLoose }: Signature,
  facts: PostFacts,
  people: ReadonlySet<string>,
): boolean {
  if (!names) return false;
  const [given, ...more] = names.read.persons[0]!;
  const isPerson =
    !isLoose || people.has(firstName(names.text)) || (more.length > 0 && facts.signers.given.has(given!));
  return isPerson && areOthers(names.read, facts.signers);
}

/** Whether a text tells the title, or so much of it that nothing else is meant; a word or two are much else too. */
export function tellsTitle(said: Words, title: Words): boolean {
  if (title.folded.length < 3) return said.folded.join(' ') === title.folded.join(' ');
  return includesWords(said, title) || (said.folded.length > 2 && includesWords(title, said));
}
