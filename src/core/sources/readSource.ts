import type { FileSystem, HttpClient, Parser } from '../ports';
import { runSliced } from '../sliced';
import { hasNews } from './merging';
import { readBibliography } from './readBibliography';
import { readFeed } from './readFeed';
import { readFolderSource } from './readFolderSource';
import type { SourceReading, ToldEntry } from './reading';
import { readListingPage } from './readListingPage';
import { readOutline } from './readOutline';
import { readPostPage } from './readPostPage';
import type { Source, SourceKind } from './source';
import { sourceId } from './sourceId';
import type { SourceState } from './state';

export interface ReadPorts {
  readonly http: HttpClient;
  readonly files: FileSystem;
  readonly parser: Parser;
  /** The URI of a folder or file that a source names; `undefined` where there is none, as no folder is open. */
  readonly uriOf: (location: string) => string | undefined;
  /** The URI of the workspace folder that a URI is in. */
  readonly workspaceOf?: (uri: string) => string | undefined;
  /** ms since 1970. */
  readonly now: () => number;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
}

/** What is kept of a source between two readings. */
export interface SourceMemory {
  readonly state: SourceState;
  /** What it told last; `undefined` when that is lost, so that it is asked for everything. */
  readonly entries?: readonly ToldEntry[] | undefined;
}

/** What a reading came to. */
export interface SourceResult {
  readonly source: Source;
  /** `changed` where it told anything new; `failed` where all that was known stays as it is. */
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  /** To be kept once `reading` is in the library, not before: else what was new would never be asked for again. */
  readonly state: SourceState;
  /** Where the outcome is `changed`; of an outline there is none, see `SourceState.feeds`. */
  readonly reading?: SourceReading;
  /** How long it took, in ms. */
  readonly took?: number;
}

export type ReadSource = (
  source: Source,
  memory: SourceMemory,
  ports: ReadPorts,
  signal?: AbortSignal,
) => Promise<SourceResult>;

const readers: Readonly<Record<SourceKind, ReadSource>> = {
  feed: readFeed,
  listing: readListingPage,
  page: readPostPage,
  folder: readFolderSource,
  bibliography: readBibliography,
  opml: readOutline,
};

/** Reads a source, as far as it is not as before. What fails is told in the state; rejects with the signal's reason only. */
export const readSource: ReadSource = async (source, memory, ports, signal) => {
  const result = await readers[source.kind](source, memory, ports, signal);
  const { reading, state } = result;
  if (!reading || !memory.entries) return result;
  const telling = { location: sourceId(source), before: memory.entries, reading };
  if (await runSliced(hasNews(telling), { signal })) return result;
  // Pages that say the time, feeds that say when they were built.
  const { changed: _, ...rest } = state;
  const { changed } = memory.state;
  return {
    source,
    outcome: state.failures > 0 ? 'failed' : 'unchanged',
    state: { ...rest, ...(changed !== undefined && { changed }) },
  };
};
