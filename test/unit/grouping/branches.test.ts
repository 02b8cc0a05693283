import assert from 'node:assert/strict';
import { type Branch, branching } from '../../../src/core/grouping/branches';
import { type Grouping, groupPosts } from '../../../src/core/grouping/grouping';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const level = (posts: readonly Post[], by: Grouping, size: number) =>
  runWhole(branching(groupPosts(posts, by), by, group => group.order, size));
const show = (branch: Branch): unknown =>
  'group' in branch
    ? branch.group.label
    : [
        branch.range ? `${branch.range.first} – ${branch.range.last}` : 'rare',
        branch.posts,
        branch.branches.map(show),
      ];

describe('the levels of groups', () => {
  const byAuthors = (...families: readonly (readonly string[])[]) =>
    families.map((names, index) => makePost({ id: `p${index}`, author: names.map(family => ({ family })) }));

  it('are the groups themselves while they are few', () => {
    assert.deepEqual(level(byAuthors(['Lee'], ['Doe']), 'author', 2).map(show), ['Doe', 'Lee']);
  });

  it('are runs of groups where they are many, with each post counted once', () => {
    const posts = byAuthors(['Abe', 'Ada'], ['Bea'], ['Cy'], ['Cy']);
    assert.deepEqual(level(posts, 'author', 2).map(show), [
      ['A – A', 1, ['Abe', 'Ada']],
      ['B – C', 3, ['Bea', 'Cy']],
    ]);
  });

  it('gather rare topics at the end, sorted by name, the posts without one apart', () => {
    const common = Array.from({ length: 12 }, (_, index) => `Topic ${index}`);
    const posts = [
      ...common.flatMap(topic => [1, 2].map(n => makePost({ id: `${topic} ${n}`, keywords: [topic] }))),
      makePost({ id: 'b', keywords: ['Bees', 'Ants'] }),
      makePost({ id: 'none' }),
    ];
    assert.deepEqual(level(posts, 'topic', 300).map(show).slice(11), [
      'Topic 11',
      '',
      ['rare', 1, ['Ants', 'Bees']],
    ]);
  });

  it('keep the biggest topics apart, and leave few topics as they are', () => {
    const topics = (count: number, posts: number) =>
      Array.from({ length: count * posts }, (_, index) =>
        makePost({ id: `p${index}`, keywords: [`Topic ${index % count}`] }),
      );
    assert.equal(level(topics(12, 1), 'topic', 300).length, 12);
    const many = level(topics(250, 2), 'topic', 300);
    assert.equal(many.length, 201);
    const [rare] = many.slice(-1);
    assert.equal(rare && 'branches' in rare && rare.branches.length, 50);
  });

  it('have no more rows than asked, however many groups there are', () => {
    const posts = byAuthors(...Array.from({ length: 3000 }, (_, index) => [`N${index}`]));
    const check = (branches: readonly Branch[]): number => {
      assert.ok(branches.length <= 10, String(branches.length));
      return branches.reduce((sum, branch) => sum + ('group' in branch ? 1 : check(branch.branches)), 0);
    };
    assert.equal(check(level(posts, 'author', 10)), 3000);
  });
});
