import assert from 'node:assert/strict';
import { engineering } from '../../../bench/engineering';
import { generatePosts } from '../../../bench/generator';
import { groupings, groupPosts } from '../../../src/core/grouping/grouping';
import { changing, narrowing, regrouping } from '../../../src/core/grouping/regrouping';
import { postsOfOthers } from '../../../src/core/persons/otherPersons';
import { createPersons } from '../../../src/core/persons/persons';
import type { Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

describe('groups after a change', () => {
  const posts = generatePosts(engineering, 600, 7);
  const persons = runWhole(createPersons(posts));
  const before = posts.slice(0, 500);
  const after = [
    ...posts.slice(25, 520),
    { ...posts[20]!, title: 'Another title', issued: { year: 2030 }, keywords: ['New', 'engineering'] },
    { ...posts[21]!, author: [], keywords: [] },
  ];

  for (const by of groupings) {
    for (const who of [undefined, persons]) {
      it(`are as if grouped anew: by ${by}${who ? ', with persons' : ''}`, () => {
        const change = runWhole(changing(before, after, 100))!;
        assert.equal(change.come.size, 22);
        assert.equal(change.gone.size, 25);
        const groups = groupPosts(before, by, who);
        const regrouped = runWhole(regrouping(groups, change, by, who));
        assert.deepEqual(regrouped, groupPosts(after, by, who));
        assert.deepEqual(
          runWhole(regrouping(groups, runWhole(changing(before, [...before], 0))!, by, who)),
          groups,
        );
      });
    }
  }

  it('are the same objects where the change does not touch them', () => {
    const change = runWhole(changing(before, posts.slice(0, 501), 1))!;
    const groups = groupPosts(before, 'author');
    const others = runWhole(regrouping(groups, change, 'author')).filter(group => !groups.includes(group));
    assert.equal(others.length, new Set(posts[500]!.author.map(name => name.family)).size);
  });

  it('are as if grouped anew when authors are other persons, and the same objects where they are not', () => {
    const named = (id: string, given: string, more: Partial<Post> = {}) =>
      makePost({ id, title: `Post ${id}`, author: [{ given, family: 'Castrapel' }], ...more });
    const signed = [
      named('a', 'Jane', { containerTitle: 'Blog' }),
      named('b', 'J.', { containerTitle: 'Blog' }),
      named('c', 'Quentin'),
      named('d', 'Adam'),
      makePost({ id: 'e' }),
    ];
    const decided = signed.map(post =>
      post.id === 'b'
        ? { ...post, persons: { 'J. Castrapel': 'J. Castrapel' } }
        : post.id === 'd'
          ? { ...post, persons: { 'Adam Castrapel': 'Quentin Castrapel' } }
          : post,
    );
    const [joined, apart] = [signed, decided].map(posts => runWhole(createPersons(posts)));
    const groups = groupPosts(decided, 'author', joined);
    const others = runWhole(postsOfOthers(decided, joined!, apart!));
    assert.deepEqual([...others].map(({ id }) => id).sort(), ['a', 'b', 'c', 'd']);
    const regrouped = runWhole(regrouping(groups, { come: others, gone: others }, 'author', apart, joined));
    assert.deepEqual(regrouped, groupPosts(decided, 'author', apart));
    assert.equal(runWhole(postsOfOthers(decided, apart!, runWhole(createPersons(decided)))).size, 0);
  });

  it('are grouped anew where more changed than asked', () => {
    assert.equal(runWhole(changing(before, after, 10)), undefined);
    assert.equal(runWhole(changing(before, before.slice(11), 10)), undefined);
  });

  for (const by of groupings) {
    it(`are those of the posts a filter left: by ${by}`, () => {
      const left = posts.filter((_, index) => index % 7 === 0);
      const show = (groups: ReturnType<typeof groupPosts>) => groups.map(({ key, posts }) => [key, posts]);
      assert.deepEqual(
        show([...runWhole(narrowing(groupPosts(posts, by), left, by))]),
        show(groupPosts(left, by)),
      );
    });
  }
});
