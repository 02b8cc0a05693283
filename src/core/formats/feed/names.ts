import { nameKey, parseName } from '../../name';
import type { Name } from '../../post';
import { readByline } from '../line/byline';
import type { FeedPerson } from './parsedFeed';

/** "Doe, Jane", as Dublin Core recommends. */
const inverted = /^[\p{L}\p{M}'’-]+,\s[^,\s]+(?:\s[^,\s]+)?$/u;
const several =
  /[,;、]|\s(?:&|\/|and|und|et|y|e|en|i|och|og|with|mit|и)\s|\son behalf of\s|^(?:(?:written |posted )?by|von|par|por|作者)[\s:：]/iu;
/** "Simon & Schuster" is one. */
const firm = /^(?:[^\s,;]+\s)?&|&\s[^\s,;]+$|^[^\s,;]+\s&\s/u;
const nobody = /^(?:no-?_?reply|do-?not-?reply|nobody|noemail|example)@|^unknown@/i;

/** The names that persons sign with, each once. A mail address stands in for a name only where no person has one. */
export function namesOf(persons: readonly FeedPerson[]): Name[] {
  const signed = persons.flatMap(({ name }) => (name === undefined ? [] : namesIn(name)));
  const byKey = new Map<string, Name>();
  for (const name of signed.length > 0 ? signed : persons.flatMap(byMail)) {
    const key = nameKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

const byMail = ({ email }: FeedPerson): Name[] => (email && !nobody.test(email) ? [{ literal: email }] : []);

/** One element often names several: "Jane Doe and John Roe". */
function namesIn(written: string): Name[] {
  if (/^https?:/i.test(written)) return [];
  // Discourse: "@jdoe Jane Doe".
  const text = written.replace(/^@[\w.-]+\s+(?=\S)/, '').replace(/,?\s+et al\.?$/i, '');
  const parts = text.split(/\s*;\s*|\s+and\s+/);
  if (parts.every(part => inverted.test(part))) return parts.map(parseName);
  const byline = several.test(text) && !firm.test(text) ? readByline(asByline(text)) : undefined;
  return (byline?.names ?? [text]).map(parseName);
}

const asByline = (text: string) => (readByline(text) ? text : `by ${text}`);
