import * as vscode from 'vscode';
import type { Problem } from '../../core/problem';
import { parseSources, sourceKey } from '../../core/sources/parseSources';
import type { Source } from '../../core/sources/source';
import { places, writeList, writtenList } from '../placedSetting';

const key = 'sources';

/** The user's own sources, then those of the workspace unless it is restricted; each once, and what is wrong with the others. */
export function listedSources(): { sources: readonly Source[]; problems: readonly Problem[] } {
  const trusted = places.filter(place => place === 'globalValue' || vscode.workspace.isTrusted);
  return parseSources(trusted.flatMap(place => writtenList(key, place)));
}

/** Adds sources to the user's own, unless they are listed; resolves with those that were not. */
export async function addSources(sources: readonly Source[]): Promise<readonly Source[]> {
  const known = new Set(listedSources().sources.map(sourceKey));
  const fresh = parseSources(sources).sources.filter(source => !known.has(sourceKey(source)));
  if (fresh.length > 0) await writeList(key, 'globalValue', [...writtenList(key, 'globalValue'), ...fresh]);
  return fresh;
}

/** Writes `changed` in place of a source, where it is listed; takes the source out where that is `undefined`. */
export async function changeSource(source: Source, changed: Source | undefined): Promise<void> {
  for (const place of places) {
    const list = writtenList(key, place);
    const next = list.flatMap(entry => (isEntryOf(entry, source) ? (changed ?? []) : [entry]));
    if (next.length !== list.length || next.some((entry, index) => entry !== list[index])) {
      await writeList(key, place, next);
    }
  }
}

function isEntryOf(entry: unknown, source: Source): boolean {
  const [read] = parseSources([entry]).sources;
  return read !== undefined && sourceKey(read) === sourceKey(source);
}
