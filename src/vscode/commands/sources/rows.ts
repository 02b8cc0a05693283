import * as vscode from 'vscode';
import { sourceId } from '../../../core/sources/sourceId';
import { type KnownSource, sourceName } from '../../sources/knownSource';
import type { SourceProblemRow, SourcesRow } from '../../views/sourcesTree';
import type { SourcesContext } from './context';

/** What a command of the Sources view is called on: the row of the menu and all that are selected, groups with all in them. */
export function chosenIn([row, selection]: readonly unknown[]): KnownSource[] {
  const rows = (Array.isArray(selection) ? selection : row ? [row] : []) as readonly SourcesRow[];
  const chosen = rows.flatMap(row =>
    row.kind === 'source' ? [row.known] : row.kind === 'group' ? row.sources : [],
  );
  return [...new Map(chosen.map(known => [known.source.location, known])).values()];
}

/** Finds the posts of a source by its name, or where others have that too by what posts name it. */
export function queryOf({ sources }: SourcesContext, known: KnownSource): string {
  const name = sourceName(known);
  const isShared = sources.known.some(other => other.source !== known.source && sourceName(other) === name);
  return `from:"${(isShared ? sourceId(known.source) : name).replaceAll('"', ' ')}"`;
}

/** @param row the row that tells what is wrong, where it is called on one. */
export async function openSourceSettings(row: unknown): Promise<void> {
  const { place } = (row ?? {}) as Partial<SourceProblemRow>;
  await vscode.commands.executeCommand(
    place === 'workspaceValue'
      ? 'workbench.action.openWorkspaceSettingsFile'
      : 'workbench.action.openSettingsJson',
    { revealSetting: { key: 'byline.sources', edit: false } },
  );
}
