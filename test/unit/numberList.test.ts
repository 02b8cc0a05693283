import assert from 'node:assert/strict';
import { NumberList } from '../../src/core/numberList';

describe('NumberList', () => {
  it('gives the numbers back in the order they came, and nothing beyond', () => {
    const list = new NumberList(Float64Array);
    const numbers = Array.from({ length: 5000 }, (_, index) => 2 ** 52 - index);
    for (const number of numbers) list.push(number);
    assert.equal(list.length, 5000);
    assert.deepEqual(
      numbers.map((_, index) => list.at(index)),
      numbers,
    );
    assert.equal(list.at(5000), undefined);
  });

  it('keeps whole numbers of 32 bits', () => {
    const list = new NumberList(Uint32Array);
    list.push(2 ** 32 - 1);
    assert.equal(list.at(0), 2 ** 32 - 1);
  });
});
