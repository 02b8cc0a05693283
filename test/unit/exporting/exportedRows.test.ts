import assert from 'node:assert/strict';
import type { Group } from '../../../src/core/grouping/grouping';
import type { Post } from '../../../src/core/post';
import { exportedRows } from '../../../src/vscode/commands/exporting/exportedRows';
import type { PostsRow } from '../../../src/vscode/views/postsRow';
import { makePost } from '../../fakes';

const [a, b, c] = ['a', 'b', 'c'].map(id => makePost({ id })) as [Post, Post, Post];
const look = { id: 'x', parent: undefined, count: 0, expanded: false, contextValue: '' };
const group = (label: string, ...posts: Post[]): Group => ({ key: label, label, order: label, posts });

const post = (shown: Post): PostsRow => ({ kind: 'post', id: shown.id, parent: undefined, post: shown });
const topic = (of: Group): PostsRow => ({ ...look, kind: 'group', by: 'topic', label: of.label, group: of });

function said(...rows: PostsRow[]) {
  const { posts, sections } = exportedRows(
    rows,
    (by, { label }) => label || `no ${by}`,
    by => [{ label: `all by ${by}`, posts: [a] }],
  );
  return [
    posts.map(({ id }) => id).join(''),
    sections?.map(({ label, posts }) => `${label}:${posts.map(({ id }) => id).join('')}`),
  ];
}

describe('the posts of rows', () => {
  it('are a list where they are rows of posts, each once', () => {
    assert.deepEqual(said(post(b), post(a), post(b)), ['ba', undefined]);
  });

  it('are in the groups that the view has, and before them those that are in none', () => {
    assert.deepEqual(said(topic(group('Go', a, b)), topic(group('', b))), ['ab', ['Go:ab', 'no topic:b']]);
    assert.deepEqual(said(topic(group('Go', a)), post(c), post(a)), ['ca', [':c', 'Go:a']]);
  });

  it('are those of all groups below runs and roots', () => {
    const branches = [
      { group: group('A', a) },
      { range: undefined, posts: 1, branches: [{ group: group('B', b) }] },
    ];
    assert.deepEqual(said({ ...look, kind: 'groups', by: 'topic', label: 'A – B', branches }), [
      'ab',
      ['A:a', 'B:b'],
    ]);
    assert.deepEqual(said({ ...look, kind: 'posts', label: '2021', posts: [c, b] }), ['cb', ['2021:cb']]);
    assert.deepEqual(said({ ...look, kind: 'root', by: 'year', label: 'Years' }), ['a', ['all by year:a']]);
  });
});
