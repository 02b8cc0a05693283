import assert from 'node:assert/strict';
import { displayName } from '../../../src/core/name';
import { feedOf, posts } from './read';

const version = 'https://jsonfeed.org/version/1.1';
const feed = (items: readonly object[], head: object = {}) =>
  JSON.stringify({ version, title: 'The Blog', ...head, items });

describe('reading JSON Feed', () => {
  it('reads a post', () => {
    const text = feed(
      [
        {
          id: 'a',
          url: 'https://example.org/a?utm_medium=feed',
          title: 'Fast Parsers',
          summary: 'Short',
          content_html: '<p>Long</p>',
          date_published: '2004-01-01T19:48:21-08:00',
          authors: [{ name: 'Jane Doe', url: 'https://example.org/jane' }, { name: 'John Roe' }],
          tags: ['Parsing', 'Speed'],
          language: 'de',
        },
      ],
      { home_page_url: 'https://example.org' },
    );
    assert.deepEqual(feedOf(text), {
      title: 'The Blog',
      link: 'https://example.org/',
      entries: [
        {
          key: 'a',
          record: {
            title: 'Fast Parsers',
            author: [
              { family: 'Doe', given: 'Jane' },
              { family: 'Roe', given: 'John' },
            ],
            issued: { year: 2004, month: 1, day: 1 },
            containerTitle: 'The Blog',
            url: 'https://example.org/a',
            abstract: 'Short',
            keywords: ['Parsing', 'Speed'],
            language: 'de',
          },
        },
      ],
      problems: [],
    });
  });

  it('reads the author of version 1.0, of the post or of the feed', () => {
    const text = feed(
      [
        { id: 1, title: 'A', author: { name: 'Jane Doe' } },
        { id: 2, title: 'B' },
        { id: 3, title: 'C', author: { name: 'Jane Doe' }, authors: [] },
      ],
      { author: { name: 'John Roe' } },
    );
    assert.deepEqual(
      posts(text).map(({ author }) => author.map(displayName)),
      [['Jane Doe'], ['John Roe'], ['Jane Doe']],
    );
  });

  it('makes up a title for a microblog', () => {
    assert.deepEqual(posts(feed([{ id: '1', content_text: 'Hello, world' }]))[0], {
      title: 'Hello, world',
      author: [],
      containerTitle: 'The Blog',
      abstract: 'Hello, world',
      keywords: [],
      provisional: ['title'],
    });
  });

  it('takes the address that it links to, or an id that is one, where a post has none', () => {
    const text = feed([
      { id: 'a', title: 'A', external_url: 'https://example.org/a' },
      { id: 'https://example.org/b', title: 'B' },
    ]);
    assert.deepEqual(
      posts(text).map(({ url }) => url),
      ['https://example.org/a', 'https://example.org/b'],
    );
  });

  it('leaves out items and fields of the wrong kind', () => {
    const text = feed([
      null,
      'x',
      [],
      { id: {}, title: [], authors: 'Jane Doe', tags: [1, {}, 'Go'], content_text: 'Text' },
    ] as object[]);
    assert.deepEqual(
      posts(text).map(({ title, keywords }) => ({ title, keywords })),
      [{ title: 'Text', keywords: ['1', 'Go'] }],
    );
  });

  it('reads what is whole of a truncated feed, and says that it is', () => {
    const whole = feed([
      { id: '1', title: 'A' },
      { id: '2', title: 'B' },
      { id: '3', title: 'C' },
    ]);
    const { title, entries, problems } = feedOf(whole.slice(0, -8));
    assert.equal(title, 'The Blog');
    assert.deepEqual(
      entries.map(({ key }) => key),
      ['1', '2'],
    );
    assert.deepEqual(problems, [{ code: 'truncatedFeed', source: 'feed' }]);
  });

  it('reads texts with line ends that are not escaped', () => {
    assert.equal(posts(`{"version":"${version}","items":[{"id":"1","title":"A\nB"}]}`)[0]!.title, 'A B');
  });

  it('reads so many items and no more, and says so', () => {
    const { problems } = feedOf(`{"version":"${version}","items":[${'{"title":"A"},'.repeat(10_000)}0]}`);
    assert.deepEqual(problems, [{ code: 'tooManyEntries', source: 'feed', detail: '10000' }]);
  });

  it('does not take other JSON for a feed', () => {
    assert.deepEqual(feedOf('{"error":"not found"}').problems, [{ code: 'noFeed', source: 'feed' }]);
    assert.deepEqual(feedOf('{"error').problems, [{ code: 'noFeed', source: 'feed' }]);
  });
});
