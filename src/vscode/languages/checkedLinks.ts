import * as vscode from 'vscode';
import type { DocumentCitation, Span } from '../../core/document';
import type { LinkState } from '../../core/health/checkLinks';
import { diagnosticSource } from './diagnostics';
import { rangeIn } from './placesOf';

const { l10n } = vscode;

export type LinkFault = Extract<LinkState, { kind: 'dead' | 'moved' }>;

/** A link of a document that was found dead or moved; its place follows the edits before it. */
export interface FaultyLink extends Span {
  readonly citation: DocumentCitation;
  readonly address: string;
  readonly fault: LinkFault;
}

/** Shows the links that were found dead or moved, each until the document changes there. */
export class CheckedLinks implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('byline.links');
  readonly #links = new Map<vscode.TextDocument, readonly FaultyLink[]>();
  readonly #listeners = vscode.Disposable.from(
    this.#shown,
    vscode.workspace.onDidChangeTextDocument(event => this.#follow(event)),
    vscode.workspace.onDidCloseTextDocument(document => this.set(document, [])),
  );

  set(document: vscode.TextDocument, links: readonly FaultyLink[]): void {
    if (links.length > 0) this.#links.set(document, links);
    else this.#links.delete(document);
    this.#shown.set(
      document.uri,
      links.map(link => diagnosticOf(document, link)),
    );
  }

  /** Those in a range. */
  in(document: vscode.TextDocument, range: vscode.Range): readonly FaultyLink[] {
    const links = this.#links.get(document) ?? [];
    return links.filter(link => rangeIn(document, link).intersection(range) !== undefined);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const links = this.#links.get(document);
    if (!links || contentChanges.length === 0) return;
    let left = links;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const by = text.length - rangeLength;
      left = left.flatMap(link => {
        if (link.end < rangeOffset) return link;
        if (link.start <= rangeOffset + rangeLength) return [];
        return { ...link, start: link.start + by, end: link.end + by };
      });
    }
    this.set(document, left);
  }
}

export function diagnosticOf(document: vscode.TextDocument, link: FaultyLink): vscode.Diagnostic {
  const isDead = link.fault.kind === 'dead';
  const diagnostic = new vscode.Diagnostic(
    rangeIn(document, link),
    faultText(link.fault),
    isDead ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = isDead ? 'deadLink' : 'movedLink';
  return diagnostic;
}

function faultText(fault: LinkFault): string {
  if (fault.kind === 'moved') return l10n.t('This page has moved for good to {0}', fault.to);
  switch (fault.why) {
    case 'noPage':
      return l10n.t('Nothing is at this address any more (HTTP {0}).', fault.detail);
    case 'noSite':
      return l10n.t('No site is called {0}.', fault.detail);
    case 'frontPage':
      return l10n.t('This leads only to the front page of the site, {0}', fault.detail);
  }
}
