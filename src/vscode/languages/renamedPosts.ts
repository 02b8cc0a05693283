import * as vscode from 'vscode';
import { labelOf } from '../../core/citation/label';
import { entryPlace } from '../../core/document/entryPlace';
import { Sequencer } from '../../core/sequencer';
import type { OpenLibrary } from '../library/openLibrary';
import { saving } from '../library/saving';
import type { AnalysedDocuments } from './analysedDocuments';

export interface KeyChange {
  readonly from: string;
  readonly to: string;
}

interface Expected extends KeyChange {
  readonly document: vscode.TextDocument;
  isDone: boolean;
}

/**
 * Renames a post of the library once its key was renamed in documents, and back when that is undone: VS Code may show
 * the edits first, and applies and takes them back by itself.
 */
export class RenamedPosts implements vscode.Disposable {
  #last: Expected | undefined;
  /** An undo may come while the library is still being written. */
  readonly #sequencer = new Sequencer();
  readonly #listener: vscode.Disposable;

  constructor(
    private readonly library: OpenLibrary,
    private readonly documents: AnalysedDocuments,
  ) {
    this.#listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const last = this.#last;
      // Once it is done, only an undo takes it back, and a redo does it again.
      if (last?.document !== document || contentChanges.length === 0 || (last.isDone && !reason)) return;
      this.#follow(last, reason);
    });
  }

  /** To be called when a document is about to be changed so. */
  expect(document: vscode.TextDocument, change: KeyChange): void {
    this.#last = { ...change, document, isDone: false };
  }

  dispose(): void {
    this.#listener.dispose();
  }

  #follow(last: Expected, reason: vscode.TextDocumentChangeReason | undefined): void {
    const { document, from, to } = last;
    const names = this.#namesIn(document);
    if (names(to) && !names(from)) {
      last.isDone = true;
      this.#rename({ from, to });
    }
    const isUndone = reason === vscode.TextDocumentChangeReason.Undo;
    if (isUndone && names(from) && !names(to)) this.#rename({ from: to, to: from });
  }

  /** Tells of a key whether a document cites by it, or a bibliography has it. */
  #namesIn(document: vscode.TextDocument): (key: string) => boolean {
    const analysis = this.documents.of(document);
    if (!analysis) return key => entryPlace(document.getText(), key) !== undefined;
    const named = new Set(analysis.citations.map(({ key, label }) => key ?? label));
    return key => named.has(key) || named.has(labelOf(key));
  }

  #rename(change: KeyChange): void {
    this.#sequencer
      .queue(() => this.#renameNow(change))
      .catch(error => this.library.log.error(`A key could not be renamed in the library: ${error}`));
  }

  async #renameNow({ from, to }: KeyChange): Promise<void> {
    if (!this.library.post(from) || this.library.post(to)) return;
    const isSaved = await saving(this.library, posts =>
      posts.some(({ id }) => id === to)
        ? posts
        : posts.map(post => (post.id === from ? { ...post, id: to } : post)),
    );
    if (!isSaved) return;
    const message = vscode.l10n.t('The key of the post is “{0}” in the library too.', to);
    vscode.window.setStatusBarMessage(message, 8000);
  }
}
