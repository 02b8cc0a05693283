import { displayName } from '../name';
import type { Name } from '../post';

/** What a name says about who signed: all that is compared, folded once. */
export interface Signature {
  /** The spelling, exactly as signed: "J. Doe". Decisions by hand name it so. */
  readonly key: string;
  readonly name: Name;
  /** Two signatures that have one of these in common differ only in case, accents, hyphens, spacing or order. */
  readonly sameAs: readonly string[];
  /** Of a person whose name can be abbreviated: one in Latin, Greek or Cyrillic letters with a given name. */
  readonly person?: PersonalName;
}

export interface PersonalName {
  /** With its particles, in folded letters only: "vandenberg". */
  readonly family: string;
  /** "jr", "ii"; empty without. */
  readonly suffix: string;
  /** The first given name where it is spelled out, hyphens away: "jeanpierre". */
  readonly first?: string;
  /** All given names in folded letters, an initial as its letter, the parts of "Jean-Pierre" apart. */
  readonly parts: readonly string[];
  /** Those after `first`. */
  readonly rest: readonly string[];
}

/** @param key the name as `displayName` gives it. */
export function signatureOf(name: Name, key = displayName(name)): Signature {
  const person = name.literal === undefined ? personalName(name) : undefined;
  const words = wordsOf(name.literal === undefined ? key : inOrder(key));
  const whole = words.map(markInitial).join(' ');
  const folded =
    name.given && name.family ? [givenKey(name), foldLetters(familyText(name)), suffixOf(name)] : [];
  const sameAs = [...new Set([whole, folded.filter(part => part).join(' ')])].filter(same => same !== '');
  return { key, name, sameAs: sameAs.length ? sameAs : [key], ...(person ? { person } : {}) };
}

/**
 * Whether two names with one family name may be one person's: given names that are equal or abbreviated, in the
 * same order; later ones may be missing. "Jean" and "Jean-Pierre" are two names.
 */
export function fits(a: PersonalName, b: PersonalName): boolean {
  return a.first !== undefined && b.first !== undefined
    ? a.first === b.first && partsFit(a.rest, b.rest)
    : partsFit(a.parts, b.parts);
}

/** Names are only compared within one block: that of a family name and the first letter of the given names. */
export function blockOf({ family, parts }: PersonalName): string {
  return `${family} ${parts[0]![0]!}`;
}

/** Letters for comparing: case, accents and apostrophes away, "ø" as "o". Marks of other scripts are letters' own, and stay. */
function foldLetters(text: string): string {
  return foldWord(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function partsFit(a: readonly string[], b: readonly string[]): boolean {
  const both = Math.min(a.length, b.length);
  for (let index = 0; index < both; index++) {
    const [one, other] = [a[index]!, b[index]!];
    const abbreviated = one.length === 1 || other.length === 1;
    if (abbreviated ? one[0] !== other[0] : one !== other) return false;
  }
  return true;
}

const cased = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u;

function personalName(name: Name): PersonalName | undefined {
  const family = foldLetters(familyText(name));
  const units = unitsOf(name).map(unit => unit.map(foldLetters).filter(part => part));
  const parts = units.flat();
  if (!family || parts.length === 0 || ![family, ...parts].every(part => cased.test(part))) {
    return undefined;
  }
  const [first = [], ...others] = units;
  const isSpelledOut = first.length > 0 && first.every(part => part.length > 1);
  return {
    family,
    suffix: suffixOf(name),
    ...(isSpelledOut ? { first: first.join('') } : {}),
    parts,
    rest: others.flat(),
  };
}

/** Given names as written: "J.-P. Anna" has the units [J, P] and [Anna]; "JP" beside a family name in small letters is [J], [P]. */
function unitsOf({ given = '', family = '' }: Name): string[][] {
  const isMixedCase = /\p{Ll}/u.test(family);
  return given
    .replace(/\.(?!-)/gu, '. ')
    .split(/\s+/u)
    .flatMap(unit => (isMixedCase && /^\p{Lu}{2,3}$/u.test(unit) ? [...unit] : [unit]))
    .map(unit => unit.split(/[-‐‑–.]+/u).filter(part => /\p{L}/u.test(part)))
    .filter(unit => unit.length > 0);
}

function givenKey(name: Name): string {
  return unitsOf(name)
    .map(unit => unit.flatMap(wordsOf).map(markInitial).join(''))
    .join('');
}

function familyText({ droppingParticle = '', nonDroppingParticle = '', family = '' }: Name): string {
  return `${droppingParticle} ${nonDroppingParticle} ${family}`;
}

const ordinals: Readonly<Record<string, string>> = { '2nd': 'ii', '3rd': 'iii', '4th': 'iv' };

function suffixOf({ suffix = '' }: Name): string {
  const folded = foldLetters(suffix);
  return ordinals[folded] ?? folded;
}

/** "Doe, Jane", which another program kept whole, as it is signed; other texts with a comma stay. */
function inOrder(literal: string): string {
  const [, family, given] = /^([^,]+), ([^,]+)$/u.exec(literal) ?? [];
  return family && given && !/^(?:jr|sr|i{2,3}|iv|inc|ltd|llc|gmbh|corp|co)\.?$/iu.test(given)
    ? `${given} ${family}`
    : literal;
}

/** "C++" and "C#" are words. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(apostrophes, '')
    .split(/[^\p{L}\p{M}\p{N}+#]+/u)
    .filter(word => word);

/** A lone letter keeps its accent, as that is half of what it says, and is no beginning of the next word. */
function markInitial(word: string): string {
  return [...word].length === 1 && cased.test(word) ? `${word.toLowerCase()}.` : foldWord(word);
}

const apostrophes = /['’‘ʼ`´]/gu;
const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

const ascii = /^[\x20-\x7e]*$/;

function foldWord(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(apostrophes, '');
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/[øłđðıßæœþ]/gu, letter => letters[letter]!);
}
