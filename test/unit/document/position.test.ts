import assert from 'node:assert/strict';
import { lineEnd, lineEnding, lineStart, offsetAt } from '../../../src/core/document/position';

describe('offsetAt', () => {
  it('counts lines and columns from 1, whatever ends the lines', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = ['one', '', 'three'].join(eol);
      assert.equal(offsetAt(text, 1, 1), 0);
      assert.equal(offsetAt(text, 1, 4), 3);
      assert.equal(offsetAt(text, 2, 1), 3 + eol.length);
      assert.equal(offsetAt(text, 3, 6), text.length);
    }
    assert.equal(offsetAt('', 1, 1), 0);
    assert.equal(offsetAt('a\n', 2, 1), 2);
  });

  it('does not count a BOM, and never falls inside a character', () => {
    assert.equal(offsetAt('\uFEFFab\ncd', 1, 1), 1);
    assert.equal(offsetAt('\uFEFFab\ncd', 1, 3), 3);
    assert.equal(offsetAt('\uFEFFab\ncd', 1, 4), undefined);
    assert.equal(offsetAt('\uFEFFab\ncd', 2, 1), 4);
    assert.deepEqual(
      [1, 2, 3, 4].map(column => offsetAt('a😀b', 1, column)),
      [0, 1, 1, 3],
    );
  });

  it('is undefined beyond the text or its line, and for what is no position', () => {
    for (const [line, column] of [
      [1, 5],
      [4, 1],
      [0, 1],
      [1, 0],
      [1.5, 1],
      [Number.NaN, 1],
    ] as const) {
      assert.equal(offsetAt('one\ntwo\n', line, column), undefined);
    }
  });
});

describe('lineStart and lineEnd', () => {
  it('bound the line of an offset', () => {
    const text = 'one\r\ntwo\nthree';
    assert.deepEqual([lineStart(text, 6), lineEnd(text, 6)], [5, 8]);
    assert.deepEqual([lineStart(text, 3), lineEnd(text, 3)], [0, 3]);
    assert.deepEqual([lineStart(text, 14), lineEnd(text, 14)], [9, 14]);
  });
});

describe('lineEnding', () => {
  it('is that of the first line', () => {
    assert.equal(lineEnding('a\r\nb\n'), '\r\n');
    assert.equal(lineEnding('a\nb\r\n'), '\n');
    assert.equal(lineEnding('a'), '\n');
  });
});
