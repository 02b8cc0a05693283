import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { type ExportFormat, type ExportRequest, exportFormats, exporting } from '../../../src/core/exporting';
import { readBibliography } from '../../../src/core/formats/bibliography';
import { readOpml } from '../../../src/core/formats/opml';
import type { Name, Post } from '../../../src/core/post';
import { runWhole } from '../../../src/core/sliced';
import type { Source } from '../../../src/core/sources/source';
import { sourceId } from '../../../src/core/sources/sourceId';
import { makePost } from '../../fakes';

const exported = (posts: readonly Post[], format: ExportFormat, more: Partial<ExportRequest> = {}) =>
  runWhole(exporting({ posts, format, title: 'Posts', ...more }));

const names = { 'csl-json': 'a.json', bibtex: 'a.bib', ris: 'a.ris' } as const;
type Bibliography = keyof typeof names;
const bibliographies = Object.keys(names) as Bibliography[];

const reread = (text: string, format: Bibliography) =>
  readBibliography(new TextEncoder().encode(text), names[format])!;

const word = fc
  .string({
    unit: fc.constantFrom(...'abcABC äéß王\\{}$&%#_~^`\'"-—<>@=:*?!|[]()/+.'),
    minLength: 1,
    maxLength: 20,
  })
  .map(text => `x${text.replace(/\s+/g, ' ').trim()}`);
