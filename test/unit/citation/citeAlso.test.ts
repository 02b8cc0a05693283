import assert from 'node:assert/strict';
import { cite, citeAlso, joinCitations } from '../../../src/core/citation';
import { applyEdits } from '../../../src/core/document/textEdit';
import { makePost } from '../../fakes';

const a = makePost({ id: 'a', title: 'A', url: 'https://example.com/a' });
const b = makePost({ id: 'b', title: 'B', url: 'https://example.com/b' });

describe('citing several posts at one place', () => {
  for (const [format, expected] of [
    [
      'inlineLink',
      'x [A](https://example.com/a), [B](https://example.com/b)|\ny [A](https://example.com/a), [B](https://example.com/b)|\n',
    ],
    ['pandoc', 'x [@a; @b]|\ny [@a; @b]|\n'],
  ] as const) {
    it(`sets them side by side at every cursor, as ${format}`, () => {
      const first = cite({
        document: 'x \ny \n',
        post: a,
        format,
        selections: [
          { start: 2, end: 2 },
          { start: 5, end: 5 },
        ],
      });
      const document = applyEdits('x \ny \n', first.edits);
      const selections = first.carets.map(caret => ({ start: caret, end: caret }));
      const { edits, carets } = citeAlso({ document, post: b, format, selections });
      const text = applyEdits(document, edits);
      const marks = carets.map(caret => ({ start: caret, end: caret, text: '|' }));
      assert.equal(applyEdits(text, marks), expected);
    });
  }

  it('keeps one definition each', () => {
    const first = cite({
      document: 'x\n',
      post: a,
      format: 'referenceLink',
      selections: [{ start: 1, end: 1 }],
    });
    const document = applyEdits('x\n', first.edits);
    const [caret = 0] = first.carets;
    const { edits } = citeAlso({
      document,
      post: b,
      format: 'referenceLink',
      selections: [{ start: caret, end: caret }],
    });
    assert.equal(
      applyEdits(document, edits),
      'x[A][a], [B][b]\n\n[a]: https://example.com/a\n[b]: https://example.com/b\n',
    );
  });

  it('joins them for the clipboard in the same way', () => {
    assert.equal(joinCitations(['[@a]', '[@b]'], 'pandoc'), '[@a; @b]');
    assert.equal(joinCitations(['[A](x)', '[B](y)'], 'inlineLink'), '[A](x), [B](y)');
  });
});
