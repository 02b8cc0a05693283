import assert from 'node:assert/strict';
import { type Feed, isFeed, readingFeed } from '../../../src/core/formats/feed';
import { readXml } from '../../../src/core/formats/xml';
import { figureOfTests, soak } from '../../figure';
import { rss } from './read';

/** Sizes are those that break parsers; without BYLINE_SOAK a tenth of them. */
const times = (text: string, count: number) => text.repeat(soak ? count : count / 10);
const item = (fields: string) => rss(`<item>${fields}</item>`);
const described = (markup: string) => item(`<title>A</title><description>${markup}</description>`);
const numbered = (count: number, one: (at: number) => string) =>
  Array.from({ length: soak ? count : count / 10 }, (_, at) => one(at)).join('');
const jsonFeed = (items: string) => `{"version":"https://jsonfeed.org/version/1.1","items":${items}}`;

const laughs = `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]>`;

/** Each with what must come of it, beside coming to an end. */
const inputs: Readonly<Record<string, readonly [text: () => string, expected?: (feed: Feed) => void]>> = {
  'billion laughs': [
    () => laughs + item('<title>&l9;</title>'),
    ({ entries }) => assert.equal(entries[0]!.record.title, '&l9;'),
  ],
  'an entity of 20 kB, 20,000 times': [
    () =>
      `<!DOCTYPE a [<!ENTITY l "${'x'.repeat(20_000)}">]>${item(`<title>${times('&l;', 20_000)}</title>`)}`,
    ({ entries }) => assert.ok(entries[0]!.record.title.length <= 2000),
  ],
  'an entity that is a file': [
    () => `<!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/passwd">]>${item('<title>&l;</title>')}`,
    ({ entries }) => assert.equal(entries[0]!.record.title, '&l;'),
  ],
  'a DTD from elsewhere': [
    () =>
      `<!DOCTYPE rss SYSTEM "http://127.0.0.1/a.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]>${item('<title>A</title>')}`,
    ({ entries }) => assert.equal(entries.length, 1),
  ],
  'elements nested 200,000 deep': [() => times('<a>', 200_000) + times('</a>', 200_000)],
  'elements nested 200,000 deep, not closed': [() => times('<a>', 200_000)],
  'feeds in feeds': [() => times('<rss><channel>', 100_000)],
  'items in items': [
    () => `<rss><channel>${numbered(50_000, at => `<item><title>${at}</title>`)}`,
    ({ entries }) => assert.ok(entries.length > 200),
  ],
  'a text of elements nested deep': [() => described(times('<div>', 200_000))],
  'a text of escaped elements nested deep': [() => described(times('&lt;div&gt;', 200_000))],
  'a million "<"': [() => times('<', 1_000_000)],
  'a feed with a million "<"': [
    () => described(times('<', 1_000_000)),
    ({ entries }) => assert.equal(entries.length, 1),
  ],
  '300,000 comments in one': [() => times('<!--', 300_000)],
  '300,000 sections of CDATA in one': [() => described(times('<![CDATA[', 300_000))],
  '300,000 instructions in one': [() => times('<?x ', 300_000)],
  '100,000 document types': [() => times('<!DOCTYPE a [<!ENTITY b "', 100_000)],
  'attributes that do not end': [() => times('<a b="', 300_000) + times(`<a b='`, 300_000)],
  '200,000 attributes': [
    () =>
      `<rss ${numbered(200_000, at => `a${at}="x" `)}><channel><item><title>A</title></item></channel></rss>`,
    ({ entries }) => assert.equal(entries.length, 1),
  ],
  '100,000 namespaces': [
    () =>
      `<rss ${numbered(100_000, at => `xmlns:a${at}="x" `)}><channel>${times('<item xmlns:b="c"><title>A</title></item>', 10_000)}</channel></rss>`,
  ],
  'a namespace of 1 MB and 100,000 elements': [
    () =>
      `<rss xmlns="${times('/', 1_000_000)}x"><channel>${times('<item><title>A</title></item>', 100_000)}`,
  ],
  'a language of 1 MB and 100,000 items': [
    () =>
      rss(times('<item><title>A</title></item>', 100_000), `<language>${times('x_', 500_000)}</language>`),
  ],
  '100,000 items': [
    () => rss(numbered(100_000, at => `<item><title>${at}</title></item>`)),
    ({ entries, problems }) =>
      assert.deepEqual(
        [entries.length, problems],
        [10_000, soak ? [{ code: 'tooManyEntries', source: 'feed', detail: '10000' }] : []],
      ),
  ],
  'a title of 10 MB': [
    () => item(`<title>${times('x', 10_000_000)}</title>`),
    ({ entries }) => assert.equal(entries[0]!.record.title.length, 2000),
  ],
  'a title of 10 MB of references': [() => item(`<title>${times('&amp;#38;', 1_000_000)}</title>`)],
  'a text of 10 MB of tags that do not end': [() => described(times('&lt;iframe &lt;/b ', 600_000))],
  'a million "&"': [() => described(times('&amp;', 1_000_000))],
  'an author of 1 MB': [() => item(`<title>A</title><author>${times('a.b@', 250_000)}</author>`)],
  '7,500 authors of 2 kB': [
    () => rss(times(`<item><title>A</title><author>${'a'.repeat(1998)}</author></item>`, 7500)),
  ],
  '100,000 authors of 1,000 items': [
    () =>
      rss(
        times('<item><title>A</title></item>', 1000),
        numbered(100_000, at => `<dc:creator>Jane D${at}</dc:creator>`),
      ),
  ],
  '200,000 categories': [
    () => item(`<title>A</title>${numbered(200_000, at => `<category>c${at}</category>`)}`),
    ({ entries }) => assert.equal(entries[0]!.record.keywords.length, 100),
  ],
  'a base of 1 MB and 10,000 relative links': [
    () =>
      `<feed xml:base="http://x/${times('a/', 500_000)}">${times('<entry><title>A</title><link href="b"/></entry>', 10_000)}</feed>`,
  ],
  'a date of 1 MB': [
    () => item(`<title>A</title><pubDate>${times('1 Jan ', 160_000)}</pubDate>`),
    ({ problems }) => assert.equal(problems[0]!.code, 'unknownDate'),
  ],
  '__proto__ and constructor': [
    () =>
      item(
        '<title>A</title><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><category>__proto__</category>',
      ),
    ({ entries }) => assert.deepEqual(entries[0]!.record.keywords, ['__proto__']),
  ],
  'control characters and no characters': [
    () => item('<title>A\u0000\u001b[31m\uffff\u202eB</title>'),
    ({ entries }) => assert.doesNotMatch(entries[0]!.record.title, /[\u0000-\u001f\u202e]/),
  ],
  'JSON nested a million deep': [() => jsonFeed(times('[', 1_000_000) + times(']', 1_000_000))],
  'JSON nested deep and broken': [() => jsonFeed(times('[', 1_000_000))],
  'JSON with __proto__': [
    () =>
      jsonFeed(
        '[{"id":"1","title":"A","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
      ),
    ({ entries }) => assert.deepEqual(entries[0]!.record, { title: 'A', author: [], keywords: [] }),
  ],
  'JSON with 100,000 items': [
    () => jsonFeed(`[${numbered(100_000, at => `{"id":"${at}","title":"A"},`)}null]`),
    ({ entries }) => assert.equal(entries.length, 10_000),
  ],
  'broken JSON with 100,000 items': [
    () => jsonFeed(`[${numbered(100_000, at => `{"id":"${at}","title":"A"},`)}`),
    ({ entries }) => assert.equal(entries.length, 10_000),
  ],
};

