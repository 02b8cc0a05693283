import { cleanText } from '../../text';
import type { XmlElement } from '../xml';
import { Fields, textIn } from './fields';
import type { FeedPerson } from './parsedFeed';
import { resolveAddress, type Scope, scopeWithin } from './scope';
import { lineOf } from './text';

const mail = /(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;

/** Atom's person, with elements of its own for name, mail and page, or those of the text forms of RSS and Dublin Core. */
export function readPersons(element: XmlElement, outer: Scope): FeedPerson[] {
  const scope = scopeWithin(element, outer);
  const fields = new Fields(element);
  const text = (...kinds: string[]) => fields.first(kinds, child => lineOf(textIn(child)));
  const name = text('name', 'foaf:name', 'itunes:name', 'xhtml:name', 'dc:title');
  const email = text('email', 'itunes:email');
  const page = text('uri', 'url', 'homepage', 'href');
  if (name !== undefined || email !== undefined || page !== undefined) {
    const url = page === undefined ? undefined : (resolveAddress(page, scope.base) ?? page);
    return [
      { ...(name === undefined ? {} : parsePerson(name)), ...(email && { email }), ...(url && { url }) },
    ];
  }
  return parsePersons(textIn(element) ?? '');
}

/** Apart only where each has a mail address: "mail (Name), mail (Name)". */
function parsePersons(text: string): FeedPerson[] {
  const whole = lineOf(text) ?? '';
  const parts = whole.split(/[,;]\s*|\s+and\s+/);
  const isList = parts.length > 1 && parts.every(part => mailIn(part) !== undefined);
  return (isList ? parts : [whole]).flatMap(part => personOf(part) ?? []);
}

/** "mail (Name)" of RSS, "Name (mail)", "Name <mail>", "mail" or "Name". */
export function parsePerson(text: string): FeedPerson | undefined {
  return personOf(lineOf(text) ?? '');
}

function personOf(line: string): FeedPerson | undefined {
  const whole = line.replace(/^mailto:/i, '');
  const email = mailIn(whole);
  if (email === undefined) return whole === '' ? undefined : { name: whole };
  const name = cleanText(
    whole
      .replace(email, ' ')
      .replace(/^ \?\w+=\S*/, '')
      .replace(/mailto:|\(\s*\)|<\s*>|\[\s*\]|"\s*"/gi, ' ')
      .replace(/^[\s,;:|/–-]*\((.*)\)\s*$/, '$1')
      .replace(/^[\s,;:<>"]+|[\s,;:<>"]+$/g, ''),
  );
  return name === '' ? { email } : { name, email };
}

const mailIn = (text: string) => (text.includes('@') ? mail.exec(text)?.[0] : undefined);
