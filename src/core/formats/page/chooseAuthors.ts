import { displayName, nameKey } from '../../name';
import type { Name } from '../../post';
import { isLabel } from '../line/label';
import { isNobody } from '../line/nobody';
import { roles } from '../line/words';
import type { IsSite } from './site';

const noName =
  /^(?:https?:|www\.|[@#/])|[/\\<>{}]|@|^(?:follow|about the authors?|share|site)$|^\P{L}+$|\.(?:com|org|net|io|dev|html?|php)$/iu;

/** A job without a person: "Staff Engineer", as it stands below a name. */
const jobWord = new RegExp(`^(?:${roles}|creator|maintainer|owner|and|of|the|&)$`, 'iu');
const isJob = (text: string): boolean => text.split(/[\s,-]+/).every(word => jobWord.test(word));

export interface Signed {
  readonly names: readonly Name[];
  /** Whether the markup tells persons from bodies: then a person may have the site's name. */
  readonly isTyped: boolean;
}

/** Who signed, by what each kind of markup says in the order of trust: persons before bodies, bodies before the publication. */
export function chooseAuthors(claims: readonly Signed[], isSite: IsSite): readonly Name[] {
  const tiers = claims.map(({ names, isTyped }) => {
    const named = distinct(names.filter(isUsable));
    // Beside a name, what is longer is a remark of whoever signs, or another post's title.
    const usable = named.some(isShort) ? named.filter(isShort) : named;
    const isOther = (name: Name) => (isTyped && name.given !== undefined) || !isSite(displayName(name));
    return { usable, others: usable.filter(isOther) };
  });
  const signed = tiers.map(({ others }) => others).filter(names => names.length > 0);
  const named = signed.filter(names => names.some(isPerson));
  const first = named[0] ?? signed[0] ?? tiers.find(({ usable }) => usable.length > 0)?.usable ?? [];
  return named.find(names => isRicher(names, first)) ?? first;
}

/** A word in small letters is a user's name; `parseName` makes a body of it. */
const isPerson = (name: Name): boolean => name.literal === undefined;

/** In words; also the names of universities' institutes are no longer. */
const longestName = 7;
const isShort = (name: Name): boolean => displayName(name).split(' ').length <= longestName;

function isUsable(name: Name): boolean {
  const shown = displayName(name);
  return (
    shown !== '' &&
    shown.length <= 120 &&
    !noName.test(shown) &&
    !isNobody(shown) &&
    !isLabel(shown) &&
    !isJob(shown)
  );
}

function distinct(names: readonly Name[]): Name[] {
  const seen = new Map<string, Name>();
  for (const name of names) if (!seen.has(nameKey(name))) seen.set(nameKey(name), name);
  return [...seen.values()];
}

/** More of them, with all of those. */
function isRicher(names: readonly Name[], than: readonly Name[]): boolean {
  if (names.length <= than.length) return false;
  const keys = new Set(names.map(nameKey));
  return than.every(name => keys.has(nameKey(name)));
}
