import assert from 'node:assert/strict';
import { parse } from '../../src/core/sources/parse';
import type { Parsed, ParseKind } from '../../src/core/sources/parsed';
import { figureOfTests } from '../figure';
import { wrongIn } from '../fuzz/wrongIn';

/** ms; the goal is a second on a computer that does nothing else. */
const patience = 10_000;

const item = (fields: string) => `[{"id":"a","title":"Kept",${fields}}]`;
const feed = (fields: string) =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"a","title":"Kept",${fields}}]}`;
const outline = (inside: string) =>
  `<opml version="2.0"><body>${inside}<outline type="rss" text="Kept" xmlUrl="https://kept.example/feed"/></body></opml>`;

/** Whether the rest of the input can be read: then the post or feed "Kept" is there. */
type Expected = 'kept' | 'any';
type Hostile = readonly [name: string, expected: Expected, text: string | Uint8Array];

const json = (around: (fields: string) => string): Hostile[] => [
  ['lists 100,000 deep', 'any', around(`"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ['100,000 open lists', 'any', '['.repeat(100_000)],
  ['100,000 open objects', 'any', '{"a":'.repeat(100_000)],
  ['objects 100,000 deep', 'any', around(`"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  [
    '__proto__',
    'kept',
    around('"__proto__":{"polluted":1,"title":"x"},"constructor":{"prototype":{"polluted":1}}'),
  ],
  [
    '__proto__ in what it keeps',
    'kept',
    around('"custom":{"__proto__":{"polluted":1}},"author":{"__proto__":[]}'),
  ],
  [
    'huge numbers',
    'kept',
    around(`"issued":{"date-parts":[[1e999,-1e308]]},"volume":${'9'.repeat(100_000)}`),
  ],
  [
    'dates of huge numbers',
    'kept',
    around('"issued":{"date-parts":[[99999999999999999999,1e9,-5]]},"date_published":1e300'),
  ],
  ['one key 100,000 times', 'kept', around(`${'"x":1,'.repeat(100_000)}"y":2`)],
  [
    '100,000 keys',
    'kept',
    around(`${Array.from({ length: 100_000 }, (_, n) => `"k${n}":1,`).join('')}"y":2`),
  ],
  ['one title twice', 'any', around('"title":"Other"')],
  ['an author of 20,000 names', 'kept', around(`"author":${JSON.stringify('Ann Lee, '.repeat(20_000))}`)],
  ['50,000 authors', 'kept', around(`"author":[${'{"family":"Lee","name":"Ann Lee"},'.repeat(50_000)}{}]`)],
  [
    '100,000 topics',
    'kept',
    around(
      `"keyword":${JSON.stringify('a, '.repeat(100_000))},"tags":${JSON.stringify(Array(50_000).fill('a'))}`,
    ),
  ],
  [
    'wrong types everywhere',
    'kept',
    around(
      '"author":7,"authors":"x","issued":[],"URL":{},"url":[],"keyword":null,"tags":{"a":1},"custom":[],"date_published":{}',
    ),
  ],
  ['a string of 2 MB', 'kept', around(`"abstract":"${'x'.repeat(2_000_000)}"`)],
  ['a string of 300,000 escapes', 'kept', around(`"abstract":"${'\\u0041'.repeat(300_000)}"`)],
  [
    'a string of 300,000 backslashes that does not end',
    'any',
    around(`"abstract":"${'\\\\'.repeat(300_000)}`),
  ],
  ['lone surrogates and controls', 'kept', around('"abstract":"\\ud800 \\u0000 \\u202e \\u2066 x"')],
  [
    'addresses that run',
    'kept',
    around('"URL":"javascript:alert(1)","url":"data:text/html,x","external_url":"vscode://x"'),
  ],
  ['300,000 quotes', 'any', '"'.repeat(300_000)],
  ['300,000 commas', 'any', `[${','.repeat(300_000)}]`],
  ['NULs', 'any', new Uint8Array(300_000)],
  ['half of it', 'any', around('"x":1').slice(0, -12)],
];

