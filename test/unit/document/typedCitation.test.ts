import assert from 'node:assert/strict';
import { type TypedCitationOptions, typedCitation } from '../../../src/core/document/typedCitation';

/** What is typed at `¦`, and the line once `KEY` is accepted. */
function typed(marked: string, options?: TypedCitationOptions) {
  const offset = marked.indexOf('¦');
  const line = marked.replace('¦', '');
  const found = typedCitation(line, offset, options);
  if (!found) return undefined;
  const { kind, query, start, end, closing } = found;
  return [kind, query, `${line.slice(0, start)}KEY${closing}|${line.slice(end)}`];
}

describe('a citation that is being typed', () => {
  it('is a key in brackets, whose closing bracket is taken in or added', () => {
    assert.deepEqual(typed('See [@¦].'), ['key', '', 'See [@KEY]|.']);
    assert.deepEqual(typed('See [@lee cach¦].'), ['key', 'lee cach', 'See [@KEY]|.']);
    assert.deepEqual(typed('See [@lee¦'), ['key', 'lee', 'See [@KEY]|']);
    assert.deepEqual(typed('[-@lee¦]'), ['key', 'lee', '[-@KEY]|']);
    assert.deepEqual(typed('[@{lee¦}]'), ['key', 'lee', '[@KEY]|']);
  });

  it('is one of several keys', () => {
    assert.deepEqual(typed('[@roe2020, p. 3; @lee¦]'), ['key', 'lee', '[@roe2020, p. 3; @KEY]|']);
    assert.deepEqual(typed('[@lee¦; @roe2020]'), ['key', 'lee', '[@KEY|; @roe2020]']);
    assert.deepEqual(typed('[@le¦e2020, p. 3]'), ['key', 'le', '[@KEY|, p. 3]']);
  });

  it('is a footnote', () => {
    assert.deepEqual(typed('See[^¦].'), ['footnote', '', 'See[^KEY]|.']);
    assert.deepEqual(typed('See[^lee cach¦].'), ['footnote', 'lee cach', 'See[^KEY]|.']);
    assert.deepEqual(typed('See[^le¦e2020].'), ['footnote', 'le', 'See[^KEY]|.']);
    assert.deepEqual(typed('See[^lee¦ and more'), ['footnote', 'lee', 'See[^KEY]| and more']);
    assert.deepEqual(typed('See[^a][^b¦]: so it is'), ['footnote', 'b', 'See[^a][^KEY]|: so it is']);
  });

  it('stands in text without brackets, or behind words in them, where Pandoc reads it', () => {
    for (const [marked, ...expected] of [
      ['As @lee¦ says', 'key', 'lee', 'As @KEY| says'],
      ['(@le¦e2020)', 'key', 'le', '(@KEY|)'],
      ['[see @lee¦]', 'key', 'lee', '[see @KEY]|'],
      ['[see @lee¦, p. 3]', 'key', 'lee', '[see @KEY|, p. 3]'],
    ] as const) {
      assert.deepEqual(typed(marked, { isPandoc: true }), expected);
      assert.equal(typed(marked), undefined);
    }
  });

  it('is none in what only looks like it', () => {
    for (const marked of [
      '¦[@a]',
      '[@a]¦',
      '[@a](https://example.com/¦)',
      'me@exam¦ple.com',
      '[me@exam¦ple.com]',
      '\\[^a¦]',
      '[\\@a¦]',
      '[^a]: note¦',
      '[^a¦]: note',
      'x^2¦',
    ]) {
      assert.equal(typed(marked, { isPandoc: true }), undefined, marked);
    }
    assert.equal(typed('As @lee says, so¦', { isPandoc: true }), undefined);
    assert.notEqual(typed('\\\\[^a¦]'), undefined);
  });

  it('is looked for in no more than what is near', () => {
    const line = `[@${'x'.repeat(1000)}`;
    assert.equal(typedCitation(line, line.length), undefined);
  });
});
