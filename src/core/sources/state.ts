import type { Validators } from '../ports';
import type { Problem } from '../problem';
import type { Source } from './source';

/**
 * What is known of a source from asking it before. Plain data that JSON keeps; it may be lost at any time, at the cost
 * of one request for everything. Belongs to one library file, like the `ToldEntry`s that it goes with: neither is kept
 * without the other. Times are milliseconds since 1970.
 */
export interface SourceState {
  /** The name that the source gives itself. */
  readonly title?: string;
  /** Posts that it told at the last reading. */
  readonly count?: number;
  /** When it was last asked, whatever came of it. */
  readonly checked?: number;
  /** When it last answered well, be it that nothing is new. */
  readonly reached?: number;
  /** When it last told anything else than before. */
  readonly changed?: number;
  /** Not asked of itself before: the server wants it so (TTL, Cache-Control, Expires, Retry-After), or failures call for it. */
  readonly notBefore?: number;
  /** Not asked by hand either before: the server's `Retry-After`. */
  readonly retryAt?: number;
  /** Not all of its addresses were asked yet, as the page of a listing that was just added has been, but not its feed: due at once. */
  readonly isPartial?: boolean;
  /** By the address as the `Source` has it. */
  readonly answers: Readonly<Record<string, AnswerState>>;
  /** Of a folder: of each file that need not be read again, by path. See `FolderMemory`. */
  readonly stamps?: Readonly<Record<string, number>>;
  /** Of an outline: the feeds that it names. */
  readonly feeds?: readonly Source[];
  /** Failures in a row. */
  readonly failures: number;
  /** What went wrong at the last reading; what was read before stays as it is. */
  readonly failure?: Problem;
  /** The server said that it is gone for good (410): only asked by hand from then on. */
  readonly isGone?: boolean;
}

/** The last answer with a body that an address gave. */
export interface AnswerState {
  readonly validators?: Validators;
  /** When it was given. */
  readonly since: number;
  /** `hashBytes` of the body, to know it again where there are no validators. */
  readonly hash?: number;
  /** For how long (ms) it asked to be left alone, in the body itself. */
  readonly ttl?: number;
  /** The address to ask from now on: the old one redirects there for good. */
  readonly movedTo?: string;
}

export const newState: SourceState = { answers: {}, failures: 0 };

/** Where an address of a source has moved for good, so that it is asked there; `undefined` where it has not. */
export function movedTo({ answers }: SourceState, address: string): string | undefined {
  return answers[address]?.movedTo;
}
