import * as vscode from 'vscode';
import { parseSettings, type SavedSearch } from '../../core/settings';

const { l10n } = vscode;
const key = 'savedSearches';

/** Where searches are saved: the user's own, and those that a team shares in its workspace. */
type Place = 'globalValue' | 'workspaceValue';

interface PlacedSearch extends SavedSearch {
  readonly place: Place;
}

/** The searches saved by the user, then those of the workspace. */
export function savedSearches(): PlacedSearch[] {
  const places: Place[] = ['globalValue', 'workspaceValue'];
  return places.flatMap(place =>
    parseSettings({ [key]: written(place) }).savedSearches.map(saved => ({ ...saved, place })),
  );
}

/** Asks for a name, then saves the search for the user; one of the same name gives way. */
export async function saveSearch(query: string, proposedName: string): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: l10n.t('Save Search'),
    prompt: l10n.t('A name for “{0}”', query),
    value: proposedName,
    validateInput: text => (text.trim() ? undefined : l10n.t('A search needs a name')),
  });
  if (name !== undefined) {
    const others = written('globalValue').filter(saved => (saved as SavedSearch)?.name !== name.trim());
    await write('globalValue', [...others, { name: name.trim(), query }]);
  }
}

export async function removeSearch({ name, query, place }: PlacedSearch): Promise<void> {
  const isOther = (saved: unknown) => {
    const other = saved as SavedSearch | null;
    return other?.name !== name || other?.query !== query;
  };
  await write(place, written(place).filter(isOther));
}

function written(place: Place): unknown[] {
  const value: unknown = vscode.workspace.getConfiguration('byline').inspect(key)?.[place];
  return Array.isArray(value) ? value : [];
}

async function write(place: Place, searches: readonly unknown[]): Promise<void> {
  const target =
    place === 'globalValue' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace
    .getConfiguration('byline')
    .update(key, searches.length ? searches : undefined, target);
}
