import { normalLabel } from '../citation/label';
import type { DocumentCitation } from '../document/citationsIn';
import { isCrossReference } from '../document/crossReference';
import type { DocumentAnalysis } from '../document/documentAnalysis';
import type { KnownPosts } from '../document/knownPosts';
import type { MarkdownDocument } from '../document/markdown';
import type { Post } from '../post';
import { runWhole } from '../sliced';
import { bibliographyBlocks } from './bibliographyBlocks';
import { byFootnote } from './byFootnote';
import { outside } from './citedPosts';
import { readingOrder } from './readingOrder';

/** What a document cites: a post, or a key that no post of the library has. */
export type Cited = { readonly post: Post } | { readonly key: string };

/** With where it is cited: at least one place, in the order of reading. */
export type CitedPlaces = Cited & { readonly places: readonly DocumentCitation[] };

/**
 * What a document cites outside its lists of references, in the order of the first citations. What a footnote cites is
 * cited where the text first refers to the note; definitions cite nothing themselves.
 */
export const citedPlaces = (analysis: DocumentAnalysis, known: Pick<KnownPosts, 'meantBy'>): CitedPlaces[] =>
  runWhole(findingCitedPlaces(analysis, known));

/** `citedPlaces` in small steps, for the document as it is at the first one. */
export function* findingCitedPlaces(
  analysis: DocumentAnalysis,
  known: Pick<KnownPosts, 'meantBy'>,
): Generator<void, CitedPlaces[]> {
  const { document } = analysis;
  const citations = outside(bibliographyBlocks(analysis).blocks, analysis.citations);
  yield;
  const notes = yield* referredNotes(document, citations);
  const told = new Set([...notes.values()].flat());
  const found = new Map<string, Cited & { readonly places: DocumentCitation[] }>();
  const add = (cited: Cited, place: DocumentCitation) => {
    const name = 'post' in cited ? `post ${cited.post.id}` : `key ${cited.key}`;
    const before = found.get(name);
    if (!before) found.set(name, { ...cited, places: [place] });
    else if (before.places.at(-1) !== place) before.places.push(place);
  };
  for (const citation of readingOrder(document, citations)) {
    yield;
    const { kind, key, label = '' } = citation;
    if (kind === 'definition' || kind === 'footnoteDefinition') continue;
    const posts = known.meantBy(citation);
    if (key !== undefined && posts.length === 0 && !isCrossReference(key)) add({ key }, citation);
    if (told.has(citation)) continue;
    for (const post of posts) add({ post }, citation);
    if (kind !== 'footnoteReference') continue;
    for (const inside of notes.get(normalLabel(label)) ?? []) {
      for (const post of known.meantBy(inside)) add({ post }, citation);
    }
    notes.delete(normalLabel(label));
  }
  return [...found.values()];
}

/** By label, what stands in the footnotes that something refers to, references to other notes aside. */
function* referredNotes(
  { footnotes }: MarkdownDocument,
  citations: readonly DocumentCitation[],
): Generator<void, Map<string, DocumentCitation[]>> {
  const inNote = byFootnote([...footnotes.values()], citations);
  const notes = new Map<string, DocumentCitation[]>();
  for (const { kind, label = '' } of citations) {
    yield;
    const name = normalLabel(label);
    const note = footnotes.get(name);
    if (kind !== 'footnoteReference' || !note || notes.has(name)) continue;
    const inside = inNote.get(note) ?? [];
    notes.set(
      name,
      inside.filter(other => other.kind !== 'footnoteReference'),
    );
  }
  return notes;
}
