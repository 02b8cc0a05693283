import * as vscode from 'vscode';
import type { Post } from '../../core/post';
import type { CitedPosts } from '../library/citedPosts';
import type { AnalysedDocuments } from './analysedDocuments';
import { isWorkedOn } from './citingDocument';
import { type CitingFile, citingParts } from './citingParts';
import { rangeIn } from './placesOf';

/**
 * What may mean one of these posts or keys: the open documents, as they are, and the files of the workspace that cite
 * it, with the cells of notebooks.
 */
export async function* citingFiles(
  { posts, key }: { readonly posts: readonly Post[]; readonly key?: string | undefined },
  documents: AnalysedDocuments,
  cited: CitedPosts,
): AsyncGenerator<CitingFile> {
  const seen = new Set(vscode.workspace.notebookDocuments.map(({ uri }) => String(uri)));
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
    yield* await citingParts(uri);
  }
}
