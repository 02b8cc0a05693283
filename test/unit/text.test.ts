import assert from 'node:assert/strict';
import { cleanText } from '../../src/core/text';

describe('clean text', () => {
  it('is the same for each character whether or not the rest of the text is clean', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      assert.equal(cleanText(`${text}  c`), `${cleanText(text)} c`, code.toString(16));
    }
  });

  it('has one space between words and none at its ends', () => {
    for (const text of [' Zoë', 'Zoë ', '', ' ', 'Zoë  Lee', 'Zoë\u00a0Lee', '“Zoë” – Lee’s', 'Zoë\nLee']) {
      assert.equal(cleanText(text), text.split(/\s+/).filter(Boolean).join(' '));
    }
  });

  it('is made of a text of millions of words', () => {
    const text = `${'x y '.repeat(2_500_000)}z`;
    assert.ok(cleanText(text) === text);
  }).timeout(60_000);
});
