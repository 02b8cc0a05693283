import type { PartialDate } from '../../post';
import { type Fields, textOf } from './fields';
import { generators } from './generators';
import { baseName, folderOf, withoutExtension } from './path';
import type { SiteConventions } from './site';

/** Files that stand beside posts and are none, unless they carry a date. */
const pageNames = new Set(
  `index readme changelog license licence contributing contributors codeofconduct security support about contact
  archive archives search tags categories 404 privacy imprint impressum links friends sitemap claude agents gemini history governance maintainers styleguide`.split(
    /\s+/,
  ),
);
const pageLayouts =
  /^(?:page|pages|home|homepage|index|list|archives?|search|about|tags?|categor(?:y|ies)|links?|redirect)$/i;
const postFolder = /(?:^|\/)_?(?:posts?|blogs?|articles?|news|writing|notes|essays|journal|til|stories)\//i;

/**
 * Whether a file is a page of the site and not one of its posts: a section's, a folder's readme, what stands where
 * the generator keeps no posts, and undated files where it keeps pages as well.
 */
export function isPage(
  fields: Fields,
  path: string,
  issued: PartialDate | undefined,
  saysDate: boolean,
  site: SiteConventions,
): boolean {
  const name = baseName(withoutExtension(path)).toLowerCase();
  if (name.startsWith('_') || fields.has('listing') || fields.has('redirectto')) return true;
  if (saysDate && !site.generator) return false;
  const isFolderPage = name === 'index' || name === 'readme';
  if (
    !issued &&
    pageNames.has(name.replace(/[^a-z\d]/g, '')) &&
    !(isFolderPage && isPostFolder(path, fields))
  )
    return true;
  if (!issued && ['layout', 'type'].some(key => pageLayouts.test(textOf(fields.get(key)) ?? ''))) return true;
  const kind = kindOf(path, site);
  return kind === 'none' || (kind === 'dated' && !issued && !postFolder.test(path));
}

/** Whether a site keeps posts where a file stands, so that it is worth reading. */
export function mayBePost(path: string, site: SiteConventions): boolean {
  return kindOf(path, site) !== 'none';
}

function kindOf(path: string, { generator, isChosen, ...site }: SiteConventions) {
  return generator && !isChosen ? generators[generator].kindOf(path, site) : 'post';
}

/** "posts/my-first-post/index.md", with a title, is a post in a folder of its own. */
function isPostFolder(path: string, fields: Fields): boolean {
  return postFolder.test(`${folderOf(folderOf(path))}/`) && textOf(fields.get('title')) !== undefined;
}
