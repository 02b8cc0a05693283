import type { Draft } from '../html/draft';
import type { JsonLd } from '../html/jsonLd';
import type { Claim } from './claim';
import { titleKey } from './site';

/** What JSON-LD or microdata says of the page's own post, and not of others that it lists. */
export function schemaClaim(
  { posts, works, lists }: Pick<JsonLd, 'posts' | 'works' | 'lists'>,
  isOwnAddress: (href: string) => boolean,
  titles: readonly string[],
): Claim {
  const own = ownOf(posts, isOwnAddress, titles);
  if (own) return claimOf(own);
  // The title of a `WebPage` is that of its window, with the site's name in it.
  const work =
    works.find(({ href }) => href !== undefined && isOwnAddress(href)) ??
    (works.length === 1 ? works[0] : undefined);
  return work
    ? { ...claimOf(work), title: undefined, publication: undefined, isList: lists.includes(work) }
    : nothing;
}

const nothing: Claim = { names: [], keywords: [] };

function ownOf(
  posts: readonly Draft[],
  isOwnAddress: (href: string) => boolean,
  titles: readonly string[],
): Draft | undefined {
  const byAddress = posts.find(({ href }) => href !== undefined && isOwnAddress(href));
  if (byAddress) return byAddress;
  const keys = titles.map(titleKey).filter(key => key !== '');
  const isTitled = ({ title }: Draft) => {
    const key = titleKey(title);
    return (
      key.length > 2 && keys.some(known => known.includes(key) || (known.length > 10 && key.includes(known)))
    );
  };
  const byTitle = posts.find(isTitled);
  if (byTitle) return byTitle;
  if (keys.length === 0) return posts[0];
  return posts.length === 1 && posts[0]!.href === undefined ? posts[0] : undefined;
}

const claimOf = ({ title, names, date, publication, href, keywords, abstract, language }: Draft): Claim => ({
  title,
  names,
  date,
  publication,
  url: href,
  keywords,
  abstract,
  language,
});