const plain = { noNullPrototype: true };
const person = fc.record(
  { family: word.map(text => `F${text}`), given: word.map(text => `G${text}`) },
  plain,
);
const date = fc.oneof(
  fc.record({ year: fc.integer({ min: 1990, max: 2030 }) }, plain),
  fc.record(
    {
      year: fc.integer({ min: 1990, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    },
    plain,
  ),
);
/** Any post whose texts all formats can hold: topics in RIS have no comma or semicolon. */
const anyPost = fc.record(
  {
    title: word,
    author: fc.array(fc.oneof<fc.Arbitrary<Name>[]>(person, fc.record({ literal: word }, plain)), {
      maxLength: 3,
    }),
    keywords: fc.uniqueArray(word, { maxLength: 3, selector: text => text.toLowerCase() }),
    issued: date,
    accessed: date,
    url: fc.constantFrom('https://example.com/', 'https://example.com/a_b?x=1&y=%20~z'),
    containerTitle: word,
    abstract: word,
    note: word,
    language: fc.constantFrom('en', 'en-GB', 'de'),
  },
  { requiredKeys: ['title', 'author', 'keywords'], ...plain },
);
const anyPosts = fc
  .array(anyPost, { maxLength: 5 })
  .map(posts => posts.map((post, index) => makePost({ id: `post${index}`, ...post })));

describe('posts that were exported', function () {
  this.timeout(30_000);

  for (const format of bibliographies) {
    it(`are read back as the same posts from ${format}`, () => {
      fc.assert(
        fc.property(anyPosts, posts => {
          const { text, left, renamed } = exported(posts, format);
          const read = posts.length > 0 ? reread(text, format).records : [];
          assert.deepEqual([read, left, renamed], [posts, [], []]);
        }),
        { numRuns: 150 },
      );
    });

    it(`tell in ${format} what Byline made up, and not where it read them`, () => {
      const post = makePost({
        id: 'lee2020',
        keywords: ['java', 'caches'],
        provisional: ['title'],
        inferred: ['caches'],
        persons: { 'A. Lee': 'Ann Lee' },
        author: [{ family: 'Lee', given: 'A.' }],
        extra: { publisher: 'P & Q' },
      });
      const { text } = exported([{ ...post, sources: ['/home/ann/secret/posts.bib'] }], format);
      assert.doesNotMatch(text, /secret/);
      assert.deepEqual(reread(text, format).records, [post]);
    });
  }

  it('are read by Pandoc from CSL-JSON and BibTeX, whatever their keys are', () => {
    const ids = ['lee2020', 'a b', 'a_b', 'x|y^z<>', "o'neil,{}", 'größe2020'];
    const posts = ids.map(id => makePost({ id, title: `On ${id.length}`, author: [{ family: 'Lee' }] }));
    for (const format of ['csl-json', 'bibtex'] as const) {
      const { text, renamed } = exported(posts, format);
      const from = format === 'bibtex' ? 'biblatex' : 'csljson';
      const pandoc = spawnSync('pandoc', ['-f', from, '-t', 'csljson'], { input: text, encoding: 'utf8' });
      assert.equal(pandoc.status, 0, pandoc.stderr);
      const keys = new Map(renamed.map(({ post, key }) => [post.id, key]));
      assert.deepEqual(
        JSON.parse(pandoc.stdout)
          .map(({ id }: { id: string }) => id)
          .sort(),
        ids.map(id => keys.get(id) ?? id).sort(),
      );
    }
  });

  it('have keys of their own in BibTeX, the same each time', () => {
    const posts = ['a b', 'a_b', 'a,b', 'a_b_2'].map(id => makePost({ id }));
    const { text, renamed } = exported(posts, 'bibtex');
    assert.deepEqual(
      renamed.map(({ post, key }) => [post.id, key]),
      [
        ['a b', 'a_b_3'],
        ['a,b', 'a_b_4'],
      ],
    );
    assert.deepEqual(
      reread(text, 'bibtex').records.map(({ id }) => id),
      ['a_b_3', 'a_b', 'a_b_4', 'a_b_2'],
    );
  });

  it('end with one line end in every format, also when there are none', () => {
    for (const format of exportFormats) {
      const { text } = exported([makePost({ id: 'a', url: 'https://example.com/' })], format);
      assert.match(text, /[^\n]\n$/, format);
      assert.doesNotThrow(() => exported([], format), format);
    }
  });
});

describe('an outline of posts', () => {
  const feed: Source = { kind: 'feed', location: 'https://a.example/feed', name: 'A & Co.' };
  const page: Source = {
    kind: 'listing',
    location: 'https://b.example/blog',
    feed: 'https://b.example/rss',
    name: 'B',
  };
  const sources: Source[] = [feed, page, { kind: 'bibliography', location: 'posts.bib', name: 'C' }];

  it('names the feeds that they came from, each once, and tells of the others', () => {
    const posts = [
      makePost({ id: 'one', sources: [feed.location] }),
      makePost({ id: 'two', sources: [feed.location, page.location] }),
      makePost({ id: 'three', sources: ['posts.bib'] }),
      makePost({ id: 'four' }),
    ];
    const { text, left, feeds } = exported(posts, 'opml', { sources });
    assert.deepEqual(
      left.map(({ id }) => id),
      ['three', 'four'],
    );
    assert.equal(feeds, 2);
    assert.deepEqual(
      readOpml(text, 'a.opml').sources.map(({ location, name }) => [location, name]),
      [
        ['https://a.example/feed', 'A & Co.'],
        ['https://b.example/rss', 'B'],
      ],
    );
  });

  it('takes the feed that is called as the publication, where only one is', () => {
    const post = makePost({ id: 'a', containerTitle: 'a & CO.' });
    assert.equal(exported([post], 'opml', { sources }).feeds, 1);
    const twice = [...sources, { ...feed, location: 'https://c.example/feed' }];
    assert.deepEqual(exported([post], 'opml', { sources: twice }).left, [post]);
    assert.deepEqual(
      exported([makePost({ id: 'a' })], 'opml', { sources: [{ ...feed, name: '' }] }).feeds,
      0,
    );
  });

  it('gives away no password and no token of a private feed', () => {
    const hidden: Source[] = [
      { kind: 'feed', location: 'https://ann:pass@a.example/feed?page=1&feed_token=abcdef&x=y', name: 'A' },
      {
        kind: 'listing',
        location: 'https://b.example/?key=abcdef',
        feed: 'https://b.example/rss?auth=abcdef',
      },
    ];
    const posts = hidden.map((source, at) => makePost({ id: `p${at}`, sources: [sourceId(source)] }));
    const { text, feeds } = exported(posts, 'opml', { sources: hidden });
    assert.equal(feeds, 2);
    assert.doesNotMatch(text, /pass|abcdef/);
    assert.deepEqual(
      readOpml(text, 'a.opml').sources.map(({ location }) => location),
      ['https://a.example/feed?page=1&x=y', 'https://b.example/rss'],
    );
  });

  it('knows a feed by an address that holds a secret', () => {
    const secret: Source = { kind: 'feed', location: 'https://a.example/feed?token=abcdef' };
    const post = makePost({ id: 'a', sources: [sourceId(secret)] });
    assert.notEqual(sourceId(secret), secret.location);
    assert.equal(exported([post], 'opml', { sources: [secret] }).feeds, 1);
  });
});
