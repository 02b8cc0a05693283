import { cleanText } from '../../text';
import { notNames, rarelyNames, roles } from './words';

/** How surely each of `names` is a person, a body or a handle: 0 (not one) to 1. */
export interface NameList {
  readonly names: readonly string[];
  readonly score: number;
}

const conjunction = 'and|und|et|y|e|en|i|och|og|ve|with|mit|и|та';
const separator = new RegExp(
  `\\s*(?:[,，、;；&+]|\\s/\\s)\\s*(?:(?:${conjunction}|And|&)\\s+)?|\\s+(?:${conjunction}|And|AND)\\s+`,
  'u',
);
/** "José Ortega y Gasset" is one person. */
const doubleFamily = /(\p{L}+\s\p{L}+)\s(y|e|i)\s(?=\p{Lu}\p{L}+$)/u;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc|mba|msc|esq)\.?$/iu;
const others = /^(?:(?:\d+|many|several)?\s?(?:others?|more)|et al\.?)$/iu;
const affiliation = /\s+(?:at|@|from|of|bei|chez)\s.*$/u;
const role = new RegExp(`(?:^|[\\s-])(?:${roles})s?(?:$|[\\s,-])`, 'iu');
const employer =
  /(?:^|\s)(?:Universit(?:y|ät|é|à|eit|et)|Universidade?|Institut[eo]?|College|School|Laborator(?:y|ies))(?:\s|$)|\s(?:Blog|Magazine|Newsletter|Weekly|Journal)$|^(?:Red Hat|Google Cloud|Amazon Web Services|Hugging Face|Deutsche Telekom|Morgan Stanley|Goldman Sachs|New Relic|Hewlett Packard(?: Enterprise)?)$/u;
/** "Google Software Engineers" of those before; alone it is a body. */
const roleOfSeveral = /\s(?:software|reliability|data|research|security|senior|staff|principal) engineers$/iu;
const body =
  /^(?:[Tt]he(?:\s\p{Lu}[\p{L}\d&.’'-]*){1,6}|[Tt]eam(?:\s\p{Lu}[\p{L}\d.-]*){1,3}|(?:(?:[\p{Lu}\d][\p{L}\d&.’'-]*|the|and|of|for|our|&)\s){1,6}(?:[Tt]eams?|[Ee]ngineering|[Bb]log|[Ss]taff|[Ee]ditors|[Ee]ditorial|[Cc]ommunity|[Cc]ontributors|[Ff]oundation|[Ii]nc\.?|[Ll]abs?|[Gg]roup|[Dd]evelopers|[Ee]ngineers|[Dd]eveloper relations|[Cc]ommittee|[Gg]uild|[Cc]ollective|[Nn]ews|[Mm]agazine|[Uu]niversity|[Rr]esearch))$/u;

const handle = /^@[\p{L}\p{N}_.-]{2,40}$/u;
const userName = /^(?=.*\p{L})[\p{Ll}\p{N}][\p{L}\p{N}_.-]{1,30}$/u;
const person =
  "(?:\\p{Lu}[\\p{L}\\p{M}]*(?:[’'‘ʼ-][\\p{L}\\p{M}]+)*|\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|\\p{Lu}\\p{Ll}{1,3}\\.)";
const small =
  "(?:van|von|vom|zu|zum|zur|der|den|de|del|della|di|da|do|dos|das|du|des|la|le|ter|ten|te|op|af|av|al|el|bin|bint|ibn|'t|’t|y|i|e|d['’]\\p{L}+|al-\\p{Lu}\\p{L}+|el-\\p{Lu}\\p{L}+)";
const isSmall = new RegExp(`^${small}$`, 'u');
const nickname = '(?:["“(]\\p{L}+["”)])';
const cased = new RegExp(`^(?:(?:${small}\\s)*${person})(?:\\s(?:${person}|${small}|${nickname}))*$`, 'u');
const lower = /^\p{Ll}[\p{Ll}’'-]+(?:\s\p{Ll}[\p{Ll}’'.-]*){1,2}$/u;
const uncased =
  /^(?!.*[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}])[\p{Lo}\p{M}]{2,}(?:\s[\p{Lo}\p{M}]{2,}){1,3}$/u;
