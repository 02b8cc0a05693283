import assert from 'node:assert/strict';
import { updateBibliography } from '../../../src/core/bibliography';
import { KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { figure, soak } from '../../figure';
import { otherStyles } from '../csl/otherStyles';
import { formatterOf } from '../csl/styles';

const [first, second] = ['first', 'second'].map((id, at) =>
  makePost({
    id,
    title: `The ${id}`,
    url: `https://example.com/${id}`,
    author: [{ family: at === 0 ? 'Young' : 'Adams', given: 'Ann' }],
    issued: { year: 2000 },
  }),
) as [ReturnType<typeof makePost>, ReturnType<typeof makePost>];

describe('The numbers of numeric styles', function () {
  this.timeout(soak ? 600_000 : 60_000);

  it('are put right, however the style writes them', () => {
    const known = new KnownPosts();
    runWhole(known.setPosts([first, second]));
    let count = 0;
    for (const [name, style] of otherStyles(soak ? 5 : 100)) {
      const formatter = formatterOf(style);
      if (formatter.kind !== 'numeric') continue;
      count++;
      const document = (order: readonly [typeof first, typeof first]) =>
        `b ${formatter.citation([{ post: second }], order)}, a ${formatter.citation([{ post: first }], order)}\n`;
      const before = document([first, second]);
      const { edits } = updateBibliography(before, 'markdown', known, formatter);
      assert.equal(applyEdits(before, edits), document([second, first]), name);
    }
    assert.ok(count > 0);
    figure('numeric styles', `the numbers of ${count} put right in the text`);
  });
});
