import { authorsOf } from '../authors';
import { addressAt, textAt } from '../codeText';
import { firstText } from '../fields';
import { baseName, folderOf, joinPath, placeIn } from '../path';
import { dateToken } from '../permalink';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { githubSlug } from '../slug';

/** https://docs.getpelican.com/en/latest/settings.html: Python, of which the settings that are texts are taken. */
export const pelican: Generator = {
  configs: /^(?:pelicanconf|publishconf)\.py$/,
  readConfig,
  addressOf,
  kindOf: (path, site) =>
    /^(?:pages\/|$)/.test(placeIn(site.folders ?? [], path)?.rest ?? '') ? 'none' : 'dated',
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  // What is published goes before what is tried out.
  const code = [...files]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, text]) => text.replace(/^[ \t]*#.*$/gm, ''))
    .join('\n');
  const base = addressAt(code, 'SITEURL');
  const title = textAt(code, 'SITENAME');
  const language = textAt(code, 'DEFAULT_LANG');
  return {
    generator: 'pelican',
    ...(base !== undefined && { base }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    author: authorsOf(textAt(code, 'AUTHOR')),
    folders: [{ folder: joinPath((textAt(code, 'PATH') ?? 'content').replace(/^\.\/?/, '')), route: '' }],
    permalinks: new Map([['', textAt(code, 'ARTICLE_URL') ?? '{slug}.html']]),
  };
}

const dateCodes: ReadonlyMap<string, string> = new Map([
  ['%Y', 'year'],
  ['%y', 'short_year'],
  ['%m', 'month'],
  ['%-m', 'i_month'],
  ['%B', 'long_month'],
  ['%b', 'short_month'],
  ['%d', 'day'],
  ['%-d', 'i_day'],
  ['%j', 'y_day'],
]);

/** Fills in "{date:%Y}/{slug}.html"; `undefined` where that asks for what isn't known. */
function addressOf({ fields, path, title, date }: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(fields, ['url']);
  if (own !== undefined) return own;
  const folder = baseName(folderOf(placeIn(site.folders ?? [], path)?.rest ?? ''));
  const values = new Map([
    ['slug', firstText(fields, ['slug']) ?? slugOf(title)],
    ['category', slugOf(firstText(fields, ['category']) ?? (folder || 'misc'))],
  ]);
  let isKnown = true;
  const known = (value: string | undefined) => {
    isKnown &&= value !== undefined;
    return value ?? '';
  };
  const filled = (site.permalinks?.get('') ?? '').replace(
    /\{(\w+)(?::([^{}]*))?\}/g,
    (_, name: string, format = '') =>
      name === 'date'
        ? format.replace(/%-?[A-Za-z]/g, (code: string) => known(dateToken(dateCodes.get(code) ?? '', date)))
        : known(values.get(name)),
  );
  return isKnown ? filled : undefined;
}

function slugOf(text: string): string {
  return githubSlug(text.normalize('NFKD').replace(/\p{M}/gu, '')).replace(/-{2,}/g, '-');
}
