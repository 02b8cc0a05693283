import { authorsOf } from '../authors';
import { type Fields, fieldAt, fieldsOf, firstText, isRecord, isTrue, listOf, textOf } from '../fields';
import {
  baseName,
  folderOf,
  joinPath,
  placeIn,
  splitLanguage,
  withoutExtension,
  withoutIndex,
} from '../path';
import { dateToken, fillPattern } from '../permalink';
import type { Generator, PlacedPost, PostFolder, SiteConventions } from '../site';
import { hugoSlug } from '../slug';
import { readConfigFile } from './configFile';

/** https://gohugo.io/configuration/, https://gohugo.io/content-management/urls/ */
export const hugo: Generator = {
  configs:
    /^(?:hugo|config|config\/_default\/(?:hugo|config|permalinks|languages(?:\.[\w-]+)?|params))\.(?:toml|ya?ml|json)$/,
  readConfig,
  addressOf,
  kindOf: (path, site) => {
    const place = placeIn(site.folders ?? [], path);
    // "content/about.md" is a page of the site.
    return place ? 'dated' : 'none';
  },
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  const config = new Map<string, unknown>();
  const ofLanguages = new Map<string, unknown>();
  let isHugo = false;
  for (const [name, text] of files) {
    const fields = readConfigFile(name, text);
    const part = /(permalinks|languages|params)\.\w+$/.exec(name)?.[1];
    // "languages.de.toml" is what "languages.toml" would say of "de".
    const language = /languages\.([\w-]+)\.\w+$/.exec(name)?.[1]?.toLowerCase();
    if (language !== undefined) ofLanguages.set(language, Object.fromEntries(fields));
    else if (part) config.set(part, Object.fromEntries(fields));
    else for (const [key, value] of fields) config.set(key, value);
    isHugo ||= /hugo\.|_default/.test(name) || !/base_url/.test(text);
  }
  if (!isHugo || config.size === 0) return undefined;
  const languageName = firstText(config, ['defaultcontentlanguage']) ?? 'en';
  const language = languageName.toLowerCase();
  const languages = new Map([...bySmallName(config.get('languages')), ...ofLanguages]);
  const contentDir = textOf(config.get('contentdir')) ?? 'content';
  const others = [...languages.keys()].filter(other => other !== language);
  const inFolder = isTrue(config.get('defaultcontentlanguageinsubdir')) ? language : '';
  const folders: PostFolder[] = [{ folder: joinPath(contentDir), route: inFolder }];
  // Modules mount it so, mostly, where it is there.
  if (others.length > 0) folders.push({ folder: joinPath(contentDir, languageName), route: inFolder });
  for (const [key, value] of languages) {
    const folder = textOf(fieldsOf(value).get('contentdir'));
    if (folder !== undefined)
      folders.push({ folder: joinPath(folder), route: key === language ? inFolder : key });
  }
  for (const mount of listOf(fieldAt(config, 'module', 'mounts')).map(fieldsOf)) {
    const [source, target] = [textOf(mount.get('source')), textOf(mount.get('target'))];
    const of = (textOf(mount.get('lang')) ?? language).toLowerCase();
    if (source !== undefined && target === 'content')
      folders.push({ folder: joinPath(source), route: of === language ? inFolder : of });
  }
  const own = fieldsOf(languages.get(language));
  const base = firstText(own, ['baseurl']) ?? firstText(config, ['baseurl']);
  const title = firstText(own, ['title']) ?? firstText(config, ['title']);
  const locale =
    firstText(own, ['languagecode', 'locale']) ??
    firstText(config, ['languagecode', 'locale', 'defaultcontentlanguage']);
  return {
    generator: 'hugo',
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(locale !== undefined && { language: locale }),
    author: siteAuthor(config),
    folders,
    languages: others,
    permalinks: permalinksOf(config.get('permalinks')),
    ending: isTrue(config.get('uglyurls')) ? '.html' : '/',
    endings: endingsOf(config.get('uglyurls')),
    hidesFuture: !isTrue(config.get('buildfuture')),
  };
}

