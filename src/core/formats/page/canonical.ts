import { cleanUrl } from '../../url';

/**
 * The first of the addresses that can be that of the page read from `base`: of the same site, and neither its home nor a
 * part of it that only lists the page. Such mistakes are common, and a post cited by them is lost.
 */
export function canonicalOf(
  stated: readonly (string | undefined)[],
  base: string | undefined,
): string | undefined {
  for (const href of stated) {
    const url = href === undefined || href.trim() === '' ? undefined : cleanUrl(href.trim(), base);
    const plausible = url === undefined || url.length > 2000 ? undefined : plausibleFor(url, base);
    if (plausible !== undefined) return plausible;
  }
  return undefined;
}

function plausibleFor(text: string, base: string | undefined): string | undefined {
  const url = new URL(text);
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  if (base === undefined) return isHome(url) ? undefined : url.href;
  const page = new URL(base);
  if (siteOf(url.hostname) !== siteOf(page.hostname)) return undefined;
  if (isHome(url) ? !isHome(page) : isAbove(url, page)) return undefined;
  if (url.hostname === page.hostname && page.protocol === 'https:' && url.port === '')
    url.protocol = 'https:';
  return url.href;
}

const isHome = ({ pathname, search, hash }: URL): boolean =>
  /^\/(?:index\.\w{2,5}|home\/?)?$/.test(pathname) && search === '' && !/^#!?\//.test(hash);

/** How views of one page are told apart at the end of its path. */
const view =
  /^\/?(?:amp|index\.\w{2,5}|print|page\/\d+|comment-page-\d+|comments?|embed|feed|\d{1,2}|m)?\/?$/i;

/** Whether the address is a folder above the page: "/blog/" of "/blog/a-post". */
function isAbove(url: URL, page: URL): boolean {
  const folder = url.pathname.replace(/\/*$/, '/');
  if (url.search !== '' || !page.pathname.startsWith(folder)) return false;
  return !view.test(page.pathname.slice(folder.length));
}

/** "kestrel.co.uk" of "blog.kestrel.co.uk": good enough to tell sites apart, without the list of public suffixes. */
function siteOf(host: string): string {
  const labels = host.replace(/\.$/, '').split('.');
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const isShort =
    /^(?:co|com|net|org|ac|edu|gov|ne|or|gob|go)$/.test(labels.at(-2) ?? '') &&
    /^[a-z]{2}$/.test(labels.at(-1)!);
  const isShared = sharedHosts.has(labels.slice(-2).join('.'));
  return labels.slice(isShort || isShared ? -3 : -2).join('.');
}

/** Where each name below is somebody else's. */
const sharedHosts = new Set(
  `github.io gitlab.io netlify.app vercel.app pages.dev web.app firebaseapp.com herokuapp.com blogspot.com wordpress.com
  medium.com substack.com hashnode.dev tumblr.com bearblog.dev ghost.io notion.site wixsite.com weebly.com
  squarespace.com livejournal.com typepad.com hatenablog.com hatenadiary.org micro.blog write.as surge.sh fly.dev
  onrender.com neocities.org sourceforge.io readthedocs.io azurewebsites.net cloudfront.net amazonaws.com`.split(
    /\s+/,
  ),
);
