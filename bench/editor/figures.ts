import type { HostFigures } from './host';

/** A start of the window. Times in milliseconds, from when the extension began to load unless something else is said. */
export interface Start {
  readonly activation: { readonly begun: number; readonly load: number; readonly activate: number };
  /** From the click on the view's icon until its first list is painted and stays. */
  readonly list: number | undefined;
  /** When the extension host gave the first list; like the next two undefined where no mark was set. */
  readonly firstList: number | undefined;
  readonly libraryRead: number | undefined;
  readonly searchReady: number | undefined;
  /** While the library was read. */
  readonly reading: HostFigures;
  /** While the index was built, or loaded from disk. */
  readonly indexing: HostFigures;
}

export interface Typing {
  /** From key to paint, of the keys that changed rows. */
  readonly times: readonly number[];
  readonly keys: number;
  readonly host: HostFigures;
}

export interface EditorFigures {
  /** Without anything kept from before. */
  readonly first: Start;
  readonly second: Start;
  readonly picker: Typing;
  readonly filter: Typing;
  /** VS Code's own: a quick pick of 3,000 rows, one that gets 100 rows from an extension at each key, the palette. */
  readonly plain: Typing;
  readonly answering: Typing;
  readonly palette: Typing;
  /** While somebody writes in a document of 1 MB with 2,000 citations: each key, and a pause for what checks it. */
  readonly writing: HostFigures;
  /** The same in a VS Code without Byline, the own Markdown extension of which reads the document as well. */
  readonly writingPlain: HostFigures;
  /** While the library was read anew after a change by another program, and while posts were added. */
  readonly outside: HostFigures;
  readonly adding: HostFigures;
}
