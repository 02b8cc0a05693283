import assert from 'node:assert/strict';
import type { Post, PostRecord } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { type Merging, merging, type Telling, withoutSource } from '../../../src/core/sources/merging';
import type { ToldEntry } from '../../../src/core/sources/reading';
import { makePost } from '../../fakes';

type Fields = Partial<PostRecord> & { readonly title: string };

const [a, b] = ['https://a.example/feed', 'https://b.example/feed'];
const ada = { family: 'Lovelace', given: 'Ada' };

function record(fields: Fields): PostRecord {
  return { author: [], keywords: [], ...fields };
}

/** Sources, and a library that they are merged into, over and over. */
class World {
  posts: readonly Post[] = [];
  entries = new Map<string, readonly ToldEntry[]>();
  /** The file of the library is missing. */
  isNew = false;
  /** Known beside the entries. */
  removed: readonly Post[] = [];

  constructor(...posts: Post[]) {
    this.posts = posts;
  }

  get post(): Post {
    assert.equal(this.posts.length, 1);
    return this.posts[0]!;
  }

  /** Each source with its posts by key. */
  tell(
    told: Readonly<Record<string, Readonly<Record<string, Fields>>>>,
    isComplete = false,
    isHeld = false,
  ): Merging {
    const others = [...this.entries.keys()].filter(location => !(location in told));
    const tellings: Telling[] = [
      ...Object.entries(told).map(([location, posts]) => ({
        location,
        before: this.entries.get(location),
        reading: {
          entries: Object.entries(posts).map(([key, post]) => ({ key, record: record(post) })),
          isComplete,
        },
      })),
      ...others.map(location => ({ location, before: this.entries.get(location)! })),
    ];
    const { isNew, removed } = this;
    const merged = runWhole(merging(this.posts, tellings, { isHeld: () => isHeld, isNew, removed }));
    this.isNew = false;
    this.posts = merged.posts;
    for (const [location, entries] of merged.entries) this.entries.set(location, entries);
    return merged;
  }

  edit(change: { readonly [K in keyof Post]?: Post[K] | undefined }): void {
    this.posts = this.posts.map(post => {
      const next = { ...post, ...change } as Post;
      return Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined),
      ) as unknown as Post;
    });
  }

  remove(): void {
    this.posts = [];
    this.isNew = true;
  }
}

const url = 'https://blog.example/one';

