import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Figures } from '../../src/core/grouping/figures';
import { type ChartTexts, chartPage } from '../../src/vscode/views/chartPage';

const corpora = process.env.BYLINE_CORPORA ?? join(import.meta.dirname, '../../../shared/corpora');
const naughty = join(corpora, 'blns.json');

const texts: ChartTexts = {
  title: 'Library',
  summary: '3 posts',
  posts: 'Posts',
  byYear: 'By year',
  year: 'Year',
  undated: '',
  topAuthors: 'Authors',
  author: 'Author',
  topTopics: 'Topics',
  topic: 'Topic',
};

const barsOf = (label: string) => [
  { label, posts: 1200 },
  { label: 'b', posts: 300 },
  { label: 'c', posts: 0 },
];

function pageOf(label: string, more: Partial<ChartTexts> = {}): string {
  const bars = barsOf(label);
  const figures: Figures = {
    posts: 3,
    authors: 3,
    topics: 3,
    years: bars,
    undated: 0,
    topAuthors: bars,
    topTopics: bars,
  };
  return chartPage(figures, { ...texts, ...more }, { language: 'en', nonce: 'n0nce' });
}

interface Seen {
  /** Names of elements, each with its attributes' names. */
  readonly elements: string[];
  readonly texts: string[];
}

function seenIn(html: string): Seen {
  const seen: Seen = { elements: [], texts: [] };
  const look = (node: DefaultTreeAdapterTypes.Node) => {
    if ('value' in node && node.nodeName === '#text') seen.texts.push(node.value);
    if ('tagName' in node)
      seen.elements.push([node.tagName, ...node.attrs.map(({ name }) => name)].join(' '));
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  look(parse(html));
  return seen;
}

describe('the page of the chart', () => {
  const plain = seenIn(pageOf('a'));

  it('lets nothing run or load', () => {
    const page = pageOf('a');
    assert.match(page, /content="default-src 'none'; style-src 'nonce-n0nce'"/);
    assert.match(page, /<style nonce="n0nce">/);
    const names = new Set(plain.elements.flatMap(element => element.split(' ')));
    for (const name of ['script', 'img', 'iframe', 'link', 'a', 'form', 'src', 'href', 'style='])
      assert.ok(!names.has(name), name);
    assert.ok([...names].every(name => !name.startsWith('on')));
    assert.doesNotMatch(page.replace(/<style[\s\S]*<\/style>/, ''), /\sstyle=/);
  });

  it('is tables with a heading each, whose numbers are text and whose bars nobody has to see', () => {
    const page = pageOf('a');
    assert.equal(plain.elements.filter(element => element === 'table aria-labelledby').length, 3);
    assert.equal(plain.elements.filter(element => element === 'th scope').length, 6 + 9);
    assert.ok(plain.texts.includes('1,200'));
    assert.deepEqual(
      [...page.matchAll(/<rect width="([\d.]+)%"/g)].slice(0, 2).map(([, width]) => width),
      ['100.0', '25.0'],
    );
    for (const [svg] of page.matchAll(/<svg[^>]*>/g)) assert.match(svg, /aria-hidden="true"/);
  });

  it('leaves out what has nothing to show', () => {
    const none = { posts: 0, authors: 0, topics: 0, years: [], undated: 0, topAuthors: [], topTopics: [] };
    const page = chartPage(none, texts, { language: 'de', nonce: 'n' });
    assert.doesNotMatch(page, /<table/);
    assert.match(page, /<html lang="de">/);
  });

  const isText = (label: string) => {
    const { elements, texts: seen } = seenIn(pageOf(label, { title: label, undated: label, summary: label }));
    const expected = seenIn(pageOf('a', { title: 'a', undated: 'a', summary: 'a' }));
    assert.deepEqual(elements, expected.elements, label);
    // A parser makes one line break of a carriage return, and nothing of NUL.
    const shown = label.replace(/\r\n?/g, '\n').replaceAll('\0', '');
    assert.ok(seen.filter(text => text === shown).length >= 5, label);
  };

  for (const label of [
    '<script>alert(1)</script>',
    '</th></table><img src=x onerror=alert(1)>',
    '</title></style></svg><script>alert(1)</script>',
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    '&lt;b&gt; &amp; &#60;script>',
    '<!-- a --> ]]> <![CDATA[x]]>',
    '\u202eabc \u0000 \ud800 {{alert(1)}} `',
  ])
    it(`shows ${JSON.stringify(label)} as it is`, () => isText(label));

  it(`shows all naughty strings as they are${existsSync(naughty) ? '' : ' (left out: the list is not on this computer)'}`, function () {
    if (!existsSync(naughty)) this.skip();
    for (const label of JSON.parse(readFileSync(naughty, 'utf8')) as string[]) if (label) isText(label);
  });
});
