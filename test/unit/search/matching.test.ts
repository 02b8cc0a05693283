import assert from 'node:assert/strict';
import { engineering } from '../../../bench/engineering';
import { generatePosts } from '../../../bench/generator';
import { makeQueries } from '../../../bench/queries';
import { createSearch } from '../../../src/core/search';

const posts = generatePosts(engineering, 600, 5);
const search = createSearch(posts);
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();

describe('matching', () => {
  const typed = [
    ...makeQueries(posts, 3, 6).flatMap(({ text }) => [text.slice(0, 1), text.slice(0, 5), text]),
    'year:2015..',
    'data year:2015..2017',
    '-data',
    'data -platform',
    'author:anna',
    '"data platform"',
    'qqqqqqqq',
  ];

  it('gives the posts that a search finds, all of them, once', () => {
    for (const query of typed) {
      const { hits, total } = search.search(query, { limit: posts.length });
      const found = search.matching(query).posts;
      assert.equal(found.length, total, query);
      assert.deepEqual(ids(found), ids(hits.map(hit => hit.post)), query);
    }
  });

  it('says where the words stand as a search does', () => {
    for (const query of typed) {
      const { matchesOf } = search.matching(query);
      for (const { post, matches } of search.search(query, { limit: 5 }).hits)
        assert.deepEqual(matchesOf(post), matches, query);
    }
  });

  it('gives every post while nothing is asked', () => {
    for (const query of ['', ' ', 'author:', 'year:']) {
      assert.deepEqual(ids(search.matching(query).posts), ids(posts), query);
    }
  });

  it('asks the surroundings', () => {
    const isCited = ({ id }: { id: string }) => id === posts[7]!.id;
    assert.deepEqual(ids(search.matching('is:cited', { isCited }).posts), [posts[7]!.id]);
  });
});
