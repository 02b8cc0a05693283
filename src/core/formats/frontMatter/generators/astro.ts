import { readKnownAuthors } from '../authors';
import { addressAt, namedAt, textAt, withoutComments } from '../codeText';
import { firstText } from '../fields';
import { below, joinPath, placeIn, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, PostFolder, SiteConventions } from '../site';
import { githubSlug } from '../slug';

/**
 * https://docs.astro.build/en/reference/configuration-reference/. Which pages show a collection is code; mostly a
 * collection stands at its own name, or at the one folder of pages that are made from slugs.
 */
export const astro: Generator = {
  configs:
    /^(?:astro\.config\.[cm]?[jt]s|src\/(?:content\.config|content\/config)\.[cm]?[jt]s|src\/(?:config|consts|site\.config)\.[cm]?[jt]s)$/,
  pages: ['src/pages'],
  readConfig,
  addressOf,
  kindOf: (path, site) =>
    placeIn(site.folders ?? [], path) ? 'post' : below('src', path) === undefined ? 'none' : 'dated',
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  const entries = [...files].map(([name, text]) => [name, withoutComments(text)] as const);
  const config = entries.find(([name]) => name.startsWith('astro'))?.[1];
  if (config === undefined) return undefined;
  const all = entries.map(([, code]) => code).join('\n');
  const host =
    addressAt(config, 'site') ??
    addressAt(all, 'site') ??
    addressAt(all, 'website') ??
    addressAt(all, 'SITE_URL');
  const title = textAt(all, 'SITE_TITLE');
  const isFile = /(?<!\w)format\s{0,9}:\s{0,9}['"]file['"]/.test(config);
  const slash = textAt(config, 'trailingSlash');
  return {
    generator: 'astro',
    ...(host !== undefined && { base: `${host.replace(/\/+$/, '')}/${joinPath(textAt(config, 'base'))}` }),
    ...(title !== undefined && { title }),
    folders: collections(all),
    // Starlight shows its collection "docs" at the site's first page; its blog's people stand in the configuration.
    ...(/@astrojs\/starlight['"]/.test(config) && { permalinks: new Map([['docs', '']]) }),
    authors: readKnownAuthors(namedAt(config, 'authors')),
    ending: slash === 'never' || isFile ? '' : '/',
  };
}

/** Folders that collections are loaded from: `glob({ base: './src/data/blog' })`. */
function collections(code: string): readonly PostFolder[] {
  const folders: PostFolder[] = [];
  for (const match of [...code.matchAll(/(?<!\w)base\s{0,9}:\s{0,9}['"`]\.?\/?([\w./-]{1,200})['"`]/g)].slice(
    0,
    50,
  )) {
    const folder = joinPath(match[1]);
    if (folder.includes('/')) folders.push({ folder, route: folder.slice(folder.lastIndexOf('/') + 1) });
  }
  return folders;
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, ['permalink', 'url', 'path']);
  if (own !== undefined) return own;
  const ending = site.ending ?? '/';
  const page = below('src/pages', withoutExtension(post.path));
  if (page !== undefined) return `${joinPath(withoutIndex(page))}${ending}`;
  const place = placeIn(site.folders ?? [], post.path) ?? collection(post.path);
  if (!place) return undefined;
  const slug =
    firstText(post.fields, ['slug', 'postslug']) ??
    withoutIndex(withoutExtension(place.rest)).split('/').map(githubSlug).join('/');
  return `${joinPath(site.permalinks?.get(place.route) ?? site.permalinks?.get('') ?? place.route, slug)}${ending}`;
}

/** "src/content/blog/a.md" is in the collection "blog". */
function collection(path: string): { route: string; rest: string } | undefined {
  const [, route, rest] = /^src\/(?:content|data)\/([^/]+)\/(.+)$/.exec(path) ?? [];
  return route === undefined || rest === undefined ? undefined : { route, rest };
}
