import assert from 'node:assert/strict';
import { joinEdits } from '../../../src/core/document/joinEdits';
import { applyEdits, type TextEdit } from '../../../src/core/document/textEdit';

const edit = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

describe('steps of edits joined', () => {
  it('are edits of the first text', () => {
    const joined = joinEdits([
      [edit(3, 3, '[a]'), edit(9, 9, '\n\n[a]: x')],
      [edit(5, 5, '; b'), edit(20, 20, '\n[b]: y')],
    ]);
    assert.deepEqual(joined, [edit(3, 3, '[a; b]'), edit(9, 9, '\n\n[a]: x\n[b]: y')]);
  });

  it('are the same edits where there is one step, and none where there is none', () => {
    assert.deepEqual(joinEdits([[edit(0, 2, ''), edit(4, 5, 'x')]]), [edit(0, 2, ''), edit(4, 5, 'x')]);
    assert.deepEqual(joinEdits([]), []);
  });

  it('come to the same text, whatever they are', () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 500; round++) {
      const text = 'abcdefghij'.slice(0, random(11));
      let after = text;
      const steps: TextEdit[][] = [];
      for (let step = 0; step < 3; step++) {
        const places = Array.from({ length: 4 }, () => random(after.length + 1)).sort((a, b) => a - b);
        const edits = [
          edit(places[0]!, places[1]!, 'XYZ'.slice(random(4))),
          edit(places[2]!, places[3]!, 'uvw'.slice(random(4))),
        ];
        steps.push(edits);
        after = applyEdits(after, edits);
      }
      assert.equal(applyEdits(text, joinEdits(steps)), after);
    }
  });
});
