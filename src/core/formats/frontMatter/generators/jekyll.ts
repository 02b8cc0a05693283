import { authorsOf, readKnownAuthors } from '../authors';
import { fieldsOf, firstText, isRecord, isTrue, listOf, textOf } from '../fields';
import { baseName, below, folderOf, joinPath, withoutExtension } from '../path';
import { dateToken, fillPattern } from '../permalink';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { slugOf } from '../slug';
import { readConfigFile } from './configFile';

/** https://jekyllrb.com/docs/permalinks/, https://jekyllrb.com/docs/configuration/ */
export const jekyll: Generator = {
  configs: /^_config\.(?:ya?ml|toml)$/,
  readConfig,
  addressOf,
  kindOf: path => (/(?:^|\/)_posts\//.test(path) ? 'post' : 'dated'),
};

const styles: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
]);

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  const [[name, text] = ['', '']] = files;
  const config = readConfigFile(name, text);
  const host = textOf(config.get('url'));
  const permalinks = new Map<string, string>();
  const general = textOf(config.get('permalink'));
  if (general !== undefined) permalinks.set('', general);
  for (const [collection, options] of collectionsOf(config.get('collections'))) {
    const own = firstText(fieldsOf(options), ['permalink']);
    if (own !== undefined) permalinks.set(collection, own);
  }
  const title = firstText(config, ['title', 'name']);
  const language = firstText(config, ['lang', 'language', 'locale']);
  return {
    generator: 'jekyll',
    ...(host !== undefined && {
      base: `${host.replace(/\/+$/, '')}/${joinPath(textOf(config.get('baseurl')))}`,
    }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    author: authorsOf(config.get('author')),
    authors: readKnownAuthors(config.get('authors')),
    permalinks,
    folders: [textOf(config.get('source')), textOf(config.get('collectionsdir')), '']
      .filter(folder => folder !== undefined)
      .map(folder => ({ folder: joinPath(folder.replace(/^\.\/?/, '')), route: '' })),
    defaults: defaultsOf(config.get('defaults')),
    hidesFuture: !isTrue(config.get('future')),
  };
}

function collectionsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(isRecord(value) ? value : {});
}

function defaultsOf(value: unknown): NonNullable<SiteConventions['defaults']> {
  return listOf(value)
    .slice(0, 200)
    .map(fieldsOf)
    .map(entry => ({ scope: fieldsOf(entry.get('scope')), fields: fieldsOf(entry.get('values')) }))
    .map(({ scope, fields }) => ({ type: textOf(scope.get('type')), scope, fields }))
    .filter(({ type }) => type !== 'pages')
    .map(({ type, scope, fields }) => ({
      folder: joinPath(textOf(scope.get('path'))),
      fields,
      // A collection's folder is named after it.
      ...(type !== undefined && { within: `_${type}` }),
    }));
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const roots = (site.folders ?? []).filter(({ folder }) => folder !== '');
  const path = roots.reduce((rest, { folder }) => below(folder, rest) ?? rest, post.path);
  const parts = withoutExtension(path).split('/');
  const at = parts.reduce((last, part, index) => (part.startsWith('_') ? index : last), -1);
  const collection = at < 0 ? undefined : parts[at]!.slice(1);
  const rest = parts.slice(at + 1).join('/');
  const name = baseName(rest).replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '');
  const own = textOf(post.fields.get('permalink'));
  const categories = [
    ...(collection === 'posts' ? parts.slice(0, at) : []),
    ...['category', 'categories'].flatMap(key => categoriesOf(post.fields.get(key), key)),
  ];
  const pattern = own ?? patternOf(collection, site);
  const token = (token: string): string | undefined => {
    switch (token) {
      case 'title':
      case 'slug':
        return titleSlug(textOf(post.fields.get('slug')) ?? name, token === 'slug');
      case 'name':
        return slugOf(baseName(rest));
      case 'basename':
        return baseName(rest);
      case 'path':
        return collection === undefined ? folderOf(rest) : rest;
      case 'collection':
        return collection ?? '';
      case 'categories':
        return [...new Set(categories.map(category => category.toLowerCase()))].join('/');
      case 'slugified_categories':
        return [...new Set(categories.map(slugOf))].join('/');
      case 'output_ext':
        return '.html';
      default:
        return dateToken(token, post.date);
    }
  };
  return fillPattern(pattern, token);
}

function patternOf(collection: string | undefined, site: SiteConventions): string {
  const general = site.permalinks?.get('') ?? 'date';
  const own = collection === undefined ? undefined : site.permalinks?.get(collection);
  if (collection === 'posts') return styles.get(own ?? general) ?? own ?? general;
  if (own !== undefined) return styles.get(own) ?? own;
  const ending = general === 'pretty' || general.endsWith('/') ? '/' : ':output_ext';
  return collection === undefined ? `/:path/:basename${ending}` : `/:collection/:path${ending}`;
}

/** A text's words are categories of their own under `categories`, and one under `category`. */
function categoriesOf(value: unknown, key: string): readonly string[] {
  const text = Array.isArray(value) ? undefined : textOf(value);
  if (text !== undefined) return key === 'category' ? [text] : text.split(' ');
  return listOf(value)
    .map(textOf)
    .filter(category => category !== undefined);
}

/** Jekyll's "pretty" mode keeps some marks, and titles keep their case. */
function titleSlug(text: string, isPlain: boolean): string {
  if (isPlain) return slugOf(text);
  return text.replace(/[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}
