import { sourceKey } from '../../../core/sources/parseSources';
import type { Source } from '../../../core/sources/source';
import type { OpenLibrary } from '../../library/openLibrary';
import { offerRepair } from '../../library/saving';
import { unlistSources } from '../../sources/listedSources';
import type { OpenSources } from '../../sources/openSources';
import type { RefreshStatus } from '../../sources/refreshStatus';
import type { AddPosts } from '../adding/addPosts';

/** What the commands on sources work with. */
export interface SourcesContext {
  readonly sources: OpenSources;
  readonly library: OpenLibrary;
  readonly addPosts: AddPosts;
  readonly status: RefreshStatus;
}

/** Whether the library can be changed, read first if need be; else the user is told what to do. */
export async function isReady({ library, sources }: SourcesContext): Promise<boolean> {
  await library.load();
  await sources.load();
  return library.damage.length === 0 || offerRepair(library);
}

/** Runs what goes with sources that were just listed; they are listed no more where that fails. */
export async function orUnlist<T>(listed: readonly Source[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await unlistSources(listed);
    throw error;
  }
}

/**
 * Takes sources out of the list, then their posts out of the library unless they are to be kept. What an outline goes on
 * to name stays a source.
 */
export async function takeOut(
  context: SourcesContext,
  chosen: readonly Source[],
  keepPosts: boolean,
): Promise<void> {
  const keys = new Set(chosen.map(sourceKey));
  const others = context.sources.known.filter(({ source }) => !keys.has(sourceKey(source)));
  const named = new Set(others.flatMap(({ state: { feeds = [] } }) => feeds.map(sourceKey)));
  const gone = withFeeds(context, chosen).filter(source => !named.has(sourceKey(source)));
  await unlistSources(chosen);
  await context.sources.forget(gone, keepPosts);
}

/** The sources and, of those that are outlines, the feeds that they stand for; each once. */
export function withFeeds({ sources }: SourcesContext, chosen: readonly Source[]): readonly Source[] {
  const keys = new Set(chosen.map(sourceKey));
  const feeds = sources.known.flatMap(({ source, outline }) =>
    outline && keys.has(sourceKey(outline)) && !keys.has(sourceKey(source)) ? source : [],
  );
  return [...chosen, ...feeds];
}
