import { runWhole } from '../sliced';
import { citationsIn, type DocumentCitation } from './citationsIn';
import type { Dialect } from './dialect';
import { type MarkdownDocument, readingMarkdown } from './markdown';

/** What a document cites, kept in step with its edits. */
export class DocumentAnalysis {
  #text: string;
  #document: MarkdownDocument | undefined;
  #citations: readonly DocumentCitation[] | undefined;

  constructor(
    text: string,
    readonly dialect: Dialect,
  ) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  get document(): MarkdownDocument {
    this.#document ??= runWhole(readingMarkdown(this.#text, this.dialect));
    return this.#document;
  }

  /** In order. */
  get citations(): readonly DocumentCitation[] {
    this.#citations ??= citationsIn(this.#text, this.dialect);
    return this.#citations;
  }

  /** Replaces what stands from `start` to before `end`. */
  edit(start: number, end: number, text: string): void {
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
    this.#document = undefined;
    this.#citations = undefined;
  }
}
