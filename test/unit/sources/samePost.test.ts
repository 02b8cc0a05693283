import assert from 'node:assert/strict';
import { runWhole } from '../../../src/core/sliced';
import { merging } from '../../../src/core/sources/merging';
import { parse } from '../../../src/core/sources/parse';
import type { SourceEntry } from '../../../src/core/sources/reading';

const day = { year: 2024, month: 3, day: 7 };
const author = [{ family: 'Lovelace', given: 'Ada' }];

/** Posts in a library to which two sources tell a post each. */
function posts(first: SourceEntry, second: SourceEntry): number {
  const told = [first, second].map((entry, at) => ({
    location: `https://source${at}.example/feed`,
    before: [],
    reading: { entries: [entry], isComplete: false },
  }));
  return runWhole(merging([], told)).posts.length;
}

/** With titles as far apart as a feed's and a page's: the address has to decide. */
const count = (a: string, b: string) =>
  posts(
    { key: 'a', record: { title: 'How we cache', author, issued: day, url: a, keywords: [] } },
    { key: 'b', record: { title: 'How we cache – Kestrel Engineering', author: [], url: b, keywords: [] } },
  );

describe('two addresses', () => {
  const same: readonly (readonly [string, string])[] = [
    ['https://www.kestrel.example/blog/how-we-cache', 'http://kestrel.example/blog/how-we-cache/'],
    ['https://m.kestrel.example/how-we-cache', 'https://kestrel.example/how-we-cache'],
    ['https://mobile.kestrel.example/how-we-cache/', 'https://www.kestrel.example/how-we-cache'],
    [
      'https://kestrel.example/how-we-cache?utm_source=rss&utm_medium=feed',
      'https://kestrel.example/how-we-cache',
    ],
    ['https://kestrel.example/?p=123&utm_campaign=x', 'https://kestrel.example/?p=123'],
    ['https://kestrel.example/how-we-cache#comments', 'https://kestrel.example/how-we-cache'],
    ['https://kestrel.example/how-we-cache/index.html', 'https://kestrel.example/how-we-cache/'],
    ['https://kestrel.example:443/how-we-cache', 'https://kestrel.example/how-we-cache'],
    ['https://kestrel.example/caf%c3%a9', 'https://kestrel.example/café'],
    ['https://KESTREL.example/how-we-cache', 'https://kestrel.example/how-we-cache'],
    ['https://kestrel.example/blog/how-we-cache/amp/', 'https://kestrel.example/blog/how-we-cache/'],
    ['https://kestrel.example/2024/03/07/48213/amp', 'https://kestrel.example/2024/03/07/48213'],
    ['https://kestrel.example/how-we-cache?amp=1', 'https://kestrel.example/how-we-cache'],
    ['https://kestrel.example/how-we-cache/?amp', 'https://kestrel.example/how-we-cache/'],
    ['https://kestrel.example/how-we-cache?outputType=amp', 'https://kestrel.example/how-we-cache'],
    ['https://amp.kestrel.example/news/how-we-cache', 'https://www.kestrel.example/news/how-we-cache'],
    [
      'https://kestrel.example/2024/03/how-we-cache.amp.html',
      'https://kestrel.example/2024/03/how-we-cache.html',
    ],
    [
      'https://medium.com/kestrel/how-we-cache-1a2b3c?source=rss----9f8e---4',
      'https://medium.com/kestrel/how-we-cache-1a2b3c',
    ],
  ];
  for (const [a, b] of same) {
    it(`${a} and ${b} are one post’s`, () => {
      assert.equal(count(a, b), 1);
      assert.equal(count(b, a), 1);
    });
  }

  const different: readonly (readonly [string, string])[] = [
    ['https://kestrel.example/?p=123', 'https://kestrel.example/?p=124'],
    ['https://kestrel.example/?p=123', 'https://kestrel.example/'],
    ['https://kestrel.example/post.php?id=7', 'https://kestrel.example/post.php?id=8'],
    ['https://kestrel.example/article?id=7&lang=en', 'https://kestrel.example/article?id=7&lang=de'],
    ['https://kestrel.example/tree?ref=main', 'https://kestrel.example/tree?ref=next'],
    ['https://kestrel.example/#/how-we-cache', 'https://kestrel.example/#/why-we-cache'],
    ['https://kestrel.example/blog/amp', 'https://kestrel.example/blog'],
    ['https://kestrel.example/tags/amp', 'https://kestrel.example/tags'],
    ['https://kestrel.example/audio?amp=tube', 'https://kestrel.example/audio?amp=solid'],
    ['https://amp.example/how-we-cache', 'https://example/how-we-cache'],
    ['https://kestrel.example/How-we-cache', 'https://kestrel.example/how-we-cache'],
    ['https://kestrel.example/how-we-cache', 'https://harrier.example/how-we-cache'],
    ['https://kestrel.example/part-1', 'https://kestrel.example/part-2'],
    ['https://kestrel.example:8080/how-we-cache', 'https://kestrel.example/how-we-cache'],
    ['https://blog.kestrel.example/how-we-cache', 'https://kestrel.example/how-we-cache'],
  ];
  for (const [a, b] of different) {
    it(`${a} and ${b} are two posts’`, () => {
      assert.equal(count(a, b), 2);
    });
  }
});

describe('a post', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('of a feed by way of FeedBurner is the one that the page tells', () => {
    const text =
      '<rss version="2.0" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>Kestrel</title>' +
      '<item><title>How we cache</title><link>http://feeds.kestrel.example/~r/Kestrel/~3/aBcD/how-we-cache.html</link>' +
      '<feedburner:origLink>http://kestrel.example/how-we-cache.html</feedburner:origLink></item></channel></rss>';
    const source = 'https://feeds.kestrel.example/Kestrel';
    const [entry] = parse({ kind: 'feed', files: [{ name: source, bytes: bytes(text) }], source }).entries;
    const url = 'https://www.kestrel.example/how-we-cache.html?utm_source=feedburner';
    const record = { title: 'How we cache | Kestrel', author: [], url, keywords: [] };
    assert.equal(posts(entry!, { key: url, record }), 1);
  });

  it('read from its AMP page has the address that this says is its own', () => {
    const text =
      '<!doctype html><html amp><head><title>How we cache</title><link rel="canonical" href="https://kestrel.example/how-we-cache">' +
      '<meta property="og:type" content="article"><meta name="author" content="Ada Lovelace">' +
      '<meta property="article:published_time" content="2024-03-07"></head><body><h1>How we cache</h1></body></html>';
    const source = 'https://kestrel.example/stories/how-we-cache-amp';
    const { post } = parse({ kind: 'page', files: [{ name: source, bytes: bytes(text) }], source });
    assert.equal(post?.url, 'https://kestrel.example/how-we-cache');
  });
});
