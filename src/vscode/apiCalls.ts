import type { BylineCitation, BylineCitationFormat, BylinePost } from '../api';
import { unreadableKeyText } from '../core/bibliography/faultText';
import { citationFormats, isPandocKey, renderCitation } from '../core/citing';
import { exportedItems } from '../core/exporting';
import type { Post } from '../core/post';
import { runSliced } from '../core/sliced';
import type { ApiParts } from './api';
import { postBy } from './library/postBy';
import { settings } from './settings';

/** What the functions of the API do, loaded when one is called. Whoever calls them may not have checked the types. */
export async function posts({ library }: ApiParts): Promise<readonly BylinePost[]> {
  await library.load();
  return itemsOf(library.posts);
}

export async function search(parts: ApiParts, query: string, limit = 20): Promise<readonly BylinePost[]> {
  if (typeof query !== 'string') throw new TypeError('The query has to be a text.');
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw new TypeError(`The limit has to be a whole number from 1 to ${most}.`);
  const { hits } = await parts.search.search(query, limit);
  return itemsOf(hits.map(({ post }) => post));
}

const most = 1000;

export async function cite(
  { library, known, styles }: ApiParts,
  id: string,
  format: BylineCitationFormat = settings().citationFormat,
): Promise<BylineCitation | undefined> {
  if (typeof id !== 'string') throw new TypeError('The id has to be a text.');
  if (!citationFormats.includes(format))
    throw new TypeError(`The format has to be one of ${citationFormats.join(', ')}.`);
  const post = await postBy(id, library, known);
  if (!post) return undefined;
  if (format === 'pandoc' && !isPandocKey(post.id)) throw new Error(unreadableKeyText(post.id));
  const { text, definition } = renderCitation(post, format, {
    wording: settings().wording,
    ...(format === 'csl' && { csl: await styles.formatterFor() }),
  });
  return { text, ...(definition !== undefined && { definition }) };
}

const itemsOf = async (found: readonly Post[]): Promise<readonly BylinePost[]> =>
  (await runSliced(exportedItems(found))) as readonly unknown[] as readonly BylinePost[];
