import assert from 'node:assert/strict';
import { readListing } from '../../../src/core/formats/listing';
import { figureOfTests, soak } from '../../figure';

/** Milliseconds of the processor; ten times what each may take. */
const longest = 10_000;

const list = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const heading = (at: number) => `<h2><a href="/a${at}">A title of ${at}</a></h2>`;
const linked = (at: number) => `<a href="/a${at}">A title of ${at}</a>`;

/** Each grows with `n`; `n` is what it is in full. */
const pages: Readonly<Record<string, { n: number; make: (n: number) => string }>> = {
  'posts of one address': { n: 100_000, make: n => '<h2><a href="/a">A title</a></h2>'.repeat(n) },
  'posts of many addresses': { n: 100_000, make: n => list(n, heading) },
  'posts that stand deep': { n: 100_000, make: n => '<div>'.repeat(240) + list(n, heading) },
  articles: {
    n: 100_000,
    make: n => list(n, at => `<article>${heading(at)}<p>By Ann Lee on 3 May 2021</article>`),
  },
  'links in a list': { n: 100_000, make: n => `<ul>${list(n, at => `<li>${linked(at)} 3 May 2021`)}` },
  'links side by side': { n: 100_000, make: n => list(n, at => `${linked(at)} `) },
  rows: { n: 60_000, make: n => `<table>${list(n, at => `<tr><td>${linked(at)}<td>Ann Lee<td>3 May 2021`)}` },
  terms: { n: 60_000, make: n => `<dl>${list(n, at => `<dt>${linked(at)}<dd>3 May 2021`)}` },
  'years as headings': {
    n: 60_000,
    make: n => list(n, at => `<h2>${1990 + (at % 40)}</h2><p>${linked(at)} 3 May`),
  },
  'paragraphs of one post': { n: 300_000, make: n => `${heading(1)}<p>By Ann Lee</p>${'<p>word'.repeat(n)}` },
  'lists in lists': { n: 150_000, make: n => `${heading(1)}<p>By Ann Lee</p>${'<ul><li>'.repeat(n)}` },
  'authors of one post': {
    n: 100_000,
    make: n => `<article>${heading(1)}${'<span class="author">Ann Lee</span>'.repeat(n)}</article>`,
  },
  'topics of one post': {
    n: 100_000,
    make: n => `<article>${heading(1)}${list(n, at => `<a rel="tag">t${at}</a>`)}</article>`,
  },
  'a title of ten megabytes': {
    n: 10_000_000,
    make: n => `<h2><a href="/a">${'word '.repeat(n / 5)}</a></h2><p>3 May 2021`,
  },
  'sections of CDATA': { n: 500_000, make: n => heading(1) + '<![CDATA[a>'.repeat(n) },
  'drawings that do not end': { n: 500_000, make: n => heading(1) + '<svg><title>'.repeat(n / 2) },
};

const texts: typeof pages = {
  'one word in each line': { n: 500_000, make: n => 'word\n'.repeat(n) },
  'one title in each line': { n: 300_000, make: n => list(n, at => `A title ${at}\n`) },
  'titles, bylines and dates': {
    n: 100_000,
    make: n => list(n, at => `A title ${at}\nBy Ann Lee\n3 May 2021\n\n`),
  },
  'links of Markdown': {
    n: 100_000,
    make: n => list(n, at => `- [A title ${at}](https://a.example/${at}) 3 May 2021\n`),
  },
  'a table of Markdown': {
    n: 100_000,
    make: n => `| Title | Author | Date |\n${list(n, at => `| A title ${at} | Ann Lee | 3 May 2021 |\n`)}`,
  },
  'definitions of links': { n: 200_000, make: n => list(n, at => `[a${at}]: https://a.example/${at}\n`) },
  'lines that go on': { n: 100_000, make: n => `${'Word '.repeat(12)}word\nword word word\n`.repeat(n) },
  'lines of "In" and "by"': { n: 1_000_000, make: n => 'In\nby\n'.repeat(n) },
  'one name in each line': { n: 600_000, make: n => 'Ann Lee,\n'.repeat(n) },
  years: { n: 300_000, make: n => '2021\n'.repeat(n) },
  months: { n: 200_000, make: n => 'May 2021\nA title\n'.repeat(n) },
  'headings underlined': { n: 300_000, make: n => 'Title\n===\n'.repeat(n) },
  ...Object.fromEntries(
    [
      '\n',
      '\r',
      ' ',
      '\t',
      'a\t',
      'a   ',
      '|',
      '[',
      '![',
      '[a](b) ',
      '(',
      '*',
      '*a ',
      '_a_ ',
      '~~',
      '`a',
      '<',
      '<a ',
      '# ',
      '- ',
      '1.',
      '. ',
      ',',
      '·',
      'a · ',
      '&amp;',
      '"a","b"',
      'word ',
      'Ann Lee, ',
      'By Ann Lee, ',
      '3 May 2021 ',
      'https://a.example/a ',
      '\0',
    ].map(part => [
      `ten megabytes of ${JSON.stringify(part)}`,
      { n: 10_000_000, make: (n: number) => `A${part.repeat(n / part.length)}` },
    ]),
  ),
};

