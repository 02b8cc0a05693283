import assert from 'node:assert/strict';
import { engineering } from '../../../bench/engineering';
import { generatePosts } from '../../../bench/generator';
import { percentile } from '../../../bench/measure';
import { makeQueries } from '../../../bench/queries';
import { createSearch } from '../../../src/core/search';

/** Work is counted, not timed: these limits hold on any machine. */
describe('the work of a keystroke', function () {
  this.timeout(60_000);
  const work = (size: number) => {
    const posts = generatePosts(engineering, size, 11);
    const search = createSearch(posts);
    const counts = makeQueries(posts, 4, 12).flatMap(({ text }) =>
      Array.from(text, (_, at) => {
        search.search(text.slice(0, at + 1));
        return { ...search.work };
      }),
    );
    const at = (part: number, of: 'words' | 'entries' | 'posts') =>
      percentile(
        counts.map(each => each[of]),
        part,
      );
    return {
      entries: [at(0.5, 'entries'), at(0.95, 'entries')],
      posts: [at(0.5, 'posts'), at(0.95, 'posts')],
      words: at(0.95, 'words'),
    };
  };
  const small = work(5_000);
  const large = work(20_000);

  it('reads an entry for every second post at the median, and two for each post at the 95th percentile', () => {
    assert.ok(large.entries[0]! < 10_000, `median ${large.entries[0]}`);
    assert.ok(large.entries[1]! < 40_000, `p95 ${large.entries[1]}`);
  });

  it('weighs a quarter of the posts at the median, and each once at the 95th percentile', () => {
    assert.ok(large.posts[0]! < 5_000, `median ${large.posts[0]}`);
    assert.ok(large.posts[1]! < 20_000, `p95 ${large.posts[1]}`);
  });

  it('takes no more than a thousand words of the index into consideration', () => {
    assert.ok(large.words < 1_000, `p95 ${large.words}`);
  });

  it('grows no faster than the posts', () => {
    assert.ok(large.entries[1]! < 5 * small.entries[1]!, `${small.entries[1]} to ${large.entries[1]}`);
  });

  it('counts what minus signs cost, and reads no more for them than for what they leave out', () => {
    const posts = generatePosts(engineering, 2_000, 11);
    const search = createSearch(posts);
    const cost = (query: string) => {
      search.search(query);
      return { ...search.work };
    };
    assert.ok(cost('author:a').entries > 0);
    assert.equal(cost('-author:a').entries, cost('author:a').entries);
    assert.equal(cost('-author:a').posts, cost('author:a').posts + posts.length);
    assert.ok(cost('-data').entries > 0);
    assert.equal(cost('-data').entries, cost('"data"').entries);
    assert.deepEqual(cost('-author:a'), cost('-author:a'));
    search.matching('-author:a');
    assert.equal(search.work.entries, cost('-author:a').entries);
  });

  it('goes over the posts once for quoted words, which nothing else stands for', () => {
    const search = createSearch(generatePosts(engineering, 2_000, 11));
    for (const query of ['"data qqqq', '"of the q', '"data qqqq"']) {
      assert.equal(search.search(query).total, 0, query);
      assert.ok(search.work.posts <= 2_000, `${query} ${search.work.posts}`);
    }
  });

  it('is bounded however many words are typed', () => {
    const size = 5_000;
    const search = createSearch(generatePosts(engineering, size, 11));
    const entries = (query: string) => {
      search.search(query);
      return search.work.entries;
    };
    assert.equal(entries('data '.repeat(100).trim()), entries('data'));
    const letters = Array.from('abcdefghijklmnopqrstuvwx').join(' ');
    assert.ok(entries(letters) < 6 * size, `letters ${entries(letters)}`);
  });
});
