import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readListing } from '../../../src/core/formats/listing/index';
import { superlinear } from '../../growth';
import { compareListing, readExpected } from '../../listingAccuracy';

const directory = join(__dirname, '../../fixtures/listing/text');
const pages = readdirSync(directory).filter(name => extname(name) !== '.json');
const read = (text: string, base?: string) =>
  readListing(text, { source: 'page', ...(base ? { base } : {}) });

describe('readListing of text and Markdown', () => {
  for (const page of pages) {
    it(`reads ${page} as its .json says`, () => {
      const expected = readExpected(
        readFileSync(join(directory, `${page.slice(0, -extname(page).length)}.json`), 'utf8'),
      );
      const listing = read(readFileSync(join(directory, page), 'utf8'), expected.base);
      assert.deepEqual(compareListing(expected, listing).differences, []);
    });
  }

  it('keeps an excerpt with its headings as the abstract, and what is said beside a byline as a note', () => {
    const listing = read(readFileSync(join(directory, 'noTitles.txt'), 'utf8'));
    assert.match(listing.posts[1]!.abstract!, /weekends\.\n\nThe old way\n\nA pallet/);
    assert.match(listing.posts[1]!.note!, /^Credit to the Storage/);
    assert.equal(listing.posts[3]!.note, 'on behalf of the Messaging team');
  });

  it('keeps the team and the others that a byline names as a note, never as keywords', () => {
    const { posts } = read(readFileSync(join(directory, 'bylineNotes.txt'), 'utf8'));
    assert.deepEqual(
      posts.map(({ note }) => note),
      [
        'for the Storage team',
        'for the Go team',
        undefined,
        'et al.',
        'and 3 others',
        undefined,
        'the Senses team',
      ],
    );
    const { posts: dutch } = read(readFileSync(join(directory, 'dutchAnd.txt'), 'utf8'));
    assert.deepEqual(
      [...posts, ...dutch].flatMap(({ keywords }) => keywords),
      [],
    );
  });

  it('makes a short title from the text when there is none, and marks it', () => {
    const listing = read(readFileSync(join(directory, 'noTitles.txt'), 'utf8'));
    for (const post of listing.posts.slice(0, 3)) {
      assert.deepEqual(post.provisional, ['title']);
      assert.ok(post.title.length <= 61);
      assert.ok(post.abstract!.startsWith(post.title.replace(/…$/, '')));
    }
    assert.equal(listing.posts[3]!.provisional, undefined);
  });

  it('reports each line that is no part of a post', () => {
    const { problems } = read(readFileSync(join(directory, 'mediumArchive.txt'), 'utf8'));
    const skipped = problems.filter(problem => problem.code === 'skippedText');
    assert.ok(skipped.some(({ line, detail }) => line === 1 && detail === 'Harbor Engineering'));
    assert.ok(skipped.some(({ detail }) => detail === 'Privacy'));
  });

  it('reports a relative address that has nothing to stand on', () => {
    const { problems, posts } = read(readFileSync(join(directory, 'noBase.md'), 'utf8'));
    assert.deepEqual(
      problems.map(({ code, line, detail }) => [code, line, detail]),
      [
        ['relativeAddress', 1, '/first'],
        ['relativeAddress', 2, 'second.html'],
      ],
    );
    assert.equal(posts[0]!.url, undefined);
  });

  it('reports each date that names no day for sure, once and with its words', () => {
    const { problems, posts } = read(readFileSync(join(directory, 'unclearDates.txt'), 'utf8'));
    assert.deepEqual(
      problems.map(({ code, line, detail }) => [code, line, detail]),
      [
        ['unknownDate', 2, '03/04/2021'],
        ['unknownDate', 7, '05/06/2021'],
        ['unknownDate', 12, 'March 3'],
        ['unknownDate', 17, '3 days ago'],
      ],
    );
    assert.match(posts[1]!.abstract!, /^What flows/);
  });

  it('finds no posts in plain prose, and says so', () => {
    const { posts, problems } = read(readFileSync(join(directory, 'prose.txt'), 'utf8'));
    assert.deepEqual([posts.length, problems.map(problem => problem.code)], [0, ['noListing']]);
  });

  it('takes tags for keywords', () => {
    const [first] = read(readFileSync(join(directory, 'wordpress.txt'), 'utf8')).posts;
    assert.deepEqual(first!.keywords, ['Performance', 'Caching']);
  });

  it('never throws', () => {
    for (const text of [
      '',
      ' ',
      '\n\n\n',
      '---',
      '|||',
      '# ',
      '[]()',
      'by',
      'By',
      '· · ·',
      '\ufeff',
      '1.',
      '- ',
    ]) {
      assert.doesNotThrow(() => read(text), JSON.stringify(text));
    }
  });

  it('takes time in proportion to the text, hostile text included', () => {
    const parts = {
      posts: 'A title of some length\nBy Jane Doe and John Roe · Jan 3, 2021\nIt has a text. It goes on.\n\n',
      brackets: '[a](b [c] ((((',
      stars: '**a __b ~~c *',
      names: 'Jane Doe, ',
      spaces: ' \t  ',
      lines: 'A\n',
      blanks: '\n \n',
      by: 'by by by ',
      dates: 'Jan 3, 2021 2021-01-03 ',
      separators: ' · | — ',
      dots: '. . . .',
      quotes: '“a "b « ',
      tags: '<a <br <!-- ',
      items: '- x\n1. Y — Z, Q\n',
    };
    const work = (part: string, size: number) => {
      const text = part.repeat(size / part.length);
      return () => read(text);
    };
    assert.deepEqual(superlinear(parts, work, [16_000, 128_000]), []);
  }).timeout(60_000);
});
