import { familyLength, isVietnameseOrder } from './familyNames';
import type { Name } from './post';
import { cleanText, foldText } from './text';

const han = '\\p{Script=Han}々';
const kana = '\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const eastAsian = new RegExp(`^[${han}${kana}\\p{Script=Hangul}]+$`, 'u');
const kanjiThenKana = new RegExp(`^([${han}]+)([${kana}]+)$`, 'u');

const honorific = /^(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame|dipl\.?-ing|ing)(?:\.\s*|\s+)(?=\S)/iu;
const degree =
  /[,\s]+(?:ph\.?\s?d|d\.?phil|m\.?d|m\.?sc|b\.?sc|m\.?b\.?a|m\.?eng|b\.?eng|m\.?s|b\.?a|m\.?a|ll\.?m|esq|cissp|pmp|cpa|msc|rn)\.?$/iu;
const suffixes = /^(?:jr|sr|ii|iii|iv|2nd|3rd|4th)\.?$/iu;
const trailingRemark = /\s*[([（][^()[\]（）]*[)\]）]$/u;
/** In UTF-16 units; a longer signature is no person's. */
const longestPerson = 200;
const decoration = /\p{Extended_Pictographic}|\ufe0f|\u200d/gu;

const particle =
  /^(?:van|von|vom|zu|zum|zur|der|den|de|del|della|dello|di|da|do|dos|das|du|des|la|le|les|lo|ter|ten|te|op|af|av|al|el|bin|bint|ibn|'t|’t)$/u;
const compoundOpening =
  /^(?:San|Santa|Santo|St\.?|Ste\.?|Saint|Van|Von|Vander|Vande|De|Del|Della|Di|Da|Dos|Das|Do|Du|La|Le|Los|Las|Der|Den|El|Al|Ter|Ten|Abu|Bin|Ibn|Mac|Mc|Fitz|Ó|Ní|Ap|la|las|los|der|den|y)$/u;
const bodyWord =
  /^(?:teams?|blog|blogs|techblog|engineering|inc|ltd|llc|gmbh|corp|corporation|company|foundation|university|institute|group|labs?|staff|editors?|editorial|community|contributors|maintainers|project|authors|committee|department|organi[sz]ation|society|association|magazine|newsletter|news|press|studios?|developers|engineers|guild|collective|council|agency|bureau|redaktion|équipe|equipo|hq|admin|administrator|webmaster|guest|anonymous)[.,]?$/iu;

/**
 * Reads one signature, as signed, into a CSL name. Degrees, forms of address and remarks in brackets are dropped.
 * Teams, companies and handles become a `literal`; the last word is taken for the family name unless a particle
 * or a word such as "San" marks a longer one ("Frank San Miguel", but "Carenina Garcia | Motion"). As in BibTeX a
 * particle opens the family name: "Andrés Pérez | de León"; "y", "i" and "e" join two: "Núria | Puig i Serra".
 */
export function parseName(text: string): Name {
  const whole = cleanText(text);
  if (whole.length > longestPerson) return { literal: whole };
  const signature = withoutTitles(whole);
  if (isBody(signature)) return { literal: signature };
  const inverted = /^([^,]+),\s*([^,]+)$/u.exec(signature);
  if (inverted && !suffixes.test(inverted[2]!)) return parsePerson(`${inverted[2]} ${inverted[1]}`);
  return parsePerson(signature.replaceAll(',', ''));
}

/** The name as its owner signs: "Frank San Miguel", "Martin Luther King Jr.", "王小明". */
export function displayName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  const { family = '', given = '' } = name;
  if (eastAsian.test(family) && eastAsian.test(given)) {
    return isForeignKatakana(given) ? `${given}・${family}` : family + given;
  }
  if (isVietnameseOrder(family, given)) return joined(family, given);
  return joined(given, name.droppingParticle, name.nonDroppingParticle, family, name.suffix);
}

/** "A", "A and B", "A, B, and C", as the names sign; empty when nobody is named. */
export function authorList(author: readonly Name[]): string {
  const names = author.map(name => cleanText(displayName(name)));
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** The name as it is sorted: "San Miguel, Frank". */
export function sortName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  const family = joined(name.nonDroppingParticle, name.family);
  const given = joined(name.given, name.droppingParticle);
  return [family, given, name.suffix].filter(part => part).join(', ');
}

/** Equal for one spelling with other case, accents, spacing or punctuation. */
export function nameKey(name: Name): string {
  const shown = foldText(displayName(name));
  return shown.replace(/[^\p{L}\p{N}]+/gu, '') || shown;
}

