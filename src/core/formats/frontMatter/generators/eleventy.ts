import { authorsOf } from '../authors';
import { addressAt, textAt, withoutComments } from '../codeText';
import { fieldAt, firstText, textOf } from '../fields';
import { baseName, folderOf, joinPath, placeIn, withoutDate, withoutExtension } from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { slugOf } from '../slug';
import { readConfigFile } from './configFile';

/** https://www.11ty.dev/docs/permalinks/, https://www.11ty.dev/docs/config/; the site's address stands in its own data. */
export const eleventy: Generator = {
  configs:
    /^(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s|(?:[\w-]+\/)?_data\/(?:metadata|meta|site)\.(?:json|ya?ml|[cm]?js))$/,
  readConfig,
  addressOf,
  kindOf: () => 'dated',
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions | undefined {
  const code = [...files].find(([name]) => /eleventy\.(?:js|config)/.test(name))?.[1];
  if (code === undefined) return undefined;
  const input = textAt(withoutComments(code), 'input') ?? '.';
  const data = [...files].find(([name]) => name.includes('_data/'));
  return {
    generator: 'eleventy',
    folders: [{ folder: joinPath(input.replace(/^\.\/?/, '')), route: '' }],
    ending: '/',
    ...(data && readData(...data)),
  };
}

function readData(name: string, text: string): SiteConventions {
  const isCode = /js$/.test(name);
  const code = isCode ? withoutComments(text) : '';
  const fields = isCode ? undefined : readConfigFile(name, text);
  const base = fields ? firstText(fields, ['url', 'siteurl', 'baseurl']) : addressAt(code, 'url');
  const title = fields ? firstText(fields, ['title', 'name']) : textAt(code, 'title');
  const language = fields ? firstText(fields, ['language', 'lang', 'locale']) : textAt(code, 'language');
  return {
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(fields && { author: authorsOf(fieldAt(fields, 'author')) }),
  };
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const path = withoutExtension(placeIn(site.folders ?? [], post.path)?.rest ?? post.path);
  const [folder, name] = [folderOf(path), baseName(path)];
  const isFolder = name === 'index' || name === baseName(folder);
  const own = textOf(post.fields.get('permalink'));
  if (own !== undefined) return filled(own, post, path);
  // A folder such as "_posts" is shown elsewhere: its layout has the address.
  return /(?:^|\/)_/.test(path) ? undefined : `${isFolder ? folder : path}/`;
}

/** The templates that permalinks are made of most: names, slugs and dates. */
function filled(template: string, post: PlacedPost, path: string): string | undefined {
  const name = baseName(path);
  const fileSlug = withoutDate(name === 'index' ? baseName(folderOf(path)) : name);
  let isKnown = template.length <= 500;
  const text = template.slice(0, 500).replace(/\{\{([^{}]*)\}\}/g, (_, inside: string) => {
    const [variable = '', ...filters] = inside.replace(/^-|-$/g, '').split('|');
    const value = variableValue(variable.trim(), filters.join('|'), post, path, fileSlug);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown && !/\{%|\$\{/.test(text) ? text.replace(/\/index\.html$/, '/') : undefined;
}

function variableValue(variable: string, filter: string, post: PlacedPost, path: string, fileSlug: string) {
  const { year, month, day } = post.date ?? {};
  if (/^(?:page\.)?date$/.test(variable)) {
    if (year === undefined || month === undefined || day === undefined) return undefined;
    const format = /['"]([^'"]+)['"]/.exec(filter)?.[1];
    return format
      ?.replace(/%Y|yyyy|YYYY/, String(year))
      .replace(/%m|LL|MM/, String(month).padStart(2, '0'))
      .replace(/%d|dd|DD/, String(day).padStart(2, '0'));
  }
  const value =
    variable === 'page.fileSlug'
      ? fileSlug
      : variable === 'page.filePathStem'
        ? `/${joinPath(folderOf(path), withoutDate(baseName(path)))}`
        : variable === 'title'
          ? post.title
          : /^\w+$/.test(variable)
            ? textOf(post.fields.get(variable.toLowerCase()))
            : undefined;
  return value !== undefined && /slug/i.test(filter) ? slugOf(value) : value;
}