const eastAsian =
  /^(?:[\p{sc=Han}々]{2,4}|\p{sc=Hangul}{2,4}|[\p{sc=Han}々]{1,3}[\p{sc=Hiragana}\p{sc=Katakana}ー]{1,5})$/u;
const eastAsianApart =
  /^(?:[\p{sc=Han}々]{1,3} [\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,4}|\p{sc=Hangul}{1,2} \p{sc=Hangul}{1,3}|[\p{sc=Han}\p{sc=Katakana}々ー]{2,}(?:[・＝][\p{sc=Katakana}ー]+)+)$/u;
/** The hundred commonest family names of China and the thirty of Korea, by their first letter. */
const familyLetters =
  /^[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용]/u;

/**
 * Splits "A, B, and C" into names. Roles, employers and degrees beside a name are left out. `undefined` when a
 * part does not look like a name. `signed` text stands behind a word such as "by"; without it more is asked.
 */
export function readNames(text: string, signed: boolean): NameList | undefined {
  if (text.length > (signed ? 1500 : 300)) return undefined;
  const plain = cleanText(text.replace(/\s*[([][^()[\]]*[)\]]/gu, ''))
    .replace(/[\s,;:*]+$/u, '')
    .replace(/(\p{Ll}{2})\.$/u, '$1');
  const parts = withoutEmployers(signed ? apart(plain) : plain).filter(part => !others.test(part));
  const names: string[] = [];
  let score = 1;
  let roleBefore = false;
  for (const part of parts) {
    if (suffix.test(part) && names.length > 0) {
      names.push(`${names.pop()}, ${part}`);
      continue;
    }
    const isRole = names.length > 0 && (roleOfSeveral.test(part) || (role.test(part) && !body.test(part)));
    if (isRole || (roleBefore && !part.includes(' '))) {
      roleBefore = true;
      continue;
    }
    const afterRole = roleBefore;
    if (afterRole && body.test(part) && !/^the\s/iu.test(part)) continue;
    if (names.length > 0 && employer.test(part)) continue;
    roleBefore = false;
    if (!signed && role.test(part) && !body.test(part)) return undefined;
    if (signed && names[0]?.includes(' ') && isDescription(names[0], part)) continue;
    const name = part
      .replace(affiliation, '')
      .replace(/\s@\S+$/u, '')
      .trim();
    const shape = nameShape(name, signed);
    if (shape === 0 && afterRole) continue;
    if (shape === 0) return undefined;
    names.push(name);
    score = Math.min(score, shape);
  }
  // "Sense and sensibility" is no list of user names.
  if (!signed && names.length > 1 && names.some(name => /^\p{Ll}+$/u.test(name))) return undefined;
  if (!signed && names.length > 1 && names.every(name => /^\P{Ll}[^ ]*$/u.test(name)))
    score = Math.min(score, 0.2);
  return names.length > 0 ? { names, score } : undefined;
}

/** "Jane Doe, tireless tester": in small letters, beside a name that is not. */
const isDescription = (name: string, part: string) =>
  /^\p{Lu}/u.test(name) &&
  /^\p{Ll}[\p{Ll}-]*(?: [\p{Ll}-]+){1,4}$/u.test(part) &&
  !isSmall.test(part.split(' ')[0]!);

/** "王磊 张敏" are two; "山田 太郎" is one. */
function apart(text: string): string {
  const words = text.split(' ');
  const isNames = words.every(word => /^[\p{sc=Han}]{2,4}$/u.test(word) && familyLetters.test(word));
  return isNames ? words.join('、') : text;
}

/** "A, Acme; B and C, Foo University": of each group the last part is where they work. */
function withoutEmployers(text: string): readonly string[] {
  const groups = text.split(/\s*;\s*/u);
  if (groups.length === 1 || !groups.some(group => group.includes(',')))
    return withoutEmployer(splitParts(text), text);
  return groups.flatMap(group => splitParts(group.replace(/,\s+(?!(?:and|und|et|y|e)\s)[^,]+$/u, '')));
}

