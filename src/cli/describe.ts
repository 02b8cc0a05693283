import { decodePage } from '../core/decode';
import { type BibliographyFormat, detectBibliography } from '../core/formats/bibliography';
import { decodeFeed } from '../core/formats/feed/decodeFeed';
import type { Parsed, ParsedFile } from '../core/sources/parsed';

/** What a file or an answer was taken for, in words: "RSS feed, 12 posts". */
export function describe(parsed: Parsed, file: ParsedFile): string {
  const { takenFor, feeds, sources } = parsed;
  const count = takenFor === 'opml' ? counted(sources.length, 'feed') : counted(postsIn(parsed), 'post');
  const [first, second] = feeds;
  const more = first
    ? `; it names the ${second ? 'feeds' : 'feed'} ${feeds.map(({ url }) => url).join(' ')}`
    : '';
  return `${kindOf(parsed, file)}, ${count}${draftsLeft(parsed.drafts)}${more}`;
}

/** ", 2 drafts left out"; nothing where there is none. */
export function draftsLeft(drafts = 0): string {
  return drafts > 0 ? `, ${counted(drafts, 'draft')} left out` : '';
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function postsIn({ takenFor, post, entries }: Parsed): number {
  return takenFor === 'page' ? Number(post !== undefined) : entries.length;
}

function kindOf({ takenFor }: Parsed, { name, bytes }: ParsedFile): string {
  const text = () => decodePage(bytes);
  switch (takenFor) {
    case 'feed':
      return feedKinds.find(([pattern]) => pattern.test(decodeFeed(bytes).text))?.[1] ?? 'RSS feed';
    case 'listing':
      return 'page that lists posts';
    case 'page':
      return 'page of one post';
    case 'bibliography':
      return bibliographies[detectBibliography(name, text()) ?? 'cslJson'];
    case 'markdown':
      return 'Markdown post';
    case 'opml':
      return 'OPML outline';
    default:
      return 'nothing that Byline knows';
  }
}

/** What a feed's beginning looks like; the first that fits. */
const feedKinds: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{/, 'JSON Feed'],
  [/<(?:\w+:)?RDF[\s>]/, 'RSS 1.0 (RDF) feed'],
  [/<(?:\w+:)?rss[\s>]/i, 'RSS feed'],
  [/<(?:\w+:)?feed[\s>]/i, 'Atom feed'],
];

const bibliographies: Readonly<Record<BibliographyFormat, string>> = {
  cslJson: 'CSL-JSON bibliography',
  cslYaml: 'CSL-YAML bibliography',
  bibtex: 'BibTeX bibliography',
  ris: 'RIS bibliography',
};
