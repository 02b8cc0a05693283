import { authorsOf } from '../authors';
import { fieldAt, fieldsOf, firstText } from '../fields';
import { joinPath, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { readConfigFile } from './configFile';

/** https://quarto.org/docs/websites/website-blog.html, https://quarto.org/docs/reference/projects/websites.html */
export const quarto: Generator = {
  configs: /^_quarto\.ya?ml$/,
  readConfig,
  addressOf,
  kindOf: () => 'dated',
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  const [[name, text] = ['', '']] = files;
  const config = readConfigFile(name, text);
  const website = fieldsOf(config.get('website') ?? config.get('book'));
  const base = firstText(website, ['siteurl']);
  const title = firstText(website, ['title']);
  const language = firstText(config, ['lang']);
  return {
    generator: 'quarto',
    ...(base !== undefined && { base: joinAddress(base, firstText(website, ['sitepath'])) }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    author: authorsOf(fieldAt(config, 'author')),
  };
}

/** `site-path` is where a site stands on a host that has others. */
function joinAddress(url: string, path: string | undefined): string {
  return path === undefined || new RegExp(`/${joinPath(path).replace(/[^\w]/g, '.')}/?$`).test(url)
    ? url
    : `${url.replace(/\/+$/, '')}/${joinPath(path)}`;
}

function addressOf(post: PlacedPost): string | undefined {
  const stem = withoutExtension(post.path);
  const folder = withoutIndex(stem);
  return folder === stem ? `${stem}.html` : `${folder}/`;
}
