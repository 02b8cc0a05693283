import * as vscode from 'vscode';
import type { Settings } from '../core/settings';

/** Where a list stands in the settings: the user's own, and what a team shares in its workspace. */
export type Place = 'globalValue' | 'workspaceValue';

export const places: readonly Place[] = ['globalValue', 'workspaceValue'];

/** Sources are parsed apart from the other settings. */
type ListSetting = keyof Settings | 'sources';

/** What is written in one place; VS Code itself would give the workspace's alone. */
export function writtenList(key: ListSetting, place: Place): readonly unknown[] {
  const value: unknown = vscode.workspace.getConfiguration('byline').inspect(key)?.[place];
  return Array.isArray(value) ? value : [];
}

/** An empty list takes the setting out. */
export async function writeList(key: ListSetting, place: Place, list: readonly unknown[]): Promise<void> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace
    .getConfiguration('byline')
    .update(key, list.length ? list : undefined, place === 'globalValue' ? Global : Workspace);
}
