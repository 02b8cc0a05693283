import * as vscode from 'vscode';
import { type DocumentCitation, dialectOf, findingCitations, type Span } from '../../core/document';
import type { Post } from '../../core/post';
import { runSliced } from '../../core/sliced';
import type { CitedPosts } from '../library/citedPosts';
import type { AnalysedDocuments } from './analysedDocuments';
import { isWorkedOn } from './citingDocument';
import { placesOf, rangeIn } from './placesOf';
import { textOf } from './textOf';

/** A document or file with what it cites. */
export interface CitingFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly citations: readonly DocumentCitation[];
  readonly rangeOf: (span: Span) => vscode.Range;
}

/**
 * What may mean one of these posts or keys: the open documents, as they are, and the files of the workspace that cite
 * it.
 */
export async function* citingFiles(
  { posts, key }: { readonly posts: readonly Post[]; readonly key?: string | undefined },
  documents: AnalysedDocuments,
  cited: CitedPosts,
): AsyncGenerator<CitingFile> {
  const seen = new Set<string>();
  for (const document of vscode.workspace.textDocuments.filter(isWorkedOn)) {
    const analysis = await documents.load(document);
    if (!analysis) continue;
    seen.add(String(document.uri));
    const { text, citations } = analysis;
    yield { uri: document.uri, text, citations, rangeOf: span => rangeIn(document, span) };
  }
  await cited.load();
  const files = [...posts.flatMap(post => cited.filesCiting(post)), ...(key ? cited.filesWithKey(key) : [])];
  for (const uri of files) {
    if (seen.has(String(uri))) continue;
    seen.add(String(uri));
    const text = await textOf(uri);
    if (text === undefined) continue;
    const citations = await runSliced(findingCitations(text, dialectOf(uri.path)));
    yield { uri, text, citations, rangeOf: placesOf(text) };
  }
}
