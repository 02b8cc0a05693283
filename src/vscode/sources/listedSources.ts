import type { Problem } from '../../core/problem';
import { Sequencer } from '../../core/sequencer';
import { parseSources, sourceKey } from '../../core/sources/parseSources';
import { isRemote, type Source } from '../../core/sources/source';
import { type Place, places, writeList, writtenList } from '../placedSetting';
import { libraryPlace, pathUri } from '../settings';
import { placesInUse } from './placesInUse';

const key = 'sources';

/** For changes, as each writes the whole list. */
const sequencer = new Sequencer();

/** An entry of the setting that makes no sense: `problem.line` is its number in that place. */
export interface ListedProblem {
  readonly place: Place;
  readonly problem: Problem;
}

export interface ListedSources {
  readonly sources: readonly Source[];
  readonly problems: readonly ListedProblem[];
}

/** Each source once, and what is wrong with the others. */
export function listedSources(): ListedSources {
  const read = placesInUse().map(place => ({ place, ...parseSources(writtenList(key, place)) }));
  return {
    sources: parseSources(read.flatMap(({ sources }) => sources.map(anchored))).sources,
    problems: read.flatMap(({ place, problems }) => problems.map(problem => ({ place, problem }))),
  };
}

/** Lists sources beside the library that they are for, unless they are listed; resolves with those that were not. */
export function addSources(sources: readonly Source[]): Promise<readonly Source[]> {
  return sequencer.queue(async () => {
    const known = new Set(listedSources().sources.map(sourceKey));
    const fresh = parseSources(sources).sources.filter(source => !known.has(sourceKey(anchored(source))));
    const place = libraryPlace();
    if (fresh.length > 0) await writeList(key, place, [...writtenList(key, place), ...fresh.map(anchored)]);
    return fresh.map(anchored);
  });
}

/** The user's own library has posts of many workspaces, in each of which a relative path is another one. */
export function anchored(source: Source): Source {
  if (isRemote(source) || libraryPlace() === 'workspaceValue') return source;
  const uri = pathUri(source.location);
  return uri?.scheme === 'file' ? { ...source, location: uri.fsPath } : source;
}

/** Writes another source in place of one, wherever that is listed. */
export function changeSource(source: Source, changed: Source): Promise<void> {
  return sequencer.queue(() => rewrite(new Map([[sourceKey(source), changed]])));
}

/** Takes sources out of the list. */
export function unlistSources(sources: readonly Source[]): Promise<void> {
  return sequencer.queue(() => rewrite(new Map(sources.map(source => [sourceKey(source), undefined]))));
}

/** @param changes by `sourceKey`; `undefined` takes the source out. */
async function rewrite(changes: ReadonlyMap<string, Source | undefined>): Promise<void> {
  for (const place of places) {
    const list = writtenList(key, place);
    const next = list.flatMap(entry => {
      const [read] = parseSources([entry]).sources;
      const entryKey = read && sourceKey(anchored(read));
      return entryKey !== undefined && changes.has(entryKey) ? (changes.get(entryKey) ?? []) : [entry];
    });
    if (next.length !== list.length || next.some((entry, at) => entry !== list[at])) {
      await writeList(key, place, next);
    }
  }
}
