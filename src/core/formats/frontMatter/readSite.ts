import type { Name } from '../../post';
import { authorKey, type KnownAuthors, readKnownAuthors } from './authors';
import { readJson, readToml, readYaml } from './data';
import { fieldsOf, firstText } from './fields';
import { readFrontMatter } from './frontMatter';
import { generators } from './generators';
import { baseName, folderOf, withoutExtension } from './path';
import type { SiteConventions } from './site';
import { readKnownTopics } from './topics';

/** Whether a file's name, from a site's folder, is one that `readSite` wants. */
export function isSiteConfig(name: string): boolean {
  return Object.values(generators).some(({ configs }) => configs.test(name));
}

/** Folders whose listings tell where a site shows its posts. */
export function pageFolders({ generator }: SiteConventions): readonly string[] {
  return (generator && generators[generator].pages) ?? [];
}

/** What the configuration of whichever generator says; `undefined` when the files are none's. By name from the site's folder. */
export function readSite(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  for (const { configs, readConfig } of Object.values(generators)) {
    const own = new Map([...files].filter(([name]) => configs.test(name)));
    const site = own.size > 0 ? readConfig(own) : undefined;
    if (site) return site;
  }
  return undefined;
}

const people = /^(?:\.|all[_-]?)?authors?\.(?:ya?ml|json|toml)$/i;
const topics = /^tags\.ya?ml$/i;
const personFile = /\.(?:mdx?|markdown|ya?ml|json|toml)$/i;
const longest = 1 << 18;

/** Whether a file tells of the people or topics of a site: a list of them, or one of a folder of authors. */
export function isSiteData(path: string): boolean {
  const name = baseName(path);
  return people.test(name) || topics.test(name) || (isPeopleFolder(folderOf(path)) && personFile.test(name));
}

function isPeopleFolder(folder: string): boolean {
  return /(?:^|\/)_?(?:authors?|people)(?:\/[^/]+)?$/i.test(folder);
}

/** The people and topics that such files tell, by path and text, beside the people that the configuration has. */
export function readSiteData(
  files: ReadonlyMap<string, string>,
  known: KnownAuthors = new Map(),
): Pick<SiteConventions, 'authors' | 'topics'> {
  const authors = new Map<string, readonly Name[]>(known);
  const labels = new Map<string, string>();
  for (const [path, text] of files) {
    if (topics.test(baseName(path))) {
      for (const [key, label] of readKnownTopics(dataOf(path, text))) labels.set(key, label);
      continue;
    }
    const known = people.test(baseName(path)) ? readKnownAuthors(dataOf(path, text)) : person(path, text);
    for (const [key, names] of known) authors.set(key, names);
  }
  return { authors, topics: labels };
}

/** One author's own file, keyed by its name, or by that of its folder. */
function person(path: string, text: string): KnownAuthors {
  const isMarkdown = /\.(?:mdx?|markdown)$/i.test(path);
  const fields = isMarkdown ? readFrontMatter(text, path).fields : fieldsOf(dataOf(path, text));
  const name = withoutExtension(baseName(path));
  const key = /^_?index$/i.test(name) ? baseName(folderOf(path)) : authorKey(name);
  const own = { ...Object.fromEntries(fields), name: fields.get('name') ?? firstText(fields, ['title']) };
  const other = firstText(fields, ['shortname', 'key', 'slug', 'username', 'id']);
  return readKnownAuthors(
    Object.fromEntries([key, ...(other === undefined ? [] : [other])].map(k => [k, own])),
  );
}

function dataOf(path: string, text: string): unknown {
  const read = /\.json$/i.test(path) ? readJson : /\.toml$/i.test(path) ? readToml : readYaml;
  return { value: undefined, ...read(text.replace(/^\ufeff/, ''), longest) }.value;
}
