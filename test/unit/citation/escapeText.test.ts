import assert from 'node:assert/strict';
import { escapeText } from '../../../src/core/citation/escapeText';
import { ordinaryTitles } from './titles';

describe('escapeText', () => {
  it('leaves ordinary titles verbatim in a link', () => {
    for (const title of ordinaryTitles) assert.equal(escapeText(title, { linkText: true }), title);
  });

  it('leaves most of them verbatim in bare text, where emphasis could reach beyond the title', () => {
    const escaped = ordinaryTitles.filter(title => escapeText(title) !== title);
    assert.deepEqual(escaped, ['A* search, explained', 'About ~5 minutes of downtime']);
  });

  it('escapes a bar in a table cell only', () => {
    assert.equal(escapeText('a | b', { linkText: true, tableCell: true }), 'a \\| b');
    assert.equal(escapeText('a | b', { linkText: true }), 'a | b');
  });

  it('escapes underscores within a word where they are several and another one closes', () => {
    const inLink = (text: string) => escapeText(text, { linkText: true });
    for (const text of ['a_b_c', 'a__b', 'a__b c__d', '_ a__b']) assert.equal(inLink(text), text);
    assert.equal(inLink('a__b c_'), 'a\\_\\_b c\\_');
    assert.equal(escapeText('a_b and a__b'), 'a_b and a\\_\\_b');
  });

  it('escapes what would begin a tag, in any script', () => {
    assert.equal(escapeText('a <b> <日本> </b> <!-- <3 < 10'), 'a \\<b> \\<日本> \\</b> &lt;!-- <3 < 10');
  });

  it('escapes what would begin a block, at the start of a line only', () => {
    const starts = [
      '# a',
      '> a',
      '- a',
      '+ a',
      '= a',
      ': a',
      '| a',
      '% a',
      '1. a',
      '2) a',
      'iv. a',
      '1234567890. a',
    ];
    starts.push('(1) a', '(a) a', '(C) a', '(iv) a', '(#) a', '(2020)');
    for (const text of starts) {
      assert.notEqual(escapeText(text, { lineStart: true }), text);
      assert.equal(escapeText(text, {}), text);
    }
    for (const text of ['D. Knuth', '(', '(Li, 2020)', '(Not) a list', '(a)b', '(1.) a', '(ab) a'])
      assert.equal(escapeText(text, { lineStart: true }), text);
  });

  it('escapes brackets that a definition of the document would turn into a link', () => {
    const isLabel = (label: string) => label === 'updated';
    assert.equal(escapeText('Why? [updated]', { linkText: true }), 'Why? [updated]');
    assert.equal(escapeText('Why? [updated]', { linkText: true, isLabel }), 'Why? \\[updated\\]');
  });

  it('breaks up with one emphasis what would be linked as an email and as a site', () => {
    assert.equal(escapeText('a@www.b.example'), 'a\\@*ww*w.b.example');
    assert.equal(escapeText('a@b.example'), 'a\\@*b*.example');
    assert.equal(escapeText('www.b.example'), 'w*w*w.b.example');
  });

  it('grows linearly with hostile text', function () {
    this.timeout(60_000);
    const hostile = ['[', '*a ', '$', '&a', '<!--', '@b.c', ':a:', '_', '`', '//', 'www.', '@www.', ']('];
    const time = (count: number) => {
      const start = process.cpuUsage().user;
      for (const part of hostile) escapeText(part.repeat(count), { lineStart: true });
      return (process.cpuUsage().user - start) / 1000;
    };
    time(2_000);
    const [once, twice] = [Math.min(time(5_000), time(5_000)), Math.min(time(10_000), time(10_000))];
    assert.ok(twice < 3 * once + 50, `${once} ms, then ${twice} ms`);
  });
});
