import assert from 'node:assert/strict';
import type { Post } from '../../src/core/post';
import { LibrarySearch } from '../../src/vscode/library/librarySearch';
import { makePost } from '../fakes';

/** A cache in memory that notes how often it was written. */
class MemoryCache {
  readonly files = new Map<string, Uint8Array>();
  writes = 0;

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.files.get(name);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.writes++;
    this.files.set(name, bytes);
  }
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
const quiet = 40;

describe('the search of the open library', () => {
  const [caches, queues, tries, graphs] = (['Caches', 'Queues', 'Tries', 'Graphs'] as const).map(title =>
    makePost({ id: title, title }),
  ) as [Post, Post, Post, Post];
  const posts = [caches, queues, tries, graphs];
  let cache: MemoryCache;
  let search: LibrarySearch;
  const open = () => new LibrarySearch(cache, 'search-x', quiet);
  const find = async (query: string, all: readonly Post[]) =>
    (await search.over(all)).search(query).hits.map(({ post }) => post);

  beforeEach(() => {
    cache = new MemoryCache();
    search = open();
  });
  afterEach(() => search.dispose());

  it('follows the posts: those that came, went and changed', async () => {
    assert.deepEqual(await find('caches', [caches, queues, tries]), [caches]);
    const renamed = { ...queues, title: 'Brokers' };
    const all = [caches, renamed, tries, graphs];
    assert.deepEqual(await find('brokers', all), [renamed]);
    assert.deepEqual(await find('queues', all), []);
    assert.deepEqual(await find('graphs', all), [graphs]);
    assert.deepEqual(await find('graphs', [renamed]), []);
  });

  it('is in the cache some time after it was built, and not before somebody pauses', async () => {
    for (let times = 0; times < 8; times++) {
      await search.over(posts);
      await pause(quiet / 4);
    }
    assert.equal(cache.writes, 0);
    await pause(quiet * 3);
    assert.equal(cache.writes, 1);
  });

  it('comes from the cache, and is not written again for nothing', async () => {
    await search.over(posts);
    await pause(quiet * 3);
    search.dispose();
    search = open();
    assert.deepEqual(await find('tries', posts), [tries]);
    await pause(quiet * 3);
    assert.equal(cache.writes, 1);
  });

  it('reads anew what changed since it was written, and is written again', async () => {
    await search.over(posts.slice(0, 3));
    await pause(quiet * 3);
    search.dispose();
    search = open();
    const all = [{ ...caches, title: 'Stores' }, queues, graphs];
    assert.deepEqual(await find('stores', all), [all[0]]);
    assert.deepEqual(await find('graphs', all), [graphs]);
    assert.deepEqual(await find('caches', all), []);
    assert.deepEqual(await find('tries', all), []);
    await pause(quiet * 3);
    assert.equal(cache.writes, 2);
  });

  for (const [damage, bytes] of [
    ['empty', new Uint8Array()],
    ['too short', new Uint8Array(3)],
    ['something else', new TextEncoder().encode('{"no":"index"}')],
  ] as const) {
    it(`is built anew where the cache is ${damage}, which is then replaced`, async () => {
      cache.files.set('search-x', bytes);
      assert.deepEqual(await find('queues', posts), [queues]);
      await pause(quiet * 3);
      assert.equal(cache.writes, 1);
    });
  }

  it('is written when the posts are settled, and not before', async () => {
    let isSettled = false;
    search = new LibrarySearch(cache, 'search-x', quiet, () => isSettled);
    assert.deepEqual(await find('queues', posts), [queues]);
    await pause(quiet * 3);
    assert.equal(cache.writes, 0);
    isSettled = true;
    search.keepUp(posts);
    await pause(quiet * 3);
    assert.equal(cache.writes, 1);
  });

  it('follows posts that come while it is being built', async () => {
    const first = find('queues', posts);
    search.keepUp([caches]);
    assert.deepEqual(await first, []);
    assert.deepEqual(await find('caches', [caches]), [caches]);
  });

  it('is not written once the library is closed', async () => {
    await search.over(posts);
    search.dispose();
    await pause(quiet * 3);
    assert.equal(cache.writes, 0);
  });
});
