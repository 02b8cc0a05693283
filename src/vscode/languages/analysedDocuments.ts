import * as vscode from 'vscode';
import { DocumentAnalysis } from '../../core/document';
import { runSliced } from '../../core/sliced';
import { dialectOfDocument } from './citingDocument';

/** More edits than these are not gone through one by one. */
const mostEdits = 200;

interface Analysed {
  readonly analysis: DocumentAnalysis;
  /** Of the document, with the edits that wait. */
  version: number;
  readonly edits: vscode.TextDocumentContentChangeEvent[];
}

/** What open documents cite, kept in step with their edits; a document is first read when somebody asks. */
export class AnalysedDocuments implements vscode.Disposable {
  readonly #analysed = new Map<vscode.TextDocument, Analysed>();
  /** First readings, which several may wait for. */
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
    if (known?.version === document.version) {
      for (const { rangeOffset, rangeLength, text } of known.edits.splice(0)) {
        known.analysis.edit(rangeOffset, rangeOffset + rangeLength, text);
      }
      return known.analysis;
    }
    const analysis = new DocumentAnalysis(document.getText(), dialect);
    this.#analysed.set(document, { analysis, version: document.version, edits: [] });
    return analysis;
  }

  /** As `of`, without holding up others while a long document is read for the first time. */
  async load(document: vscode.TextDocument): Promise<DocumentAnalysis | undefined> {
    const analysis = this.of(document);
    if (!analysis) return undefined;
    const reading = this.#readings.get(analysis) ?? runSliced(analysis.reading());
    this.#readings.set(analysis, reading);
    await reading;
    return this.of(document);
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** VS Code lists changes from the last place to the first, so that each finds its place as it was. */
  #note({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#analysed.get(document);
    if (!known || contentChanges.length === 0) return;
    known.edits.push(...contentChanges);
    known.version = document.version;
    if (known.edits.length > mostEdits) this.#analysed.delete(document);
  }
}
