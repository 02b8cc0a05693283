import type { HostFigures } from './host';

/** What reading sources in the editor came to. */
export interface ImportPhase {
  readonly name: string;
  /** In seconds, until the command was done. */
  readonly wall: number;
  readonly host: HostFigures;
  /** In the library at the end, and how many there should be. */
  readonly posts: number;
  readonly expected: number;
  readonly requests: number;
  /** Whole feeds that the server had to send. */
  readonly bodies: number;
}

export interface ImportFigures {
  readonly feeds: number;
  readonly badFeeds: number;
  readonly files: number;
  readonly phases: readonly ImportPhase[];
}
