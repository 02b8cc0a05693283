import { addressAt, textAt, withoutComments } from '../codeText';
import { firstText } from '../fields';
import { joinPath, placeIn, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';

/** https://vitepress.dev/guide/routing, https://vitepress.dev/reference/site-config; VuePress, its parent, has the same. */
export const vitepress: Generator = {
  configs: /^\.(?:vitepress|vuepress)\/config(?:\/(?:index|shared))?\.[cm]?[jt]s$/,
  readConfig,
  addressOf,
  kindOf: (path, site) => (placeIn(site.folders ?? [], path) ? 'dated' : 'none'),
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  const code = [...files.values()].map(withoutComments).join('\n');
  // Only its sitemap needs the host, and may be told the path as well.
  const host = addressAt(code, 'hostname')?.replace(/\/+$/, '');
  const path = joinPath(textAt(code, 'base'));
  const title = textAt(code, 'title');
  const language = textAt(code, 'lang');
  return {
    generator: 'vitepress',
    ...(host !== undefined && { base: path === '' || host.endsWith(`/${path}`) ? host : `${host}/${path}` }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    folders: [{ folder: joinPath(textAt(code, 'srcDir')?.replace(/^\.\/?/, '')), route: '' }],
    ending: /(?<!\w)cleanUrls\s{0,9}:\s{0,9}true/.test(code) ? '' : '.html',
  };
}

function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, ['permalink']);
  if (own !== undefined) return own;
  const stem = withoutExtension(placeIn(site.folders ?? [], post.path)?.rest ?? post.path);
  const folder = withoutIndex(stem);
  return folder === stem ? `${stem}${site.ending ?? '.html'}` : `${folder}/`;
}
