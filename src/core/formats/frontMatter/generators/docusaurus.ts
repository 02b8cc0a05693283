import { addressAt, bracesAfter, textAt, withoutComments } from '../codeText';
import { textOf } from '../fields';
import { joinPath, placeIn, withoutExtension } from '../path';
import type { Generator, PlacedPost, PostFolder, SiteConventions } from '../site';

/** https://docusaurus.io/docs/api/docusaurus-config, https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog */
export const docusaurus: Generator = {
  configs: /^docusaurus\.config\.(?:[cm]?[jt]s)$/,
  readConfig,
  addressOf,
  kindOf: (path, site) => (placeIn(site.folders ?? [], path) ? 'post' : 'none'),
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  const [[, text] = ['', '']] = files;
  const code = withoutComments(text);
  const host = addressAt(code, 'url');
  const title = textAt(code, 'title');
  const language = textAt(code, 'defaultLocale');
  const slash = /(?<!\w)trailingSlash\s{0,9}:\s{0,9}true/.test(code);
  return {
    generator: 'docusaurus',
    ...(host !== undefined && { base: `${host.replace(/\/+$/, '')}/${joinPath(textAt(code, 'baseUrl'))}` }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    folders: blogs(code),
    ending: slash ? '/' : '',
  };
}

/** The blog of the preset, and each that a plugin adds. */
function blogs(code: string): readonly PostFolder[] {
  const folders = new Map<string, PostFolder>();
  for (const match of [
    ...code.matchAll(/(?<![\w.])blog\s{0,9}:\s{0,9}\{|plugin-content-blog['"]\s{0,9},/g),
  ].slice(0, 20)) {
    const options = bracesAfter(code, match.index);
    const folder = joinPath((textAt(options, 'path') ?? 'blog').replace(/^\.\//, ''));
    folders.set(folder, { folder, route: joinPath(textAt(options, 'routeBasePath') ?? 'blog') });
  }
  if (folders.size === 0) folders.set('blog', { folder: 'blog', route: 'blog' });
  return [...folders.values()];
}

/** As the plugin does: the date may stand in folders, and what stands around it is the rest of the name. */
const dated = /^(.{0,500}?)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/;

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const place = placeIn(site.folders ?? [], post.path);
  if (!place) return undefined;
  const stem = withoutExtension(place.rest).replace(/\/index$/, '');
  const [, folder = '', date = '', text = ''] = dated.exec(stem) ?? [];
  const slug =
    textOf(post.fields.get('slug')) ?? (date ? `${date.replaceAll('-', '/')}/${folder}${text}` : stem);
  return `${joinPath(place.route, slug)}${site.ending ?? ''}`;
}
