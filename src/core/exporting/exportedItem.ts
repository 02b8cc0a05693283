import { type CslItem, toCslItem } from '../formats/cslItem';
import type { Post } from '../post';
import { withoutSources } from './withoutSources';

/** A post as plain data that shares nothing with it. */
export function exportedItem(post: Post): CslItem {
  return JSON.parse(JSON.stringify(toCslItem(withoutSources(post))));
}

/** The items of many posts, in small steps. */
export function* exportedItems(posts: readonly Post[]): Generator<void, CslItem[]> {
  const items: CslItem[] = [];
  for (const post of posts) {
    items.push(exportedItem(post));
    yield;
  }
  return items;
}
