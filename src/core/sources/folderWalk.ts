import { decodePage } from '../decode';
import { mayBePost, readConfigFile, type SiteConventions } from '../formats/frontMatter';
import { hashText } from '../hashText';
import type { FileSystem, FolderEntry } from '../ports';
import { type FolderPorts, type FolderSite, readSiteAt, toSitePath } from './folderSite';
import { childUri, FolderTree } from './folderTree';

/** A file that may be a post. */
export interface FoundFile {
  /** From the folder that is read, "/" between folders. */
  readonly path: string;
  readonly site: FolderSite;
}

export interface WalkOptions {
  readonly ports: FolderPorts;
  /** The address that the user gave, and what else holds for all sites. */
  readonly given: SiteConventions;
  /** Called with the path of a folder that cannot be listed. */
  readonly onUnreadable: (path: string, error: unknown) => void;
}

const deepest = 32;
const mostFolders = 50_000;
const postFile = /\.(?:md|mkd|mdown|markdown|mdx|qmd|rmd)$/i;
const bundle = /^index(?:\.[a-z]{2,3}(?:-[a-z\d]+)?)?\.(?:md|markdown|mdx)$/i;

/** Of no site's posts. */
const never = new Set(
  `node_modules bower_components vendor __pycache__ venv env _site _book _freeze _build _cache _includes _layouts
  _data _sass _plugins _drafts _templates _extensions`.split(/\s+/),
);
/** What generators make or take for other ends, in a site's folder. */
const ofGenerator = new Set(
  `public build dist out output target site themes archetypes layouts scaffolds static assets resources templates sass
  test tests scripts`.split(/\s+/),
);

/** The folder itself, or what `root` begins: each file of posts with the site it belongs to, folder by folder. */
export async function* walkFolder(
  root: string,
  outer: FolderSite,
  options: WalkOptions,
): AsyncGenerator<FoundFile> {
  const { ports, given, onUnreadable } = options;
  const { files, signal } = ports;
  const folders: { path: string; site: FolderSite }[] = [{ path: '', site: outer }];
  let count = 0;
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    signal?.throwIfAborted();
    if (count++ > mostFolders) return onUnreadable(folder.path, new Error('there are too many folders'));
    const { path } = folder;
    const uri = childUri(root, path);
    let entries: readonly FolderEntry[];
    try {
      entries = (await files.list(uri)) ?? [];
    } catch (error) {
      onUnreadable(path, error);
      continue;
    }
    const tree = new FolderTree(uri, files, entries);
    const inner = path === '' ? undefined : await readSiteAt(tree, ports, { above: '', below: path });
    const site = await withDefaults(inner ? withGiven(inner, given) : folder.site, path, uri, entries, files);
    const sorted = [...entries]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .filter(({ name }) => isPlain(name));
    const posts = sorted.filter(({ name, isFolder }) => !isFolder && postFile.test(name));
    const own = isBundled(site.conventions) ? posts.filter(({ name }) => bundle.test(name)) : [];
    const isBundle = own.length > 0 && path !== '';
    for (const { name } of isBundle ? own : posts) {
      const file = { path: path ? `${path}/${name}` : name, site };
      if (mayBePost(toSitePath(site, file.path), site.conventions)) yield file;
    }
    if (isBundle || path.split('/').length >= deepest) continue;
    const inside = sorted.filter(({ name, isFolder }) => isFolder && holdsPosts(name, path, site, sorted));
    // The last one is looked at first.
    for (const { name } of inside.reverse()) folders.push({ path: path ? `${path}/${name}` : name, site });
  }
}

/** What the user said goes before what the site does. */
export function withGiven(site: FolderSite, given: SiteConventions): FolderSite {
  return { ...site, conventions: { ...site.conventions, ...given } };
}

/** No hidden file, and no way out of the folder in a file system that would allow such names. */
const isPlain = (name: string) => !name.startsWith('.') && !/[/\\]/.test(name) && name !== '';

/** Hugo and Zola keep with `index.md` what belongs to that post. */
const isBundled = ({ generator }: SiteConventions) => generator === 'hugo' || generator === 'zola';

function holdsPosts(name: string, path: string, site: FolderSite, entries: readonly FolderEntry[]): boolean {
  const { generator } = site.conventions;
  if (never.has(name)) return false;
  if (generator === undefined)
    return !['public', 'dist'].includes(name) || !entries.some(e => e.name === 'package.json');
  if (name.startsWith('_') && ['docusaurus', 'astro', 'quarto'].includes(generator)) return false;
  // Next.js serves it, and puts nothing there.
  if (name === 'public' && generator === 'next') return true;
  return !(toSitePath(site, path) === '' && ofGenerator.has(name)) && !/^_?authors$/.test(name);
}

/** With what a folder's own file says for its posts: Eleventy's `posts/posts.json`, Quarto's `_metadata.yml`. */
async function withDefaults(
  site: FolderSite,
  path: string,
  uri: string,
  entries: readonly FolderEntry[],
  files: FileSystem,
): Promise<FolderSite> {
  const { generator, defaults = [] } = site.conventions;
  const folder = toSitePath(site, path);
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const wanted =
    generator === 'eleventy'
      ? ['json', '11tydata.json', '11tydata.js', '11tydata.cjs', '11tydata.mjs'].map(
          ending => `${name}.${ending}`,
        )
      : generator === 'quarto'
        ? ['_metadata.yml']
        : [];
  const found = entries.find(entry => !entry.isFolder && wanted.includes(entry.name));
  if (!found) return site;
  const bytes = await files.read(childUri(uri, found.name), 1 << 14).catch(() => undefined);
  const text = bytes ? decodePage(bytes) : '';
  const fields = readConfigFile(found.name, text);
  const all = [...defaults.filter(other => other.folder !== folder), { folder, fields }];
  return { ...site, conventions: { ...site.conventions, defaults: all }, hash: hashText(site.hash, text) };
}
