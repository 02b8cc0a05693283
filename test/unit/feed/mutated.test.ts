import assert from 'node:assert/strict';
import { isFeed, readFeed } from '../../../src/core/formats/feed';
import { cleanText } from '../../../src/core/text';
import { atom, rss } from './read';

const seeds = [
  rss(
    '<item><title>A &amp;amp; B</title><link>https://example.org/a</link><guid isPermaLink="false">1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><author>j@example.org (Jane Doe)</author><category>Go</category><content:encoded><![CDATA[<p>One <b>two</b></p>]]></content:encoded></item>',
  ),
  atom(
    '<entry xml:base="/x/" xml:lang="de"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b></div></title><link href="a"/><id>tag:1</id><updated>2004-01-01T00:00:00Z</updated><author><name>Jane Doe</name></author><category term="Go"/><content type="html">&lt;p&gt;x</content></entry>',
  ),
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="https://example.org/a"><title>A</title></item></rdf:RDF>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A","content_html":"<p>x","authors":[{"name":"Jane Doe"}],"tags":["Go"]}]}',
].map(text => new TextEncoder().encode(text));

const tokens = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE [',
  '<?xml encoding="utf-16"?>',
  '&#0;',
  '&#x110000;',
  '&amp;lt;',
  '<item>',
  '</item>',
  '<entry>',
  '<title>',
  'xmlns="u"',
  'xml:base="///"',
  'href="http://[/"',
  '__proto__',
  '\u0000',
  '\ufeff',
  '\ud83d',
  '{',
  '}',
  '[',
  ']',
  '\\',
  'null',
  '9'.repeat(400),
].map(token => new TextEncoder().encode(token));

/** Numbers below one that are the same at each run: xorshift. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) / 2 ** 32;
  }
}

describe('feeds with random damage', () => {
  const count = process.env.BYLINE_SOAK === '1' ? 200_000 : 3000;

  it(`are read without an error, and what comes of them is clean, ${count} times`, function () {
    this.timeout(600_000);
    const numbers = random(20261123);
    const below = (end: number) => Math.floor(numbers.next().value * end);
    for (let run = 0; run < count; run++) {
      let bytes = seeds[below(seeds.length)]!;
      for (let changes = 1 + below(8); changes > 0; changes--) bytes = damaged(bytes, below);
      isFeed(bytes);
      for (const { key, record } of readFeed(bytes, { source: 'feed', base: 'https://example.org/' })
        .entries) {
        const what = new TextDecoder().decode(bytes);
        assert.ok(key !== '' && record.title !== '', what);
        for (const text of [record.title, record.abstract ?? '', ...record.keywords])
          assert.equal(cleanText(text), text, what);
        if (record.url !== undefined) assert.match(new URL(record.url).protocol, /^https?:$/, what);
      }
    }
  });
});

function damaged(bytes: Uint8Array, below: (end: number) => number): Uint8Array<ArrayBuffer> {
  const [from, to] = [below(bytes.length + 1), below(bytes.length + 1)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  switch (below(6)) {
    case 0:
      return joined(bytes.subarray(0, from));
    case 1:
      return joined(bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 20)));
    case 2:
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    case 3: {
      const flipped = joined(bytes);
      if (from < flipped.length) flipped[from]! ^= 1 << below(8);
      return flipped;
    }
    case 4:
      return joined(
        bytes.subarray(0, from),
        Uint8Array.from({ length: 1 + below(4) }, () => below(256)),
        bytes.subarray(from),
      );
    default:
      return joined(bytes.subarray(0, from), tokens[below(tokens.length)]!, bytes.subarray(from));
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
