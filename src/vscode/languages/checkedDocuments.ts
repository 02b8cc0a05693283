import type * as vscode from 'vscode';
import type { DocumentAnalysis } from '../../core/document';
import { type CheckOptions, checking, type Finding } from '../../core/health';
import { runSliced } from '../../core/sliced';
import type { CitationStyles } from '../cslFormatter';
import type { KnownLibrary } from '../library/knownLibrary';
import { settings } from '../settings';
import type { AnalysedDocuments } from './analysedDocuments';
import type { BibliographyKeys } from './bibliographyKeys';

/** What was found in a document; holds while the document has this version. */
export interface CheckedDocument {
  readonly version: number;
  readonly analysis: DocumentAnalysis;
  readonly findings: readonly Finding[];
}

/** Finds what is wrong with the citations of open documents. */
export class CheckedDocuments {
  readonly #checked = new WeakMap<vscode.TextDocument, CheckedDocument>();

  constructor(
    private readonly documents: AnalysedDocuments,
    private readonly library: KnownLibrary,
    private readonly keys: BibliographyKeys,
    private readonly styles: CitationStyles,
  ) {}

  /** As last checked, where the document is still the same; else anew. `undefined` when it changes meanwhile. */
  async of(document: vscode.TextDocument): Promise<CheckedDocument | undefined> {
    return this.last(document) ?? this.check(document);
  }

  /** As last checked; `undefined` where the document is another one since. */
  last(document: vscode.TextDocument): CheckedDocument | undefined {
    const last = this.#checked.get(document);
    return last?.version === document.version ? last : undefined;
  }

  /** @param signal aborts when nobody wants to know any more; rejects with its reason */
  async check(document: vscode.TextDocument, signal?: AbortSignal): Promise<CheckedDocument | undefined> {
    const { version } = document;
    const analysis = await this.documents.load(document);
    if (!analysis) return undefined;
    const mayCite = analysis.citations.length > 0 || analysis.undefinedReferences.length > 0;
    const findings = mayCite ? await this.#findings(document, analysis, signal) : [];
    if (document.version !== version || document.isClosed) return undefined;
    const checked = { version, analysis, findings };
    this.#checked.set(document, checked);
    return checked;
  }

  async #findings(
    { uri }: vscode.TextDocument,
    analysis: DocumentAnalysis,
    signal: AbortSignal | undefined,
  ): Promise<readonly Finding[]> {
    const known = await this.library.load();
    const { checks, citationFormat, wording, bibliography } = settings(uri);
    const hasKeys = analysis.citations.some(({ key }) => key !== undefined);
    const options: CheckOptions = {
      // Saving brings the lists up to date.
      severities: bibliography.updateOnSave ? { ...checks, staleBibliography: 'off' } : checks,
      format: citationFormat,
      wording,
      // What is wrong with a style is told where it is used.
      csl: citationFormat === 'csl' ? await this.styles.formatterFor(uri).catch(() => undefined) : undefined,
      bibliography: hasKeys ? await this.keys.of(uri, analysis.text) : undefined,
    };
    return runSliced(checking(analysis, known, options), { signal });
  }
}
