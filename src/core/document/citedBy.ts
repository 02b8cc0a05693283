import { normalLabel } from '../citation/label';
import type { Post } from '../post';
import type { DocumentCitation } from './citationsIn';
import type { DocumentAnalysis } from './documentAnalysis';
import type { KnownPosts } from './knownPosts';

/** The posts that a citation means; of a footnote that has no post's key, those that its note cites. */
export function citedBy(
  { document, citations }: DocumentAnalysis,
  citation: DocumentCitation,
  known: Pick<KnownPosts, 'meantBy'>,
): readonly Post[] {
  const posts = known.meantBy(citation);
  const isFootnote = citation.kind === 'footnoteReference' || citation.kind === 'footnoteDefinition';
  const note = isFootnote && posts.length === 0 && document.footnotes.get(normalLabel(citation.label!));
  if (!note) return posts;
  const inNote = citations.filter(({ start, end }) => start > note.start && end <= note.end);
  return [...new Set(inNote.flatMap(other => known.meantBy(other)))];
}
