import assert from 'node:assert/strict';
import { comparePosts } from '../../../src/core/comparePosts';
import { groupPosts } from '../../../src/core/grouping/grouping';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { sorting } from '../../../src/core/sorting';
import { makePost } from '../../fakes';

const ann = { family: 'Lee', given: 'Ann' };
const frank = { family: 'San Miguel', given: 'Frank' };

describe('posts in groups', () => {
  const posts = [
    makePost({ id: 'old', title: 'B', author: [ann, frank], keywords: ['cloud'], issued: { year: 2019 } }),
    makePost({
      id: 'new',
      title: 'C',
      author: [frank],
      keywords: ['cloud', 'AWS'],
      issued: { year: 2021, month: 3 },
    }),
    makePost({ id: 'undatedB', title: 'b', author: [frank] }),
    makePost({ id: 'undatedA', title: 'a' }),
  ];
  const shape = (by: Parameters<typeof groupPosts>[1]) =>
    groupPosts(posts, by).map(group => [group.label, group.posts.map(post => post.id)]);

  it('sorts authors by family name, shows them as they sign, and puts the unsigned last', () => {
    assert.deepEqual(shape('author'), [
      ['Ann Lee', ['old']],
      ['Frank San Miguel', ['new', 'old', 'undatedB']],
      ['', ['undatedA']],
    ]);
  });

  it('sorts topics by how many posts they have', () => {
    assert.deepEqual(shape('topic'), [
      ['cloud', ['new', 'old']],
      ['AWS', ['new']],
      ['', ['undatedA', 'undatedB']],
    ]);
  });

  it('sorts years latest first', () => {
    assert.deepEqual(
      shape('year').map(([label]) => label),
      ['2021', '2019', ''],
    );
  });

  it('counts a post once in a group, though its author is named twice', () => {
    const twice = makePost({ id: 'x', author: [ann, { family: 'LEE', given: 'ann' }] });
    assert.deepEqual(
      groupPosts([twice], 'author').map(group => group.posts.length),
      [1],
    );
  });

  it('sorts in steps as at once, and takes no step longer with more posts', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      makePost({
        id: `p${index}`,
        title: `Title ${(index * 7919) % 40}`,
        issued: { year: 2000 + ((index * 31) % 7) },
      }),
    );
    let compared = 0;
    let most = 0;
    const steps = sorting(many, (a, b) => {
      compared++;
      return comparePosts(a, b);
    });
    let sorted: Post[] | undefined;
    while (!sorted) {
      compared = 0;
      const step = steps.next();
      most = Math.max(most, compared);
      if (step.done) sorted = step.value;
    }
    assert.deepEqual(sorted, [...many].sort(comparePosts));
    assert.ok(most < 6000, String(most));
  });

  it('keeps the order of items that compare as equal', () => {
    const items = Array.from({ length: 1200 }, (_, index) => ({ index, key: index % 3 }));
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    assert.deepEqual(runWhole(sorting(items, byKey)), [...items].sort(byKey));
  });
});
