import * as vscode from 'vscode';
import { parseSettings, type SavedSearch } from '../../core/settings';
import { type Place, places, writeList, writtenList } from '../placedSetting';

const { l10n } = vscode;
const key = 'savedSearches';

interface PlacedSearch extends SavedSearch {
  readonly place: Place;
}

/** The searches saved by the user, then those of the workspace. */
export function savedSearches(): PlacedSearch[] {
  return places.flatMap(place =>
    parseSettings({ [key]: writtenList(key, place) }).savedSearches.map(saved => ({ ...saved, place })),
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
    const others = writtenList(key, 'globalValue').filter(
      saved => (saved as SavedSearch)?.name !== name.trim(),
    );
    await writeList(key, 'globalValue', [...others, { name: name.trim(), query }]);
  }
}

export async function removeSearch({ name, query, place }: PlacedSearch): Promise<void> {
  const isOther = (saved: unknown) => {
    const other = saved as SavedSearch | null;
    return other?.name !== name || other?.query !== query;
  };
  await writeList(key, place, writtenList(key, place).filter(isOther));
}
