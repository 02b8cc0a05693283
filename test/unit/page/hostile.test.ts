import assert from 'node:assert/strict';
import { readPage } from '../../../src/core/formats/page';
import { figureOfTests } from '../../figure';
import { superlinear } from '../../growth';

const read = (html: string) => readPage(html, { source: 'page', base: 'https://a.example/blog/p' });
const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`;
const list = (n: number, make: (at: number) => string, between = '') =>
  Array.from({ length: n }, (_, at) => make(at)).join(between);

/** Each grows with `n`; `n` is what it is in full. */
const pages: Record<string, { n: number; make: (n: number) => string }> = {
  'elements nested deeply': { n: 200_000, make: n => `<h1>Title</h1>${'<div>'.repeat(n)}` },
  'elements with classes nested deeply': {
    n: 100_000,
    make: n =>
      `<h1>Title</h1>${'<div class="author post-meta date"><span itemprop="author" itemscope>'.repeat(n)}`,
  },
  'comments never closed': { n: 300_000, make: n => '<!--'.repeat(n) },
  'comments closed': { n: 300_000, make: n => '<!-- -->'.repeat(n) },
  'angle brackets alone': { n: 1_000_000, make: n => '<'.repeat(n) },
  'a title of ten megabytes': { n: 10_000_000, make: n => `<title>${'a | '.repeat(n / 4)}</title>` },
  'a heading of ten megabytes': { n: 10_000_000, make: n => `<h1>${'by a and '.repeat(n / 9)}</h1>` },
  'a script of ten megabytes': { n: 10_000_000, make: n => `<script>${'<!--<script>'.repeat(n / 12)}` },
  'a paragraph of ten megabytes': {
    n: 10_000_000,
    make: n => `<h1>Title</h1><p>${'By A, 3 May 2021. '.repeat(n / 18)}`,
  },
  'very many short paragraphs': {
    n: 100_000,
    make: n => `<h1>Title</h1>${'<p>By Ann Lee on 3 May 2021</p>'.repeat(n)}`,
  },
  'very many headings': { n: 100_000, make: n => '<h1 class="post-title">A title</h1>'.repeat(n) },
  'very many bylines': {
    n: 100_000,
    make: n => `<h1>Title</h1>${list(n, at => `<span class="author">Ann Lee ${at}</span>`)}`,
  },
  'very many dates side by side': {
    n: 100_000,
    make: n => `<h1>Title</h1>${'Updated on <time datetime="2021-05-03">x</time>'.repeat(n)}`,
  },
  'very many metas of one name': {
    n: 100_000,
    make: n => '<meta name="citation_author" content="Lee, Ann">'.repeat(n),
  },
  'very many metas of many names': {
    n: 100_000,
    make: n => list(n, at => `<meta name="n${at}" property="p${at}" content="x">`),
  },
  'very many names of one meta': {
    n: 1_000_000,
    make: n =>
      `<meta name="${'a '.repeat(n)}" content="x"><meta name="author" content="${'A B, '.repeat(n)}">`,
  },
  'very many links to feeds': {
    n: 100_000,
    make: n =>
      list(
        n,
        at => `<link rel="alternate" type="application/rss+xml" href="/${at}"><a href="/feed${at}.xml">f</a>`,
      ),
  },
  'very many class names': {
    n: 1_000_000,
    make: n => `<div class="${'author-'.repeat(n)}"><h1 class="${'title '.repeat(n)}">T</h1></div>`,
  },
  'an address of ten megabytes': {
    n: 10_000_000,
    make: n =>
      `<link rel="canonical" href="https://a.example/${'a/'.repeat(n / 2)}"><a rel="author" href="${'/a'.repeat(n / 2)}">A</a>`,
  },
  'JSON-LD nested deeply': { n: 100_000, make: n => jsonLd(`${'{"@graph":['.repeat(n)}${']}'.repeat(n)}`) },
  'JSON-LD opened deeply': { n: 500_000, make: n => jsonLd('[{"a":'.repeat(n)) },
  'JSON-LD of very many posts': {
    n: 100_000,
    make: n =>
      jsonLd(
        `[${list(n, at => `{"@type":"Article","headline":"Title ${at}","author":{"@id":"#${at}"},"url":"/${at}"}`, ',')}]`,
      ),
  },
  'JSON-LD of very many broken posts': {
    n: 100_000,
    make: n => jsonLd(`[${'{"@type":"Article","headline":"A "b" c",},'.repeat(n)}`),
  },
  'JSON-LD of very many authors': {
    n: 100_000,
    make: n =>
      jsonLd(`{"@type":"Article","headline":"T","author":[${list(n, at => `"Ann Lee ${at}"`, ',')}]}`),
  },
  'JSON-LD of quotes alone': { n: 1_000_000, make: n => jsonLd(`{"a":${'"'.repeat(n)}`) },
  'JSON-LD of slashes alone': { n: 1_000_000, make: n => jsonLd(`{"a":1,${'/* '.repeat(n)}`) },
  'JSON-LD of white space': {
    n: 1_000_000,
    make: n => jsonLd(`{"a" ${' '.repeat(n)}" ${'" ,  '.repeat(n / 5)}`),
  },
  'JSON-LD of brackets after JSON': { n: 300_000, make: n => jsonLd(`{}${'{]'.repeat(n)}`) },
  'very many JSON-LD scripts': {
    n: 50_000,
    make: n => jsonLd('{"@type":"Article","headline":"T"').repeat(n),
  },
  'microdata nested deeply': {
    n: 50_000,
    make: n => '<div itemscope itemtype="https://schema.org/Article" itemprop="blogPost">'.repeat(n),
  },
  'microdata of very many items': {
    n: 100_000,
    make: n =>
      '<p itemscope itemtype="https://schema.org/Article"><b itemprop="headline">T</b></p>'.repeat(n),
  },
  'drawings that do not end': { n: 500_000, make: n => `<h1>Title</h1>${'<svg><title>'.repeat(n / 2)}` },
  'sections of CDATA': { n: 800_000, make: n => `<h1>Title</h1>${'<![CDATA[a>'.repeat(n)}` },
  'scripts that do not end': { n: 1_000_000, make: n => `<h1>Title</h1>${'<script></'.repeat(n)}` },
  'attributes of one element': { n: 500_000, make: n => `<h1 ${list(n, at => `a${at}="x" `)}>Title</h1>` },
  'references alone': { n: 1_000_000, make: n => `<h1>Title</h1><p>${'&amp;&#x41;'.repeat(n)}` },
  'carriage returns': { n: 10_000_000, make: n => `<h1>Title</h1>${'\r'.repeat(n)}` },
  'entities in titles': {
    n: 1_000_000,
    make: n =>
      `<meta property="og:title" content="${'&amp;amp;'.repeat(n / 9)}"><title>${'&amp;lt;b&amp;gt;'.repeat(n / 14)}</title>`,
  },
};

describe('readPage of a hostile page', () => {
  figureOfTests('hostile pages', /^ends in time/);
  for (const [name, { n, make }] of Object.entries(pages)) {
    it(`ends in time with ${name}`, () => {
      const html = make(process.env.BYLINE_SOAK === '1' ? n : Math.ceil(n / 10));
      const started = process.cpuUsage();
      const { post, feeds } = read(html);
      const { user, system } = process.cpuUsage(started);
      // Time of the processor, which other work on the machine does not lengthen.
      const took = (user + system) / 1000;
      assert.ok(took < 10_000, `${Math.round(took)} ms`);
      assert.ok(feeds.length <= 50);
      assert.ok(
        (post?.title.length ?? 0) <= 1000 &&
          (post?.author.length ?? 0) <= 1000 &&
          (post?.keywords.length ?? 0) <= 30,
      );
    }).timeout(60_000);
  }

  it('says where a page is longer than is read, and takes what stands first', () => {
    const { post, problems } = read(
      `<meta name="author" content="Ann Lee"><h1>Title</h1>${'<b>a</b>'.repeat(160_000)}<meta name="date" content="2021-05-03">`,
    );
    assert.deepEqual(
      [post?.title, post?.author, post?.issued],
      ['Title', [{ family: 'Lee', given: 'Ann' }], undefined],
    );
    assert.deepEqual(problems, [{ code: 'longPage', source: 'page' }]);
  });

  it('takes time in proportion to the page', () => {
    const work = ({ n, make }: (typeof pages)[string], part: number) => {
      const html = make(Math.ceil(n / 80) * part);
      return () => read(html);
    };
    assert.deepEqual(superlinear(pages, work, [1, 8]), []);
  }).timeout(60_000);

  it('takes nothing from names that every object has', () => {
    const { post } = read(
      jsonLd(
        '{"__proto__":{"polluted":1},"@type":"Article","headline":"Title","author":{"__proto__":{"name":"X"},"name":"Ann Lee"},}',
      ) +
        jsonLd(
          '{"@type":"Article","@id":"__proto__","constructor":{"prototype":{"polluted":1}},"headline":"Title"}',
        ) +
        '<meta name="__proto__" content="x"><meta property="constructor" content="x"><div itemscope itemtype="a"><b itemprop="__proto__">x</b><b itemprop="constructor">y</b></div>',
    );
    assert.equal(post?.title, 'Title');
    assert.deepEqual(post?.author, [{ family: 'Lee', given: 'Ann' }]);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('keeps no characters that hide or reorder text, and no address that is no web address', () => {
    const { post, canonical } = read(
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd"><meta property="og:title" content="A\u202etitle of\u200b\ufeff two"><meta name="author" content="Ann\u202e Lee">',
    );
    assert.equal(post?.title, 'Atitle of two');
    assert.deepEqual(post?.author, [{ family: 'Lee', given: 'Ann' }]);
    assert.equal(canonical, undefined);
    assert.equal(post?.url, 'https://a.example/blog/p');
  });
});
