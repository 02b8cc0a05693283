import type { Groups } from './groups';

/**
 * A command of a BibTeX file: `@article{…}`, `@string{…}`; for its fields see `fieldsOf`, as those of all blocks take
 * several times the memory of the file. Offsets are of the file's text.
 */
export interface Block {
  /** In lower case. */
  readonly type: string;
  readonly start: number;
  /** Behind the closing brace. */
  readonly end: number;
  /** 1-based, of its start. */
  readonly line: number;
  readonly key: string | undefined;
  /** Where the key stands; empty, and where it would stand, for a block without one. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Of the opening brace or parenthesis. */
  readonly open: number;
  readonly groups: Groups;
  /** Whether other entries say some of its fields: it has a `crossref` or `xdata`. */
  readonly isHeir: boolean;
  /** Whether it could not be read to its end; it has no fields then, and its end is where reading went on. */
  readonly isBroken: boolean;
}

/** A field as it is written. */
export interface RawField {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly parts: readonly Part[];
}

/** Parts of a value are joined by `#`; a macro stands for the text that an `@string` gives it. */
export interface Part {
  readonly text: string;
  readonly isMacro: boolean;
}
