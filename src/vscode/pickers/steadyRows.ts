import * as vscode from 'vscode';
import { sameValue } from '../../core/sameValue';
import type { Section } from './queryRows';

/** Sets what is another value: the same would go to the window as well, and have it draw anew. */
export function setOther<Key extends 'busy' | 'placeholder' | 'title'>(
  picker: Pick<vscode.QuickPick<vscode.QuickPickItem>, Key>,
  key: Key,
  value: vscode.QuickPick<vscode.QuickPickItem>[Key],
): void {
  if (picker[key] !== value) {
    picker[key] = value;
  }
}

/**
 * Shows the rows of sections, unless the same ones are there already: they need no drawing then, and many keys change
 * none.
 * @returns what gives the row in the picker for one of these
 */
export function showSections<Row extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Row>,
  sections: readonly (Section<Row> | undefined)[],
): <Each extends Row>(row: Each) => Each {
  const items = sections.flatMap(section =>
    section?.rows.length ? [separator(section) as Row, ...section.rows] : [],
  );
  if (!sameValue(items, picker.items)) {
    picker.items = items;
  }
  return <Each extends Row>(row: Each) => picker.items[items.indexOf(row)] as Each;
}

function separator({ label }: Section<unknown>): vscode.QuickPickItem {
  return { label: label ?? '', kind: vscode.QuickPickItemKind.Separator };
}
