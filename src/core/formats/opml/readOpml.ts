import type { Problem } from '../../problem';
import type { Source } from '../../sources/source';
import { cleanText } from '../../text';
import { urlKey } from '../../url';
import { plainMarkup } from '../html/plainMarkup';
import { readXml, type XmlElement } from '../xml';

/** What an OPML file lists, http://opml.org/spec2.opml. */
export interface Outline {
  readonly title?: string;
  /** Each feed once, in the file's order; folders and categories are its `group`. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

const mostSources = 20_000;
const mostFolders = 20;
/** In characters. */
const longestName = 200;
const longestAddress = 2000;

/** Whether a text is OPML, by its first element. */
export const isOpml = (text: string): boolean =>
  /^[\s\ufeff\0]*(?:<[?!][^<]{0,2000}\s*){0,20}<(?:\w+:)?opml[\s>/]/i.test(text.slice(0, 50_000));

/** Reads the feeds of an OPML file, ill-formed ones as far as they go. Never throws; an entry that is no feed adds a problem. */
export function readOpml(text: string, source: string): Outline {
  const { roots } = readXml(text.replaceAll('\0', ''));
  const found = new Map<string, Source>();
  const problems: Problem[] = [];
  let title = '';

  const visit = (element: XmlElement, folders: readonly string[]): void => {
    const name = localName(element);
    if (name === 'title' && title === '') title = nameIn(element.children.filter(isText).join(''));
    const inner = name === 'outline' ? readOutline(element, folders) : folders;
    for (const child of element.children) if (!isText(child)) visit(child, inner);
  };
  /** The folders that what stands within is in. */
  const readOutline = (element: XmlElement, folders: readonly string[]): readonly string[] => {
    const attributes = new Map(
      [...element.attributes].map(([key, value]) => [key.toLowerCase(), value.trim()]),
    );
    const first = (...keys: string[]) => keys.map(key => attributes.get(key)).find(value => value) ?? '';
    const name = nameIn(first('text', 'title'));
    const isFeed = /^(?:rss|atom|feed|rss1|scripting2|pie)$/i.test(first('type'));
    const address =
      first('xmlurl', 'xml_url', 'feedurl', 'feed_url', 'rssurl') || (isFeed ? first('url', 'href') : '');
    if (address !== '') add(address, name, folders, first('category'));
    else if (element.children.some(child => !isText(child)))
      return name === '' ? folders : [...folders, name].slice(0, mostFolders);
    else if (first('htmlurl', 'url') !== '' || isFeed)
      problems.push({
        code: 'missingLocation',
        source,
        detail: name || first('htmlurl', 'url').slice(0, 200),
      });
    return folders;
  };
  const add = (written: string, name: string, folders: readonly string[], category: string): void => {
    const location = feedAddress(written);
    if (location === undefined) {
      problems.push({ code: 'unusableAddress', source, detail: withoutUser(written).slice(0, 200) });
      return;
    }
    const key = urlKey(location);
    if (found.has(key)) return;
    if (found.size >= mostSources) return;
    const group = folders.join('/') || groupOf(category);
    found.set(key, {
      kind: 'feed',
      location,
      ...(name && name !== location && { name }),
      ...(group && { group }),
    });
    if (found.size === mostSources)
      problems.push({ code: 'tooManyFeeds', source, detail: String(mostSources) });
  };

  for (const root of roots) visit(root, []);
  if (found.size === 0 && problems.length === 0) problems.push({ code: 'noOutline', source });
  return { ...(title && { title }), sources: [...found.values()], problems };
}

const isText = (node: XmlElement | string): node is string => typeof node === 'string';

const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '').toLowerCase();

const nameIn = (text: string): string =>
  cleanText(cleanText(plainMarkup(text.slice(0, 5000))).slice(0, longestName)); // a cut leaves spaces and half characters

/** The first of the categories, which are written like paths: "/Boston/Weather,/Harvard". */
const groupOf = (category: string): string =>
  nameIn(category.split(',')[0] ?? '')
    .split('/')
    .map(part => part.trim())
    .filter(part => part !== '')
    .join('/');

/** A feed's address without user name and password; all else stays, as a feed may depend on any parameter. */
function feedAddress(written: string): string | undefined {
  const address = written
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^(?:feed|rss):\/\//i, 'http://');
  if (address.length > longestAddress || !/^https?:\/\//i.test(address)) return undefined;
  try {
    const url = new URL(address);
    url.username = '';
    url.password = '';
    return url.hostname === '' ? undefined : url.href;
  } catch {
    return undefined;
  }
}

const withoutUser = (address: string): string => address.replace(/\/\/[^/?#@]*@/, '//');
