import { isPandocKey } from '../citation/key';
import { isCrossReference } from '../document';
import type { Checked } from './checkOptions';
import type { Found } from './finding';

/**
 * Keys of posts that the document's own bibliography lacks, each where it is first cited: Pandoc knows the posts of the
 * library only from there.
 */
export function* missingEntries({ known, options, cited }: Checked): Generator<Found | undefined> {
  const { entries, untitled, isWhole } = options.bibliography ?? {};
  const told = new Set<string>();
  for (const { citation } of entries && isWhole ? cited : []) {
    yield undefined;
    const { kind, key = '', start, end } = citation;
    if (kind !== 'key' || told.has(key) || entries!.has(key) || untitled?.has(key)) continue;
    const post = known.byId(key);
    if (!post || !isPandocKey(key) || isCrossReference(key)) continue;
    told.add(key);
    yield { code: 'missingInBibliography', start, end, detail: key, post };
  }
}
