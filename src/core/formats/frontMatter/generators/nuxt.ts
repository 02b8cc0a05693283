import { addressAt, bracesAfter, textAt, withoutComments } from '../codeText';
import { firstText } from '../fields';
import { joinPath, placeIn, withoutExtension, withoutIndex } from '../path';
import type { Generator, PlacedPost, SiteConventions } from '../site';
import { githubSlug } from '../slug';

/** Nuxt Content: https://content.nuxt.com/docs/collections/types#page-type */
export const nuxt: Generator = {
  configs: /^nuxt\.config\.[cm]?[jt]s$/,
  readConfig,
  addressOf,
  kindOf: (path, site) => (placeIn(site.folders ?? [], path) ? 'dated' : 'none'),
};

function readConfig(files: ReadonlyMap<string, string>): SiteConventions {
  const code = [...files.values()].map(withoutComments).join('\n');
  const at = code.search(/(?<![\w.])site\s{0,9}:\s{0,9}\{/);
  const site = at < 0 ? '' : bracesAfter(code, at);
  const host = addressAt(site, 'url') ?? addressAt(code, 'siteUrl');
  const title = textAt(site, 'name');
  const language = textAt(site, 'defaultLocale');
  return {
    generator: 'nuxt',
    ...(host !== undefined && { base: `${host.replace(/\/+$/, '')}/${joinPath(textAt(code, 'baseURL'))}` }),
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    folders: [{ folder: 'content', route: '' }],
  };
}

/** "content/2.blog/01.my-post.md" → "blog/my-post": numbers only sort. */
function addressOf(post: PlacedPost, site: SiteConventions): string | undefined {
  const own = firstText(post.fields, ['path']);
  if (own !== undefined) return own;
  const file = withoutIndex(withoutExtension(placeIn(site.folders ?? [], post.path)?.rest ?? post.path));
  return file
    .split('/')
    .map(part => githubSlug(part.replace(/^\d+\.(?=.)/, '')))
    .join('/');
}
