import type { ReadPorts, SourceMemory, SourceResult } from './readSource';
import type { Source } from './source';

export interface RefreshOptions {
  /** In hours; 0 for only by hand. See `dueAt`. */
  readonly interval: number;
  /** Whether somebody wants it now. */
  readonly isByHand: boolean;
  /** Told of each source as it has been read, before it is saved. */
  readonly onResult?: (result: SourceResult) => void;
}

export interface RefreshPorts extends ReadPorts {
  /** What is kept of a source; `newState` where nothing is. */
  memoryOf(source: Source): Promise<SourceMemory>;
  /**
   * Merges what was read into the library, then keeps the states and entries; called with those of a short time
   * together, and not again before it is done.
   */
  save(results: readonly SourceResult[]): Promise<Saved>;
}

/** What saving came to. */
export interface Saved {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** What a refresh came to, in sources and posts. */
export interface RefreshSummary {
  /** Sources that told anything. */
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Sources that were not due. */
  readonly waiting: number;
  readonly posts: Saved;
}
