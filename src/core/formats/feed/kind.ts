import type { XmlElement } from '../xml';

/** Prefixes by namespace, in lower case, without scheme and without a slash or "#" at the end; the feed formats' own have none. */
const prefixes = new Map(
  Object.entries({
    '': `purl.org/rss/1.0 my.netscape.com/rdf/simple/0.9 my.netscape.com/publish/formats/rss-0.91.dtd
      channel.netscape.com/rdf/simple/0.9 purl.org/net/rss1.1 blogs.law.harvard.edu/tech/rss
      cyber.law.harvard.edu/rss backend.userland.com/rss backend.userland.com/rss2
      backend.userland.com/rss091 backend.userland.com/rss092 my.userland.com/rss www.w3.org/2005/atom purl.org/atom/ns`,
    dc: 'purl.org/dc/elements/1.1 purl.org/dc/elements/1.0',
    dcterms: 'purl.org/dc/terms purl.org/rss/1.0/modules/dcterms',
    content: 'purl.org/rss/1.0/modules/content',
    media: 'search.yahoo.com/mrss video.search.yahoo.com/mrss tools.search.yahoo.com/mrss',
    itunes: 'www.itunes.com/dtds/podcast-1.0.dtd www.itunes.com/dtd/podcast-1.0.dtd',
    googleplay: 'www.google.com/schemas/play-podcasts/1.0',
    sy: 'purl.org/rss/1.0/modules/syndication',
    podcast: 'podcastindex.org/namespace/1.0',
    feedburner: 'rssnamespace.org/feedburner/ext/1.0',
    rdf: 'www.w3.org/1999/02/22-rdf-syntax-ns',
    xhtml: 'www.w3.org/1999/xhtml',
  }).flatMap(([prefix, namespaces]) =>
    namespaces.split(/\s+/).map(namespace => [namespace, prefix] as const),
  ),
);

const atom = /^https?:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/)/i;

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
  const prefix = prefixOf(element.namespace);
  const written = colon < 0 ? '' : name.slice(0, colon);
  const meant = prefix ?? (written === 'atom' || written === 'rss' ? '' : written);
  return meant === '' ? name.slice(colon + 1) : `${meant}:${name.slice(colon + 1)}`;
}

/** In UTF-16 units: a namespace counts at each of its elements. */
const longest = 100;

function prefixOf(namespace = ''): string | undefined {
  if (namespace.length > longest) return undefined;
  return prefixes.get(namespace.toLowerCase().replace(/^https?:\/\/|[/#]+$/g, ''));
}
