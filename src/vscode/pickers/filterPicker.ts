import * as vscode from 'vscode';
import { isEmptyQuery, parseQuery } from '../../core/search/query';
import { attempt } from '../attempt';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { numberText } from '../numberText';
import { postCount } from '../views/postText';
import { QueryPicker } from './queryPicker';

const { l10n } = vscode;

/**
 * Narrows the tree while the user types; Escape brings back the filter before.
 * @param givenUp runs when that one shows again.
 */
export function askFilter(
  library: OpenLibrary,
  search: PostSearch,
  before: string,
  setFilter: (text: string) => Promise<void>,
  givenUp: () => Promise<void>,
): void {
  let current = before;
  /** The tree follows in its own time: the picker doesn't wait for it. */
  const filterBy = (text: string) => {
    if (text === current) return undefined;
    current = text;
    return attempt(library.log, () => setFilter(text));
  };
  new QueryPicker(library, search, {
    title: l10n.t('Filter Posts'),
    placeholder: l10n.t('Words of title, authors, topics, publication or text'),
    query: before,
    async answer(query) {
      const text = isEmptyQuery(parseQuery(query)) ? '' : query.trim();
      filterBy(text);
      const total = await count(library, search, text);
      const all = postCount(library.posts.length);
      const label = text ? l10n.t('Show {0} of {1}', numberText(total), all) : l10n.t('Show all {0}', all);
      return { first: { rows: [{ label, alwaysShow: true }] } };
    },
    close: row => row ?? filterBy(before)?.then(givenUp),
  });
}

async function count(library: OpenLibrary, search: PostSearch, query: string): Promise<number> {
  await library.load();
  return query ? (await search.matching(query)).posts.length : library.posts.length;
}