const opml: Hostile[] = [
  [
    'outlines 100,000 deep',
    'any',
    outline(`${'<outline text="a">'.repeat(100_000)}${'</outline>'.repeat(100_000)}`),
  ],
  ['100,000 open outlines', 'any', outline('<outline text="a">'.repeat(100_000))],
  ['100,000 feeds', 'any', outline('<outline type="rss" xmlUrl="https://a.example/x"/>'.repeat(100_000))],
  [
    'a billion laughs',
    'any',
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "${(n ? `&a${n - 1};` : '&a;').repeat(10)}">`).join('')}]>${outline('<outline text="&a8;"/>')}`,
  ],
  [
    'a file of this computer',
    'any',
    `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${outline('<outline text="&a;" xmlUrl="https://a.example/&a;"/>')}`,
  ],
  [
    '__proto__',
    'kept',
    outline('<__proto__ polluted="1"/><outline __proto__="x" text="__proto__" title="constructor"/>'),
  ],
  ['300,000 opening brackets', 'any', outline('<'.repeat(300_000))],
  ['100,000 comments that do not end', 'any', outline('<!--'.repeat(100_000))],
  [
    '100,000 attributes',
    'kept',
    outline(`<outline ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1" `).join('')}/>`),
  ],
  ['an attribute of 2 MB', 'kept', outline(`<outline text="${'x'.repeat(2_000_000)}"/>`)],
  [
    'addresses that run or lead inside',
    'kept',
    outline(
      '<outline type="rss" text="a" xmlUrl="javascript:alert(1)"/><outline type="rss" text="b" xmlUrl="file:///etc/passwd"/>',
    ),
  ],
  ['passwords', 'kept', outline('<outline type="rss" text="a" xmlUrl="https://ann:secret@a.example/feed"/>')],
  ['NULs', 'any', new Uint8Array(300_000)],
];

const kinds: readonly (readonly [ParseKind, string, readonly Hostile[]])[] = [
  ['bibliography', 'posts.json', json(item)],
  ['feed', 'feed.json', json(feed)],
  ['opml', 'feeds.opml', opml],
];

describe('hostile input', function () {
  this.timeout(2 * patience);
  figureOfTests('hostile JSON and OPML', /^in a /);
  const read = (kind: ParseKind, name: string, text: string | Uint8Array): Parsed =>
    parse({
      kind,
      files: [{ name, bytes: typeof text === 'string' ? Buffer.from(text) : text }],
      source: `https://hostile.example/${name}`,
    });
  const names = ({ entries, sources }: Parsed) => [
    ...entries.map(({ record }) => record.title),
    ...sources.map(({ name }) => name),
  ];

  for (const [kind, name, table] of kinds) {
    for (const [what, expected, text] of table) {
      for (const way of [kind, 'address'] as const) {
        it(`in a ${name} as ${way}: ${what}`, () => {
          const [start, memory] = [performance.now(), process.memoryUsage().rss];
          const parsed = read(way, name, text);
          const [time, more] = [performance.now() - start, process.memoryUsage().rss - memory];
          assert.ok(time < patience, `${time} ms`);
          assert.ok(more < 2 ** 30, `${Math.round(more / 2 ** 20)} MB more`);
          assert.equal(wrongIn(parsed), undefined);
          assert.equal((<{ polluted?: unknown }>{}).polluted, undefined);
          assert.doesNotMatch(JSON.stringify(parsed.sources), /secret|root:/);
          if (expected === 'kept')
            assert.ok(names(parsed).includes('Kept'), JSON.stringify(parsed).slice(0, 300));
        });
      }
    }
  }

  /** Files whose every text is `text`. */
  const filled = (text: string): readonly (readonly [ParseKind, string, string])[] => [
    [
      'bibliography',
      'a.json',
      JSON.stringify([{ id: text, title: text, abstract: text, keyword: text, author: text }]),
    ],
    [
      'bibliography',
      'a.bib',
      `@online{a, title = {${text}}, author = {${text}}, abstract = {${text}}, keywords = {${text}}}`,
    ],
    [
      'bibliography',
      'a.ris',
      `TY  - BLOG\nTI  - ${text}\nAU  - ${text}\nAB  - ${text}\nKW  - ${text}\nER  - \n`,
    ],
    [
      'bibliography',
      'a.yaml',
      `references:\n- id: a\n  title: "${text}"\n  abstract: "${text}"\n  author: "${text}"\n`,
    ],
    [
      'feed',
      'a.json',
      feed(`"summary":"${text}","tags":["${text}"],"authors":[{"name":"${text}"}]`).replaceAll('Kept', text),
    ],
    [
      'feed',
      'a.xml',
      `<rss><channel><title>${text}</title><item><title>${text}</title><description>${text}</description><author>${text}</author><category>${text}</category></item></channel></rss>`,
    ],
    [
      'opml',
      'a.opml',
      outline(`<outline text="${text}"><outline text="${text}" xmlUrl="https://a.example/"/></outline>`),
    ],
    [
      'markdown',
      'a.md',
      `---\ntitle: "${text}"\nauthor: "${text}"\nsummary: "${text}"\ntags: ["${text}"]\n---\n${text}\n`,
    ],
    ['markdown', 'b.md', `---\ndate: 2024-05-06\n---\n# ${text}\n\n${text}\n`],
    [
      'page',
      'a.html',
      `<html><head><title>${text}</title><meta property="og:title" content="${text}"><meta name="author" content="${text}"><meta name="description" content="${text}"></head><body><article><h1>${text}</h1><p>${text}</p></article></body></html>`,
    ],
    [
      'listing',
      'b.html',
      `<main>${`<article><h2><a href="/a">${text}</a></h2><p>By ${text}</p><p>${text}</p></article>`.repeat(3)}</main>`,
    ],
    ['listing', 'a.txt', `${text}\nBy Ann Lee\n${text}\n\n`.repeat(3)],
  ];

  for (const length of [59, 60, 79, 80, 199, 200, 499, 500, 999, 1000, 1999, 2000, 9999, 10_000]) {
    it(`is cut, if at all, between characters: ${length} UTF-16 units`, () => {
      for (const text of [
        '😀'.repeat(length),
        `a${'😀'.repeat(length)}`,
        'ab '.repeat(length),
        `${'ab '.repeat(length)}\u200b`,
      ]) {
        for (const [kind, name, file] of filled(text)) {
          assert.equal(wrongIn(read(kind, name, file)), undefined, `${kind} ${name}`);
        }
      }
    });
  }
});
