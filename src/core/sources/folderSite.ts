import { joinPath, pageFolders, type SiteConventions } from '../formats/frontMatter';
import { hashBytes } from '../hashBytes';
import { hashText } from '../hashText';
import type { FileSystem, Parser } from '../ports';
import { childUri, FolderTree } from './folderTree';
import type { ParsedFile } from './parsed';
import { postRoutes, siteConfigs, siteData } from './siteFiles';

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
const mostParents = 6;

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

/**
 * The site that a folder is inside of: that of the nearest of its parents that configures one. They are looked at no
 * higher than `within`, where the folder stands in that, or where its repository begins; beyond these stands what the
 * user has not chosen to be read.
 */
export async function findSiteAbove(
  root: string,
  ports: FolderPorts,
  within?: string,
): Promise<FolderSite | undefined> {
  for (const { tree, above } of await placesOf(
    root.replace(/\/+$/, ''),
    ports,
    within?.replace(/\/+$/, ''),
  )) {
    const site = await readSiteAt(tree, ports, { above, below: '' });
    if (site) return site;
  }
  return undefined;
}

interface Place {
  readonly tree: FolderTree;
  readonly above: string;
}

/** The folder, and those above it that its site may be in. */
async function placesOf(root: string, { files }: FolderPorts, within?: string): Promise<readonly Place[]> {
  const places: Place[] = [];
  let uri = root;
  let above = '';
  while (places.length < mostParents) {
    places.push({ tree: new FolderTree(uri, files), above });
    const isRepository = async () => (await files.stamp(childUri(uri, '.git'))) !== undefined;
    if (uri === within || (await isRepository().catch(() => false))) return places;
    const at = uri.lastIndexOf('/');
    if (at <= uri.indexOf('://') + 2) break;
    above = joinPath(decodeURIComponent(uri.slice(at + 1)), above);
    uri = uri.slice(0, at);
  }
  return within !== undefined && root.startsWith(`${within}/`) ? places : places.slice(0, 1);
}

/** What a folder says where no generator's configuration is found: its list of authors at most. */
export async function readPlainSite(root: string, ports: FolderPorts): Promise<FolderSite> {
  const tree = new FolderTree(root, ports.files);
  const { found, hash } = await readAll(tree, await siteData(tree, []), ports);
  const above = /\/_posts\/*$/.test(root) ? '_posts' : '';
  return { conventions: (await parseSite(found, ports, {})) ?? {}, above, below: '', hash };
}

/** The site that a folder configures, if it does. */
export async function readSiteAt(
  tree: FolderTree,
  ports: FolderPorts,
  place: Pick<FolderSite, 'above' | 'below'>,
): Promise<FolderSite | undefined> {
  const config = await readAll(tree, await siteConfigs(tree), ports);
  const site = await parseSite(config.found, ports);
  if (!site) return undefined;
  const own = (site.folders ?? []).map(({ folder }) => folder);
  const data = await readAll(tree, await siteData(tree, own), ports);
  const routes = await postRoutes(tree, pageFolders(site));
  const conventions = (await parseSite(data.found, ports, site)) ?? site;
  return {
    ...place,
    conventions: {
      ...conventions,
      ...(routes.size > 0 && {
        permalinks: new Map([...(conventions.permalinks ?? []), ...routes]),
      }),
    },
    hash: hashText(config.hash ^ data.hash, JSON.stringify([...routes])),
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

/** Those of the files that can be read, with another hash when they are others. */
async function readAll(tree: FolderTree, paths: readonly string[], { signal }: FolderPorts) {
  const found: ParsedFile[] = [];
  let hash = 0;
  for (const name of paths) {
    signal?.throwIfAborted();
    const bytes = await tree.read(name, longestConfig);
    if (!bytes) continue;
    found.push({ name, bytes });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    hash = hashText(hash, `${name} ${hashBytes(view, 0, bytes.byteLength)}`);
  }
  return { found, hash };
}
