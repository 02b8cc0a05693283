import assert from 'node:assert/strict';
import { entryAt } from '../../../src/core/document/entryAt';
import { entryPlace } from '../../../src/core/document/entryPlace';

describe('the key of an entry in a bibliography at a cursor', () => {
  /** The cursor is marked by `¦`. */
  function at(marked: string): string | undefined {
    const text = marked.replace('¦', '');
    const found = entryAt(text, marked.indexOf('¦'));
    if (!found) return undefined;
    const { start, end } = found;
    assert.deepEqual(entryPlace(text, found.key), { start, end }, 'renaming finds the same place');
    return found.key;
  }

  it('is found in every format, in and beside it', () => {
    for (const [before, after] of [
      ['@comment{a,\n}\n@online{', ',\n title = {A}}'],
      ['@Misc(\n  ', ' ,\n)'],
      ['[{"id":"', '","title":"A"}]'],
      ['[\n{ "title": "A", "id" : "', '" }]'],
      ['- title: A\n  id: ', '\n'],
      ['references:\r\n- id: "', '"\r\n  title: A\r\n'],
      ["- id: '", "' # a note"],
      ['TY  - BLOG\r\nTI  - A\r\nID  - ', '\r\nER  - \r\n'],
    ] as const) {
      for (const key of ['¦lee:2020-a', 'lee:20¦20-a', 'lee:2020-a¦']) {
        assert.equal(at(before + key + after), 'lee:2020-a', before + key);
      }
    }
  });

  it('is also one that cannot be cited, so that it can be given another', () => {
    assert.equal(at('- id: two¦ words\n'), 'two words');
    assert.equal(at('ID  - two¦ words\n'), 'two words');
    assert.equal(at('{"id":"a\\"¦b"}'), 'a"b');
    assert.equal(at('@online{Ünï¦code,}'), 'Ünïcode');
  });

  it('is nowhere else', () => {
    for (const marked of [
      '@onl¦ine{lee,\n}',
      '@online{lee,\n title = {A ¦title}}',
      '@comment{le¦e, }',
      '@string{le¦e = {Lee}}',
      '{"id":"a","title":"i¦d"}',
      'title: the id: le¦e\n',
      'valid: le¦e\n',
      'XID  - le¦e',
      'word¦',
    ]) {
      assert.equal(at(marked), undefined, marked);
    }
  });

  it('is found as fast in a file of any length and any content', () => {
    for (const part of ['@a{', '"id":"\\', '- id: x ', '[{"id":"a"},', ' ', 'ID  - x']) {
      const text = part.repeat(300_000);
      const started = performance.now();
      for (let asked = 0; asked < 50; asked++) entryAt(text, text.length >> 1);
      assert.ok(performance.now() - started < 1000, part);
    }
  });
});
