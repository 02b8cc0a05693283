import { addressAt, blocksAt, textAt, withoutComments } from '../codeText';
import { firstText } from '../fields';
import { joinPath, placeIn, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { githubSlug } from '../slug';

/** Nuxt Content: https://content.nuxt.com/docs/collections/types#page-type */
export const nuxt: Generator = {
  configs: /^nuxt\.config\.[cm]?[jt]s$/,
  readConfig,
  addressOf,
  kindOf: (path, site) => (placeIn(site.folders ?? [], path) ? 'dated' : 'none'),
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  const code = [...files.values()].map(withoutComments).join('\n');
  // There may be one for development beside the site's own.
  const sites = blocksAt(code, 'site');
  const hosts = [...sites.map(site => addressAt(site, 'url')), addressAt(code, 'siteUrl')];
  const host = hosts.find(host => host !== undefined && !host.includes('//localhost'));
  const path = blocksAt(code, 'app').map(app => textAt(app, 'baseURL'));
  const site = sites.join('\n');
  const title = textAt(site, 'name');
  const language = textAt(site, 'defaultLocale');
  return {
    generator: 'nuxt',
    ...(host !== undefined && { base: `${host.replace(/\/+$/, '')}/${joinPath(path.find(Boolean))}` }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    folders: [{ folder: 'content', route: '' }],
  };
}

/** "content/2.blog/01.my-post.md" → "blog/my-post": numbers only sort. */
function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, ['path']);
  if (own !== undefined) return own;
  const file = withoutIndex(withoutExtension(placeIn(site.folders ?? [], post.path)?.rest ?? post.path));
  return file
    .split('/')
    .map(part => githubSlug(part.replace(/^\d+\.(?=.)/, '')))
    .join('/');
}
