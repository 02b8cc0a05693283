import assert from 'node:assert/strict';
import { createIdentity, identifying } from '../../../src/core/library/identity';
import { addRecords } from '../../../src/core/library/library';
import type { Post, PostRecord } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { makePost } from '../../fakes';

const ann = { family: 'Lee', given: 'Ann' };

describe('a library', () => {
  const post = makePost({
    id: 'lee2020caches',
    title: 'Caches',
    author: [ann],
    issued: { year: 2020 },
    url: 'https://example.com/caches',
  });
  const record = (fields: Partial<PostRecord>): PostRecord => ({
    title: 'Caches',
    author: [ann],
    keywords: [],
    ...fields,
  });

  it('knows a post by its address, however that is spelled', () => {
    const { added, known } = addRecords(
      [post],
      [record({ title: 'Other', url: 'http://www.example.com/caches/' })],
    );
    assert.deepEqual([added.length, known.map(({ id }) => id)], [0, ['lee2020caches']]);
  });

  it('knows a post by title and authors when one of them has no address', () => {
    const { added, known } = addRecords([post], [record({ title: 'CACHES' })]);
    assert.deepEqual([added, known], [[], [post]]);
  });

  it('tells posts with other addresses, dates or authors apart', () => {
    const others = [
      record({ url: 'https://example.com/caches-2' }),
      record({ issued: { year: 2021 } }),
      record({ author: [{ family: 'Roe' }] }),
    ];
    for (const other of others) {
      assert.equal(addRecords([post], [other]).added.length, 1);
    }
  });

  it('gives two posts that would get one key a key each', () => {
    const { posts } = addRecords(
      [],
      [
        record({ url: 'https://example.com/1', issued: { year: 2020 } }),
        record({ url: 'https://example.com/2', issued: { year: 2020 } }),
      ],
    );
    assert.equal(posts.length, 2);
    assert.equal(new Set(posts.map(({ id }) => id)).size, 2);
  });

  it('fills in what a post lacks, and changes nothing that it says', () => {
    const bare = makePost({ id: 'lee', title: 'Caches', author: [ann], note: 'Mine.' });
    const { enriched } = addRecords(
      [bare],
      [record({ note: 'Theirs.', url: 'https://example.com/c', keywords: ['caching'] })],
    );
    assert.deepEqual(enriched, [
      { ...bare, url: 'https://example.com/c', keywords: ['caching'], inferred: [] },
    ]);
  });

  it('tells posts of one title and author apart by their excerpts, unless one is the other cut short', () => {
    const weekly = (abstract: string) => record({ title: 'Weeknotes', abstract });
    const [first, second] = [weekly('We moved house.'), weekly('We fixed the build.')];
    assert.equal(addRecords([], [first, second]).posts.length, 2);
    assert.equal(addRecords([], [first, second, weekly('WE FIXED THE …'), second]).posts.length, 2);
    assert.equal(addRecords([], [first, record({ title: 'Weeknotes' })]).posts.length, 1);
  });

  it('takes over variables that Byline does not use, and keeps its own', () => {
    const own = makePost({ id: 'lee', title: 'Caches', author: [ann], extra: { DOI: '10/1' } });
    const [better] = addRecords([own], [record({ extra: { DOI: '10/2', volume: 3 } })]).enriched;
    assert.deepEqual(better?.extra, { DOI: '10/1', volume: 3 });
  });

  it('knows a post with a made-up title by its excerpt, and takes the real title', () => {
    const bare = makePost({
      id: 'lee',
      title: 'How we',
      author: [ann],
      abstract: 'How we cache.',
      provisional: ['title'],
    });
    const again = record({ title: 'How we', abstract: 'How we cache.', provisional: ['title'] });
    assert.deepEqual(addRecords([bare], [again]).known, [bare]);
    const [better] = addRecords([bare], [record({ abstract: 'How we cache.' })]).enriched;
    assert.deepEqual([better?.title, better?.provisional], ['Caches', []]);
  });

  it('tells posts with titles of their own apart, though they begin alike', () => {
    const alike = ['Caches', 'Queues'].map(title => record({ title, abstract: 'Text.' }));
    assert.equal(addRecords([], alike).posts.length, 2);
  });

  it('adds the same records twice as once', () => {
    const records = [
      record({}),
      record({ title: 'Queues' }),
      record({ url: 'https://example.com/q', title: 'Queues' }),
    ];
    const once = addRecords([], records).posts;
    assert.deepEqual(addRecords(once, records).posts, once);
  });

  it('keeps every source that brought a post, the first one first', () => {
    const [first, second] = [
      record({ sources: ['https://example.com/feed'] }),
      record({ sources: ['posts'] }),
    ];
    const [once, again] = [addRecords([], [first]), addRecords([], [first, second, second])];
    assert.deepEqual(once.posts[0]?.sources, ['https://example.com/feed']);
    assert.deepEqual(again.posts[0]?.sources, ['https://example.com/feed', 'posts']);
    assert.deepEqual(addRecords(again.posts, [second]).known, again.posts);
  });

  it('comes to the same when records are added one by one as when they are added together', () => {
    const records = ['a', 'b', 'c', 'a'].flatMap(name => [
      record({ title: `Title ${name}`, abstract: `About ${name}.` }),
      record({ title: `Title ${name}`, url: `https://example.com/${name}`, author: [] }),
      record({ title: 'Caches', author: [{ literal: name }, ann] }),
    ]);
    const apart = records.reduce((posts, each) => addRecords(posts, [each]).posts, [post] as readonly Post[]);
    assert.deepEqual(addRecords([post], records).posts, apart);
    assert.equal(apart.length, 10);
  });

  it('tells a record by whatever is asked for, known beforehand or not', () => {
    const find = createIdentity([post]);
    const same = [record({}), record({ title: 'Other', author: [], url: 'http://example.com/caches' })];
    const identity = runWhole(identifying([post], same));
    for (const each of same) assert.deepEqual([find(each), identity.find(each)], [post.id, post.id]);
    assert.equal(find(record({ author: [] })), undefined);
  });
});
