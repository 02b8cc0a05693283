import { authorsOf } from '../authors';
import { firstText, isFalse, textOf } from '../fields';
import { baseName, below, withoutDate, withoutExtension, withoutIndex } from '../path';
import { dateToken, fillPattern } from '../permalink';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { topicsOf } from '../topics';
import { readConfigFile } from './configFile';

/** https://hexo.io/docs/configuration, https://hexo.io/docs/permalinks */
export const hexo: Generator = {
  configs: /^_config\.ya?ml$/,
  readConfig,
  addressOf,
  kindOf: path => (/(?:^|\/)_posts\//.test(path) ? 'post' : 'none'),
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  const [[name, text] = ['', '']] = files;
  const config = readConfigFile(name, text);
  // Jekyll's configuration has the same name, and none of these.
  if (!['sourcedir', 'newpostname', 'skiprender', 'publicdir', 'defaultlayout'].some(key => config.has(key)))
    return undefined;
  const base = textOf(config.get('url'));
  const title = textOf(config.get('title'));
  const language = firstText(config, ['language']);
  const newName = textOf(config.get('newpostname')) ?? ':title.md';
  return {
    generator: 'hexo',
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    author: authorsOf(config.get('author')),
    folders: [{ folder: `${textOf(config.get('sourcedir')) ?? 'source'}/_posts`, route: '' }],
    permalinks: new Map([
      ['', textOf(config.get('permalink')) ?? ':year/:month/:day/:title/'],
      ['new', newName],
    ]),
    hidesFuture: isFalse(config.get('future')),
  };
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, ['permalink']);
  if (own !== undefined) return own;
  const [{ folder } = { folder: 'source/_posts' }] = site.folders ?? [];
  const stem = withoutExtension(below(folder, post.path) ?? post.path.replace(/^(?:.*\/)?_posts\//, ''));
  const slug = site.permalinks?.get('new')?.startsWith(':year')
    ? stem.replace(baseName(stem), withoutDate(baseName(stem)))
    : stem;
  const title = firstText(post.fields, ['slug']) ?? slug;
  return fillPattern(site.permalinks?.get('') ?? ':year/:month/:day/:title/', token => {
    switch (token) {
      case 'title':
        return withoutIndex(title);
      case 'name':
        return baseName(withoutIndex(title));
      case 'post_title':
        return hexoSlug(post.title);
      case 'category':
        return (
          topicsOf(post.fields.get('categories') ?? post.fields.get('category'), 'category', {})
            .map(hexoSlug)
            .join('/') || 'uncategorized'
        );
      default:
        return dateToken(token, post.date);
    }
  });
}

/** Case stays; accents go. */
function hexoSlug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '');
}
