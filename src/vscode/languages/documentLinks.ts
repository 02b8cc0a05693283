import * as vscode from 'vscode';
import type { KnownLibrary } from '../library/knownLibrary';
import type { AnalysedDocuments } from './analysedDocuments';
import { citingDocuments } from './citingDocument';
import { rangeIn } from './placesOf';

/** Makes keys lead to the addresses of their posts; other citations say themselves where they lead. */
export function registerDocumentLinks(
  documents: AnalysedDocuments,
  library: KnownLibrary,
): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(citingDocuments, {
    async provideDocumentLinks(document, token) {
      const hasKeys = (await documents.load(document))?.citations.some(({ key }) => key !== undefined);
      if (!hasKeys || token.isCancellationRequested) return [];
      const known = await library.load();
      const citations = documents.of(document)?.citations ?? [];
      return citations.flatMap(citation => {
        const url = citation.key === undefined ? undefined : known.byId(citation.key)?.url;
        if (!url) return [];
        const link = new vscode.DocumentLink(rangeIn(document, citation), vscode.Uri.parse(url));
        link.tooltip = vscode.l10n.t('Open post');
        return [link];
      });
    },
  });
}
