import assert from 'node:assert/strict';
import { CslError, shippedStyles } from '../../../src/core/csl';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { figure, soak } from '../../figure';
import { citeprocOf } from './citeproc';
import { readCiteproc, readMarkdown } from './formattedText';
import { post, variedPosts } from './posts';
import { files, formatterOf } from './styles';

/** Many of them are told alike: with the same authors in the same year. */
const posts = variedPosts(Array.from({ length: soak ? 600 : 26 }, (_, at) => `Part ${at} of ${at % 7}`));

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('Citeproc, a post at a time', function () {
  this.timeout(soak ? 600_000 : 30_000);

  for (const style of shippedStyles) {
    it(`says the same in ${style} as at once, of posts that are told alike too`, () => {
      const formatter = formatterOf(style);
      const steps = formatter.writingBibliography(posts);
      let count = 0;
      let longest = 0;
      let step: ReturnType<typeof steps.next>;
      do {
        const start = performance.now();
        step = steps.next();
        if (count++ > 0) longest = Math.max(longest, performance.now() - start);
        // Somebody asks of other posts in between.
        if (count === 20 || count === posts.length * 2) formatter.citation([{ post: posts[3]! }], []);
        if (count === 40) formatter.citation([{ post: posts[3]! }], posts.slice(0, 30));
      } while (!step.done);
      const engine = citeprocOf(files.get(style)!, posts);
      const [, entries] = engine.makeBibliography() as [unknown, readonly string[]];
      assert.deepEqual(
        step.value.map(({ text }) => plain(readMarkdown(text).text)),
        entries.map(html => plain(readCiteproc(html).text)),
      );
      assert.ok(count > posts.length * 2, `${count}`);
      figure(
        `${posts.length} entries in ${style}`,
        `${count} steps, the longest but for the first ${longest.toFixed()} ms`,
      );
    });
  }

  it('gives the same list after posts were added, left out and put in another order', () => {
    const used = formatterOf('chicago-author-date');
    const some = posts.slice(0, 24);
    for (const cited of [some, some.slice(2), [...some].reverse()]) {
      assert.deepEqual(used.bibliography(cited), formatterOf('chicago-author-date').bibliography(cited));
    }
  });
});

describe('A style that comes to no end', () => {
  const author = Array.from({ length: 30 }, (_, at) => ({ family: `F${at}`, given: `G${at}` }));
  const alike = ['a', 'b'].map((id): Post => post(id, { author, issued: { year: 2020 } }));
  const names = '<names variable="author"><name/></names>'.repeat(6);
  const hostile = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation disambiguate-add-names="true" disambiguate-add-givenname="true" et-al-min="2" et-al-use-first="1"><layout>${names}</layout></citation></style>`;

  it('is stopped, at once the second time, and goes on with other posts', function () {
    this.timeout(60_000);
    const formatter = formatterOf(hostile);
    const cite = () => formatter.citation([{ post: alike[0]! }], alike);
    const isTooLong = (error: unknown) => error instanceof CslError && /takes too long/.test(error.message);
    assert.throws(cite, isTooLong);
    const start = performance.now();
    assert.throws(cite, isTooLong);
    assert.ok(performance.now() - start < 500);
    assert.match(formatter.citation([{ post: alike[1]! }], []), /G0 F0 et al\./);
    assert.throws(() => runWhole(formatter.writingBibliography(alike)), isTooLong);
  });
});
