import * as vscode from 'vscode';
import type { KnownLibrary } from '../library/knownLibrary';
import { openAddress } from '../openAddress';
import type { AnalysedDocuments } from './analysedDocuments';
import { citingDocuments } from './citingDocument';
import { rangeIn } from './placesOf';

/** Milliseconds from when VS Code asks for a definition until it has told of the click that it asks for. */
const patience = 100;

/** Makes keys lead to the addresses of their posts; other citations say themselves where they lead. */
export class KeyLinks implements vscode.Disposable {
  #opened = { url: '', at: 0 };
  readonly #registered: vscode.Disposable;

  constructor(
    private readonly documents: AnalysedDocuments,
    private readonly library: KnownLibrary,
  ) {
    this.#registered = vscode.Disposable.from(
      vscode.commands.registerCommand('_byline.openKey', (url: string) => this.#open(url)),
      vscode.languages.registerDocumentLinkProvider(citingDocuments, {
        provideDocumentLinks: (document, token) => this.#links(document, token),
      }),
    );
  }

  /** VS Code follows a link that is clicked, and goes to the definition there as well: once is enough. */
  async isFollowed(url: string): Promise<boolean> {
    await new Promise(resolve => setTimeout(resolve, patience));
    return this.#opened.url === url && Date.now() - this.#opened.at < 3 * patience;
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async #open(url: string): Promise<void> {
    this.#opened = { url, at: Date.now() };
    await openAddress(url);
  }

  async #links(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    const hasKeys = (await this.documents.load(document))?.citations.some(({ key }) => key !== undefined);
    if (!hasKeys || token.isCancellationRequested) return [];
    const known = await this.library.load();
    const citations = this.documents.of(document)?.citations ?? [];
    return citations.flatMap(citation => {
      const url = citation.key === undefined ? undefined : known.byId(citation.key)?.url;
      if (!url) return [];
      const run = `command:_byline.openKey?${encodeURIComponent(JSON.stringify([url]))}`;
      const link = new vscode.DocumentLink(rangeIn(document, citation), vscode.Uri.parse(run));
      link.tooltip = vscode.l10n.t('Open post');
      return [link];
    });
  }
}
