import { folderOf, isSiteConfig, isSiteData, joinPath, type SiteConventions } from '../formats/frontMatter';
import { hashBytes } from '../hashBytes';
import { hashText } from '../hashText';
import type { FileSystem, FolderEntry, Parser } from '../ports';
import type { ParsedFile } from './parsed';

/** A site that a folder of posts belongs to, and where it stands. */
export interface FolderSite {
  readonly conventions: SiteConventions;
  /** Path from the folder that is read to the site's, where that is inside of it. */
  readonly below: string;
  /** Path from the site's folder to the one that is read, where that is inside of the site. */
  readonly above: string;
  /** Another number when what was read of the site is another. */
  readonly hash: number;
}

/** In bytes. */
const longestConfig = 1 << 18;
const mostDataFiles = 2000;
const mostParents = 6;

/** Where configuration and what it refers to stand, besides the site's folder itself. */
const configFolders = ['config/_default', 'src', 'src/content', '_data', 'src/_data', 'content/_data'];
const dataFolders = `_data data src/_data src/data blog docs/blog _authors authors _data/authors data/authors
  content/authors content/author src/content/authors src/content/author src/data/authors content/people`.split(
  /\s+/,
);

/** The URI of what stands in a folder, whatever its configuration or file system calls it: no path leads out. */
export function childUri(folder: string, path: string): string {
  const parts = path
    .split(/[/\\]/)
    .filter(part => part !== '' && part !== '.' && part !== '..')
    .map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '')));
  return [folder.replace(/\/+$/, ''), ...parts].join('/');
}

/** A path from the folder that is read, as one from the site's. */
export function toSitePath({ above, below }: FolderSite, path: string): string {
  return below === '' ? joinPath(above, path) : path.slice(below.length + 1);
}

/** The other way round. */
export function fromSitePath({ above, below }: FolderSite, path: string): string {
  if (below !== '') return joinPath(below, path);
  return above === '' ? path : path.slice(above.length + 1);
}

/** What reading a folder takes. */
export interface FolderPorts {
  readonly files: FileSystem;
  readonly parser: Parser;
  readonly signal?: AbortSignal | undefined;
}

/** The site that a folder is inside of: that of the nearest parent that configures one, up to where a repository begins. */
export async function findSiteAbove(root: string, ports: FolderPorts): Promise<FolderSite | undefined> {
  let uri = root.replace(/\/+$/, '');
  let above = '';
  for (let level = 0; level < mostParents; level++) {
    const entries = await listed(uri, ports);
    const site = entries && (await readSiteAt(uri, entries, ports, { above, below: '' }));
    if (site) return site;
    if (entries?.some(({ name }) => name === '.git')) return undefined;
    const at = uri.lastIndexOf('/');
    if (at <= uri.indexOf('://') + 2) return undefined;
    above = joinPath(decodeURIComponent(uri.slice(at + 1)), above);
    uri = uri.slice(0, at);
  }
  return undefined;
}

/** What a folder says where no generator's configuration is found: its list of authors at most. */
export async function readPlainSite(root: string, ports: FolderPorts): Promise<FolderSite> {
  const { found, hash } = await readAll(root, await siteData(root, [''], ports), ports);
  const above = /\/_posts\/*$/.test(root) ? '_posts' : '';
  return { conventions: (await parseSite(found, ports, {})) ?? {}, above, below: '', hash };
}

/** The site that a folder configures, if it does. */
export async function readSiteAt(
  uri: string,
  entries: readonly FolderEntry[],
  ports: FolderPorts,
  place: Pick<FolderSite, 'above' | 'below'>,
): Promise<FolderSite | undefined> {
  const top = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name);
  const folders = new Set(entries.filter(({ isFolder }) => isFolder).map(({ name }) => name));
  const isThere = (path: string) => folders.has(path.split('/', 1)[0]!);
  if (!top.some(isSiteConfig) && !folders.has('config')) return undefined;
  const names = [...top];
  for (const folder of configFolders.filter(isThere)) {
    const inside = (await listed(childUri(uri, folder), ports)) ?? [];
    names.push(...inside.filter(({ isFolder }) => !isFolder).map(({ name }) => `${folder}/${name}`));
  }
  const config = await readAll(uri, names.filter(isSiteConfig).sort(), ports);
  const site = await parseSite(config.found, ports);
  if (!site) return undefined;
  const own = (site.folders ?? []).flatMap(({ folder }) => [folder, folderOf(folder)]);
  const data = await readAll(
    uri,
    await siteData(uri, ['', ...dataFolders.filter(isThere), ...own], ports),
    ports,
  );
  const routes = site.generator === 'astro' ? await astroRoutes(uri, ports) : undefined;
  const conventions = (await parseSite(data.found, ports, site)) ?? site;
  return {
    ...place,
    conventions: { ...conventions, ...(routes && { permalinks: routes }) },
    hash: hashText(config.hash ^ data.hash, JSON.stringify([...(routes ?? [])])),
  };
}

