import { nameKey, parseName } from '../../name';
import type { Name } from '../../post';
import { readByline } from '../line/byline';
import { readNames } from '../line/names';
import type { FeedPerson } from './parsedFeed';

/** "Doe, Jane", as Dublin Core recommends. */
const inverted = /^[\p{L}\p{M}'’-]+,\s[^,\s]+(?:\s[^,\s]+)?$/u;
const several = /[,;&、]|\s(?:and|und|et|y|e|en|i|och|og|with|mit|и)\s/iu;
const byWord = /^(?:(?:written |posted )?by|von|par|por|作者)[\s:：]/iu;
const nobody = /^(?:no-?_?reply|do-?not-?reply|donotreply|nobody|noemail|example)@|^unknown@/i;

/** The names that persons sign with, each once. A mail address stands in for a name only where no person has one. */
export function namesOf(persons: readonly FeedPerson[]): Name[] {
  const signed = persons.flatMap(({ name }) => (name === undefined ? [] : namesIn(name)));
  const names =
    signed.length > 0
      ? signed
      : persons.flatMap(({ email }) => (email && !nobody.test(email) ? [{ literal: email }] : []));
  const byKey = new Map<string, Name>();
  for (const name of names) {
    const key = nameKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** One element often names several: "Jane Doe and John Roe". */
function namesIn(written: string): Name[] {
  // Discourse: "@jdoe Jane Doe".
  const text = written.replace(/^@[\w.-]+\s+(?=\S)/, '');
  if (/^https?:/i.test(text)) return [];
  const byline = byWord.test(text) ? readByline(text) : undefined;
  if (byline) return byline.names.map(parseName);
  const list = several.test(text) && !inverted.test(text) ? readNames(text, true) : undefined;
  return (list?.names ?? [text]).map(parseName);
}