describe('merging sources into a library', () => {
  it('adds a post with a key and the source that told it', () => {
    const world = new World();
    const { added } = world.tell({
      [a]: { 1: { title: 'Engines', author: [ada], issued: { year: 1843 }, url } },
    });
    assert.deepEqual(added, world.posts);
    assert.deepEqual(world.post, {
      id: 'lovelace1843engines',
      title: 'Engines',
      author: [ada],
      issued: { year: 1843 },
      url,
      keywords: [],
      sources: [a],
    });
  });

  it('changes nothing when the same is told again', () => {
    const world = new World();
    const told = { [a]: { 1: { title: 'One', url }, 2: { title: 'Two' } } };
    world.tell(told);
    const { posts, entries } = world;
    const again = world.tell(told);
    assert.deepEqual([again.added, again.changed, again.gone], [[], [], []]);
    assert.ok(posts.every((post, at) => post === world.posts[at]));
    assert.deepEqual(world.entries, entries);
  });

  it('takes what a source changed', () => {
    const world = new World();
    world.tell({ [a]: { 1: { title: 'Draft', url, abstract: 'A long first text.' } } });
    const { id } = world.post;
    const { changed } = world.tell({ [a]: { 1: { title: 'Final', url, abstract: 'Short.' } } });
    assert.deepEqual(changed, world.posts);
    assert.deepEqual([world.post.id, world.post.title, world.post.abstract], [id, 'Final', 'Short.']);
  });

  it('leaves what the user changed, and what the user deleted', () => {
    const world = new World();
    const first = { title: 'One', url, abstract: 'Text.', author: [ada], keywords: ['go'], language: 'en' };
    world.tell({ [a]: { 1: first } });
    world.edit({ title: 'Mine', abstract: undefined, author: [], keywords: [] });
    const mine = world.post;
    world.tell({
      [a]: {
        1: {
          title: 'Two',
          url,
          abstract: 'More text.',
          author: [ada, ada],
          keywords: ['rust'],
          language: 'de',
        },
      },
    });
    assert.deepEqual(world.post, { ...mine, language: 'de' });
  });

  it('takes nothing away that a source does not say any more', () => {
    const world = new World();
    world.tell({ [a]: { 1: { title: 'One', url, issued: { year: 2020 }, author: [ada] } } });
    world.tell({ [a]: { 1: { title: 'One', url } } });
    assert.deepEqual([world.post.issued, world.post.author], [{ year: 2020 }, [ada]]);
    world.tell({ [a]: { 1: { title: 'One', url, issued: { year: 2021 } } } });
    assert.deepEqual(world.post.issued, { year: 2021 });
  });

  it('replaces a title that was made up', () => {
    const world = new World();
    world.tell({ [a]: { 1: { title: 'In the beginning', provisional: ['title'], url } } });
    world.tell({ [a]: { 1: { title: 'In the end', provisional: ['title'], url } } });
    assert.equal(world.post.title, 'In the end');
    world.tell({ [b]: { x: { title: 'Genesis', url } } });
    assert.deepEqual([world.post.title, world.post.provisional], ['Genesis', undefined]);
  });

  it('does not bring back what the user removed, by the same source or another one', () => {
    const world = new World(makePost({ id: 'other' }));
    world.tell({ [a]: { 1: { title: 'One', url } } });
    world.posts = world.posts.filter(({ id }) => id === 'other');
    world.tell({ [a]: { 1: { title: 'One, changed', url } } });
    world.tell({ [b]: { x: { title: 'One', url: `${url}/?utm_source=b` } } });
    world.tell({ [a]: {}, [b]: { y: { title: 'One', url } } });
    assert.deepEqual(
      world.posts.map(({ id }) => id),
      ['other'],
    );
  });

  it('knows a removed post from a new one that got its key', () => {
    const world = new World(makePost({ id: 'other' }));
    world.tell({ [a]: { 1: { title: 'Weekly', url, abstract: 'First.' } } });
    const [, { id }] = world.posts as [Post, Post];
    const mine = makePost({ id, title: 'Weekly', url: 'https://else.example/' });
    world.posts = [world.posts[0]!, mine];
    world.tell({ [a]: { 1: { title: 'Weekly, again', url, abstract: 'Second.' } } });
    assert.deepEqual(world.posts[1], mine);
    world.tell({ [a]: { 2: { title: 'Weekly', url: `${url}/2` } } });
    assert.equal(world.posts.length, 3);
  });

  it('finds a removed post again that the user added anew', () => {
    const world = new World(makePost({ id: 'other' }));
    world.tell({ [a]: { 1: { title: 'One', url } } });
    world.posts = [world.posts[0]!, makePost({ id: 'anew', title: 'One', url })];
    world.tell({ [a]: { 1: { title: 'One', url, abstract: 'Text.' } } });
    assert.deepEqual([world.posts[1]!.sources, world.posts[1]!.abstract], [[a], 'Text.']);
  });

  it('does not bring back all posts either where the user removed them all', () => {
    const world = new World();
    const told = { [a]: { 1: { title: 'One', url }, 2: { title: 'Two' } } };
    world.tell(told);
    world.posts = [];
    for (const next of [{}, told]) assert.deepEqual([world.tell(next).added, world.posts], [[], []]);
    world.tell({ [a]: { ...told[a], 3: { title: 'Three' } } });
    assert.equal(world.post.title, 'Three');
  });

  it('fills a library anew whose file is missing', () => {
    const world = new World();
    world.tell({ [a]: { 1: { title: 'One', url }, 2: { title: 'Two' } } });
    world.remove();
    world.tell({ [a]: { 3: { title: 'Three' } } });
    assert.deepEqual(world.posts.map(({ title }) => title).sort(), ['One', 'Three', 'Two']);
    world.remove();
    world.tell({});
    assert.equal(world.posts.length, 3);
  });

  describe('with several sources', () => {
    it('makes one post of the same one, names both, and takes the richer of each field', () => {
      const world = new World();
      world.tell({
        [a]: {
          1: {
            title: 'One',
            url,
            abstract: 'A long text.',
            issued: { year: 2020 },
            author: [{ literal: 'Team' }],
          },
        },
        [b]: {
          x: {
            title: 'One',
            url: `http://www.blog.example/one/#top`,
            abstract: 'Short.',
            issued: { year: 2020, month: 2, day: 3 },
            author: [ada],
            keywords: ['go'],
          },
        },
      });
      assert.deepEqual(world.post, {
        id: world.post.id,
        title: 'One',
        url,
        abstract: 'A long text.',
        issued: { year: 2020, month: 2, day: 3 },
        author: [ada],
        keywords: ['go'],
        sources: [a, b],
      });
    });

    it('comes to the same whichever is read first', () => {
      const one = {
        [a]: { 1: { title: 'One', url, abstract: 'A long text.', author: [{ literal: 'Team' }] } },
      };
      const two = {
        [b]: { x: { title: 'One', url, abstract: 'Short.', author: [ada], issued: { year: 2020 } } },
      };
      const fields = [one, two].map((first, at) => {
        const world = new World();
        world.tell(first);
        world.tell(at === 0 ? two : one);
        const { id: _, sources, ...rest } = world.post;
        return { ...rest, sources: [...sources!].sort() };
      });
      assert.deepEqual(fields[0], fields[1]);
    });

    it('tells what another source said from what the user wrote', () => {
      const world = new World();
      world.tell({ [a]: { 1: { title: 'One', url, abstract: 'Short.' } } });
      world.edit({ title: 'Mine' });
      world.tell({ [b]: { x: { title: 'One, longer', url, abstract: 'A much longer text.' } } });
      assert.deepEqual([world.post.title, world.post.abstract], ['Mine', 'A much longer text.']);
      world.tell({ [a]: { 1: { title: 'One!', url, abstract: 'Now this one is the longest of all.' } } });
      assert.deepEqual(
        [world.post.title, world.post.abstract],
        ['Mine', 'Now this one is the longest of all.'],
      );
    });

    it('only fills in what a post lacks that the library had before', () => {
      const mine = makePost({
        id: 'mine',
        title: 'One',
        url,
        abstract: 'Own words.',
        keywords: ['x'],
        inferred: ['x'],
      });
      const world = new World(mine);
      world.tell({
        [a]: {
          1: { title: 'Uno', url, abstract: 'Words of the source, many.', keywords: ['go'], author: [ada] },
        },
      });
      const { inferred: _, ...rest } = mine;
      assert.deepEqual(world.post, { ...rest, keywords: ['go'], author: [ada], sources: [a] });
    });

    it('finds a post by the address that another source of the same reading gives it', () => {
      const world = new World(makePost({ id: 'mine', title: 'One', author: [ada] }));
      world.tell({ [a]: { 1: { title: 'One', author: [ada], url } }, [b]: { x: { title: 'Uno', url } } });
      assert.deepEqual(world.post.sources, [a, b]);
      const moved = `${url}-moved`;
      world.tell({
        [a]: { 1: { title: 'One', author: [ada], url: moved } },
        'https://c.example': { z: { title: 'Z', url: moved } },
      });
      assert.equal(world.posts.length, 1);
    });
  });

  describe('of sources with odd keys', () => {
    it('keeps posts apart that share a key or an address, and knows them again', () => {
      for (const same of [{ url }, {}]) {
        const world = new World();
        const entry = (title: string) => ({ key: 'same', record: record({ title, ...same }) });
        const tell = (...titles: string[]) => {
          const { posts, entries } = runWhole(
            merging(world.posts, [
              {
                location: a,
                before: world.entries.get(a) ?? [],
                reading: { entries: titles.map(entry), isComplete: false },
              },
            ]),
          );
          world.posts = posts;
          for (const [location, kept] of entries) world.entries.set(location, kept);
          return posts.map(({ title }) => title).sort();
        };
        assert.deepEqual(tell('One'), ['One']);
        assert.deepEqual(tell('Two', 'One'), ['One', 'Two']);
        assert.deepEqual(tell('Three', 'Two', 'One'), ['One', 'Three', 'Two']);
        assert.deepEqual(tell('Three', 'Two', 'One'), ['One', 'Three', 'Two']);
      }
    });

    it('keeps posts apart that link to places of one page', () => {
      const world = new World();
      const told = { [a]: { 1: { title: 'v1', url: `${url}#v1` }, 2: { title: 'v2', url: `${url}#v2` } } };
      world.tell(told);
      world.tell({ [b]: { x: { title: 'v1', url: `${url}#v1` }, y: { title: 'v2', url: `${url}#v2` } } });
      assert.deepEqual(
        world.posts.map(({ title, sources }) => [title, sources]),
        [
          ['v1', [a, b]],
          ['v2', [a, b]],
        ],
      );
    });

    it('takes no post for another one where keys are places in the feed', () => {
      for (const isComplete of [false, true]) {
        const world = new World();
        const post = (name: string) => ({
          title: name,
          url: `https://blog.example/${name}`,
          abstract: `About ${name}.`,
        });
        world.tell({ [a]: { 1: post('three'), 2: post('two'), 3: post('one') } }, isComplete);
        const before = new Map(world.posts.map(({ id, title }) => [title, id]));
        world.tell({ [a]: { 1: post('five'), 2: post('four'), 3: post('three') } }, isComplete);
        const expected = isComplete ? ['five', 'four', 'three'] : ['five', 'four', 'one', 'three', 'two'];
        assert.deepEqual(world.posts.map(({ title }) => title).sort(), expected);
        for (const { id, title, url: address, abstract } of world.posts) {
          assert.equal(before.get(title) ?? id, id);
          assert.deepEqual([address, abstract], [`https://blog.example/${title}`, `About ${title}.`]);
        }
        world.tell(
          { [a]: { 1: { ...post('five'), title: 'FIVE!' }, 2: post('four'), 3: post('three') } },
          isComplete,
        );
        assert.equal(world.posts.length, expected.length);
      }
    });

    it('goes on where a source gives its posts other keys', () => {
      const world = new World();
      world.tell({ [a]: { 'http://x/1': { title: 'One', url, abstract: 'A long first text.' } } });
      world.tell({ [a]: { 'https://x/1': { title: 'One, better', url, abstract: 'Short.' } } });
      assert.deepEqual([world.post.title, world.post.abstract], ['One, better', 'Short.']);
      assert.equal(world.entries.get(a)!.length, 1);
      world.tell({ [a]: {} }, true);
      assert.equal(world.posts.length, 0);
    });

    it('takes no marks from a library that is a source', () => {
      const world = new World();
      world.tell({ [a]: { 1: { id: 'key', title: 'One', sources: [b], persons: { x: 'y' } } } });
      assert.deepEqual(world.post, { id: 'key', title: 'One', author: [], keywords: [], sources: [a] });
    });
  });

  describe('of a complete source', () => {
    const tellBoth = { 1: { title: 'One', url }, 2: { title: 'Two' } };

    it('drops what it does not tell any more', () => {
      const world = new World();
      world.tell({ [a]: tellBoth }, true);
      const { gone } = world.tell({ [a]: { 2: tellBoth[2] } }, true);
      assert.deepEqual([gone.map(({ title }) => title), world.post.title], [['One'], 'Two']);
      assert.equal(world.entries.get(a)!.length, 1);
    });

    it('keeps what the user changed, had before, or cites', () => {
      for (const hold of ['change', 'before', 'cite']) {
        const world = new World(...(hold === 'before' ? [makePost({ id: 'mine', title: 'One', url })] : []));
        world.tell({ [a]: { 1: tellBoth[1] } }, true);
        if (hold === 'change') world.edit({ note: 'mine' });
        world.tell({ [a]: {} }, true, hold === 'cite');
        assert.equal(world.post.sources, undefined, hold);
      }
    });

    it('keeps what another source tells, until that one drops it too', () => {
      const world = new World();
      world.tell({ [a]: { 1: tellBoth[1] }, [b]: { x: tellBoth[1] } }, true);
      world.tell({ [a]: {} }, true);
      assert.deepEqual(world.post.sources, [b]);
      world.tell({ [b]: {} }, true);
      assert.equal(world.posts.length, 0);
    });

    it('of a feed nothing is dropped', () => {
      const world = new World();
      world.tell({ [a]: tellBoth });
      world.tell({ [a]: {} });
      assert.equal(world.posts.length, 2);
    });
  });

  describe('of a source whose entries are lost', () => {
    const told = { 1: { title: 'One', url, abstract: 'Text.' }, 2: { title: 'Two' } };
    const titles = (posts: readonly Post[]) => posts.map(({ title }) => title);
    const removed = (world: World, ...locations: string[]) => {
      for (const location of locations) {
        const all = [...world.entries].map(([location, before]) => ({ location, before }));
        const { posts, entries } = runWhole(withoutSource(world.posts, all, location));
        world.posts = posts;
        world.entries.delete(location);
        for (const [other, kept] of entries) world.entries.set(other, kept);
      }
      return titles(world.posts);
    };

    it('takes its posts for its own, so that they go with what it told', () => {
      const world = new World(makePost({ id: 'mine', title: 'Mine' }));
      world.tell({ [a]: told }, true);
      world.entries.clear();
      const { added, changed, gone } = world.tell({ [a]: told }, true);
      assert.deepEqual([added, changed, gone], [[], [], []]);
      assert.deepEqual(titles(world.tell({ [a]: { 2: told[2] } }, true).gone), ['One']);
      assert.deepEqual(removed(world, a), ['Mine']);
    });

    it('keeps what the user wrote and cleared, and what it does not tell at its next reading', () => {
      const world = new World();
      world.tell({ [a]: told }, true);
      world.posts = world.posts.map(({ abstract: _, ...post }) => ({ ...post, note: 'mine' }));
      world.entries.clear();
      const { posts } = world;
      world.tell({ [a]: { 1: told[1] } }, true);
      assert.deepEqual(world.posts, posts);
      world.tell({ [a]: {} }, true);
      assert.deepEqual(titles(world.posts), ['One', 'Two']);
    });

    it('does not bring back what is known as removed, nor gives its key to another post', () => {
      const world = new World();
      world.tell({ [a]: told });
      world.removed = world.posts.filter(({ title }) => title === 'One');
      world.posts = world.posts.filter(({ title }) => title !== 'One');
      world.entries.clear();
      world.tell({ [a]: { ...told, 3: { title: 'One', url: `${url}/again` } }, [b]: { x: told[1] } });
      assert.deepEqual(titles(world.posts), ['Two', 'One']);
      assert.notEqual(world.posts[1]!.id, world.removed[0]!.id);
      // From here on the entries know.
      world.removed = [];
      world.tell({ [a]: { 1: { ...told[1], abstract: 'Another text.' } } });
      assert.deepEqual(titles(world.posts), ['Two', 'One']);
    });

    it('takes for another post what has the key of one that is known as removed', () => {
      const mine = makePost({ id: 'one', title: 'Mine', sources: [a] });
      const world = new World(mine);
      world.removed = [makePost({ id: 'one', title: 'One', url, sources: [a] })];
      world.tell({ [a]: told });
      world.tell({ [a]: { ...told, 1: { title: 'One, changed', url } } });
      assert.deepEqual(titles(world.posts), ['Mine', 'Two']);
    });

    it('keeps what was removed once and added anew, and fills a new library with all', () => {
      const world = new World(makePost({ id: 'anew', title: 'One', url }));
      world.removed = [makePost({ id: 'one', title: 'One', url, sources: [a] })];
      world.tell({ [a]: told });
      assert.deepEqual(titles(world.posts), ['One', 'Two']);
      world.remove();
      world.tell({ [a]: told });
      assert.deepEqual(titles(world.posts), ['One', 'Two']);
    });

    it('leaves what another source made to that, and shares what both have lost', () => {
      for (const lost of [[a], [a, b]]) {
        const world = new World();
        world.tell({ [b]: { x: told[1] } });
        world.tell({ [a]: told });
        for (const location of lost) world.entries.delete(location);
        world.tell({ [a]: told, [b]: { x: told[1] } });
        assert.deepEqual(removed(world, a), ['One']);
        assert.deepEqual(removed(world, b), []);
      }
      const world = new World(makePost({ id: 'mine', title: 'One', url }));
      world.tell({ [a]: told });
      world.tell({ [b]: { x: told[1] } });
      world.entries.delete(b);
      world.tell({ [b]: { x: told[1] } });
      assert.deepEqual(removed(world, b, a), ['One']);
    });

    it('fills in what the other parts of one reading tell of a new post', () => {
      const world = new World();
      const twice = { 1: { title: 'One', url }, 2: { title: 'One', url, abstract: 'Text.' } };
      world.tell({ [a]: twice });
      assert.equal(world.post.abstract, 'Text.');
    });
  });

  describe('of a source that is removed', () => {
    const without = (world: World, options = {}) => {
      const told = [...world.entries].map(([location, before]) => ({ location, before }));
      return runWhole(withoutSource(world.posts, told, a, options));
    };

    it('drops its posts, but not what another source tells or the library had before', () => {
      const world = new World(makePost({ id: 'mine', title: 'Mine', url: `${url}/mine` }));
      world.tell({
        [a]: { 1: { title: 'One', url }, 2: { title: 'Two' }, 3: { title: 'Mine', url: `${url}/mine` } },
        [b]: { x: { title: 'One', url } },
      });
      const { posts, gone, entries } = without(world);
      assert.deepEqual(
        posts.map(({ title, sources }) => [title, sources]),
        [
          ['Mine', undefined],
          ['One', [b]],
        ],
      );
      assert.deepEqual(
        gone.map(({ title }) => title),
        ['Two'],
      );
      assert.deepEqual([...entries.keys()], [b]);
      assert.equal(entries.get(b)![0]!.isMade, true);
    });

    it('leaves its posts as the user’s own where that is wanted', () => {
      const world = new World();
      world.tell({ [a]: { 1: { title: 'One', url } } });
      const { posts, changed, gone } = without(world, { keepPosts: true });
      assert.deepEqual([posts.length, posts[0]!.sources, changed.length, gone.length], [1, undefined, 1, 0]);
    });

    it('keeps the posts that are held, and knows its posts without the entries', () => {
      const world = new World();
      world.tell({ [a]: { 1: { title: 'One', url }, 2: { title: 'Two' } } });
      world.entries.clear();
      assert.equal(without(world, { isHeld: (post: Post) => post.title === 'Two' }).posts[0]!.title, 'Two');
    });
  });

  it('takes time as there are posts, in small steps', function () {
    this.timeout(30_000);
    const time = (count: number) => {
      const told = Array.from({ length: 50 }, (_, source) => ({
        location: `https://${source}.example/feed`,
        before: [],
        reading: {
          entries: Array.from({ length: count / 50 }, (_, at) => ({
            key: String(at),
            record: record({
              title: `Post ${at} of ${source}`,
              author: [ada],
              url: `https://${source}.example/${at}`,
            }),
          })),
          isComplete: false,
        },
      }));
      const started = performance.now();
      const { posts, entries } = runWhole(merging([], told));
      assert.equal(posts.length, count);
      runWhole(
        merging(
          posts,
          told.map(({ location }) => ({ location, before: entries.get(location)! })),
        ),
      );
      return performance.now() - started;
    };
    time(1000);
    const [small, large] = [time(2000), time(16_000)];
    assert.ok(large < small * 8 * 4, `${small} ms, of eight times as many ${large} ms`);
  });
});
