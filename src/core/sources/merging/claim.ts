import type { PostRecord } from '../../post';
import type { ToldEntry } from '../reading';
import type { Word } from './fields';

/** An entry of a source while it is merged, and the post that it tells of. */
export interface Claim extends Word {
  readonly location: string;
  readonly key: string;
  readonly isFromFeed: boolean;
  /** What is kept of the merging before. */
  readonly last: ToldEntry | undefined;
  /** What the source says now, or said last. */
  now: PostRecord;
  /** What it said at the reading before. */
  before: PostRecord | undefined;
  /**
   * `told`: by the reading at hand. `kept`: told before, and neither confirmed nor denied. `dropped`: a complete
   * reading does not tell it any more.
   */
  readonly status: 'told' | 'kept' | 'dropped';
  /** Whether other entries of the reading have its address too, so that the address does not say which post it is. */
  readonly sharesAddress: boolean;
  post: string | undefined;
  /** Whether the library has the post: else the user removed it. */
  isLinked: boolean;
  isMade: boolean;
  /** Another entry took its place. */
  isReplaced: boolean;
}
