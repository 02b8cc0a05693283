import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatCslJson, parseCslJson } from '../../../src/core/formats/cslJson';
import type { Post, PostRecord } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import { merging, type Telling, withoutSource } from '../../../src/core/sources/merging';
import { fields } from '../../../src/core/sources/merging/fields';
import type { SourceEntry, ToldEntry } from '../../../src/core/sources/reading';
import { foldText } from '../../../src/core/text';
import { urlKey } from '../../../src/core/url';

const runs = process.env.BYLINE_SOAK === '1' ? 5000 : 100;

const locations = ['a', 'b', 'c'] as const;

/** Few values, so that posts meet: the same address under other titles, other keys for one post, made-up titles. */
const records: fc.Arbitrary<PostRecord> = fc.record(
  {
    title: fc.constantFrom('One', 'Two', 'Three', 'one'),
    author: fc.constantFrom<PostRecord['author']>(
      [],
      [{ family: 'Lovelace', given: 'Ada' }],
      [{ literal: 'Team' }],
    ),
    keywords: fc.constantFrom<string[]>([], ['go'], ['go, rust']),
    url: fc.constantFrom(
      'https://x.example/1',
      'http://www.x.example/1/',
      'https://x.example/2',
      'https://x.example/2#a',
    ),
    issued: fc.constantFrom({ year: 2020 }, { year: 2020, month: 3, day: 1 }),
    abstract: fc.constantFrom('Short.', 'A longer text.', 'A text\nof two lines.'),
    provisional: fc.constant(['title'] as const),
  },
  { requiredKeys: ['title', 'author', 'keywords'] },
);
const entry: fc.Arbitrary<SourceEntry> = fc.record({ key: fc.constantFrom('1', '2', '3'), record: records });

/** What every source tells apart in the same way: each with an address of its own. */
const isPlain = ({ key, record }: SourceEntry) => record.url?.includes(`/${key}`) ?? false;
const plainReading = fc.uniqueArray(entry.filter(isPlain), {
  maxLength: 4,
  selector: ({ record }) => urlKey(record.url!),
  comparator: 'IsStrictlyEqual',
});

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      at: fc.constantFrom(...locations),
      entries: fc.array(entry, { maxLength: 4 }),
      isComplete: fc.boolean(),
    }),
  },
  fc.record({
    kind: fc.constant('edit' as const),
    pick: fc.nat(),
    fields: fc.record({ title: fc.constant('Mine'), abstract: fc.constant('My words.') }),
  }),
  fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('forget' as const), at: fc.constantFrom(...locations) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A library whose file is written and read again after each change. */
class World {
  posts: readonly Post[] = [];
  readonly entries = new Map<string, readonly ToldEntry[]>();

  telling(readings: ReadonlyMap<string, Telling['reading']>): Telling[] {
    return locations.map(location => ({
      location,
      before: this.entries.get(location),
      reading: readings.get(location),
    }));
  }

  tell(readings: ReadonlyMap<string, Telling['reading']>) {
    const merged = runWhole(merging(this.posts, this.telling(readings)));
    this.write(merged.posts);
    for (const [location, entries] of merged.entries)
      this.entries.set(location, JSON.parse(JSON.stringify(entries)));
    return merged;
  }

  write(posts: readonly Post[]): void {
    this.posts = parseCslJson(formatCslJson(posts), '').posts as readonly Post[];
  }

  take(next: Step): void {
    if (next.kind === 'tell') this.tell(new Map([[next.at, next]]));
    else if (next.kind === 'forget') this.entries.delete(next.at);
    else if (this.posts.length > 0) {
      const { id } = this.posts[next.pick % this.posts.length]!;
      if (next.kind === 'remove') this.write(this.posts.filter(post => post.id !== id));
      else this.write(this.posts.map(post => (post.id === id ? { ...post, ...next.fields } : post)));
    }
  }
}

function worldAfter(steps: readonly Step[]): World {
  const world = new World();
  for (const next of steps) world.take(next);
  return world;
}

const ids = (posts: readonly Post[]) => posts.map(({ id }) => id);

