import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { tellUnder } from '../../src/vscode/pickers/tellUnder';

describe('what is said of the active row of a picker', () => {
  const rows: vscode.QuickPickItem[] = [{ label: 'One' }, { label: 'Two', detail: 'place' }];
  type Picker = vscode.QuickPick<vscode.QuickPickItem>;
  /** What of a picker before 1.108 matters here. */
  const older = () =>
    ({ items: rows, activeItems: [rows[1]!], keepScrollPosition: false }) as unknown as Picker;

  it('stands below the input, as it is: neither icons nor links are made of it', () => {
    const picker = vscode.window.createQuickPick();
    assert.ok('prompt' in picker);
    picker.items = rows;
    assert.equal(tellUnder(picker, rows[0], '[$(bug) Caches](https://example.com/)'), rows[0]);
    assert.equal(picker.prompt, '[\\$(bug) Caches]\u2060(https://example.com/)');
    tellUnder(picker, undefined, undefined);
    assert.equal(picker.prompt, undefined);
    picker.dispose();
  });

  it('stands in the row before VS Code 1.108', () => {
    const picker = older();
    const told = tellUnder(picker, rows[1], '[@key]');
    assert.deepEqual(picker.items, [rows[0], { label: 'Two', detail: '[@key]' }]);
    assert.deepEqual(picker.activeItems, [told]);
    assert.equal(picker.keepScrollPosition, false);
    const { items } = picker;
    assert.equal(tellUnder(picker, told, '[@key]'), told);
    assert.equal(picker.items, items);
  });

  it('stands in one row at a time', () => {
    const picker = older();
    tellUnder(picker, rows[1], '[@two]');
    tellUnder(picker, rows[0], '[@one]');
    assert.deepEqual(picker.items, [{ label: 'One', detail: '[@one]' }, rows[1]]);
  });

  it('changes nothing of rows that are gone', () => {
    const picker = older();
    tellUnder(picker, { label: 'Three' }, '[@key]');
    assert.equal(picker.items, rows);
  });
});
