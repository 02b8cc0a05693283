import assert from 'node:assert/strict';
import { findingTargets } from '../../../src/core/document/findingTargets';
import { matterOf, notebookCells, spanInFile } from '../../../src/core/document/notebook';
import { runWhole } from '../../../src/core/sliced';

describe('a notebook', () => {
  const cell = (cell_type: string, source: string | readonly string[]) => ({
    cell_type,
    metadata: {},
    source,
  });
  const file = (cells: readonly object[], indent = 1) =>
    JSON.stringify({ cells, metadata: { cells: [cell('markdown', '@no')] }, nbformat: 4 }, undefined, indent);
  const targets = (text: string) => [...runWhole(findingTargets(text, 'file:///a.IPYNB'))].sort();

  it('cites by its Markdown cells only, each a document by itself', () => {
    const text = file([
      cell('raw', '---\nbibliography: refs.bib\n---\n@no1'),
      cell('markdown', ['# “A”\n', 'See [@lee2020; @roe', '2021] and [a][b].']),
      cell('markdown', '[b]: https://example.com/b'),
      cell('code', 'x@no2'),
      { ...cell('code', ''), outputs: [{ data: { 'text/markdown': ['@no3'] } }] },
      cell('markdown', '[c][d]\n\n[d]: https://example.com/d'),
    ]);
    assert.deepEqual(targets(text), ['@lee2020', '@roe2021', 'example.com/d']);
    assert.equal(matterOf(notebookCells(text)), '---\nbibliography: refs.bib\n---\n@no1');
    assert.equal(matterOf(notebookCells(file([cell('markdown', 'a')]))), '');
  });

  it('has each key at a place of the file where another can be written, and all else stays', () => {
    for (const [source, indent] of [
      [['“\\” \t', '\u{1F600} [@lee2020]'], 0],
      ['a\r\n\n"[@lee2020]"', 1],
      [['[@lee', '2020]'], 4],
      [['“““', '', '“”[@l', 'ee2020', ']'], 1],
    ] as const) {
      const before = file([cell('markdown', source)], indent).replaceAll('“', '\\u201C');
      const [read] = notebookCells(before);
      const start = read!.text.indexOf('lee2020');
      const place = spanInFile({ start, end: start + 'lee2020'.length }, read!);
      const after = `${before.slice(0, place.start)}roe${before.slice(place.end)}`;
      const right = JSON.parse(before);
      const whole = [source].flat().join('').replace('lee2020', 'roe');
      const [changed] = JSON.parse(after).cells;
      assert.equal([changed.source].flat().join(''), whole);
      changed.source = right.cells[0].source = '';
      assert.deepEqual([changed], right.cells);
    }
  });

  it('is read whatever it holds, in time that grows with it only', () => {
    for (const text of ['', '{', '[]', '{"cells":[{"cell_type":"markdown","source":["@a"', 'no JSON']) {
      assert.deepEqual(targets(text), [], text);
    }
    const picture = file([{ ...cell('code', ''), outputs: ['A'.repeat(8_000_000)] }, cell('markdown', '@a')]);
    const shown = file([cell('markdown', [`![](data:,${'A'.repeat(8_000_000)})`, '[@b]'])]);
    const nested = '{"cells":'.repeat(200_000);
    const started = performance.now();
    assert.deepEqual(targets(picture), ['@a']);
    assert.deepEqual(notebookCells(shown)[0]?.text.length, 8_000_015);
    assert.deepEqual(targets(nested), []);
    assert.ok(performance.now() - started < 2000);
  });
});
