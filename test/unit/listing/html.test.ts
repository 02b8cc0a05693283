import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isoDate } from '../../../src/core/date';
import { isHtmlListing } from '../../../src/core/formats/listing';
import { readHtmlListing } from '../../../src/core/formats/listing/html';
import type { Listing } from '../../../src/core/formats/listing/listing';
import { displayName } from '../../../src/core/name';
import { superlinear } from '../../growth';

const folder = path.join(__dirname, '../../fixtures/listing/html');

interface Expected {
  base?: string;
  publication?: string;
  posts: { title: string; authors: string[]; date?: string; url?: string }[];
}

const brief = (listing: Listing) =>
  listing.posts.map(({ title, author, issued, url }) => ({
    title,
    authors: author.map(displayName),
    ...(issued ? { date: isoDate(issued) } : {}),
    ...(url ? { url } : {}),
  }));

describe('readHtmlListing', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.html'))) {
    it(`reads ${file} exactly`, () => {
      const expected: Expected = JSON.parse(
        readFileSync(path.join(folder, file.replace(/html$/, 'json')), 'utf8'),
      );
      const html = readFileSync(path.join(folder, file), 'utf8');
      const listing = readHtmlListing(html, {
        source: file,
        ...(expected.base ? { base: expected.base } : {}),
      });
      assert.deepEqual(brief(listing), expected.posts);
      if (expected.publication) assert.equal(listing.publication, expected.publication);
    });
  }

  const read = (html: string, base?: string) =>
    readHtmlListing(html, { source: 'page', ...(base ? { base } : {}) });
  const article = (href: string, more = '') =>
    `<article><h2><a href="${href}">A title here</a></h2><time datetime="2021-01-03">x</time>${more}</article>`;
  const codes = (listing: Listing) => listing.problems.map(({ code, detail }) => [code, detail]);

  it('resolves addresses against base, canonical or the base it is given, in this order', () => {
    const url = (head: string, base?: string) =>
      read(`<head>${head}</head>${article('p/1')}`, base).posts[0]?.url;
    const canonical = '<link rel="canonical" href="https://a.example/blog/">';
    assert.equal(url(canonical, 'https://b.example/'), 'https://a.example/blog/p/1');
    assert.equal(url(`${canonical}<base href="https://c.example/x/">`), 'https://c.example/x/p/1');
    assert.equal(url(`${canonical}<base href="/y/">`), 'https://a.example/y/p/1');
    assert.equal(url('', 'https://b.example/z'), 'https://b.example/p/1');
    assert.equal(url(''), undefined);
  });
  it('leaves out the place on the page that a link leads to, and no other fragment', () => {
    const url = (href: string) => read(article(`https://a.example/p${href}`)).posts[0]?.url;
    for (const part of ['#comments', '#respond', '#top', '#disqus_thread'])
      assert.equal(url(part), 'https://a.example/p', part);
    assert.equal(url('#/route'), 'https://a.example/p#/route');
    assert.equal(url('?a=1#section-2'), 'https://a.example/p?a=1#section-2');
  });
  it('takes the title of a post for no publication', () => {
    const post = article('https://a.example/p').replaceAll('h2', 'h1');
    const publicationOf = (title: string) => read(`<title>${title}</title>${post}`).posts[0]?.containerTitle;
    assert.equal(read(post).posts[0]?.containerTitle, undefined);
    assert.equal(publicationOf('A title here'), undefined);
    assert.equal(publicationOf('A title here | Kestrel'), 'Kestrel');
  });
  const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  it('takes the items of a list in JSON-LD by their positions', () => {
    const items = [3, 1, 2].map(position => ({
      '@type': 'ListItem',
      position,
      url: `https://a.example/${position}`,
      name: `Title ${position}`,
    }));
    const { posts } = read(jsonLd({ '@type': 'ItemList', itemListElement: items }));
    assert.deepEqual(
      posts.map(post => post.title),
      ['Title 1', 'Title 2', 'Title 3'],
    );
  });
  it('resolves addresses against that of the blog in JSON-LD, if the page has none', () => {
    const blogPost = [{ '@type': 'BlogPosting', '@id': 'one', headline: 'Title one' }];
    const blog = jsonLd({ '@type': 'Blog', url: 'https://a.example/blog/', blogPost });
    assert.equal(read(blog).posts[0]?.url, 'https://a.example/blog/one');
    assert.equal(read(blog, 'https://b.example/').posts[0]?.url, 'https://b.example/one');
  });
  it('joins a post of the page with that of JSON-LD whose address has a query', () => {
    const stated = (url: string) => jsonLd({ '@type': 'BlogPosting', headline: 'A title here', url });
    const urls = (url: string) =>
      read(stated(url) + article('https://a.example/p')).posts.map(post => post.url);
    assert.deepEqual(urls('https://a.example/p?gclid=x&ref=home'), ['https://a.example/p']);
    assert.equal(urls('https://a.example/q?ref=home').length, 2);
  });
  it('tells of an address it cannot use', () => {
    assert.deepEqual(codes(read(article('p/1'))), [['relativeAddress', 'p/1']]);
    assert.deepEqual(codes(read(article('javascript:void(0)'))), [['unusableAddress', 'javascript:void(0)']]);
  });
  it('tells of a date it cannot read', () => {
    const listing = read(
      '<article><h2><a href="https://a.example/a">A title</a></h2></article><article><h2><a href="https://a.example/b">B title</a></h2><time>3 days ago</time></article>',
    );
    assert.deepEqual(codes(listing), [['unknownDate', '3 days ago']]);
  });
  it('tells of a date of no mark that is relative, has no year, or may be read in two ways', () => {
    const problems = (meta: string) =>
      codes(read(`<article><h2><a href="https://a.example/a">A title</a></h2>${meta}</article>`));
    assert.deepEqual(problems('<p>By Ann Lee · 3 days ago</p>'), [['unknownDate', '3 days ago']]);
    assert.deepEqual(problems('<p>By Ann Lee · Jan 3</p>'), [['unknownDate', 'Jan 3']]);
    assert.deepEqual(problems('<p>By Ann Lee · 03/04/2021</p>'), [['unknownDate', '03/04/2021']]);
    assert.deepEqual(problems('<p>By Ann Lee</p><p>We moved 3 of 4 hosts to 5 May.</p>'), []);
    assert.deepEqual(problems('<p>By Ann Lee · Jan 3, 2021</p><p>Yesterday</p>'), []);
  });
  it('tells of all that it skips', () => {
    const listing = read(
      `<body><nav>Home</nav><p>Welcome</p>${article('https://a.example/p')}<footer>Imprint</footer></body>`,
    );
    assert.deepEqual(codes(listing), [
      ['skippedText', 'Home'],
      ['skippedText', 'Welcome'],
      ['skippedText', 'Imprint'],
    ]);
  });
  it('does not tell of what it understands: the publication, how long a post takes to read', () => {
    const listing = read(
      `<header><a class="logo" href="/">Kestrel</a></header><p>5 min read</p><p>Hello</p>${article('https://a.example/p')}`,
    );
    assert.equal(listing.publication, 'Kestrel');
    assert.deepEqual(codes(listing), [['skippedText', 'Hello']]);
  });
  it('takes excerpt, topics, publication and language along', () => {
    const more =
      '<p class="excerpt">Some <b>words</b>.</p><a rel="tag" href="/t/a">Ops</a><a rel="tag" href="/t/b">Data</a>';
    const [post] = read(
      `<html lang="en-GB"><meta property="og:site_name" content="The Blog of A">${article('https://a.example/p', more)}`,
    ).posts;
    assert.equal(post?.abstract, 'Some words.');
    assert.deepEqual(post?.keywords, ['Ops', 'Data']);
    assert.equal(post?.containerTitle, 'The Blog of A');
    assert.equal(post?.language, 'en-GB');
  });
  it('keeps a short paragraph as the abstract, but no remark of who, when or how long', () => {
    const abstractOf = (more: string) => read(article('https://a.example/p', more)).posts[0]?.abstract;
    assert.equal(abstractOf('<p>Forgotten machines.</p>'), 'Forgotten machines.');
    assert.equal(abstractOf('<p>What the queue said back</p>'), 'What the queue said back');
    for (const remark of ['5 min read', 'By Ann Lee', 'Ann Lee', 'Mar 4, 2021', 'Read more', 'Engineering'])
      assert.equal(abstractOf(`<p>${remark}</p>`), undefined, remark);
  });
  it('keeps the headings of an excerpt, and its paragraphs apart', () => {
    const abstractOf = (more: string) => read(article('https://a.example/p', more)).posts[0]?.abstract;
    const text =
      '<p>First paragraph.</p><h3>Why we did it <a href="#why">#</a></h3><p>Second — and<br>last — paragraph.</p>';
    const expected = 'First paragraph.\n\nWhy we did it\n\nSecond — and last — paragraph.';
    assert.equal(abstractOf(text), expected);
    assert.equal(abstractOf(`<div class="excerpt">${text}</div>`), expected);
    assert.equal(
      abstractOf('<h4>Read more</h4><p>Only this paragraph.</p><h4>Share</h4>'),
      'Only this paragraph.',
    );
  });
  it('takes a byline at the start of the text for one', () => {
    const [post] = read(
      '<article><h2><a href="https://a.example/p">A title here</a></h2><div class="entry-content"><p>By Ann Lee</p><p>First paragraph.</p></div></article>',
    ).posts;
    assert.deepEqual(post?.author.map(displayName), ['Ann Lee']);
    assert.equal(post?.abstract, 'First paragraph.');
  });
  it('takes the abstract of a card whose post the JSON-LD states', () => {
    const json =
      '{"@type":"BlogPosting","headline":"A title here","url":"https://a.example/p","datePublished":"2021-01-03"}';
    const listing = read(
      `<script type="application/ld+json">${json}</script><a class="card" href="https://a.example/p"><h3>A title here</h3><p>Two people, one lamp.</p></a>`,
    );
    assert.deepEqual(
      listing.posts.map(post => post.abstract),
      ['Two people, one lamp.'],
    );
  });
  it('sets links that touch apart in what it tells of', () => {
    const listing = read(
      `<nav><a href="/in">Sign in</a><a href="/up">Get started</a></nav>${article('https://a.example/p')}`,
    );
    assert.deepEqual(codes(listing), [['skippedText', 'Sign in · Get started']]);
  });
  it('takes the name out of "Latest from …" and the like', () => {
    const named = (title: string) =>
      read(`<head><title>${title}</title></head>${article('https://a.example/p')}`).publication;
    assert.equal(named('Latest from Kestrel'), 'Kestrel');
    assert.equal(named('All posts by the Heron Team'), 'Heron Team');
    assert.equal(named('Notes from Underground'), 'Notes from Underground');
  });
  it('lets broken JSON-LD do no harm', () => {
    const listing = read(
      `<script type="application/ld+json">{"@type": "Blog", </script>${article('https://a.example/p')}`,
    );
    assert.equal(listing.posts.length, 1);
    assert.deepEqual(codes(listing), [['unreadableEntry', 'JSON-LD']]);
  });
  it('knows XHTML and a page with remarks at its beginning for HTML', () => {
    for (const beginning of [
      '<?xml version="1.0"?>\n<!DOCTYPE html>',
      '<!-- a > b --><!-- c -->\n<html>',
      '<title>',
    ])
      assert.equal(isHtmlListing(`${beginning}<p>Text`), true, beginning);
    for (const text of ['<!-- a note -->\n# Posts', '<?php', '<p align="center">\n\n# Posts'])
      assert.equal(isHtmlListing(text), false, text);
  });

  it('does not take the list itself for a post that its JSON-LD calls one', () => {
    const items = ['a', 'b', 'c'].map(
      name => `<li><a href="/${name}">Post ${name}</a> <time>Jan 3, 2021</time></li>`,
    );
    const script =
      '<script type="application/ld+json">{"@type":"BlogPosting","headline":"Archive","url":"https://a.example/archive"}</script>';
    assert.deepEqual(
      brief(read(`${script}<ul>${items.join('')}</ul>`, 'https://a.example/archive')).map(
        ({ title }) => title,
      ),
      ['Post a', 'Post b', 'Post c'],
    );
  });

  it('finds no post on a page that lists none', () => {
    for (const html of [
      '',
      '<p>Just one sentence of prose.</p>',
      '<',
      '<html><body><h1>Imprint</h1><p>We are a company.</p><ul><li><a href="/a">Jobs</a></li></ul></body></html>',
    ]) {
      const listing = read(html);
      assert.deepEqual(listing.posts, [], html);
    }
    assert.deepEqual(codes(read('<p>Just one sentence of prose.</p>')), [['noListing', undefined]]);
  });
  it('reads paragraphs without markup as text', () => {
    const html =
      '<p>By: Marta Silva, Ken Ito, and Paul Weber</p><p>The scheduler had one job, and for a year it did that job without any complaint at all.</p><p>Written by Lena Fischer.</p><p>We replaced the mail queue with a table, and nothing happened, which was the point.</p>';
    assert.deepEqual(
      read(html).posts.map(post => post.author.map(displayName)),
      [['Marta Silva', 'Ken Ito', 'Paul Weber'], ['Lena Fischer']],
    );
  });

  const growing: Record<string, (n: number) => string> = {
    articles: n => Array.from({ length: n / 20 }, (_, i) => article(`/p/${i}`)).join(''),
    'headings in a row': n =>
      Array.from(
        { length: n / 20 },
        (_, i) => `<h2><a href="/${i}">Title ${i}</a></h2><p>By Ann Lee on Jan 3, 2021</p>`,
      ).join(''),
    'list items': n =>
      `<ul>${Array.from({ length: n / 20 }, (_, i) => `<li><a href="/${i}">Title ${i}</a> Jan 3, 2021`).join('')}`,
    'terms with descriptions': n =>
      `<dl>${Array.from({ length: n / 20 }, (_, i) => `<dt><a href="/${i}">TR-${i}</a></dt><dd><b>Title ${i}</b> by Ann Lee, Jan 3, 2021</dd>`).join('')}</dl>`,
    'nested elements': n => '<div>'.repeat(n),
    'nested headers': n => '<header class=author>'.repeat(n),
    'nested articles': n => '<article>'.repeat(n),
    'open tags': n => '<'.repeat(n * 4),
    attributes: n => `<a ${Array.from({ length: n }, (_, i) => `a${i}=1`).join(' ')}>`,
    'one long attribute': n =>
      `<h2><a href="${'y'.repeat(n * 10)}" class="${'author '.repeat(n)}">t</a></h2>`,
    'times in one article': n => `<article><h2><a href=/x>T</a></h2>${'<time>a</time>'.repeat(n)}`,
    'nested JSON-LD': n => `<script type="application/ld+json">${'['.repeat(n)}</script>`,
  };
  it('takes time in proportion to the page', () => {
    const work = (make: (n: number) => string, n: number) => {
      const html = make(n);
      return () => read(html, 'https://a.example/');
    };
    assert.deepEqual(superlinear(growing, work, [2500, 20_000]), []);
  }).timeout(60_000);
});
