import * as vscode from 'vscode';
import type { Problem } from '../../core/problem';
import { parseSources, sourceKey } from '../../core/sources/parseSources';
import type { Source } from '../../core/sources/source';
import { type Place, places, writeList, writtenList } from '../placedSetting';

const key = 'sources';

/** An entry of the setting that makes no sense: `problem.line` is its number in that place. */
export interface ListedProblem {
  readonly place: Place;
  readonly problem: Problem;
}

export interface ListedSources {
  readonly sources: readonly Source[];
  readonly problems: readonly ListedProblem[];
}

/** The user's own sources, then those of the workspace unless it is restricted; each once, and what is wrong with the others. */
export function listedSources(): ListedSources {
  const trusted = places.filter(place => place === 'globalValue' || vscode.workspace.isTrusted);
  const read = trusted.map(place => ({ place, ...parseSources(writtenList(key, place)) }));
  return {
    sources: parseSources(read.flatMap(({ sources }) => sources)).sources,
    problems: read.flatMap(({ place, problems }) => problems.map(problem => ({ place, problem }))),
  };
}

/** Adds sources to the user's own, unless they are listed; resolves with those that were not. */
export async function addSources(sources: readonly Source[]): Promise<readonly Source[]> {
  const known = new Set(listedSources().sources.map(sourceKey));
  const fresh = parseSources(sources).sources.filter(source => !known.has(sourceKey(source)));
  if (fresh.length > 0) await writeList(key, 'globalValue', [...writtenList(key, 'globalValue'), ...fresh]);
  return fresh;
}

/** Writes another source in place of one, wherever that is listed. */
export function changeSource(source: Source, changed: Source): Promise<void> {
  return rewrite(new Map([[sourceKey(source), changed]]));
}

/** Takes sources out of the list. */
export function unlistSources(sources: readonly Source[]): Promise<void> {
  return rewrite(new Map(sources.map(source => [sourceKey(source), undefined])));
}

/** @param changes by `sourceKey`; `undefined` takes the source out. */
async function rewrite(changes: ReadonlyMap<string, Source | undefined>): Promise<void> {
  for (const place of places) {
    const list = writtenList(key, place);
    const next = list.flatMap(entry => {
      const [read] = parseSources([entry]).sources;
      const entryKey = read && sourceKey(read);
      return entryKey !== undefined && changes.has(entryKey) ? (changes.get(entryKey) ?? []) : [entry];
    });
    if (next.length !== list.length || next.some((entry, at) => entry !== list[at])) {
      await writeList(key, place, next);
    }
  }
}
