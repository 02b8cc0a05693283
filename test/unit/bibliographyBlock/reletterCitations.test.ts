import assert from 'node:assert/strict';
import { updateBibliography } from '../../../src/core/bibliography';
import { KnownPosts } from '../../../src/core/document';
import { applyEdits } from '../../../src/core/document/textEdit';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';
import { formatterOf } from '../csl/styles';

const posts = ['Caches', 'Queues', 'Streams'].map((title, at) =>
  makePost({
    id: title.toLowerCase(),
    title,
    url: `https://example.com/${title.toLowerCase()}`,
    author: [{ family: at < 2 ? 'Lee' : 'Roe', given: 'Ann' }],
    issued: { year: 2020 },
  }),
);
const [caches, queues] = ['https://example.com/caches', 'https://example.com/queues'];

describe('The letters of years', () => {
  const known = new KnownPosts();
  runWhole(known.setPosts(posts));
  const updated = (text: string, style: string) => {
    const formatter = formatterOf(style);
    const list = '\n\n<!-- bibliography -->\n<!-- /bibliography -->\n';
    const after = applyEdits(
      text + list,
      updateBibliography(text + list, 'markdown', known, formatter).edits,
    );
    assert.deepEqual(updateBibliography(after, 'markdown', known, formatter).edits, []);
    return after.slice(0, after.indexOf('\n'));
  };

  it('come and go with the other posts that are cited', () => {
    for (const [style, comma] of [
      ['apa', ','],
      ['chicago-author-date', ''],
    ] as const) {
      const cite = (letter: string, url: string, locator = '') =>
        `([Lee${comma} 2020${letter}${locator}](${url}))`;
      assert.equal(
        updated(`${cite('', caches)} ${cite('', queues, ', p. 3')} [2020](${queues})`, style),
        `${cite('a', caches)} ${cite('b', queues, ', p. 3')} [2020b](${queues})`,
      );
      assert.equal(updated(cite('b', queues), style), cite('', queues));
    }
  });

  it('are left alone in other texts of links', () => {
    const text = `[@caches; @queues] [In 2020](${caches}) [Lee, 2019](${caches}) [Lee, 2020 again](${caches}) [2020s](${caches}) [Roe, 2020](https://example.com/streams)`;
    assert.equal(updated(text, 'apa'), text);
  });
});
