import type { Problem, ProblemCode } from './problem';
import { cleanText } from './text';
import { plainText, type Translate } from './translate';

/** One sentence that says what was wrong and, where the user can do something, what. */
export function problemText(problem: Problem, translate: Translate = plainText): string {
  return translate(problemMessages[problem.code], shown(problem.detail ?? '')).trim();
}

/** "page.txt:12: Skipped …": where, and what, in the form that compilers use. */
export function problemLine(problem: Problem, translate?: Translate): string {
  const source = cleanText(problem.source);
  const place = problem.line === undefined ? source : `${source}:${problem.line}`;
  return `${place}: ${problemText(problem, translate)}`;
}

/** What came from outside, in a form that can hide or break nothing in a terminal or a list. */
function shown(detail: string): string {
  const text = cleanText(detail.slice(0, 1000));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** In UTF-16 units. */
const longest = 200;

/** By code; `{0}` is the problem's detail. */
export const problemMessages: Record<ProblemCode, string> = {
  skippedText: 'Skipped, as it belongs to no post: “{0}”',
  noListing: 'No posts found. A page that lists posts has a title or a byline for each of them.',
  noPost: 'This page is no post: {0}',
  noOutline: 'This file names no feeds. An OPML file has an outline with an xmlUrl for each.',
  tooManyFeeds: 'The file names very many feeds: only the first {0} were taken.',
  truncatedFeed: 'The feed breaks off before its end, so posts may be missing.',
  tooManyEntries: 'The feed is very long: only its first {0} posts were read.',
  longBibliography:
    'The bibliography is very long: only its first {0} entries were read. Split it into several files.',
  moreProblems: 'There are {0} more problems like those before.',
  longPage:
    'The page is very long: only its beginning was read, so posts may be missing. Look for the site’s feed or for shorter pages.',
  relativeAddress:
    'No address taken from “{0}”: it is relative, and the page does not say to what. Give the page’s address as the base.',
  unusableAddress: 'No address taken from “{0}”: it is neither http nor https.',
  unknownDate: 'No date taken from “{0}”: it cannot be understood.',
  unreadableEntry: 'Left out, as it cannot be read: {0}',
  untitledEntry: 'Kept in the file but not shown, as it has no title: {0}',
  renamedKey: 'Two posts had one key, so one of them got another: {0}',
  damagedFrontMatter: 'The front matter has an error, so only its simple lines were read: {0}',
  codeFrontMatter:
    'The front matter is a program ({0}), which Byline does not run; only what it says in so many words was read.',
  provisionalTitle: 'The title “{0}” is provisional: Byline made it up from the text.',
  unreadableFile: 'Cannot be read: {0}',
  damagedFile: 'Nothing in this file can be read as posts.',
  missingFile: 'There is no such file.',

  unknownSourceKind:
    'Left out, as its kind is none of feed, listing, page, folder, bibliography and opml: {0}',
  missingLocation: 'Left out, as it has no location: {0}',
  unusableLocation:
    'Left out, as its kind has another location (feeds, listings and pages an address with http or https, folders a path): {0}',
  unusableSourceAddress: 'Not used, as it is no address with http or https: {0}',
  noFeed: 'What is at this address is no feed. Open it in a browser and look for the feed’s address.',
  noBibliography: 'This is no bibliography that Byline can read: CSL-JSON, CSL-YAML, BibTeX or RIS.',
  nothingToRead: 'Neither a feed nor posts were found at this address. Try the page that lists the posts.',

  invalidAddress: 'This is no complete web address. Write it as in a browser, beginning with https://.',
  unusableScheme: 'Byline reads only addresses that begin with http:// or https://.',
  blockedPort: 'Byline does not read from port {0}, and neither do browsers. Check the address.',
  privateAddress:
    '{0} is this computer or in a private network. If you trust it, add it to the setting byline.allowedHosts.',
  unknownHost: '{0} cannot be found. Check the address and whether you are online.',
  offline: 'Nothing leads from this computer to {0} at the moment. Check whether you are online.',
  noConnection: '{0} cannot be reached. Check whether a browser can reach it.',
  badCertificate:
    '{0} cannot prove who it is, so nothing was read. See what a browser says of its certificate.',
  timedOut: '{0} takes too long to answer. Try again later.',
  tooLarge: 'The answer is too large ({0}). See whether the site has a shorter feed.',
  tooManyRedirects: 'The site redirects too often. Open the address in a browser and use the one it ends at.',
  redirectLoop:
    'The site redirects in a circle, perhaps as it wants cookies. Look for another address of the same feed.',
  badEncoding:
    'The answer is compressed in a way that cannot be read ({0}). Try again later, or tell the site.',
  cutOff: 'The connection to {0} ended within the answer. Try again later.',
  badResponse: '{0} gave an answer that is not valid HTTP. Check the address, its port too.',
  crossOrigin:
    '{0} does not let a browser read it, or is out of reach. Open the page, copy it and run Byline: Add Posts from Page, or use VS Code on the desktop.',

  notFound: 'There is nothing at this address any more ({0}). Check it in a browser.',
  gone: 'The site says that this address is gone for good ({0}). Remove the source or change its address.',
  forbidden: 'The site does not let Byline read this address ({0}). Look for a public feed.',
  tooManyRequests: 'The site wants fewer requests ({0}). Try again later.',
  serverError: 'The site has a fault at the moment ({0}). Try again later.',
  unexpectedStatus: 'The site gave an answer that is no feed or page ({0}). Check the address in a browser.',
};
