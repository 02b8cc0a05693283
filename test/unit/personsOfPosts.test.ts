import assert from 'node:assert/strict';
import { PersonsOfPosts } from '../../src/vscode/library/personsOfPosts';
import { makePost } from '../fakes';

describe('the persons of posts', () => {
  const posts = [makePost({ id: 'a', author: [{ literal: 'Ann' }] })];

  it('are found once, also for posts that say the same of their authors', async () => {
    const persons = new PersonsOfPosts();
    const found = persons.of(posts);
    assert.equal(persons.of(posts), found);
    const retold = [...posts];
    persons.keep(posts, retold);
    assert.equal(persons.of(retold), found);
    persons.keep(posts, [...posts]); // not the last ones any more
    assert.equal(persons.of(retold), found);
    assert.ok(await found);
  });

  it('are given up when those of others are asked for', async () => {
    const persons = new PersonsOfPosts();
    const overtaken = persons.of(posts);
    const found = persons.of([...posts]);
    await assert.rejects(overtaken, { name: 'AbortError' });
    const name = posts[0]!.author[0]!;
    assert.equal((await found).personOf(name, posts[0]!).label, 'Ann');
  });
});
