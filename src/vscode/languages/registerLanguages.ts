import * as vscode from 'vscode';
import { attempt } from '../attempt';
import type { CitationStyles } from '../cslFormatter';
import type { Host } from '../host';
import type { CitedPosts } from '../library/citedPosts';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import type { PostSearch } from '../library/postSearch';
import { dialectOfDocument } from './citingDocument';

/** What the language features work on. */
export interface LanguageParts {
  readonly host: Host;
  readonly library: OpenLibrary;
  readonly search: PostSearch;
  readonly known: KnownLibrary;
  readonly cited: CitedPosts;
  readonly styles: CitationStyles;
}

/** The language features of documents that cite posts, loaded with the first such document or bibliography. */
export function registerLanguages(parts: LanguageParts): vscode.Disposable {
  const registered: vscode.Disposable[] = [];
  let isLoading = false;
  let isDisposed = false;

  const look = (document: vscode.TextDocument) => {
    if (isLoading || !(dialectOfDocument(document) || document.languageId === 'bibtex')) return;
    isLoading = true;
    opening.dispose();
    attempt(parts.library.log, async () => {
      const { registerLanguageFeatures } = await import('../languages');
      if (!isDisposed) registered.push(registerLanguageFeatures(parts));
    });
  };
  const opening = vscode.workspace.onDidOpenTextDocument(look);
  vscode.workspace.textDocuments.forEach(look);

  return new vscode.Disposable(() => {
    isDisposed = true;
    vscode.Disposable.from(opening, ...registered).dispose();
  });
}
