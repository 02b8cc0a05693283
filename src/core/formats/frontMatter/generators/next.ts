import { addressAt, textAt, withoutComments } from '../codeText';
import { firstText } from '../fields';
import { joinPath, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';

/**
 * https://nextjs.org/docs/app/guides/mdx. A page stands where its file does; posts that stand elsewhere are shown by
 * the pages that are made from slugs. Only other files than Next.js' own tell the site's address.
 */
export const next: Generator = {
  configs: /^(?:next\.config|next-sitemap\.config|site\.config|data\/siteMetadata)\.[cm]?[jt]s$/,
  pages: ['app', 'src/app', 'pages', 'src/pages'],
  readConfig,
  addressOf,
  kindOf: () => 'dated',
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  if (![...files.keys()].some(name => name.startsWith('next.config'))) return undefined;
  const code = [...files.values()].map(withoutComments).join('\n');
  const host = addressAt(code, 'siteUrl');
  const title = textAt(code, 'title');
  const language = textAt(code, 'language');
  return {
    generator: 'next',
    ...(host !== undefined && { base: `${host.replace(/\/+$/, '')}/${joinPath(textAt(code, 'basePath'))}` }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ending: /(?<!\w)trailingSlash\s{0,9}:\s{0,9}true/.test(code) ? '/' : '',
  };
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const path = routeOf(post, site);
  return path === undefined ? undefined : `${joinPath(path)}${site.ending ?? ''}`;
}

function routeOf({ path, fields }: PlacedPost, { permalinks, isBaseOfPosts }: SiteConventions) {
  const stem = withoutExtension(path);
  const [, app] = /^(?:src\/)?app\/(.+)\/page$/.exec(stem) ?? [];
  if (app !== undefined) return app.replace(/\([^()/]*\)(?:\/|$)/g, '');
  const [, page] = /^(?:src\/)?pages\/(.+)$/.exec(stem) ?? [];
  if (page !== undefined) return withoutIndex(page);
  // "content/blog/a.md" is shown by "app/blog/[slug]/page.tsx".
  const parts = withoutIndex(stem).split('/');
  const at = parts.findIndex((part, index) => index < parts.length - 1 && permalinks?.has(nameOf(part)));
  const route = permalinks?.get(at < 0 ? '' : nameOf(parts[at]!));
  const slug = firstText(fields, ['slug']) ?? parts.slice(at < 0 ? -1 : at + 1).join('/');
  return route !== undefined || isBaseOfPosts ? joinPath(route, slug) : undefined;
}

/** "_posts" is the folder of "posts". */
const nameOf = (folder: string) => folder.replace(/^_/, '');
