import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { citedPlaces } from '../../src/core/bibliography/citedPlaces';
import { DocumentAnalysis, KnownPosts } from '../../src/core/document';
import { runWhole } from '../../src/core/sliced';
import { citedItem, citedRow, placeRow } from '../../src/vscode/views/citedRow';
import { openDocument, post } from './editor';

describe('A row of what is cited here', () => {
  const caches = post({
    id: 'lee2020',
    title: 'Caches $(bug)',
    url: 'https://example.com/caches',
    issued: { year: 2020 },
  });
  const notes = post({ id: 'notes', title: 'Notes', author: [] });
  const known = new KnownPosts();
  runWhole(known.setPosts([caches, notes]));

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function rowsOf(text: string, elsewhere: readonly string[] = []) {
    const { document } = await openDocument(text, []);
    const cited = citedPlaces(new DocumentAnalysis(document.getText(), 'markdown'), known);
    return cited.map(found => citedRow(found, document, new Set(elsewhere)));
  }

  const shown = ({ label, description, contextValue }: vscode.TreeItem) => [
    typeof label === 'string' ? label : label?.label,
    description,
    contextValue,
  ];

  it('shows a post, how many times it is cited, and what commands it has', async () => {
    const rows = await rowsOf('[@lee2020] and [@notes] and @lee2020');
    assert.deepEqual(
      rows.map(row => shown(citedItem(row))),
      [
        ['Caches $(bug)', '2× · Ann Lee · 2020', 'post address'],
        ['Notes', '', 'post'],
      ],
    );
    assert.deepEqual(
      rows.map(row => citedItem(row).accessibilityInformation?.label),
      ['Caches $(bug), cited 2 times, Ann Lee, 2020', 'Notes, cited once'],
    );
  });

  it('shows each place with its line, and goes there', async () => {
    const long = 'words of a long line that go on and on, and then at last ';
    const [row] = await rowsOf(
      `  - A [@lee2020].\r\n\r\n${long}[C](https://example.com/caches) ${long}${long}${long}`,
    );
    const places = row!.places.map(place => citedItem(placeRow(row!, place)));
    assert.deepEqual(places.map(shown), [
      ['- A [@lee2020].', 'line 1', 'post address'],
      [
        `…and then at last [C](https://example.com/caches) ${long}${long}${long}`.slice(0, 201).trimEnd(),
        'line 3',
        'post address',
      ],
    ]);
    for (const { label } of places) {
      const { label: text, highlights } = label as vscode.TreeItemLabel;
      assert.match(text.slice(...highlights![0]!), /^@lee2020$|^\[C\]\(https:\/\/example\.com\/caches\)$/);
    }
    const { command, arguments: args } = places[1]!.command!;
    await vscode.commands.executeCommand(command, ...args!);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.start, new vscode.Position(2, long.length));
  });

  it('shows a key that nobody knows apart from one of the document’s own bibliography', async () => {
    const rows = await rowsOf('[@nobody; @other]', ['other']);
    const [unknown, other] = rows.map(row => citedItem(row));
    assert.deepEqual(shown(unknown!), ['@nobody', 'not in the library', 'key']);
    assert.equal((unknown!.iconPath as vscode.ThemeIcon).id, 'warning');
    assert.deepEqual(shown(other!), ['@other', 'in the bibliography of the document only', 'key']);
    assert.equal((other!.iconPath as vscode.ThemeIcon).id, 'references');
  });
});
