import type { DocumentCitation } from '../document/citationsIn';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import type { Post } from '../post';
import { citesOfNote, type WriteNote } from './citesOfNote';
import type { ClusteredCite } from './cluster';
import { normalLabel } from './label';
import { inDialect } from './mdxText';
import { detailedNote } from './note';
import type { Styled } from './styledCluster';
import { quoteIn } from './textFragment';
import type { Wording } from './wording';

/**
 * What a footnote cites: all that its note says, where a style or the wording has written it; else the post of its label,
 * or the first one that the note cites.
 */
export function footnoteCites(
  { text, document, dialect, citations }: DocumentAnalysis,
  citation: DocumentCitation,
  known: Pick<KnownPosts, 'meantBy'>,
  styled: Styled | undefined,
  wording: Wording,
): readonly ClusteredCite[] {
  const { start, end, label = '' } = citation;
  const [named] = known.meantBy(citation);
  const note = document.footnotes.get(normalLabel(label));
  const posts = new Map<Post, string | undefined>();
  for (const inside of note ? citations : []) {
    if (inside.start <= note!.start || inside.end > note!.end) continue;
    const [post] = known.meantBy(inside);
    if (post && !posts.has(post)) posts.set(post, quoteIn(inside.address ?? ''));
  }
  if (posts.size === 0 && named) posts.set(named, undefined);
  const told =
    note &&
    text
      .slice(note.start, note.end)
      .replace(/^\s*\[\^[^\]]*\]:\s*/, '')
      .trimEnd();
  const isLabel = (name: string) => document.definitions.has(normalLabel(name));
  const place = { lineStart: true, isLabel };
  const ways: readonly (WriteNote | undefined)[] = [
    styled?.csl.kind === 'note' ? cites => styled.csl.citation(cites, styled.cited ?? [], place) : undefined,
    posts.size === 1 ? ([cite]) => detailedNote(cite!.post, wording, place, cite!.details) : undefined,
  ];
  for (const write of told === undefined ? [] : ways) {
    const inOwn: WriteNote | undefined = write && (cites => inDialect(write(cites), dialect));
    const cites = inOwn && citesOfNote(told!, [...posts.keys()], [...posts.values()], inOwn);
    if (cites)
      return cites.map(({ post, details = {} }) => ({
        start,
        end,
        post,
        details,
        citation,
        isWritten: true,
      }));
  }
  const [post = undefined] = named ? [named] : posts.keys();
  return post ? [{ start, end, post, details: {}, citation }] : [];
}
