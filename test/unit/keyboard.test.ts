import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Item {
  readonly command: string;
  readonly group?: string;
  readonly when: string;
}

const { commands, keybindings, menus } = JSON.parse(
  readFileSync(join(resolve(__dirname, '../..'), 'package.json'), 'utf8'),
).contributes as {
  commands: readonly Item[];
  keybindings: readonly { command: string; args?: unknown }[];
  menus: Record<string, readonly Item[]>;
};

const ofRows = menus['view/item/context']!;
const isInline = ({ group = '' }: Item) => group.startsWith('inline');
const viewOf = ({ when }: Item) => /\bview == (byline\.\w+)/.exec(when)?.[1];

/** What the rows of the views have as `contextValue`. */
const rows = [
  'post',
  'post address',
  'post provisional',
  'post address provisional',
  'fact',
  'fact value',
  'fact value address',
  'missing',
  'missing address',
  'problem',
  'group',
  'group listed',
  'source posts stale',
  'source listed posts fresh moved private',
];

/** Whether an item is in the menu of a row, whatever else its clause asks for. */
function isOf(row: string, { when }: Item): boolean {
  const pattern = /viewItem =~ \/((?:[^/\\]|\\.)+)\//.exec(when)?.[1];
  const value = /viewItem == (?:'([^']+)'|(\w+))/.exec(when);
  assert.ok(pattern || value, when);
  return pattern ? new RegExp(pattern).test(row) : row === (value![1] ?? value![2]);
}

const isHidden = (command: string) =>
  menus.commandPalette!.some(item => item.command === command && item.when === 'false');
const inMenuOfRows = (command: string) => ofRows.some(item => item.command === command && !isInline(item));

/** What the same work is done by, of commands that are only buttons. */
const sameWork: Readonly<Record<string, string>> = { 'byline.insertShownPost': 'byline.insertCitation' };

/** What Enter does on a row. */
const byEnter = ['byline.showDetails'];

describe('the keyboard', () => {
  it('reaches what the buttons of a row do by the menu of the same row', () => {
    const buttons = ofRows.filter(isInline);
    assert.ok(buttons.length > 5);
    for (const button of buttons) {
      for (const row of rows.filter(value => isOf(value, button))) {
        const inMenu = ofRows.some(
          item =>
            item.command === button.command &&
            !isInline(item) &&
            viewOf(item) === viewOf(button) &&
            isOf(row, item),
        );
        assert.ok(inMenu, `${button.command} of “${row}” in ${viewOf(button)}`);
      }
    }
  });

  it('reaches what the buttons of a view do by the palette or the menu of a row', () => {
    for (const { command } of menus['view/title']!) {
      const work = sameWork[command] ?? command;
      assert.ok(!isHidden(work) || inMenuOfRows(work), command);
    }
  });

  it('reaches every command that the palette leaves out', () => {
    const bound = JSON.stringify(keybindings);
    for (const { command } of commands.filter(each => isHidden(each.command))) {
      const work = sameWork[command] ?? command;
      const isReached =
        !isHidden(work) || inMenuOfRows(work) || bound.includes(`"${work}"`) || byEnter.includes(work);
      assert.ok(isReached, command);
    }
  });
});
