import assert from 'node:assert/strict';
import type { Post } from '../../src/core/post';
import { GroupedPosts } from '../../src/vscode/views/groupedPosts';
import type { ShownPosts } from '../../src/vscode/views/shownPosts';
import { post } from './editor';

describe('grouped posts', () => {
  const blog = { containerTitle: 'Blog' };
  const posts = [
    post({ id: 'x', author: [{ family: 'Castrapel', given: 'Curtis' }], ...blog }),
    post({ id: 'y', author: [{ family: 'Castrapel', given: 'C.' }], ...blog }),
  ];
  const { signal } = new AbortController();
  const labels = (shown: ShownPosts | undefined) =>
    shown?.below().map(row => (row.kind === 'post' ? row.post.id : row.label));
  const changed = (fields: Partial<Post>) => [posts[0]!, { ...posts[1]!, ...fields }];

  it('are grouped otherwise than asked before, amid the search for persons', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      post({ id: `m${index}`, author: [{ family: `Lee${index}`, given: 'Ann' }] }),
    );
    const grouped = new GroupedPosts();
    const overtaken = grouped.of(many, ['author', 'topic']);
    await new Promise(resolve => setTimeout(resolve, 50));
    const shown = grouped.of(many, ['author', 'year']);
    assert.deepEqual(labels(await shown), ['Authors', 'Years']);
    await assert.rejects(overtaken, { name: 'AbortError' });
  });

  it('have the same persons while posts say the same of their authors', async () => {
    const grouped = new GroupedPosts();
    const { persons } = await grouped.of(posts, ['author']);
    const retold = changed({ keywords: ['cloud'] });
    await grouped.of(retold, ['author']);
    assert.equal(await grouped.persons(retold), persons);
    assert.equal(await grouped.refined(retold, ['author'], signal), undefined);
  });

  it('have other persons where posts say something else, those grouped already the same objects', async () => {
    const grouped = new GroupedPosts();
    const shown = await grouped.of(posts, ['author']);
    assert.deepEqual(labels(shown), ['Curtis Castrapel']);
    const apart = changed({ persons: { 'C. Castrapel': 'C. Castrapel' } });
    assert.deepEqual(labels(await grouped.of(apart, ['author'])), ['Curtis Castrapel']);
    const refined = await grouped.refined(apart, ['author'], signal);
    assert.deepEqual(labels(refined), ['C. Castrapel', 'Curtis Castrapel']);
    assert.equal(await grouped.of(apart, ['author']), refined);
    assert.equal(await grouped.refined(apart, ['author'], signal), undefined);
  });

  it('are not refined for somebody who looks at others by then', async () => {
    const grouped = new GroupedPosts();
    await grouped.of(posts, ['author']);
    const looking = new AbortController();
    const apart = changed({ persons: { 'C. Castrapel': 'C. Castrapel' } });
    await grouped.of(apart, ['author']);
    const refined = grouped.refined(apart, ['author'], looking.signal);
    looking.abort();
    await assert.rejects(refined, { name: 'AbortError' });
  });
});
