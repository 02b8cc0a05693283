import * as vscode from 'vscode';
import { attempt } from '../attempt';
import type { OpenLibrary } from '../library/openLibrary';

const always: vscode.DocumentSelector = [
  { language: 'bibtex' },
  { pattern: '**/*.{bib,bibtex,biblatex,ris}' },
];

/**
 * Registers something for bibliographies. JSON and YAML are much else too, so of these only for files that hold entries,
 * while they are open: others are not to be offered what means nothing in them.
 */
export function forBibliographies(
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
  library: Pick<OpenLibrary, 'log'>,
): vscode.Disposable {
  const { workspace } = vscode;
  const open = new Map<vscode.TextDocument, vscode.Disposable>();
  const look = (document: vscode.TextDocument) => {
    if (!/\.(?:json|ya?ml)$/i.test(document.uri.path)) return;
    attempt(library.log, async () => {
      const { detectBibliography } = await import('../../core/formats/bibliography');
      if (document.isClosed || open.has(document)) return;
      if (!detectBibliography(document.uri.path, document.getText())) return;
      open.set(document, register(selectorOf(document.uri)));
    });
  };
  const listeners = [
    register(always),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument(document => {
      open.get(document)?.dispose();
      open.delete(document);
    }),
  ];
  workspace.textDocuments.forEach(look);
  return new vscode.Disposable(() => vscode.Disposable.from(...listeners, ...open.values()).dispose());
}

function selectorOf(uri: vscode.Uri): vscode.DocumentSelector {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/[*?[\]{}]/g, '[$&]');
  return { scheme: uri.scheme, pattern: new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name) };
}
