import { displayName, nameKey, parseName } from '../../name';
import type { Name } from '../../post';
import { foldText } from '../../text';
import { readByline } from '../line/byline';
import { isNobody } from '../line/nobody';
import { notNames } from '../line/words';
import type { FeedPerson } from './parsedFeed';

/** "Doe, Jane", as Dublin Core recommends. */
const inverted = /^[\p{L}\p{M}'’-]+,\s[^,\s]+(?:\s[^,\s]+)?$/u;
const several =
  /[,;、]|\s(?:&|\/|and|und|et|y|e|en|i|och|og|with|mit|at|\+|и)\s|\son behalf of\s|^(?:(?:written |posted )?by|authors?|von|par|por|作者)[\s:：]/iu;
/** "Simon & Schuster" is one. */
const firm = /^(?:[^\s,;]+\s)?&|&\s[^\s,;]+$|^[^\s,;]+\s&\s/u;
const mail = /^(?:mailto:)?\S+@\S+$/;
/** "Jane Doe - MSFT", "Jane Doe | Acme". */
const affiliation = /\s+[|–—-](?:\s.*)?$/u;

/**
 * The names that persons sign with, each once; a mail address is none.
 * @param publication the name of the feed, which stands for the author in many.
 */
export function namesOf(persons: readonly FeedPerson[], publication = ''): Name[] {
  const byKey = new Map<string, Name>();
  for (const { name: written = '' } of persons) {
    for (const signed of namesIn(written)) {
      const name = besideSite(signed, publication);
      const key = name && nameKey(name);
      if (key && !byKey.has(key)) byKey.set(key, name);
    }
  }
  return [...byKey.values()];
}

/**
 * A name that no person can have, "Systems Talks", is not taken apart where the publication has it as well; where the
 * publication's says more, "Systems Talks Weekly", it says nothing.
 */
function besideSite(name: Name, publication: string): Name | undefined {
  const shown = displayName(name);
  const key = foldText(shown);
  if (!key.split(' ').some(word => notNames.has(word))) return name;
  const site = foldText(publication);
  if (site === key) return { literal: shown };
  return site.startsWith(`${key} `) ? undefined : name;
}

/** One element often names several: "Jane Doe and John Roe". */
function namesIn(written: string): Name[] {
  if (written === '' || /^https?:/i.test(written) || mail.test(written) || isNobody(written)) return [];
  // Discourse: "@jdoe Jane Doe".
  const whole = written
    .replace(/^@[\w.-]+\s+(?=\S)/, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/\s[·•]\s/g, ', ')
    .replace(/,?\s+et al\.?$/i, '');
  const text = personOr(whole, whole.replace(affiliation, ''));
  const parts = text.split(/\s*;\s*|\s+and\s+/);
  if (parts.every(part => inverted.test(part))) return parts.map(parseName);
  const byline = several.test(text) && !firm.test(text) ? readByline(asByline(text)) : undefined;
  // "Jane Doe, Stack Overflow".
  const first = text.split(', ', 1)[0]!;
  const signer = first.includes(' ') ? personOr(text, first) : text;
  return (byline?.names ?? [signer]).map(parseName);
}

/** The beginning of a text where that is a person's name. */
const personOr = (text: string, start: string) => (parseName(start).given === undefined ? text : start);

const asByline = (text: string) => (readByline(text) ? text : `by ${text}`);
