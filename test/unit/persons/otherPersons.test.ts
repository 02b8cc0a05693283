import assert from 'node:assert/strict';
import { saySameOfAuthors } from '../../../src/core/persons/otherPersons';
import type { Post } from '../../../src/core/post';
import { makePost } from '../../fakes';

describe('posts that changed', () => {
  const post = makePost({ id: 'a', title: 'One', keywords: ['cloud'], author: [{ literal: 'Ann' }] });
  const same = (now: readonly Post[], before: readonly Post[] = [post]) =>
    saySameOfAuthors(new Set(before), new Set(now));

  it('say the same of their authors with other topics, notes, excerpts or days', () => {
    assert.ok(same([{ ...post, keywords: [], note: 'Good', abstract: 'Short', language: 'en' }]));
    const [may, june] = [5, 6].map(month => ({ ...post, issued: { year: 2020, month } }));
    assert.ok(same([may!], [june!]));
    assert.ok(same([], []));
  });

  it('say something else when they come, go, or what tells authors apart is another', () => {
    assert.ok(!same([post], []));
    assert.ok(!same([], [post]));
    assert.ok(!same([{ ...post, id: 'b' }]));
    const others: Partial<Post>[] = [
      { title: 'Two' },
      { author: [{ literal: 'Bob' }] },
      { containerTitle: 'Blog' },
      { url: 'https://example.com/' },
      { issued: { year: 1900 } },
      { persons: { Ann: 'Bob' } },
      { provisional: ['title'] },
    ];
    for (const other of others) assert.ok(!same([{ ...post, ...other }]), JSON.stringify(other));
  });
});
