import { authorsOf } from '../authors';
import { fieldAt, fieldsOf, firstText, isRecord } from '../fields';
import {
  baseName,
  folderOf,
  joinPath,
  placeIn,
  splitLanguage,
  withoutDate,
  withoutExtension,
  withoutIndex,
} from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { plainSlug } from '../slug';
import { readConfigFile } from './configFile';

/** https://www.getzola.org/documentation/content/page/, https://www.getzola.org/documentation/getting-started/configuration/ */
export const zola: Generator = {
  configs: /^(?:zola|config)\.toml$/,
  readConfig,
  addressOf,
  kindOf: (path, site) => (placeIn(site.folders ?? [], path) ? 'dated' : 'none'),
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  const [[name, text] = ['', '']] = files;
  // Hugo's configuration has the same name, and another spelling of the address.
  if (!/^[ \t]*base_url[ \t]*=/m.test(text)) return undefined;
  const config = readConfigFile(name, text);
  const base = firstText(config, ['baseurl']);
  const title = firstText(config, ['title']);
  const language = firstText(config, ['defaultlanguage']);
  const languages = config.get('languages');
  const author = authorsOf(config.get('author'));
  return {
    generator: 'zola',
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    author: author.length > 0 ? author : authorsOf(fieldAt(config, 'extra', 'author')),
    folders: [{ folder: 'content', route: '' }],
    languages: Object.keys(isRecord(languages) ? languages : {}).filter(other => other !== language),
    permalinks: new Map([['', firstText(fieldsOf(config.get('slugify')), ['paths']) ?? 'on']]),
  };
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, ['path']);
  const place = placeIn(site.folders ?? [], post.path);
  const [stem, language] = splitLanguage(withoutExtension(place?.rest ?? post.path), site.languages);
  if (own !== undefined) return `${joinPath(language, own)}/`;
  const file = withoutIndex(stem);
  const slug = firstText(post.fields, ['slug']) ?? withoutDate(baseName(file));
  const clean =
    site.permalinks?.get('') === 'on' || !site.permalinks
      ? plainSlug
      : (text: string) => text.replace(/\s+/g, '-');
  return `${joinPath(language, ...folderOf(file).split('/').map(clean), clean(slug))}/`;
}
