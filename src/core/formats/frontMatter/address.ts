import { cleanUrl } from '../../url';
import { firstText } from './fields';
import { generators } from './generators';
import { withoutExtension, withoutIndex } from './path';
import type { PlacedPost, SiteConventions } from './site';

/** Where a post says itself that it belongs, on whatever site. */
const canonical = [
  'canonicalurl',
  'canonical',
  'canonicallink',
  'externalurl',
  'externallink',
  'originalurl',
];

const published = ['url', 'permalink'];
/** Where a post that somebody keeps a copy of was found; on a site it is what a post points to. */
const clipped = ['link', 'source'];

/** The address that a post is published at; `undefined` where neither it nor its site tells. */
export function postAddress(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, canonical);
  if (own !== undefined && /^https?:/i.test(own)) return cleanUrl(own);
  const absolute = firstText(post.fields, site.generator ? published : [...published, ...clipped]);
  if (absolute !== undefined && /^https?:/i.test(absolute)) return cleanUrl(absolute);
  // Jekyll's folder of posts tells it by its name, and names of files there are of one form.
  const isJekyll = /(?:^|\/)_posts\//.test(post.path) && !/\.[rq]md$/i.test(post.path);
  const generator = site.generator ?? (isJekyll ? 'jekyll' : undefined);
  const path = generator ? generators[generator].addressOf(post, site) : plainPath(post);
  return path === undefined ? undefined : resolve(path, site);
}

/** Without a generator: what the post says of its path, else the path of its file below what mostly holds content. */
function plainPath({ fields, path }: PlacedPost): string {
  const own = firstText(fields, ['permalink', 'url', 'path', 'slug']);
  // https://rstudio.github.io/distill/blog.html
  const [, distill] = /^_posts\/(.+)\/[^/]+\.rmd$/i.exec(path) ?? [];
  if (distill !== undefined) return `posts/${distill}/`;
  return own ?? withoutIndex(withoutExtension(path)).replace(/^(?:src\/)?(?:content|pages)\//, '');
}

/** In UTF-16 units; what is longer is no address. */
const longest = 2000;

function resolve(path: string, site: SiteConventions): string | undefined {
  if (path.length > longest) return undefined;
  if (/^https?:/i.test(path)) return cleanUrl(path);
  const base = site.base === undefined ? undefined : cleanUrl(site.base);
  if (base === undefined) return undefined;
  const { origin, pathname, hostname } = new URL(base);
  if (/^(?:localhost|127\.0\.0\.1)$/.test(hostname)) return undefined;
  const before = pathname.split('/').filter(Boolean);
  const after = path
    .replace(/^(?:\.?\/)+/, '')
    .split('/')
    .map(encodePart);
  const common = site.isBaseOfPosts ? overlap(before, after) : 0;
  return cleanUrl(`${[origin, ...before, ...after.slice(common)].join('/')}`);
}

/** How many parts the end of one path has in common with the beginning of the other. */
function overlap(before: readonly string[], after: readonly string[]): number {
  for (let length = Math.min(before.length, after.length - 1); length > 0; length--) {
    if (before.slice(-length).every((part, at) => part === after[at])) return length;
  }
  return 0;
}

/** One part of a path, with what is percent-encoded already left so; a query is kept. */
function encodePart(part: string): string {
  return encodeURI(part.replace(/\p{Cs}/gu, ''))
    .replace(/%25(?=[\da-f]{2})/gi, '%')
    .replaceAll('#', '%23')
    .replace(/\?(?!\w+=)/g, '%3F');
}