/** What files say of a site, or what they add to what is known; nothing where that is too much for the parser. */
async function parseSite(
  found: readonly ParsedFile[],
  { parser, signal }: FolderPorts,
  known?: SiteConventions,
): Promise<SiteConventions | undefined> {
  if (found.length === 0) return known;
  try {
    const request = { kind: 'site', files: found, source: '', ...(known && { site: known }) } as const;
    return (await parser.parse(request, signal)).site;
  } catch {
    signal?.throwIfAborted();
    return known;
  }
}

/** The files of these folders that list people and topics. */
async function siteData(
  uri: string,
  folders: readonly string[],
  ports: FolderPorts,
): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const folder of new Set(folders)) {
    const entries = (await listed(childUri(uri, folder), ports)) ?? [];
    for (const { name, isFolder } of entries) {
      const path = joinPath(folder, name);
      if (paths.size > mostDataFiles) break;
      if (!isFolder && isSiteData(path)) paths.add(path);
      // "content/authors/jane/_index.md"
      else if (isFolder && /(?:^|\/)authors?$/.test(folder)) paths.add(joinPath(path, '_index.md'));
    }
  }
  return [...paths];
}

/** The folders of pages that show a collection's posts, by their paths; by "" the only one. */
async function astroRoutes(uri: string, ports: FolderPorts): Promise<ReadonlyMap<string, string>> {
  const routes: string[] = [];
  const pages = childUri(uri, 'src/pages');
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    for (const { name, isFolder } of (await listed(childUri(pages, folder), ports)) ?? []) {
      const isPost = /^\[(?:\.{3})?(?:slug|id|post|path|entry|article)\](?:\.(?:astro|tsx?|jsx?))?$/i.test(
        name,
      );
      if (isPost) routes.push(folder);
      else if (
        isFolder &&
        folder.split('/').length < 3 &&
        folders.length < 50 &&
        !/tag|categor|author|^\[/.test(name)
      ) {
        folders.push(joinPath(folder, name));
      }
    }
  }
  const unique = [...new Set(routes)];
  return new Map([
    ...unique.map(route => [route, route] as const),
    ...(unique.length === 1 ? [['', unique[0]!] as const] : []),
  ]);
}

async function listed(uri: string, { files }: FolderPorts): Promise<readonly FolderEntry[] | undefined> {
  try {
    return await files.list(uri);
  } catch {
    return undefined;
  }
}

/** Those of the files that can be read, with another hash when they are others. */
async function readAll(uri: string, paths: readonly string[], { files, signal }: FolderPorts) {
  const found: ParsedFile[] = [];
  let hash = 0;
  for (const name of paths) {
    signal?.throwIfAborted();
    try {
      const bytes = await files.read(childUri(uri, name), longestConfig);
      if (!bytes) continue;
      found.push({ name, bytes });
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      hash = hashText(hash, `${name} ${hashBytes(view, 0, bytes.byteLength)}`);
    } catch {
      // What cannot be read says nothing.
    }
  }
  return { found, hash };
}
