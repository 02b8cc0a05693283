import type { XmlElement } from '../xml';
import { attributeOf, type Fields, textIn } from './fields';
import type { FeedLink } from './parsedFeed';
import { resolveAddress, type Scope, scopeWithin } from './scope';

/** The links of a part, and the page that it stands for: the alternate link, else an id that is a permalink. */
export function readLinks(fields: Fields, scope: Scope): { all: FeedLink[]; page: string | undefined } {
  const all = fields.all('link', 'a').flatMap(element => readLink(element, scope) ?? []);
  const own = resolved(attributeOf(fields.element, 'href'), scope);
  if (own !== undefined) all.push({ rel: 'alternate', href: own });
  const alternates = all.filter(link => link.rel === 'alternate');
  const page = alternates.find(({ type }) => type === undefined || /html/i.test(type)) ?? alternates[0];
  const href = page?.href ?? permalink(fields, scope);
  if (page === undefined && href !== undefined) all.push({ rel: 'alternate', href, type: 'text/html' });
  return { all, page: href };
}

/** Atom's with `href`, or the text of RSS's. */
function readLink(element: XmlElement, outer: Scope): FeedLink | undefined {
  const scope = scopeWithin(element, outer);
  const { attributes } = element;
  const href = resolved(attributes.get('href') ?? attributes.get('rdf:resource') ?? textIn(element), scope);
  if (href === undefined) return undefined;
  const [type, title] = [attributes.get('type')?.trim(), attributes.get('title')?.trim()];
  const rel = (attributes.get('rel')?.trim() || 'alternate').replace(
    /^http:\/\/www\.iana\.org\/assignments\/relation\//,
    '',
  );
  return { rel, href, ...(type && { type }), ...(title && { title }) };
}

/** RSS: a `guid` is one unless it says otherwise; an id of another kind never. */
function permalink(fields: Fields, scope: Scope): string | undefined {
  return fields.first(['guid'], element => {
    const says = attributeOf(element, 'ispermalink') ?? 'true';
    const text = textIn(element) ?? '';
    return says.trim().toLowerCase() === 'true' && /^https?:|^\/[^/]/i.test(text)
      ? resolved(text, scope)
      : undefined;
  });
}

function resolved(written: string | undefined, { base }: Scope): string | undefined {
  const address = written?.trim();
  return address ? (resolveAddress(address, base) ?? address.slice(0, 4000)) : undefined;
}
