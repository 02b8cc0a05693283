import type { Name, Post } from '../post';
import { foldText } from '../text';
import { slips } from './nearKeys';

/** Names as a citation has them: "Lee", "A. Lee & Roe", "van den Berg et al.". */
export interface CitedNames {
  /** Of each person the words, folded; without initials and particles unless there is nothing else. */
  readonly persons: readonly (readonly string[])[];
  /** "et al.", "and colleagues" */
  readonly andOthers: boolean;
}

const others =
  /,?\s+(?:et\s+(?:al|coll)|u\.\s?a|(?:and|&|und|et|y|e)\s+(?:colleagues|coauthors|co-authors|others|co|otros|outros|autres|andere|kollegen|team))\.?,?\s*$/iu;
const joints = /\s*[,;/&]\s*|\s+(?:and|und|et|y|e|och|en|i)\s+/u;
const word = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|[\p{Lo}\p{M}]+|[dl]['’]\p{Lu}[\p{L}\p{M}-]*)$/u;
const particle = /^(?:v[ao]n|d[aeiou]|de[lrns]|d[ao]s|la|le|te[rn]|zu[rm]?|bin|ibn|al|el|a[fv])$/i;
const suffix = /^(?:[js]r|ii|iii|iv|eds?)$/;
/** In UTF-16 units. */
const longest = 200;

/** Reads a text that is nothing but names, each with a capital; marks of emphasis may stand around them. */
export function readNames(text: string): CitedNames | undefined {
  if (text.length > longest) return undefined;
  const plain = text.replace(/[*_`]+/g, ' ').trim();
  const end = others.exec(` ${plain}`)?.index;
  const listed = end === undefined ? plain : plain.slice(0, Math.max(0, end - 1));
  const persons: string[][] = [];
  for (const person of listed.split(joints)) {
    const words = person.split(/\s+/).filter(part => part !== '');
    if (!words.every(part => word.test(part) || particle.test(part) || /^[js]r\.?$/i.test(part)))
      return undefined;
    const folded = words.flatMap(nameWords);
    const weighty = folded.filter(part => part.length > 1 || /\p{Lo}/u.test(part));
    const named = weighty.filter(part => !particle.test(part) && !suffix.test(part));
    if (named.length > 0) persons.push(named);
    else if (weighty.some(part => !suffix.test(part))) persons.push(weighty);
  }
  return { persons, andOthers: end !== undefined };
}

/** How names are spelled where a letter is missing: "Mueller" and "Müller" alike, without a genitive's apostrophe. */
const nameWords = (text: string): string[] => {
  const folded = foldText(text);
  const plain = /[^a-z0-9\s.,-]/.test(folded) ? withoutSigns(folded) : folded;
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(part => part.replace(/([aou])e|(a)a/g, '$1$2'));
};

const withoutSigns = (folded: string): string =>
  folded.replace(/['’]s?(?!\p{L})|['’]/gu, '').replace(/[ßøœæłđðı]/g, letter => letters[letter]!);

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  œ: 'o',
  æ: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};

/** What of a post its citations are signed with. */
export interface Signers {
  readonly post: Post;
  readonly families: readonly ReadonlySet<string>[];
  readonly given: ReadonlySet<string>;
  /** Words of bodies, the publication, the site and the title, and the initials of bodies. */
  readonly bodies: readonly string[];
}

export function signersOf(post: Post): Signers {
  const { author } = post;
  const families = author.map(
    ({ family = '', nonDroppingParticle = '', literal = '' }) =>
      new Set(nameWords(`${nonDroppingParticle} ${family} ${literal}`)),
  );
  let bodies: readonly string[] | undefined;
  return {
    post,
    families,
    given: new Set(author.flatMap(({ given = '' }) => nameWords(given))),
    get bodies() {
      bodies ??= bodiesOf(post, families);
      return bodies;
    },
  };
}

function bodiesOf(
  { author, containerTitle = '', url = '', title }: Post,
  families: readonly ReadonlySet<string>[],
): readonly string[] {
  const named = [...author.flatMap(({ literal = '' }) => literal), containerTitle];
  const words = nameWords([...named, title, /^https?:\/\/([^/]+)/.exec(url)?.[1]].join(' '));
  const initials = named.map(body => nameWords(body).map(part => part[0]));
  // "Lee's Blog" is no reason to take "Le" for right.
  return [
    ...words.filter(part => !families.some(family => isOf(part, family))),
    ...initials.map(letters => letters.join('')),
  ];
}

const isOf = (part: string, families: ReadonlySet<string>): boolean =>
  families.has(part) ||
  (part.endsWith('s') && families.has(part.slice(0, -1))) ||
  // Where no spaces are written.
  (/\p{Lo}/u.test(part) && [...families].some(family => part.startsWith(family)));

/** "Netflix" of the Netflix TechBlog at netflixtechblog.com. */
const isOfBody = (part: string, { bodies }: Signers): boolean =>
  bodies.some(
    other =>
      other === part ||
      (Math.min(part.length, other.length) > 2 && (other.startsWith(part) || part.startsWith(other))),
  );

/** Whether a word is one of those that a post's citations are signed with, or of its title. */
export const isSigner = (word: string, { families, given, bodies }: Signers): boolean =>
  [...families, given, new Set(bodies)].some(words => isOf(word, words));

/** Whether the names are those of the post's authors as far as they are said, at least one of them a person's family. */
export function namesAuthors({ persons }: CitedNames, signers: Signers, slip = 0): boolean {
  const { author } = signers.post;
  const families = new Set(signers.families.flatMap((all, at) => (author[at]!.family ? [...all] : [])));
  const isFamily = (part: string) =>
    isOf(part, families) ||
    (slip > 0 && part.length > 4 && [...families].some(family => slips(part, family, slip) !== undefined));
  return (
    persons.some(person => person.some(isFamily)) &&
    persons.every(person => person.every(part => isFamily(part) || isOf(part, signers.given)))
  );
}

/** Whether the names say somebody who is none of the post's authors, or who is not the first of several. */
export function areOthers({ persons, andOthers }: CitedNames, signers: Signers): boolean {
  const { families, given, post } = signers;
  const { author } = post;
  if (author.length === 0 || author.some(isHandle)) return false;
  const isAuthor = (person: readonly string[], of: readonly ReadonlySet<string>[]) =>
    person.some(part => of.some(family => isOf(part, family)));
  const isKnown = (person: readonly string[]) => {
    const rest = person.filter(part => !isOf(part, given));
    return (
      rest.length === 0 ||
      isAuthor(rest, families) ||
      rest.some(part => isOfBody(part, signers)) ||
      !isSameScript(rest, families)
    );
  };
  if (!persons.every(isKnown)) return true;
  const [first] = persons;
  if (!andOthers || !first || author.some(({ family }) => !family)) return false;
  // "Roe et al." of Lee and Roe, and "Lee et al." of Lee alone.
  if (author.length === 1) return isAuthor(first, families);
  return isAuthor(first, families) && !isAuthor(first, families.slice(0, 1));
}

const isHandle = ({ literal = '' }: Name): boolean => /^@|^[\p{Ll}\p{N}_.-]+$/u.test(literal);

/** Nobody can tell whether 田中 is Tanaka. */
function isSameScript(person: readonly string[], families: readonly ReadonlySet<string>[]): boolean {
  const scripts = new Set([...person, ...families.flatMap(family => [...family])].map(scriptOf));
  return scripts.size === 1;
}

function scriptOf(text: string): string {
  if (/\p{Script=Latin}/u.test(text)) return 'Latin';
  return /\p{Script=Cyrillic}/u.test(text) ? 'Cyrillic' : /\p{Script=Greek}/u.test(text) ? 'Greek' : '';
}