/** Milliseconds; ten times what each may take. */
const longest = 10_000;

describe('hostile feeds', function () {
  this.timeout(longest);
  figureOfTests('hostile feeds', /^reads (?!twice)/);

  for (const [name, [text, expected]] of Object.entries(inputs)) {
    it(`reads ${name}`, () => {
      const bytes = new TextEncoder().encode(text());
      isFeed(bytes);
      const feed = run(bytes);
      expected?.(feed);
      for (const { record } of feed.entries.slice(0, 100))
        assert.ok(record.title.length > 0 && record.title.length <= 2000);
      assert.equal(({} as { polluted?: number }).polluted, undefined);
    });
  }

  it('takes one step for one item and for a piece of a long text, so that others can run between', () => {
    const steps = (text: string) => {
      let count = 0;
      for (
        const reading = readingFeed(new TextEncoder().encode(text), { source: 'feed' });
        !reading.next().done;
      )
        count++;
      return count;
    };
    assert.ok(steps(rss('<item><title>A</title></item>'.repeat(1000))) > 1000);
    assert.ok(steps(rss('<item><title>A</title></item>'.repeat(2000))) > 2000);
  });

  for (const [name, unit] of Object.entries({
    tags: '<a b="c">',
    ends: '</a',
    quotes: `<a b="`,
    comments: '<!--',
    text: 'a &amp; b < ',
    doctypes: '<!DOCTYPE [',
  })) {
    it(`reads twice as many ${name} in hardly more than twice the time`, () => {
      const time = (count: number) => {
        const text = unit.repeat(count);
        const started = process.cpuUsage();
        readXml(text);
        const { user, system } = process.cpuUsage(started);
        return (user + system) / 1000;
      };
      time(20_000);
      // Ten is far from two, and as far from what a quadratic reader takes for sixteen times as much.
      assert.ok(time(320_000) < 16 * 10 * Math.max(time(20_000), 1));
    });
  }
});

function run(bytes: Uint8Array): Feed {
  const reading = readingFeed(bytes, { source: 'feed', base: 'https://example.org/feed' });
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
