import { cleanText } from '../../text';
import type { XmlElement } from '../xml';
import { Fields, textIn } from './fields';
import type { FeedPerson } from './parsedFeed';
import { resolveAddress, type Scope } from './scope';
import { lineOf } from './text';

const mail = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;

/** A person: Atom's, with elements of its own for name, mail and page, or the text forms of RSS and Dublin Core. */
export function readPerson(element: XmlElement, scope: Scope): FeedPerson | undefined {
  const fields = new Fields(element);
  const text = (...kinds: string[]) => fields.first(kinds, child => lineOf(textIn(child)));
  const name = text('name', 'foaf:name', 'itunes:name', 'xhtml:name', 'dc:title');
  const email = text('email', 'itunes:email');
  const page = text('uri', 'url', 'homepage', 'href');
  if (name !== undefined || email !== undefined || page !== undefined) {
    const url = page === undefined ? undefined : (resolveAddress(page, scope.base) ?? page);
    return { ...(name === undefined ? {} : parsePerson(name)), ...(email && { email }), ...(url && { url }) };
  }
  const whole = textIn(element);
  return whole === undefined ? undefined : parsePerson(whole);
}

/** "mail (Name)" of RSS, "Name (mail)", "Name <mail>", "mail" or "Name". */
export function parsePerson(text: string): FeedPerson | undefined {
  const whole = (lineOf(text) ?? '').replace(/^mailto:/i, '');
  const email = mail.exec(whole)?.[0];
  if (email === undefined) return whole === '' ? undefined : { name: whole };
  const name = cleanText(
    whole
      .replace(email, ' ')
      .replace(/mailto:|\(\s*\)|<\s*>|\[\s*\]|"\s*"/gi, ' ')
      .replace(/^[\s,;:|/–-]*\((.*)\)\s*$/, '$1')
      .replace(/^[\s,;:<>"]+|[\s,;:<>"]+$/g, ''),
  );
  return name === '' ? { email } : { name, email };
}