/** Languages and sections, whose names may have a "-" that those of fields have not: "zh-cn". */
function bySmallName(value: unknown): ReadonlyMap<string, unknown> {
  const named = Object.entries(isRecord(value) ? value : {});
  return new Map(named.map(([name, of]) => [name.toLowerCase(), of]));
}

function siteAuthor(config: Fields) {
  for (const place of [['params', 'author'], ['params', 'authors'], ['author'], ['authors']]) {
    const names = authorsOf(fieldAt(config, ...place));
    if (names.length > 0) return names;
  }
  return [];
}

function permalinksOf(value: unknown): ReadonlyMap<string, string> {
  const patterns = new Map<string, string>();
  const page = fieldsOf(value).get('page');
  for (const from of [value, page]) {
    for (const [section, pattern] of Object.entries(isRecord(from) ? from : {})) {
      if (typeof pattern === 'string') patterns.set(section.toLowerCase(), pattern);
    }
  }
  return patterns;
}

/** "uglyURLs" may be said for each section alone. */
function endingsOf(value: unknown): ReadonlyMap<string, '/' | '.html'> {
  return new Map([...bySmallName(value)].map(([name, is]) => [name, isTrue(is) ? '.html' : '/']));
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = textOf(post.fields.get('url'));
  const place = placeIn(site.folders ?? [], post.path);
  const [stem, language = ''] = splitLanguage(withoutExtension(place?.rest ?? post.path), site.languages);
  const file = withoutIndex(stem);
  const sections = folderOf(file).split('/').filter(Boolean);
  const slug = firstText(post.fields, ['slug']);
  const route = joinPath(language || place?.route);
  const token = (name: string, slice?: string) => tokenOf(name, slice, post, file, sections, slug);
  if (own !== undefined) return /^\w+:\/\//.test(own) || !own.includes(':') ? own : fillPattern(own, token);
  const pattern = site.permalinks?.get(sections[0]?.toLowerCase() ?? '') ?? site.permalinks?.get('/');
  const path =
    pattern === undefined ? [...sections, slug ?? baseName(file)].join('/') : fillPattern(pattern, token);
  if (path === undefined) return undefined;
  const cleaned = joinPath(route, path.split('/').map(hugoSlug).join('/'));
  const ending = site.endings?.get(sections[0]?.toLowerCase() ?? '') ?? site.ending ?? '/';
  return /\.html?$/.test(cleaned) ? cleaned : `${cleaned}${ending}`;
}

function tokenOf(
  name: string,
  slice: string | undefined,
  post: PlacedPost,
  file: string,
  sections: readonly string[],
  slug: string | undefined,
): string | undefined {
  const segment = (text: string) => hugoSlug(text.replaceAll('/', '-'));
  switch (name) {
    case 'title':
      return segment(post.title);
    case 'slug':
      return segment(slug ?? post.title);
    case 'section':
      return sections[0] ?? '';
    case 'sections':
      return sliced(sections, slice).join('/');
    case 'filename':
    case 'contentbasename':
      return segment(baseName(file));
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return segment(slug ?? baseName(file));
    default:
      return dateToken(name, post.date);
  }
}

/** "[1:]", "[:2]", "[0]", "[last]" of Hugo's `:sections`. */
function sliced(sections: readonly string[], slice: string | undefined): readonly string[] {
  const [, from = '', colon, to = ''] = /^\[(\d*|last)(:?)(\d*|last)\]$/.exec(slice ?? '') ?? [];
  if (slice === undefined) return sections;
  const index = (text: string, other: number) =>
    text === 'last' ? sections.length - 1 : text ? Number(text) : other;
  return colon
    ? sections.slice(index(from, 0), index(to, sections.length))
    : sections.slice(index(from, 0), index(from, 0) + 1);
}