function splitParts(text: string): string[] {
  const joined = /\s[yei]\s\p{Lu}/u.test(text) ? text.replace(doubleFamily, '$1\u0000$2\u0000') : text;
  return joined
    .split(separator)
    .map(part => part.replaceAll('\u0000', ' ').trim())
    .filter(part => part);
}

/** "Jane Doe, Netflix": one word at the end, joined by a comma alone to a name of several words. */
function withoutEmployer(parts: readonly string[], text: string): readonly string[] {
  const [first, last] = [parts[0], parts.at(-1)];
  const company = /\s(?:corp|inc|ltd|llc|gmbh|university|institute|foundation|labs?|technologies)\.?$/iu;
  if (parts.length > 1 && company.test(last!) && text.includes(`, ${last}`)) return parts.slice(0, -1);
  const isEmployer =
    parts.length === 2 && first!.includes(' ') && /^\p{Lu}[\p{L}\d.]*$/u.test(last!) && !suffix.test(last!);
  return isEmployer && text.endsWith(`, ${last}`) ? [first!] : parts;
}

function nameShape(name: string, signed: boolean): number {
  if (handle.test(name)) return 1;
  if (eastAsian.test(name)) return familyLetters.test(name) ? 0.7 : signed ? 0.6 : 0.35;
  if (eastAsianApart.test(name)) return 0.8;
  if (/^[\p{sc=Hiragana}\p{sc=Katakana}ー]{2,8}$/u.test(name)) return signed ? 0.6 : 0.3;
  if (name.length > 60) return 0;
  const words = name
    .split(/[\s-]+/u)
    .filter(word => !isSmall.test(word))
    .map(word => word.toLowerCase());
  if (body.test(name)) {
    if (!signed && /^the\s/iu.test(name) && !/(?:team|staff|editors|community)$/iu.test(name)) return 0;
    return signed ? 0.9 : /(?:teams?|staff|editors|community|contributors)$/iu.test(name) ? 0.6 : 0.25;
  }
  if (cased.test(name)) {
    if (!signed && (words.some(word => notNames.has(word)) || titleWord.test(name) || isDoing(name)))
      return 0;
    if (signed && notNames.has(words[0]!)) return 0;
    if (!name.includes(' ')) return signed ? 0.7 : 0.3;
    if (!signed && words.some(word => rarelyNames.has(word)))
      return words.every(word => rarelyNames.has(word)) ? 0 : 0.5;
    if (words.filter(word => !/^\p{L}\.?$/u.test(word)).length > 5) return signed ? 0.5 : 0;
    return /^[\P{Ll}]+$/u.test(name) ? 0.5 : words.length > 3 ? 0.7 : 0.9;
  }
  if (uncased.test(name)) return 0.4;
  if (lower.test(name))
    return words.some(word => notNames.has(word)) ? 0 : signed && words.length === 2 ? 0.5 : 0.1;
  if (
    signed &&
    lower.test(name.toLowerCase()) &&
    words.length === 2 &&
    !words.some(word => notNames.has(word))
  )
    return 0.5;
  return userName.test(name) && !notNames.has(name.toLowerCase()) ? (signed ? 0.8 : 0.2) : 0;
}

/** A title's word rather than a name's: "Introduction", "Management", "Robustness". */
const titleWord =
  /\p{L}{3}(?:tions?|ments?|ness|ology|ware|ability|ization|isation|ics|ences|ances|isms?)(?!\p{L})/u;
const pinyin =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aoeiuv]|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ang|eng|ing|ong|ia|iao|ian|iang|iong|ua|uo|uai|uan|uang)){1,3}$/iu;

/** Opens with a word such as "Building"; "Wenjing" is a name. */
function isDoing(name: string): boolean {
  const first = /^\p{L}{2,12}ing(?!\p{L})/u.exec(name)?.[0];
  return first !== undefined && !pinyin.test(first);
}
