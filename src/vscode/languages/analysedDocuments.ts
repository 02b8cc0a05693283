import * as vscode from 'vscode';
import { DocumentAnalysis } from '../../core/document';
import { runSliced } from '../../core/sliced';
import { dialectOfDocument } from './citingDocument';

/** More changes at once are not gone through one by one. */
const mostChanges = 200;

interface Analysed {
  readonly analysis: DocumentAnalysis;
  /** Of the document. */
  version: number;
}

/** What open documents cite, kept in step with their edits; a document is first read when somebody asks. */
export class AnalysedDocuments implements vscode.Disposable {
  readonly #analysed = new WeakMap<vscode.TextDocument, Analysed>();
  /** Those under way, which several may wait for. */
  readonly #readings = new WeakMap<DocumentAnalysis, Promise<void>>();
  readonly #listeners: vscode.Disposable;

  constructor() {
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(event => this.#note(event)),
      vscode.workspace.onDidCloseTextDocument(document => this.#analysed.delete(document)),
    );
  }

  /** As the document is now; `undefined` of one that cites no posts. */
  of(document: vscode.TextDocument): DocumentAnalysis | undefined {
    const dialect = dialectOfDocument(document);
    if (!dialect) return undefined;
    const known = this.#analysed.get(document);
    if (known?.version === document.version) return known.analysis;
    const analysis = new DocumentAnalysis(document.getText(), dialect);
    this.#analysed.set(document, { analysis, version: document.version });
    return analysis;
  }

  /** As `of`, without holding up others while a long document is read for the first time, or many edits of it. */
  async load(document: vscode.TextDocument): Promise<DocumentAnalysis | undefined> {
    for (;;) {
      const analysis = this.of(document);
      if (!analysis || analysis.isRead) return analysis;
      const reading =
        this.#readings.get(analysis) ??
        runSliced(analysis.reading()).finally(() => this.#readings.delete(analysis));
      this.#readings.set(analysis, reading);
      await reading;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** VS Code lists changes from the last place to the first, so that each finds its place as it was. */
  #note({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#analysed.get(document);
    if (!known || contentChanges.length === 0) return;
    if (contentChanges.length > mostChanges) {
      this.#analysed.delete(document);
      return;
    }
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      known.analysis.edit(rangeOffset, rangeOffset + rangeLength, text);
    }
    known.version = document.version;
  }
}
