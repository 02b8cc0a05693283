import { normalLabel } from '../citation/label';
import type { DocumentCitation } from '../document/citationsIn';
import type { MarkdownDocument } from '../document/markdown';
import { byFootnote } from './byFootnote';

/**
 * The citations of a document as a reader meets them: what stands in a footnote comes where the note is first
 * referred to, and last where nothing refers to it.
 */
export function readingOrder(
  { footnotes }: MarkdownDocument,
  citations: readonly DocumentCitation[],
): DocumentCitation[] {
  const inNote = byFootnote([...footnotes.values()], citations);
  const ordered: DocumentCitation[] = [];
  const waiting: DocumentCitation[] = [];
  const open = (found: readonly DocumentCitation[] = []) => {
    for (let at = found.length - 1; at >= 0; at--) waiting.push(found[at]!);
  };
  const takeNote = (label: string) => {
    const note = footnotes.get(normalLabel(label));
    if (!note) return;
    open(inNote.get(note));
    inNote.delete(note);
  };
  const takeAll = () => {
    for (let citation = waiting.pop(); citation; citation = waiting.pop()) {
      ordered.push(citation);
      if (citation.kind === 'footnoteReference') takeNote(citation.label!);
    }
  };
  open(inNote.get(undefined));
  takeAll();
  for (const { label } of footnotes.values()) {
    takeNote(label);
    takeAll();
  }
  return ordered;
}
