import { bibliographyBlocks } from '../bibliography/bibliographyBlocks';
import { citedOutside } from '../bibliography/citedPosts';
import { lineStart } from '../document/position';
import type { Checked } from './checkOptions';
import type { Found } from './finding';

/** Lists of references that lack a marker, or hold other posts than the document cites. */
export function* bibliographyLists({
  analysis,
  known,
  options,
  cited,
}: Checked): Generator<Found | undefined> {
  const { blocks, faults } = bibliographyBlocks(analysis);
  for (const { code, start, end, marker = '' } of faults) {
    if (code === 'unclosedBibliography' || code === 'unopenedBibliography')
      yield { code, start, end, detail: marker };
  }
  for (const { start, end, detail } of options.stale ?? []) {
    yield { code: 'staleBibliography', start, end, detail };
  }
  if (blocks.length === 0 || faults.length > 0 || options.stale) return;
  const { posts } = citedOutside(blocks, analysis, known);
  const wanted = new Set(posts);
  let at = 0;
  for (const block of blocks) {
    const listed = new Set<string>();
    let extra: (typeof cited)[number] | undefined;
    for (; at < cited.length && cited[at]!.citation.start < block.end; at++) {
      yield undefined;
      const { citation, post } = cited[at]!;
      if (citation.start < block.start || citation.address === undefined) continue;
      const meant = known.meantBy(citation);
      for (const { id } of meant) listed.add(id);
      if (!meant.some(one => wanted.has(one))) extra ??= { citation, post };
    }
    // An entry of a post without an address says by nothing which post it is of.
    const missing = posts.find(({ id, url }) => url !== undefined && !listed.has(id));
    const { start, end } = missing
      ? { start: lineStart(analysis.text, block.start), end: block.start }
      : (extra?.citation ?? block);
    const post = missing ?? extra?.post;
    if (post) yield { code: 'staleBibliography', start, end, detail: post.title, post };
  }
}
