import * as vscode from 'vscode';
import { markedSpan } from '../../core/document/nameSpan';
import { isDefinition, isMeant, meaningOf } from '../../core/document/sameMeaning';
import type { CitedPosts } from '../library/citedPosts';
import type { AnalysedDocuments } from './analysedDocuments';
import { citingDocuments } from './citingDocument';
import { citingFiles } from './citingFiles';
import type { FindCitation } from './foundCitation';

/**
 * Finds the citations of the workspace that mean the same post, in whatever form and by whatever address. The ranges are
 * those that VS Code's own Markdown extension gives for links, so that what both find is shown once.
 */
export function registerReferences(
  find: FindCitation,
  documents: AnalysedDocuments,
  cited: CitedPosts,
): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(citingDocuments, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const found = await find(document, position);
      const meaning = found && meaningOf(found.citation, found.known);
      if (!meaning) return undefined;
      const { known, posts } = found;
      const locations: vscode.Location[] = [];
      for await (const { uri, text, citations, rangeOf } of citingFiles(
        { posts, key: meaning.key },
        documents,
        cited,
      )) {
        if (token.isCancellationRequested) return undefined;
        const isSame = String(uri) === String(document.uri);
        for (const citation of citations) {
          if (!includeDeclaration && isDefinition(citation)) continue;
          if (!isMeant(meaning, citation, known, isSame)) continue;
          locations.push(new vscode.Location(uri, rangeOf(markedSpan(text, citation))));
        }
      }
      return locations;
    },
  });
}
