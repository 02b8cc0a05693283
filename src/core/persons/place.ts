import type { PostRecord } from '../post';
import { foldText } from '../text';

/** Where people who have nothing to do with each other publish. */
const openHosts =
  /^(?:medium|dev|hashnode|substack|github|gitlab|youtube|youtu|twitter|x|linkedin|facebook|reddit|news\.ycombinator|doi|dx\.doi|arxiv|hal|ssrn|jstor|wordpress|blogger|tumblr|docs\.google|notion|slideshare|speakerdeck|quora|stackoverflow|dl\.acm|ieeexplore\.ieee|link\.springer|springer|sciencedirect|wiley|onlinelibrary\.wiley|researchgate|scholar\.google|semanticscholar|citeseerx\.ist\.psu|web\.archive|archive|amazon|books\.google)\.(?:com|org|to|be|io|so|net|edu|science)$/;

const openPublications =
  /^(?:medium|dev community|arxiv(?: .*)?|arxiv|corr|ssrn|hacker ?noon|dzone|github|zenodo|lecture notes in .*|plos one)$/;

/** The publication of a post for comparing; `undefined` where anybody can publish. */
export function publicationOf({ containerTitle }: PostRecord): string | undefined {
  if (containerTitle === undefined) return undefined;
  const key = foldText(containerTitle);
  return key && !openPublications.test(key) ? key : undefined;
}

/** The host of a post's address, or the account on a host that many share ("medium.com/@jane"); else `undefined`. */
export function siteOf({ url }: PostRecord): string | undefined {
  const [, host = '', account] =
    /^https?:\/\/(?:www\.)?([^/?#:]+)(?::\d+)?(?:\/(@[^/?#]+))?/i.exec(url ?? '') ?? [];
  const folded = host.toLowerCase();
  if (!openHosts.test(folded)) return folded || undefined;
  return account ? `${folded}/${account.toLowerCase()}` : undefined;
}