describe('readListing of a hostile page', function () {
  this.timeout(6 * longest);
  figureOfTests('hostile listings', /^ends in time/);
  for (const [kind, table] of Object.entries({ HTML: pages, text: texts })) {
    for (const [name, { n, make }] of Object.entries(table)) {
      it(`ends in time with ${name} in ${kind}`, () => {
        const page = (kind === 'HTML' ? '<!doctype html>' : '') + make(soak ? n : n / 10);
        const started = process.cpuUsage();
        const { posts, problems } = readListing(page, { source: 'page', base: 'https://a.example/' });
        const { user, system } = process.cpuUsage(started);
        const took = (user + system) / 1000;
        assert.ok(took < longest, `${Math.round(took)} ms`);
        assert.ok(posts.length <= 15_000 && problems.length <= 1000);
        for (const { title, author, keywords } of posts.slice(0, 100))
          assert.ok(title.length <= 10_000 && author.length <= 1000 && keywords.length <= 100);
      });
    }
  }

  it('says where a page is longer than is read', () => {
    for (const page of [
      `<!doctype html>${list(12_000, heading)}`,
      `<!doctype html>${heading(1)}${'<b>'.repeat(250_000)}`,
      list(25_000, at => `A title ${at}\nBy Ann Lee\n`),
    ]) {
      const { posts, problems } = readListing(page, { source: 'page', base: 'https://a.example/' });
      assert.ok(posts.length > 0);
      assert.deepEqual(problems[0], { code: 'longPage', source: 'page' });
    }
  });
});

describe('readListing of a long archive', () => {
  const words = 'What we did, why we did it so, and how it went in the months that followed. '.repeat(5);
  const card = (at: number) =>
    `<article class="post-card"><a class="card-link" href="/posts/${at}"><img class="card-image" alt="" src="/${at}.jpg"></a>
      <header><div class="post-tags"><a href="/tags/data">Data</a> <a href="/tags/web">Web</a></div>
      <h2 class="post-title"><a href="/posts/${at}">What we learned of ${at}</a></h2></header>
      <section class="post-excerpt"><p>${words}</p></section><footer><span class="author"><a href="/author/ann-lee">Ann Lee</a></span>
      <time datetime="2021-05-03">May 3, 2021</time> <span class="reading-time">4 min read</span>
      ${'<svg class="icon"><path d="M0 0h24v24H0z"></path></svg>'.repeat(6)}<button class="share">Share</button></footer></article>`;

  it('takes all of three thousand posts in HTML', () => {
    const { posts, problems } = readListing(`<!doctype html><main>${list(3000, card)}</main>`, {
      source: 'page',
      base: 'https://a.example/',
    });
    assert.equal(posts.length, 3000);
    assert.ok(posts.every(({ author, issued, url }) => author.length === 1 && issued?.day === 3 && url));
    assert.deepEqual(problems, []);
  }).timeout(60_000);

  it('takes all of three thousand posts in text', () => {
    const { posts, problems } = readListing(
      list(3000, at => `What we learned of ${at}\nBy Ann Lee\nMay 3, 2021\n${words}\n\n`),
      { source: 'page' },
    );
    assert.equal(posts.length, 3000);
    assert.ok(posts.every(({ author, issued }) => author.length === 1 && issued?.day === 3));
    assert.deepEqual(problems, []);
  }).timeout(60_000);
});
