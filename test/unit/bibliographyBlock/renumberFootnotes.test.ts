import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renumberFootnotes } from '../../../src/core/bibliography/renumberFootnotes';
import { normalLabel } from '../../../src/core/citation/label';
import { citationsIn } from '../../../src/core/document/citationsIn';
import type { Dialect } from '../../../src/core/document/dialect';
import { applyEdits } from '../../../src/core/document/textEdit';
import { figure, soak } from '../../figure';

function renumbered(text: string, dialect: Dialect = 'markdown'): string {
  return applyEdits(text, renumberFootnotes(text, dialect));
}

/** Of each reference, which of the definitions it means, counted from 0. */
function notesMeant(text: string): number[] {
  const citations = citationsIn(text);
  const notes = citations.filter(({ kind }) => kind === 'footnoteDefinition').map(({ label }) => label);
  const references = citations.filter(({ kind }) => kind === 'footnoteReference');
  return references.map(({ label }) => notes.findIndex(note => normalLabel(note!) === normalLabel(label!)));
}

describe('renumberFootnotes', () => {
  const runs = soak ? 30_000 : 200;
  it('numbers by the first reference, and leaves definitions where they are', () => {
    assert.equal(
      renumbered('One[^3], two[^1], one again[^3].\n\n[^1]: Second.\n[^3]: First.\n'),
      'One[^1], two[^2], one again[^1].\n\n[^2]: Second.\n[^1]: First.\n',
    );
  });

  it('changes nothing but labels that are wrong', () => {
    const text = 'a[^1] b[^3]\r\n\r\n[^1]: A\r\n\r\n[^3]: B\r\n';
    const at = text.indexOf('[^3]') + 2;
    const defined = text.lastIndexOf('[^3]') + 2;
    assert.deepEqual(renumberFootnotes(text, 'markdown'), [
      { start: at, end: at + 1, text: '2' },
      { start: defined, end: defined + 1, text: '2' },
    ]);
  });

  it('leaves names', () => {
    const text = 'a[^lee2020] b[^7]\n\n[^lee2020]: A\n\n[^7]: B\n';
    assert.equal(renumbered(text), 'a[^lee2020] b[^1]\n\n[^lee2020]: A\n\n[^1]: B\n');
  });

  it('comes to what notes refer to after the text, and to what nothing refers to last', () => {
    assert.equal(
      renumbered('a[^9] b[^4]\n\n[^8]: nowhere\n\n[^7]: inner[^4]\n\n[^9]: see[^7]\n\n[^4]: B\n'),
      'a[^1] b[^2]\n\n[^4]: nowhere\n\n[^3]: inner[^2]\n\n[^1]: see[^3]\n\n[^2]: B\n',
    );
  });

  it('reads no code, no comment, no front matter', () => {
    const rest = '\n\n```\n[^2]\n```\n\n<!-- [^2] -->\n\n`[^2]` \\[^2] a[^1]\n\n[^1]: A\n\n[^2]: B\n';
    const text = `---\nnote: "[^2]"\n---\n\nb[^2]${rest}`;
    const wanted = text
      .replace('b[^2]', 'b[^1]')
      .replace('a[^1]\n\n[^1]: A\n\n[^2]: B', 'a[^2]\n\n[^2]: A\n\n[^1]: B');
    assert.equal(renumbered(text), wanted);
    assert.equal(renumbered('{/* [^2] */} b[^2]\n\n[^2]: B', 'mdx'), '{/* [^2] */} b[^1]\n\n[^1]: B');
  });

  it('gives no note the number of a reference without one', () => {
    assert.equal(renumbered('a[^1] `[^2]` b[^4]\n\n[^4]: B\n'), 'a[^1] `[^2]` b[^2]\n\n[^2]: B\n');
  });

  it('keeps further definitions of a label with the first one', () => {
    assert.equal(
      renumbered('a[^2] b[^1]\n\n[^2]: A\n\n[^2]: again\n\n[^1]: B\n'),
      'a[^1] b[^2]\n\n[^1]: A\n\n[^1]: again\n\n[^2]: B\n',
    );
  });

  it('finds references in tables, headings, lists, quotations and links', () => {
    const text =
      '# a[^5]\n\n> - b[^4]\n\n| c[^3] | d |\n| - | - |\n| e | [f[^2]](https://example.com/) |\n\n';
    const notes = '[^2]: 2\n[^3]: 3\n[^4]: 4\n[^5]: 5\n';
    assert.equal(
      renumbered(text + notes),
      text.replace(/\d/g, digit => String(6 - Number(digit))) +
        notes.replace(/\^\d/g, ([, digit]) => `^${6 - Number(digit)}`),
    );
  });

  it('is idempotent, leaves each reference its note, and all else byte for byte', () => {
    const label = fc.constantFrom('1', '2', '3', '5', '10', '007', 'note', 'Note');
    const piece = fc.oneof(
      label.map(name => `text[^${name}] `),
      label.map(name => `\n\n[^${name}]: a note\n`),
      fc
        .tuple(
          label,
          fc.constantFrom('# a note', '- a note', '```\n    a note', '<div>', '', '| a |\n    | - |'),
        )
        .map(([name, note]) => `\n[^${name}]: ${note}\n`),
      fc.constantFrom('lazy\n', '    indented\n', '# Heading\n', '</div>'),
      fc.tuple(label, label).map(([a, b]) => `\r\n\r\n[^${a}]: a note[^${b}]\r\n\r\n    more[^${a}]\r\n\r\n`),
      fc.constantFrom(
        '`',
        '\n\n```\n',
        '<!-- ',
        '-->',
        '\n> ',
        '\n- ',
        '[',
        '](b)',
        '\\',
        '| a | b[^2] |\n|-|-|\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        const text = pieces.join('');
        const once = renumbered(text);
        assert.equal(renumbered(once), once);
        const bare = (value: string) => value.replace(/\[\^[^\s\]]+/g, '[^');
        assert.equal(bare(once), bare(text));
        assert.deepEqual(notesMeant(once), notesMeant(text));
      }),
      { numRuns: runs },
    );
    figure('footnotes', `of ${runs} documents renumbered, twice as once`);
  }).timeout(soak ? 600_000 : 20_000);
});
