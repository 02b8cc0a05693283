import { isPandocKey } from '../citation/key';
import type { Checked } from './checkOptions';
import type { Found } from './finding';

/**
 * Keys of posts that the document's own bibliography lacks, each where it is first cited: Pandoc knows the posts of the
 * library only from there.
 */
export function* missingEntries({ known, options, cited }: Checked): Generator<Found | undefined> {
  const { entries, isWhole } = options.bibliography ?? {};
  const told = new Set<string>();
  for (const { citation } of entries && isWhole ? cited : []) {
    yield undefined;
    const { kind, key = '', start, end } = citation;
    const post = kind === 'key' && !entries!.has(key) ? known.byId(key) : undefined;
    if (!post || told.has(key) || !isPandocKey(key)) continue;
    told.add(key);
    yield { code: 'missingInBibliography', start, end, detail: key, post };
  }
}
