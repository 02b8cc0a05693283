import type { XmlElement } from '../xml';
import { isAtom, kindOf } from './kind';

/** Elements looked at for a feed that does not stand at the top, as after a server's warnings. */
const mostLookedAt = 1000;

/** The element that is a feed, or the one entry of Atom that is all there is; `undefined` in a page, whatever it shows. */
export function findFeed(roots: readonly XmlElement[]): XmlElement | undefined {
  if (roots.some(({ name }) => /^(?:html|head|body)$/i.test(name))) return undefined;
  const queue = [...roots];
  for (let at = 0; at < queue.length && at < mostLookedAt; at++) {
    const element = queue[at]!;
    if (isFeedElement(element, at < roots.length)) return element;
    for (const child of element.children.slice(0, mostLookedAt))
      if (typeof child !== 'string') queue.push(child);
  }
  return undefined;
}

function isFeedElement(element: XmlElement, isRoot: boolean): boolean {
  switch (kindOf(element)) {
    case 'rss':
      return true;
    case 'feed':
      return isRoot || isAtom(element);
    case 'entry':
      return isAtom(element);
    case 'channel':
      return isRoot;
    case 'rdf':
    case 'rdf:rdf':
      return isRss(element);
    default:
      return false;
  }
}

/** RDF says much else. */
function isRss({ attributes, children }: XmlElement): boolean {
  return (
    [...attributes.values()].some(value => /purl\.org\/(?:net\/)?rss|netscape\.com\/rdf/i.test(value)) ||
    children.some(child => typeof child !== 'string' && /^(?:channel|items?)$/.test(kindOf(child)))
  );
}
