import * as vscode from 'vscode';
import { findingCitedPlaces } from '../../core/bibliography/citedPlaces';
import { runSliced } from '../../core/sliced';
import type { AnalysedDocuments } from '../languages/analysedDocuments';
import type { BibliographyKeys } from '../languages/bibliographyKeys';
import { dialectOfDocument } from '../languages/citingDocument';
import type { KnownLibrary } from '../library/knownLibrary';
import type { OpenLibrary } from '../library/openLibrary';
import { setContext } from '../setContext';
import { type CitedRow, citedItem, citedRow, placeRow } from './citedRow';
import { tooltip } from './postText';

const { l10n } = vscode;

/** Milliseconds without another change before the rows follow. */
const quiet = 300;

/** The view "Cited Here": what the active document cites, and where. Reads nothing while nobody sees it. */
export class CitedHere implements vscode.TreeDataProvider<CitedRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<CitedRow>;
  readonly #listeners: vscode.Disposable;
  #document = citing(vscode.window.activeTextEditor);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStale = false;

  constructor(
    private readonly documents: AnalysedDocuments,
    private readonly known: KnownLibrary,
    private readonly keys: BibliographyKeys,
    library: OpenLibrary,
  ) {
    this.#view = vscode.window.createTreeView('byline.cited', { treeDataProvider: this });
    this.#listeners = vscode.Disposable.from(
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#isStale && this.#refresh()),
      library.onDidChange(() => this.#soon()),
      vscode.window.onDidChangeActiveTextEditor(editor => this.#follow(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => document === this.#document && this.#soon()),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (document === this.#document) this.#show(undefined);
      }),
    );
    setContext('byline.readsDocuments', true);
  }

  async getChildren(row?: CitedRow): Promise<CitedRow[]> {
    if (row) return row.kind === 'place' ? [] : row.places.map(place => placeRow(row, place));
    this.#isStale = false;
    const document = this.#document;
    const rows = document ? await this.#rowsOf(document) : [];
    if (document === this.#document) {
      this.#view.description = document?.uri.path.split('/').at(-1) ?? '';
      this.#view.message = rows.length > 0 ? '' : emptyText(document);
    }
    return rows;
  }

  getTreeItem(row: CitedRow): vscode.TreeItem {
    return citedItem(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: CitedRow): vscode.TreeItem {
    if (row.kind === 'post') item.tooltip = tooltip(row.post);
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  async #rowsOf(document: vscode.TextDocument): Promise<CitedRow[]> {
    if (!(await this.documents.load(document))?.citations.length) return [];
    const known = await this.known.load();
    const analysis = (await this.documents.load(document))!;
    const cited = await runSliced(findingCitedPlaces(analysis, known));
    const hasUnknown = cited.some(found => 'key' in found);
    const elsewhere = hasUnknown ? await this.keys.of(document.uri, analysis.text) : undefined;
    const rows = cited.map(found => citedRow(found, document, elsewhere?.entries));
    // What may have to be put right comes last, apart from what is right.
    return [...rows.filter(({ kind }) => kind === 'post'), ...rows.filter(({ kind }) => kind !== 'post')];
  }

  /** A preview, a terminal or the output in front leaves the document that was active before. */
  #follow(editor: vscode.TextEditor | undefined): void {
    const isApart = !editor || ['output', 'debug', 'comment'].includes(editor.document.uri.scheme);
    const document = citing(editor);
    if (!isApart && document !== this.#document) this.#show(document);
  }

  #show(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    this.#refresh();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), quiet);
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#isStale = !this.#view.visible;
    if (this.#view.visible) this.#changed.fire();
  }
}

function citing(editor: vscode.TextEditor | undefined): vscode.TextDocument | undefined {
  return editor && dialectOfDocument(editor.document) ? editor.document : undefined;
}

function emptyText(document: vscode.TextDocument | undefined): string {
  return document
    ? l10n.t('This document cites no posts of the library.')
    : l10n.t('The active editor shows no document in Markdown.');
}
