import type * as vscode from 'vscode';
import { plainLabel, plainPrompt } from '../views/postText';

/** Rows as they were before something was said in them. */
const originals = new WeakMap<vscode.QuickPickItem, vscode.QuickPickItem>();

/**
 * Says something of the active row: below the input where VS Code has a place for that (since 1.108), else in the row.
 * @returns the row as it is in the picker then
 */
export function tellUnder<Row extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Row>,
  row: Row | undefined,
  text: string | undefined,
): Row | undefined {
  if (hasPrompt(picker)) {
    const prompt = text && plainPrompt(text);
    if (picker.prompt !== prompt) picker.prompt = prompt;
    return row;
  }
  const detail = text && plainLabel(text);
  if (!row || !detail || row.detail === detail || !picker.items.includes(row)) return row;
  const told = { ...row, detail };
  originals.set(told, originals.get(row) ?? row);
  const original = (item: Row) => (originals.get(item) as Row | undefined) ?? item;
  picker.keepScrollPosition = true;
  picker.items = picker.items.map(item => (item === row ? told : original(item)));
  picker.activeItems = [told];
  picker.keepScrollPosition = false;
  return told;
}

function hasPrompt<Row extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Row>,
): picker is vscode.QuickPick<Row> & { prompt: string | undefined } {
  return 'prompt' in picker;
}