describe('merging, whatever happened before,', function () {
  this.timeout(600_000);
  const steps = fc.array(step, { maxLength: 8 });
  const reading = fc.array(entry, { maxLength: 4 });

  const stepsWithoutRemoving = fc.array(
    step.filter(({ kind }) => kind !== 'remove'),
    { maxLength: 8 },
  );
  const plainSteps = fc.array(
    step.map(next => (next.kind === 'tell' ? { ...next, entries: next.entries.filter(isPlain) } : next)),
    { maxLength: 8 },
  );

  for (const [what, before, entries] of [
    ['', stepsWithoutRemoving, reading],
    [' where posts were removed', plainSteps, plainReading],
  ] as const) {
    it(`changes nothing the second time${what}`, () => {
      fc.assert(
        fc.property(before, entries, entries, (before, one, two) => {
          const world = worldAfter(before);
          const readings = new Map([
            ['a', { entries: one, isComplete: true }],
            ['b', { entries: two, isComplete: false }],
          ]);
          world.tell(readings);
          const [posts, kept] = [world.posts, new Map(world.entries)];
          const { added, changed, gone } = world.tell(readings);
          assert.deepEqual([added, changed, gone], [[], [], []]);
          assert.deepEqual(world.posts, posts);
          assert.deepEqual(new Map(world.entries), kept);
        }),
        { numRuns: runs },
      );
    });
  }

  it('keeps ids apart and as they were', () => {
    fc.assert(
      fc.property(steps, reading, (before, entries) => {
        const world = worldAfter(before);
        const known = ids(world.posts);
        const { added, gone } = world.tell(new Map([['a', { entries, isComplete: false }]]));
        assert.deepEqual(gone, []);
        assert.deepEqual(ids(world.posts).sort(), [...known, ...ids(added)].sort());
        assert.equal(new Set(ids(world.posts)).size, world.posts.length);
      }),
      { numRuns: runs },
    );
  });

  it('holds a post for each entry, unless the user removed it', () => {
    fc.assert(
      fc.property(stepsWithoutRemoving, reading, (before, entries) => {
        const world = worldAfter(before);
        world.tell(new Map([['b', { entries, isComplete: false }]]));
        const posts = new Map(world.posts.map(post => [post.id, post]));
        for (const { post } of world.entries.get('b')!) assert.ok(posts.get(post)?.sources?.includes('b'));
        const titles = new Set(world.entries.get('b')!.map(({ record }) => foldText(record.title)));
        for (const { record } of entries.filter(({ record }) => !record.provisional))
          assert.ok(titles.has(foldText(record.title.trim())), record.title);
      }),
      { numRuns: runs },
    );
  });

  it('leaves what was written by hand', () => {
    fc.assert(
      fc.property(steps, fc.nat(), reading, (before, pick, entries) => {
        const world = worldAfter(before);
        if (world.posts.length === 0) return;
        const { id } = world.posts[pick % world.posts.length]!;
        const mine = {
          title: 'By hand',
          abstract: 'By hand.',
          author: [{ literal: 'Hand' }],
          url: 'https://hand.example/',
        };
        world.write(
          world.posts.map(post => {
            const { provisional: _, ...rest } = post;
            return post.id === id ? { ...rest, ...mine } : post;
          }),
        );
        world.tell(new Map([['a', { entries, isComplete: true }]]));
        world.tell(new Map([['b', { entries, isComplete: true }]]));
        const { title, abstract, author, url } = world.posts.find(post => post.id === id)!;
        assert.deepEqual({ title, abstract, author, url }, mine);
      }),
      { numRuns: runs },
    );
  });

  it('does not bring back what was removed', () => {
    fc.assert(
      fc.property(plainReading, plainReading, fc.nat(), (one, two, pick) => {
        const world = new World();
        const first = {
          entries: [...one, { key: 'stays', record: { title: 'Stays', author: [], keywords: [] } }],
          isComplete: false,
        };
        world.tell(new Map([['a', first]]));
        const others = world.posts.filter(({ title }) => title !== 'Stays');
        if (others.length === 0) return;
        const { id } = others[pick % others.length]!;
        world.write(world.posts.filter(post => post.id !== id));
        const left = ids(world.posts);
        world.tell(
          new Map([
            ['a', first],
            ['b', { entries: one, isComplete: false }],
          ]),
        );
        assert.deepEqual(ids(world.posts), left);
        world.tell(new Map([['a', { entries: two, isComplete: false }]]));
        assert.ok(!ids(world.posts).includes(id));
      }),
      { numRuns: runs },
    );
  });

  it('comes to the same posts, as rich, whichever of two sources is read first', () => {
    fc.assert(
      fc.property(plainReading, plainReading, (one, two) => {
        const results = [
          [
            ['a', one],
            ['b', two],
          ] as const,
          [
            ['b', two],
            ['a', one],
          ] as const,
        ].map(order => {
          const world = new World();
          for (const [at, entries] of order) world.tell(new Map([[at, { entries, isComplete: false }]]));
          const richness = (post: Post) => fields.map(field => field.richness(post));
          return new Map(world.posts.map(post => [urlKey(post.url!), richness(post)]));
        });
        assert.deepEqual(results[0], results[1]);
      }),
      { numRuns: runs },
    );
  });

  it('and taking the sources away again leaves what was there before them', () => {
    fc.assert(
      fc.property(reading, reading, (one, two) => {
        const world = new World();
        const mine: Post = {
          id: 'mine',
          title: 'Mine',
          author: [],
          keywords: [],
          url: 'https://mine.example/',
        };
        world.write([mine]);
        world.tell(
          new Map([
            ['a', { entries: one, isComplete: false }],
            ['b', { entries: two, isComplete: true }],
          ]),
        );
        for (const location of ['a', 'b']) {
          const { posts, entries } = runWhole(withoutSource(world.posts, world.telling(new Map()), location));
          world.write(posts);
          world.entries.delete(location);
          for (const [other, kept] of entries) world.entries.set(other, kept);
        }
        assert.deepEqual(world.posts, [mine]);
      }),
      { numRuns: runs },
    );
  });
});
