import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandArgumentKinds, exportPlaces } from '../../../src/core/commandArguments';
import { exportFormats } from '../../../src/core/exporting';

const readme = readFileSync(resolve(__dirname, '../../../README.md'), 'utf8');

/** The rows of the table: what stands in backticks, the command first. */
const table = new Map(
  readme
    .slice(readme.indexOf('## For other software'))
    .split('\n')
    .filter(line => line.startsWith('| `byline.'))
    .map(line => {
      const [command, ...said] = [...line.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
      return [command!, said] as const;
    }),
);

describe('the README’s table of command arguments', () => {
  it('tells every command that takes some, and no other', () => {
    assert.deepEqual([...table.keys()].sort(), Object.keys(commandArgumentKinds).sort());
  });

  for (const [command, kinds] of Object.entries(commandArgumentKinds)) {
    it(`tells exactly what ${command} takes`, () => {
      // Formats of citations and groupings are told elsewhere.
      const choices =
        command === 'byline.exportPosts' ? [...exportFormats, ...exportPlaces] : ([] as readonly string[]);
      assert.deepEqual([...table.get(command)!].sort(), [...Object.keys(kinds), ...choices].sort());
    });
  }
});
