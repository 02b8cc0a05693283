import type { XmlElement } from '../xml';

/** Prefixes by namespace, in lower case and without a slash or "#" at the end; the feed formats' own have none. */
const prefixes = new Map(
  Object.entries({
    '': `http://purl.org/rss/1.0 http://my.netscape.com/rdf/simple/0.9 http://my.netscape.com/publish/formats/rss-0.91.dtd
      http://channel.netscape.com/rdf/simple/0.9 http://purl.org/net/rss1.1 http://blogs.law.harvard.edu/tech/rss
      http://cyber.law.harvard.edu/rss http://backend.userland.com/rss http://backend.userland.com/rss2
      http://backend.userland.com/rss091 http://backend.userland.com/rss092 http://my.userland.com/rss http://www.w3.org/2005/atom http://purl.org/atom/ns`,
    dc: 'http://purl.org/dc/elements/1.1 http://purl.org/dc/elements/1.0',
    dcterms: 'http://purl.org/dc/terms http://purl.org/rss/1.0/modules/dcterms',
    content: 'http://purl.org/rss/1.0/modules/content',
    media:
      'http://search.yahoo.com/mrss http://video.search.yahoo.com/mrss http://tools.search.yahoo.com/mrss',
    itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd http://www.itunes.com/dtd/podcast-1.0.dtd',
    googleplay:
      'http://www.google.com/schemas/play-podcasts/1.0 https://www.google.com/schemas/play-podcasts/1.0',
    podcast: 'https://podcastindex.org/namespace/1.0',
    feedburner: 'http://rssnamespace.org/feedburner/ext/1.0',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns',
    xhtml: 'http://www.w3.org/1999/xhtml',
  }).flatMap(([prefix, namespaces]) =>
    namespaces.split(/\s+/).map(namespace => [namespace, prefix] as const),
  ),
);

const atom = /^http:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/)/i;

/** Whether the element is one of Atom, 1.0 or 0.3. */
export function isAtom({ namespace }: XmlElement): boolean {
  return namespace !== undefined && atom.test(namespace);
}

/**
 * The element's name in lower case with the usual prefix of its namespace, "dc:creator"; that of RSS and Atom have
 * none. Where the namespace is missing or unknown the prefix counts as written.
 */
export function kindOf(element: XmlElement): string {
  const name = element.name.toLowerCase();
  const colon = name.indexOf(':');
  const namespace = element.namespace?.toLowerCase().replace(/[/#]+$/, '');
  const prefix = namespace === undefined ? undefined : prefixes.get(namespace);
  const written = colon < 0 ? '' : name.slice(0, colon);
  const meant = prefix ?? (written === 'atom' || written === 'rss' ? '' : written);
  return meant === '' ? name.slice(colon + 1) : `${meant}:${name.slice(colon + 1)}`;
}
