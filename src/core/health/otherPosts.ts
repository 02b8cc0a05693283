import type { Post, PostRecord } from '../post';
import { foldText } from '../text';
import { urlKey } from '../url';
import type { Checked } from './checkOptions';
import type { Found } from './finding';

/** Keys by which the library has one post and the document's own bibliography another, each where it is first cited. */
export function* otherPosts({ known, options, cited }: Checked): Generator<Found | undefined> {
  const entries = options.bibliography?.entries;
  const told = new Set<string>();
  for (const { citation } of entries ? cited : []) {
    yield undefined;
    const { key, start, end } = citation;
    const [entry, post] = [entries?.get(key ?? ''), known.byId(key ?? '')];
    if (citation.kind !== 'key' || !entry || !post || told.has(post.id) || mayBeSame(entry, post)) continue;
    told.add(post.id);
    yield { code: 'otherPostInBibliography', start, end, detail: post.id, other: entry.title, post };
  }
}

/** Of two texts about a post the addresses may differ, or the titles by a part. */
export function mayBeSame(a: Omit<PostRecord, 'id'>, b: Omit<Post, 'id'>): boolean {
  if (a.url && b.url && urlKey(a.url) === urlKey(b.url)) return true;
  const [one, other] = [words(a.title), words(b.title)];
  return one.includes(other) || other.includes(one);
}

const words = (title: string): string =>
  ` ${foldText(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
