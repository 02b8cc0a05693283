import assert from 'node:assert/strict';
import { frontMatterText } from '../../../src/core/bibliography/frontMatterValue';
import { nocited, nocitesAll } from '../../../src/core/bibliography/nocited';

const document = (matter: string, eol = '\n') => `---\n${matter}\n---\n\nBy @nobody.\n`.replaceAll('\n', eol);

describe('what is read of front matter without reading YAML', () => {
  it('is a text, plain or between quotation marks', () => {
    for (const [written, said] of [
      ['Sources', 'Sources'],
      ['  Works  cited # so', 'Works  cited'],
      ['"Say \\"so\\""', 'Say "so"'],
      ["'It''s' # a comment", "It's"],
      ['C#', 'C#'],
      ['Sources\n# a comment\n\nlang: en', 'Sources'],
      ['|', undefined],
      ['[a]', undefined],
      ['', undefined],
    ] as const) {
      for (const eol of ['\n', '\r\n']) {
        const text = document(`title: A\nreference-section-title: ${written}`, eol);
        assert.equal(frontMatterText(text, 'reference-section-title'), said, written);
      }
    }
    assert.equal(frontMatterText('reference-section-title: A\n', 'reference-section-title'), undefined);
    assert.equal(frontMatterText(document('x:\n  nocite: A'), 'nocite'), undefined);
  });

  it('is the keys of nocite, however they are written', () => {
    for (const value of [
      '"@a, @b"',
      '|\n  @a,\n  @b',
      '\n- "@a"\n- "@b"',
      '>-\n  [@a;\n\n  @b]',
      '"@a" # then\n# so\n- "@b"',
    ])
      for (const eol of ['\n', '\r\n'])
        assert.deepEqual(nocited(document(`nocite: ${value}\ntitle: Of @c`, eol)), ['a', 'b'], value);
    assert.deepEqual(nocited(document('title: "@a"')), []);
  });

  it('is whether nocite takes all', () => {
    for (const value of ['"@*"', "'@a, @*'", '|\n  @*', '[@*]'])
      assert.equal(nocitesAll(document(`nocite: ${value}`)), true);
    for (const value of ['"@a*"', '"a@*"', '"@*b"', '"@"'])
      assert.equal(nocitesAll(document(`nocite: ${value}`)), false);
    assert.equal(nocitesAll(document('title: "@*"')), false);
  });
});