function withoutTitles(text: string): string {
  let rest = cleanText(text.replace(decoration, ' ')).replace(/^[\s,;:*_"“”]+|[\s,;:*_"“”]+$/gu, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    const shorter = rest.replace(trailingRemark, '').replace(honorific, '').replace(degree, '').trim();
    if (shorter) rest = shorter;
  }
  const handle = /^(.*\S)\s+@[\w.-]+$/u.exec(rest);
  rest = handle ? handle[1]! : rest;
  return /(?:^|\s)(?:\p{Lu}|\p{Lu}\p{Ll}|\p{Lu}\.\p{Lu}|jr|sr)\.$/iu.test(rest)
    ? rest
    : rest.replace(/[.]+$/u, '');
}

function isBody(signature: string): boolean {
  if (/[@&\d_/|+]/u.test(signature.replace(/\b(?:2nd|3rd|4th)\b/gu, ''))) return true;
  const words = signature.split(' ');
  if (words.length === 1) return /^[\p{Ll}.-]+$/u.test(signature) || bodyWord.test(signature);
  return /^(?:the|team)$/iu.test(words[0]!) || words.some(word => bodyWord.test(word));
}

function parsePerson(signature: string): Name {
  if (eastAsian.test(signature.replace(/[ ・·]/gu, ''))) return parseEastAsian(signature);
  const words = signature.split(/\s+/u).filter(word => word);
  const suffix = words.length > 1 && suffixes.test(words.at(-1)!) ? words.pop() : undefined;
  const ending = suffix === undefined ? {} : { suffix };
  if (isVietnameseOrder(words[0] ?? '', words.slice(1).join(' ')))
    return { family: words[0]!, given: words.slice(1).join(' '), ...ending };
  let start = familyStart(words);
  const given = words.slice(0, start).join(' ');
  let first = start;
  while (start < words.length - 1 && particle.test(words[start]!)) start++;
  const name: { -readonly [K in keyof Name]: Name[K] } = { family: words.slice(start).join(' ') };
  if (given) name.given = given;
  // "de La Fontaine": the article stays with the family name, what stands before it does not.
  if (start > first && given && /^(?:La|Le|Les)$/u.test(words[start]!) && start < words.length - 1) {
    name.droppingParticle = words.slice(first, start).join(' ');
    name.family = words.slice(start + 1).join(' ');
    name.nonDroppingParticle = words[start]!;
    first = start;
  } else if (start > first) name.nonDroppingParticle = words.slice(first, start).join(' ');
  return { ...name, ...ending };
}

/** The index of the first word of the family name, its particles included. */
function familyStart(words: readonly string[]): number {
  const both = words.length > 3 && /^[yie]$/u.test(words.at(-2)!) ? words.length - 3 : undefined;
  const earliest = words.findIndex((word, at) => at < words.length - 1 && at > 0 && particle.test(word));
  if (words.length > 1 && particle.test(words[0]!)) return 0;
  if (earliest > 0) {
    const opening = words[earliest - 1]!;
    return earliest > 1 && compoundOpening.test(opening) ? earliest - 1 : earliest;
  }
  if (both !== undefined) return both;
  let start = Math.max(0, words.length - 1);
  while (start > 1 && compoundOpening.test(words[start - 1]!)) start--;
  return start;
}

function parseEastAsian(signature: string): Name {
  const parts = signature.split(/[ ・·]+/u);
  if (parts.length > 1) {
    const foreign = /[・·]/u.test(signature);
    // "中村・レイチェル" is signed family name first, yet keeps its dot.
    if (foreign && /^\p{Script=Han}/u.test(parts[0]!) && isForeignKatakana(parts.at(-1)!)) {
      return { literal: signature };
    }
    return foreign
      ? { family: parts.at(-1)!, given: parts.slice(0, -1).join('・') }
      : { family: parts[0]!, given: parts.slice(1).join('') };
  }
  const mixed = kanjiThenKana.exec(signature);
  if (mixed) return { family: mixed[1]!, given: mixed[2]! };
  const letters = [...signature];
  if (
    letters.length < 2 ||
    letters.length > familyLength(letters) + 3 ||
    letters.length > 5 ||
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(signature)
  ) {
    return { literal: signature };
  }
  const split = familyLength(letters);
  if (split === letters.length) return { family: signature };
  return { family: letters.slice(0, split).join(''), given: letters.slice(split).join('') };
}

const isForeignKatakana = (given: string) => /^[\p{Script=Katakana}ー・]+$/u.test(given);

const joined = (...parts: readonly (string | undefined)[]) => parts.filter(part => part).join(' ');
