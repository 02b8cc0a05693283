import { folderOf, isSiteConfig, isSiteData, joinPath } from '../formats/frontMatter';
import type { FolderTree } from './folderTree';

/** Where configuration and what it refers to stand, besides the site's folder itself. */
const configFolders =
  `config/_default src src/content _data src/_data content/_data data .vitepress .vitepress/config
  .vuepress`.split(/\s+/);
const configFolder = /^(?:config|\.vitepress|\.vuepress)$/;
const dataFolders = `_data data src/_data src/data blog docs/blog _authors authors _data/authors data/authors
  content/authors content/author src/content/authors src/content/author src/data/authors content/people`.split(
  /\s+/,
);
const mostDataFiles = 2000;

/** The files that configure the site of a folder, if it is one's. */
export async function siteConfigs(tree: FolderTree): Promise<readonly string[]> {
  const top = await tree.list('');
  const isSite = top.some(({ name, isFolder }) => (isFolder ? configFolder.test(name) : isSiteConfig(name)));
  const names = isSite ? await filesIn(tree, ['', ...configFolders]) : [];
  return names.filter(isSiteConfig).sort();
}

/** The files that list a site's people and topics, in its folder, where such mostly stand, and in and beside `own` folders. */
export async function siteData(tree: FolderTree, own: readonly string[]): Promise<readonly string[]> {
  const folders = new Set(['', ...dataFolders, ...own.flatMap(folder => [folder, folderOf(folder)])]);
  const paths = (await filesIn(tree, [...folders])).filter(isSiteData);
  for (const folder of [...folders].filter(folder => /(?:^|\/)authors?$/.test(folder))) {
    // "content/authors/jane/_index.md"
    for (const { name, isFolder } of await tree.list(folder)) {
      if (isFolder) paths.push(joinPath(folder, name, '_index.md'));
    }
  }
  return paths.slice(0, mostDataFiles);
}

async function filesIn(tree: FolderTree, folders: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const folder of folders) {
    for (const { name, isFolder } of await tree.list(folder)) {
      if (!isFolder) names.push(joinPath(folder, name));
    }
  }
  return names;
}

/** A file that ends in ".ts" makes something else than a page: pictures, feeds. */
const postPage = /^\[(?:\.{3})?(?:slug|id|post|path|entry|article)\](?:\.(?:astro|tsx|jsx?))?$/i;
const otherPages = /tag|categor|author|^(?:\[|api$)/;

/** The addresses of pages that are made from slugs, by their last parts; by "" the only one. */
export async function postRoutes(
  tree: FolderTree,
  pages: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const routes = new Set<string>();
  const folders = pages.map(page => ({ page, route: '' }));
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    const { page, route } = folder;
    for (const { name, isFolder } of await tree.list(joinPath(page, route))) {
      if (postPage.test(name)) routes.add(route.replace(/\([^()/]*\)(?:\/|$)/g, '').replace(/\/$/, ''));
      else if (isFolder && route.split('/').length < 3 && folders.length < 50 && !otherPages.test(name)) {
        folders.push({ page, route: joinPath(route, name) });
      }
    }
  }
  const known = [...routes].map(route => [route.slice(route.lastIndexOf('/') + 1), route] as const);
  return new Map(routes.size === 1 ? [...known, ['', known[0]![1]]] : known);
}
