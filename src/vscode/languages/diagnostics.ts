import * as vscode from 'vscode';
import { type Finding, type FindingCode, findingText } from '../../core/health';
import { runSliced } from '../../core/sliced';
import { attempt } from '../attempt';
import type { OpenLibrary } from '../library/openLibrary';
import type { BibliographyKeys } from './bibliographyKeys';
import type { CheckedDocuments } from './checkedDocuments';
import { isWorkedOn } from './citingDocument';
import { rangeIn } from './placesOf';

const { l10n } = vscode;

/** Milliseconds without another change before a document is checked. */
const quiet = 300;

/** Milliseconds after a change within which the key or label at the cursor may still be being typed. */
const typing = 3000;

/** What diagnostics are said to come from. */
export const diagnosticSource = 'Byline';

/** Shows in open documents what is wrong with their citations, and keeps it in step with them and the library. */
export class Diagnostics implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('byline');
  readonly #waiting = new Map<vscode.TextDocument, AbortController>();
  /** When each was last changed. */
  readonly #changed = new WeakMap<vscode.TextDocument, number>();
  readonly #listeners: vscode.Disposable;

  constructor(
    private readonly checked: CheckedDocuments,
    private readonly library: OpenLibrary,
    keys: Pick<BibliographyKeys, 'has'>,
  ) {
    const { workspace } = vscode;
    const bibliographies = workspace.createFileSystemWatcher('**/*.{bib,json,yaml,yml,ris}');
    const lookAtCiting = (file: vscode.Uri) => keys.has(file) && this.#lookAtAll();
    this.#listeners = vscode.Disposable.from(
      this.#shown,
      workspace.onDidOpenTextDocument(document => this.#look(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#changed.set(document, Date.now());
        this.#look(document);
      }),
      workspace.onDidCloseTextDocument(document => this.#forget(document)),
      workspace.onDidCloseNotebookDocument(() => this.#forgetLeftOvers()),
      workspace.onDidSaveTextDocument(
        ({ uri }) => /\.(?:bib|json|ya?ml|ris)$/.test(uri.path) && this.#lookAtAll(),
      ),
      bibliographies,
      bibliographies.onDidChange(lookAtCiting),
      // A file that takes the place of another is a new one.
      bibliographies.onDidCreate(lookAtCiting),
      bibliographies.onDidDelete(lookAtCiting),
      workspace.onDidChangeConfiguration(event => event.affectsConfiguration('byline') && this.#lookAtAll()),
      library.onDidChange(() => this.#lookAtAll()),
    );
    this.#lookAtAll();
  }

  dispose(): void {
    for (const waiting of this.#waiting.values()) waiting.abort();
    this.#listeners.dispose();
  }

  #lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument, delay = quiet): void {
    if (!isWorkedOn(document)) return;
    this.#waiting.get(document)?.abort();
    const controller = new AbortController();
    this.#waiting.set(document, controller);
    const { signal } = controller;
    setTimeout(
      () => !signal.aborted && attempt(this.library.log, () => this.#check(document, signal)),
      delay,
    );
  }

  async #check(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
    try {
      await this.#show(document, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #show(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
    const checked = await this.checked.check(document, signal);
    if (!checked || signal.aborted || isLeftOver(document)) return;
    const left = (this.#changed.get(document) ?? 0) + typing - Date.now();
    const told = left > 0 ? checked.findings.filter(one => !isBeingTyped(document, one)) : checked.findings;
    const diagnostics = await runSliced(diagnosticsOf(document, told), { signal });
    if (signal.aborted || isLeftOver(document)) return;
    this.#shown.set(document.uri, diagnostics);
    if (told.length === checked.findings.length) this.#waiting.delete(document);
    else this.#look(document, left);
  }

  #forget(document: vscode.TextDocument): void {
    this.#waiting.get(document)?.abort();
    this.#waiting.delete(document);
    this.#shown.delete(document.uri);
  }

  #forgetLeftOvers(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (isLeftOver(document)) this.#forget(document);
    }
  }
}

/** Whether a document is a cell of a notebook that is closed: VS Code may keep it, as if it were open. */
function isLeftOver({ uri }: vscode.TextDocument): boolean {
  return (
    uri.scheme === 'vscode-notebook-cell' &&
    !vscode.workspace.notebookDocuments.some(notebook => notebook.uri.path === uri.path)
  );
}

/** An unknown key or label that a cursor touches, or a key that is being added to the bibliography. */
function isBeingTyped(document: vscode.TextDocument, finding: Finding): boolean {
  if (!typed.includes(finding.code)) return false;
  const range = rangeIn(document, finding);
  return vscode.window.visibleTextEditors.some(
    editor => editor.document === document && editor.selections.some(({ active }) => range.contains(active)),
  );
}

const typed: readonly FindingCode[] = ['unknownKey', 'missingInBibliography', 'undefinedLabel'];

const severities: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function* diagnosticsOf(
  document: vscode.TextDocument,
  findings: readonly Finding[],
): Generator<void, vscode.Diagnostic[]> {
  const diagnostics: vscode.Diagnostic[] = [];
  for (const finding of findings) {
    diagnostics.push(diagnosticOf(document, finding));
    yield;
  }
  return diagnostics;
}

export function diagnosticOf(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeIn(document, finding),
    findingText(finding, l10n.t),
    severities[finding.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = finding.code;
  if (faded.includes(finding.code)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (finding.related) {
    const place = new vscode.Location(document.uri, rangeIn(document, finding.related));
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(place, document.getText(place.range)),
    ];
  }
  return diagnostic;
}

const faded: readonly FindingCode[] = ['unusedDefinition', 'duplicateDefinition'];
