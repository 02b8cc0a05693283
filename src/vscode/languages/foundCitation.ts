import type * as vscode from 'vscode';
import type { DocumentAnalysis, DocumentCitation, KnownPosts } from '../../core/document';
import type { Post } from '../../core/post';
import type { KnownLibrary } from '../library/knownLibrary';
import type { AnalysedDocuments } from './analysedDocuments';

/** A citation of a document, and what it means. */
export interface FoundCitation {
  readonly analysis: DocumentAnalysis;
  readonly citation: DocumentCitation;
  readonly known: KnownPosts;
  /** Empty where it means none of the library. */
  readonly posts: readonly Post[];
}

/** Finds the citation at a place of a document; of several in one pair of brackets the one that is there. */
export type FindCitation = (
  document: vscode.TextDocument,
  position: vscode.Position,
) => Promise<FoundCitation | undefined>;

export function findingCitation(documents: AnalysedDocuments, library: KnownLibrary): FindCitation {
  return async (document, position) => {
    if (!(await documents.load(document))?.citationAt(document.offsetAt(position))) return undefined;
    const known = await library.load();
    // The document may be another one by now, or in another language.
    const analysis = documents.of(document);
    const citation = analysis?.citationAt(document.offsetAt(position));
    return analysis && citation && { analysis, citation, known, posts: known.meantBy(citation) };
  };
}
