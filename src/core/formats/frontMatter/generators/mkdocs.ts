import { authorsOf } from '../authors';
import { type Fields, fieldsOf, firstText, isFalse, isRecord, listOf, noFields, textOf } from '../fields';
import { joinPath, placeIn, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, PostFolder, SiteConventions } from '../site';
import { githubSlug } from '../slug';
import { topicsOf } from '../topics';
import { readConfigFile } from './configFile';

/** https://www.mkdocs.org/user-guide/configuration/, https://squidfunk.github.io/mkdocs-material/plugins/blog/ */
export const mkdocs: Generator = {
  configs: /^mkdocs\.ya?ml$/,
  readConfig,
  addressOf,
  kindOf: (path, site) =>
    isBlog(site) ? ((placeIn(site.folders ?? [], path)?.route ?? docs) === docs ? 'none' : 'post') : 'dated',
};

/** The route that stands for pages that are no posts. */
const docs = '';
const isBlog = (site: SiteConventions) => (site.permalinks?.size ?? 0) > 0;

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  const [[name, text] = ['', '']] = files;
  const config = readConfigFile(name, text);
  const base = firstText(config, ['siteurl']);
  const title = firstText(config, ['sitename']);
  const language = firstText(fieldsOf(config.get('theme')), ['language']);
  const docsDir = joinPath(textOf(config.get('docsdir')) ?? 'docs');
  const folders: PostFolder[] = [{ folder: docsDir, route: docs }];
  const permalinks = new Map<string, string>();
  for (const options of blogPlugins(config.get('plugins'))) {
    const blog = joinPath((textOf(options.get('blogdir')) ?? 'blog').replace(/^\.$/, ''));
    const posts = (textOf(options.get('postdir')) ?? '{blog}/posts').replace('{blog}', blog);
    const folder = joinPath(docsDir, posts);
    const route = blog || '.';
    folders.push({ folder, route });
    const format = textOf(options.get('posturlformat')) ?? '{date}/{slug}';
    permalinks.set(route, `${format}\n${textOf(options.get('posturldateformat')) ?? 'yyyy/MM/dd'}`);
  }
  return {
    generator: 'mkdocs',
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    author: authorsOf(config.get('siteauthor')),
    folders,
    permalinks,
    ending: isFalse(config.get('usedirectoryurls')) ? '.html' : '/',
  };
}

/** `plugins` is a list of names and of objects with one name each, or an object by name. */
function blogPlugins(plugins: unknown): readonly Fields[] {
  const entries: [string, unknown][] = isRecord(plugins)
    ? Object.entries(plugins)
    : listOf(plugins).flatMap(plugin =>
        isRecord(plugin) ? Object.entries(plugin) : [[textOf(plugin) ?? '', undefined]],
      );
  return entries
    .filter(([name]) => /^(?:material\/)?blog$/.test(name))
    .map(([, options]) => (isRecord(options) ? fieldsOf(options) : noFields));
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const place = placeIn(site.folders ?? [], post.path);
  if (!place) return undefined;
  const ending = site.ending ?? '/';
  if (place.route === docs) return `${joinPath(withoutIndex(withoutExtension(place.rest)))}${ending}`;
  const [format = '', dateFormat = ''] = (site.permalinks?.get(place.route) ?? '').split('\n');
  const path = fill(format, dateFormat, post, withoutExtension(place.rest));
  return path === undefined ? undefined : `${joinPath(place.route.replace(/^\.$/, ''), path)}${ending}`;
}

function fill(format: string, dateFormat: string, post: PlacedPost, file: string): string | undefined {
  const { year, month, day } = post.date ?? {};
  if (format.includes('{date}') && day === undefined) return undefined;
  const two = (number: number | undefined) => String(number).padStart(2, '0');
  const date = dateFormat.replace(/yyyy/, String(year)).replace(/MM/, two(month)).replace(/dd/, two(day));
  const categories = topicsOf(post.fields.get('categories'), 'categories', {});
  return format
    .replace('{date}', date)
    .replace('{slug}', firstText(post.fields, ['slug']) ?? githubSlug(post.title))
    .replace('{file}', file)
    .replace('{categories}', categories.map(githubSlug).join('/'));
}
