import assert from 'node:assert/strict';
import { isoDate } from '../../../src/core/date';
import { readPage } from '../../../src/core/formats/page';
import { displayName } from '../../../src/core/name';

const base = 'https://kestrel.example/blog/a-post';
const read = (html: string, address = base) => readPage(html, { source: 'page', base: address });
const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`;
const prose = `<p>${'Some words that say nothing much about anything at all. '.repeat(8)}</p>`;
const codes = (html: string) => read(html).problems.map(({ code }) => code);

describe('readPage: JSON-LD', () => {
  const post = (script: string) => {
    const found = read(jsonLd(script)).post;
    return [found?.title, found?.author.map(displayName).join('; '), found?.issued && isoDate(found.issued)];
  };
  const expected = ['Fast "queues", slow // people', 'Ann Lee; Bo Katz', '2021-05-03'];
  const title = '"headline": "Fast \\"queues\\", slow // people"';
  const authors =
    '"author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Katz"}]';
  const date = '"datePublished": "2021-05-03T10:00:00Z"';
  const type = '"@type": "BlogPosting"';
  const whole = `{${type}, ${title}, ${authors}, ${date}}`;

  const forms: Record<string, string> = {
    'as it should be': whole,
    'in a list': `[${whole}]`,
    'in a graph': `{"@graph": [{"@type": "WebSite", "name": "K"}, ${whole}]}`,
    'below a page': `{"@type": "WebPage", "mainEntity": ${whole}}`,
    'with commas too many': `{${type},, ${title}, ${authors.replace(/\}\]/, '},],')}, ${date},}`,
    'with commas missing': `{${type}\n${title}\n${authors}\n${date}}`,
    'with comments': `/* a */ {${type}, // b\n ${title}, /* c: "d" */ ${authors}, ${date}} // e`,
    'in CDATA': `//<![CDATA[\n${whole}\n//]]>`,
    'in an HTML comment': `<!--\n${whole}\n-->`,
    'with bare line ends': `{${type}, "headline": "Fast \\"queues\\",\n slow\t// people", ${authors}, ${date}}`,
    'with bare quotes': `{${type}, "headline": "Fast "queues", slow // people", ${authors}, ${date}}`,
    'with single quotes': whole
      .replaceAll('\\"', '"')
      .replace(/"(?=queues|,\s+slow)/g, '\u0001')
      .replaceAll('"', "'")
      .replaceAll('\u0001', '"'),
    'with bare keys': whole.replace(/"(headline|author|datePublished)":/g, '$1:'),
    'with entities': whole
      .replaceAll('\\"', '\\&quot;')
      .replaceAll('"', '&quot;')
      .replaceAll('\\&quot;', '\\&quot;'),
    'broken off': `{${type}, ${title}, ${authors}, ${date}, "description": "It goes on and`,
    'with a semicolon behind': `${whole};`,
    'two in one script': `{"@type": "Person", "name": "X Y"}\n${whole}`,
    'with types by address': whole.replace('"BlogPosting"', '["https://schema.org/BlogPosting", "Thing"]'),
  };
  for (const [name, script] of Object.entries(forms))
    it(`is read ${name}`, () => assert.deepEqual(post(script), expected));

  it('follows references, takes names in parts, and keeps bodies whole', () => {
    const { post } = read(
      jsonLd(
        '{"@graph":[{"@id":"#a","@type":"Person","givenName":"Ann","familyName":"Lee"},{"@id":"#b","@type":"Organization","name":"Smith and Sons"},{"@type":"Article","headline":"T one","author":[{"@id":"#a"},{"@id":"#b"}]}]}',
      ),
    );
    assert.deepEqual(post?.author, [{ family: 'Lee', given: 'Ann' }, { literal: 'Smith and Sons' }]);
  });
  it('of another post on the page says nothing of this one', () => {
    const { post } = read(
      `<title>This one</title><h1>This one</h1>${jsonLd('{"@type":"Article","headline":"Another","url":"/blog/another","author":"Wrong Person","datePublished":"2020-01-01"}')}`,
    );
    assert.deepEqual([post?.title, post?.author, post?.issued], ['This one', [], undefined]);
  });
  it('is told of where nothing of it can be read', () => {
    assert.deepEqual(codes(`<h1>A title</h1>${jsonLd('{{ page.schema }}')}`), ['unreadableEntry']);
    assert.deepEqual(codes(`<h1>A title</h1>${jsonLd('  ')}`), []);
  });
});

describe('readPage: titles', () => {
  const title = (html: string, address?: string) => read(html, address).post?.title;
  const og = (content: string, site = 'Kestrel') =>
    `<meta property="og:title" content="${content}"><meta property="og:site_name" content="${site}">`;

  it('lose the name of the site where something proves it', () => {
    for (const written of [
      'Fast queues | Kestrel',
      'Fast queues - Kestrel',
      'Fast queues — The Kestrel Blog',
      'Fast queues :: Kestrel',
      'Fast queues » Kestrel',
      'Kestrel | Fast queues',
      'Kestrel: Fast queues',
    ])
      assert.equal(title(og(written)), 'Fast queues', written);
    assert.equal(title(`<title>Fast queues | Kestrel</title>${prose}`), 'Fast queues', 'by the host');
    assert.equal(
      title('<title>Fast queues - Notes of mine</title><h1>Fast queues</h1>'),
      'Fast queues',
      'by the heading',
    );
    assert.equal(
      title(
        `<title>Fast queues | by Ann Lee | Medium</title><meta name="author" content="Ann Lee"><meta property="og:site_name" content="Medium">`,
      ),
      'Fast queues',
    );
  });
  it('keep what only looks like it', () => {
    for (const written of [
      'Fast queues - a retrospective',
      'Kestrel: the first ten years',
      'Go 1.22 | What changed',
    ])
      assert.equal(title(`${og(written)}<h1>${written}</h1>`), written);
    assert.equal(title(`<title>Fast queues - and slow ones</title>${prose}`), 'Fast queues - and slow ones');
  });
  it('may be long, or begin like the name of a section', () => {
    const long =
      'A title of a hundred letters and more, such as scholars and newspapers are fond of writing at times';
    for (const written of [
      long,
      'Category theory for programmers',
      'Tagged unions',
      'Home is where the cache is',
      'News from the compiler',
    ])
      assert.equal(title(`<title>${written}</title>${prose}`), written);
  });
  it('are whole where the head cuts them short', () => {
    const whole =
      'How we made queues fast, and then slow again, and then found out that nobody had ever needed them in the first place';
    assert.equal(
      title(
        `${jsonLd(JSON.stringify({ '@type': 'Article', headline: `${whole.slice(0, 107)}...` }))}<h1>${whole}</h1>`,
      ),
      whole,
    );
  });
  it('keep what stands in angle brackets, and lose markup', () => {
    assert.equal(
      title(
        '<meta property="og:title" content="Why List&lt;String&gt; is &lt;em&gt;not&lt;/em&gt; a List&lt;Object&gt;">',
      ),
      'Why List<String> is not a List<Object>',
    );
    assert.equal(
      title('<meta property="og:title" content="Q&amp;amp;A: it&amp;#8217;s fine">'),
      'Q&A: it’s fine',
    );
  });
  it('are never the name of the site', () => {
    for (const html of [
      og('Kestrel'),
      `${og('The Kestrel Blog')}<h1>Kestrel</h1>`,
      '<title>kestrel.example</title>',
      '<title></title>',
      '',
    ])
      assert.deepEqual([title(html), codes(html)], [undefined, ['noPost']], html);
  });
});

describe('readPage: pages of no post', () => {
  const none = [
    'Page not found',
    '404 Not Found',
    '404 - Page Not Found | Kestrel',
    'Just a moment...',
    'Access denied',
    'Attention Required! | Cloudflare',
    '403 Forbidden',
    '502 Bad Gateway',
    'Are you a robot?',
    'Sign in',
    'Before you continue to YouTube',
    'Seite nicht gefunden',
    'Página no encontrada',
    'ページが見つかりません',
    'Index of /files',
    'Error 500',
    'This post has been removed',
    'The author deleted this story',
    'This page is no longer available',
    'About us',
    'Privacy Policy | Kestrel',
    'Tag: rust',
    'Month: October 2026',
  ];
  for (const title of none)
    it(`are known by a title such as “${title}”`, () => {
      const { post, problems } = read(
        `<title>${title}</title><h1>${title.replace(' | Kestrel', '')}</h1><p>Sorry.</p>`,
      );
      assert.equal(post, undefined);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['noPost'],
      );
    });
  it('are not those of posts about such things', () => {
    for (const title of [
      'Access denied: how S3 permissions work',
      'The 404 page, a short history',
      'Sign in with passkeys: lessons from a launch',
      'Error budgets in practice',
      'Not found in translation',
      'Waiting for 500 errors',
      'About face: why we went back',
      'Privacy policy changes, explained',
      'The feature that was removed',
    ])
      assert.equal(read(`<title>${title}</title><h1>${title}</h1>${prose}`).post?.title, title);
    const stated = '<meta property="article:published_time" content="2021-05-03">';
    assert.equal(
      read(`${stated}<title>Access denied</title><h1>Access denied</h1>${prose}`).post?.title,
      'Access denied',
    );
  });
});

describe('readPage: pages that list posts', () => {
  const card = (at: number, title = `<a href="/p/${at}">Gears, part ${at}</a>`) =>
    `<article><h2>${title}</h2><p>By Ann Lee, 3 May 2021</p><p>What the part tells of gears.</p></article>`;
  const home = '<title>Kestrel Engineering</title><h1>Kestrel Engineering</h1>';

  it('are no posts, whatever leads to those', () => {
    const readMore = (at: number) =>
      card(at, `Gears, part ${at}`).replace('</article>', `<a href="/p/${at}">Read on</a></article>`);
    for (const page of [
      home + [1, 2, 3].map(at => card(at)).join(''),
      home + [1, 2, 3, 4].map(readMore).join(''),
      `<title>Gears</title><h1>Gears</h1>${card(1)}${card(2)}`,
    ])
      assert.deepEqual([read(page).post, codes(page)], [undefined, ['noPost']], page);
  });
  it('are no posts where their head says that they are collections', () => {
    for (const type of ['CollectionPage', 'SearchResultsPage', 'ProfilePage']) {
      const head = `<title>Rust Archives</title>${jsonLd(`{"@type": "${type}", "@id": "${base}", "name": "Rust Archives"}`)}`;
      assert.equal(read(`${head}<h1>Rust</h1>${prose}`).post, undefined);
    }
    const part = `{"@type": "Article", "headline": "Gears", "url": "${base}", "isPartOf": {"@type": "CollectionPage", "name": "All"}}`;
    assert.equal(read(`${jsonLd(part)}<h1>Gears</h1>${prose}`).post?.title, 'Gears');
  });
  it('are not the posts that show others below them', () => {
    const others = [1, 2, 3, 4].map(at => card(at)).join('');
    const title = '<title>Cogs</title>';
    for (const page of [
      `${title}<article><h1>Cogs</h1>${prose}</article>${others}`,
      `${title}<h1>Cogs</h1>${prose}${others}`,
      `${title}<h1>Cogs</h1><p>Short.</p><div class="related-posts">${others}</div>`,
    ])
      assert.equal(read(page).post?.title, 'Cogs', page);
  });
});

describe('readPage: publications', () => {
  const published = (head: string) => read(`${head}<h1>Cogs</h1>${prose}`).post?.containerTitle;

  it('are a company’s blog rather than the company', () => {
    const site = '<meta property="og:site_name" content="Kestrel Works">';
    assert.equal(published(`<title>Cogs | Kestrel Tech Blog</title>${site}`), 'Kestrel Tech Blog');
    assert.equal(published(`<title>Cogs | Gears</title>${site}`), 'Kestrel Works');
    assert.equal(published(`<title>Cogs | Tech Blog</title>${site}`), 'Kestrel Works');
  });
});

describe('readPage: topics', () => {
  it('are several where one attribute names several', () => {
    const html = `<article itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop="headline">Cogs</h1><meta itemprop="keywords" content="brass, steel">${prose}</article>`;
    assert.deepEqual(read(html).post?.keywords, ['brass', 'steel']);
  });
});

describe('readPage: authors', () => {
  const authors = (html: string) => read(`<h1>Fast queues</h1>${html}`).post?.author.map(displayName);
  const site = '<meta property="og:site_name" content="Kestrel">';

  it('takes no label, button or channel beside a name for an author', () => {
    const bylines = [
      '<p class="byline"><span class="meta-prep meta-prep-author">Veröffentlicht am</span> <span class="author">Ann Lee</span></p>',
      '<div class="author-name">Von <a href="/author/ann">Ann Lee</a> -</div>',
      '<div class="byline">ByAnn Lee</div>',
      '<div class="author"><b>Ann Lee</b><p>View author archive</p><p>Follow on Twitter</p></div>',
      '<div class="author">04.02.2022 | 15:33 Uhr | Ann Lee</div>',
      '<a rel="author" href="/ann">Ann Lee</a><a class="author-link" href="/all">Alle Beiträge von Ann Lee</a>',
      '<span class="author">Ann Lee</span><div class="comment-author vcard">Bo Katz</div><span class="photo-author">Cy Doe</span>',
      '<span class="author">Ann Lee</span><span class="author">Übersetzt von Bo Katz</span>',
      '<a class="author" href="/ann">Zum Profil von Ann Lee</a>',
      '<p class="byline">Autorin: Ann Lee</p>',
      '<a class="author" href="/ann">Ann Lee</a><a class="author" href="/b">Nine words of the title of quite another post</a>',
    ];
    for (const byline of bylines) assert.deepEqual(authors(`${byline}${prose}`), ['Ann Lee'], byline);
    const channels =
      '<a href="https://www.youtube.com/user/kestrel">Kestrel Film</a><a href="/user/login">Log in here</a><a href="/users/sign_up">Join Kestrel</a>';
    assert.deepEqual(authors(`${prose}${prose}<footer>${channels}</footer>${channels}`), []);
  });

  it('leaves names whole that begin like the word before a name', () => {
    for (const name of ['Byron Katz', 'Vonda Lee'])
      assert.deepEqual(authors(`<span class="author">${name}</span>${prose}`), [name]);
  });

  it('reads names beside pictures, however these are laid out', () => {
    const bylines = [
      '<div class="media author"><p>Ann Lee</p></div>',
      '<div class="post-author has-photo">Ann Lee</div>',
      '<div class="author-photo"><img alt="Ann Lee" src="a.png"></div>',
    ];
    for (const byline of bylines) assert.deepEqual(authors(`${byline}${prose}`), ['Ann Lee'], byline);
  });

  it('takes a line of two words for a name only beside a date', () => {
    assert.deepEqual(authors(`<div>Green Hydrogen</div>${prose}`), []);
    assert.deepEqual(authors(`<div>Ann Lee</div><div>May 3, 2021</div>${prose}`), ['Ann Lee']);
    assert.deepEqual(authors(`<div>Ann Lee</div><time datetime="2021-05-03">May 3</time>${prose}`), [
      'Ann Lee',
    ]);
  });

  it('are all of those who sign', () => {
    assert.deepEqual(authors('<meta name="author" content="Ann Lee, Bo Katz and Cy Doe">'), [
      'Ann Lee',
      'Bo Katz',
      'Cy Doe',
    ]);
    assert.deepEqual(
      authors(
        '<meta property="article:author" content="Ann Lee"><meta property="article:author" content="Bo Katz">',
      ),
      ['Ann Lee', 'Bo Katz'],
    );
    assert.deepEqual(
      authors(
        '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="van der Katz, Bo">',
      ),
      ['Ann Lee', 'Bo van der Katz'],
    );
    assert.deepEqual(authors('<meta name="DC.creator" content="Lee, Ann; Katz, Bo">'), [
      'Ann Lee',
      'Bo Katz',
    ]);
    assert.deepEqual(authors(`<meta name="author" content="Ann Lee"><p>By Ann Lee and Bo Katz</p>${prose}`), [
      'Ann Lee',
      'Bo Katz',
    ]);
  });
  it('are no addresses, handles, mail addresses or placeholders', () => {
    for (const text of [
      'https://facebook.com/ann',
      '@ann',
      'ann@kestrel.example',
      'admin',
      'kestrel.example',
      'Author',
      'undefined',
      '-',
    ])
      assert.deepEqual(
        authors(
          `<meta name="author" content="${text}"><meta property="article:author" content="${text}"><p>Posted by Bo Katz</p>${prose}`,
        ),
        ['Bo Katz'],
        text,
      );
    assert.deepEqual(authors('<meta name="author" content="Ann Lee &lt;ann@kestrel.example&gt;">'), [
      'Ann Lee',
    ]);
    assert.deepEqual(authors('<meta name="author" content="ann@kestrel.example (Ann Lee)">'), ['Ann Lee']);
  });
  it('are persons before bodies, and the publication only where nobody else signs', () => {
    const body = jsonLd(
      '{"@type":"Article","headline":"Fast queues","author":{"@type":"Organization","name":"Kestrel"}}',
    );
    assert.deepEqual(authors(`${site}${body}<p class="byline">Ann Lee</p>${prose}`), ['Ann Lee']);
    assert.deepEqual(authors(`${site}${body}${prose}`), ['Kestrel']);
    assert.deepEqual(authors(`${site}${body}<meta name="author" content="The Storage Team">`), [
      'The Storage Team',
    ]);
    assert.deepEqual(authors(`${site}${prose}`), []);
  });
  it('are none of those who comment or wrote what is related', () => {
    const others =
      '<div id="comments"><span class="comment-author">Bo Katz</span></div><section class="related"><h2>Related</h2><div class="author">Cy Doe</div></section>';
    assert.deepEqual(authors(`${prose}${prose}${others}`), []);
  });
  it('are found in an attribute that previews show', () => {
    assert.deepEqual(
      authors(
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">',
      ),
      ['Ann Lee'],
    );
    assert.deepEqual(
      authors(
        '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Five minutes">',
      ),
      [],
    );
    assert.deepEqual(
      authors('<meta name="parsely-author" content="Ann Lee"><meta name="sailthru.author" content="Ann L">'),
      ['Ann Lee'],
    );
  });
});

describe('readPage: dates', () => {
  const date = (html: string) => {
    const issued = read(`<h1>Fast queues</h1>${html}`).post?.issued;
    return issued && isoDate(issued);
  };
  it('are read as programs write them', () => {
    for (const text of [
      '2021-05-03',
      '2021-05-03T23:30:00-07:00',
      '2021-05-03 10:00:00 +0000 UTC',
      'Mon, 03 May 2021 10:00:00 GMT',
      '1620036000',
      '2021/05/03',
      'May 3, 2021',
    ])
      assert.equal(date(`<meta property="article:published_time" content="${text}">`), '2021-05-03', text);
    for (const text of ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', 'yesterday', ''])
      assert.equal(date(`<meta property="article:published_time" content="${text}">`), undefined, text);
  });
  it('are those of publishing, not of changing', () => {
    assert.equal(
      date(
        '<meta property="article:modified_time" content="2022-01-01"><meta property="og:updated_time" content="2022-01-01">',
      ),
      undefined,
    );
    assert.equal(
      date(`<p>Last updated on January 1, 2022</p><p>Published May 3, 2021</p>${prose}`),
      '2021-05-03',
    );
    assert.equal(
      date(
        `<p>Updated <time datetime="2022-01-01">Jan 1</time></p><p><time datetime="2021-05-03">May 3</time></p>${prose}`,
      ),
      '2021-05-03',
    );
  });
  it('with a day win over a year alone', () => {
    assert.equal(
      date(
        '<meta name="citation_publication_date" content="2021"><meta name="citation_online_date" content="2021/05/03">',
      ),
      '2021-05-03',
    );
  });
  it('that can be read in two ways are told of, unless the language decides', () => {
    const shown = `<h1>Fast queues</h1><p class="date">03/04/2021</p>${prose}`;
    assert.deepEqual(codes(shown), ['unknownDate']);
    assert.equal(date(`<p class="date">03/04/2021</p>${prose}<html lang="en-GB">`), '2021-04-03');
  });
});

describe('readPage: dates of addresses', () => {
  const issued = (place: string, text = '') => {
    const date = read(`<h1>Cogs</h1>${text}${prose}`, `https://kestrel.example${place}`).post?.issued;
    return date && isoDate(date);
  };
  it('stand in where the page shows none', () => {
    assert.equal(issued('/blog/2021/05/03/cogs/'), '2021-05-03');
    assert.equal(issued('/2021-05-03-cogs.html'), '2021-05-03');
    assert.equal(issued('/2021/05/03/cogs', '<p>Published 7 May 2021</p>'), '2021-05-07');
  });
  it('are no other numbers', () => {
    for (const place of ['/2021/05/cogs', '/1021/05/03/cogs', '/2021/13/40/cogs', '/cogs?d=2021/05/03/x'])
      assert.equal(issued(place), undefined, place);
  });
});

describe('readPage: addresses', () => {
  const url = (canonical: string, address = base) => {
    const { post, canonical: stated } = read(
      `<link rel="canonical" href="${canonical}"><h1>Fast queues</h1>`,
      address,
    );
    assert.ok(stated === undefined || stated === post?.url);
    return post?.url;
  };
  it('are those that the page states as its own', () => {
    assert.equal(url('https://kestrel.example/2021/fast'), 'https://kestrel.example/2021/fast');
    assert.equal(url('/2021/fast'), 'https://kestrel.example/2021/fast');
    assert.equal(
      url('//www.kestrel.example/fast?utm_source=x&p=1#top'),
      'https://www.kestrel.example/fast?p=1',
    );
    assert.equal(url('http://kestrel.example/fast'), 'https://kestrel.example/fast');
    assert.equal(
      url('https://blog.kestrel.co.uk/fast', 'https://kestrel.co.uk/x'),
      'https://blog.kestrel.co.uk/fast',
    );
    assert.equal(
      url('https://kestrel.example/fast', 'https://kestrel.example/fast/amp/'),
      'https://kestrel.example/fast',
    );
  });
  it('are not another site’s, the home page, a folder above, nor of another scheme', () => {
    for (const wrong of [
      'https://other.example/fast',
      'https://kestrel.example/',
      'https://kestrel.example',
      '/',
      '/blog',
      'https://kestrel.example/blog/',
      'http://localhost:4000/blog/a-post',
      'javascript:alert(1)',
      'https://',
      '',
      'http://[::1',
      'https://kestrel.example.evil.example/blog/a-post',
    ])
      assert.equal(url(wrong), base, wrong);
    assert.equal(url('https://b.github.io/fast', 'https://a.github.io/fast'), 'https://a.github.io/fast');
    assert.equal(url('https://b.co.uk/fast', 'https://a.co.uk/fast'), 'https://a.co.uk/fast');
  });
  it('are those that were read where the page states none, without trackers and places on the page', () => {
    assert.equal(
      read('<h1>Fast queues</h1>', `https://me:secret@kestrel.example/p?utm_medium=x&id=1#comments`).post
        ?.url,
      'https://kestrel.example/p?id=1',
    );
    assert.equal(
      read('<h1>Fast queues</h1>', 'https://kestrel.example/#!/p').post?.url,
      'https://kestrel.example/#!/p',
    );
    assert.equal(read('<h1>Fast queues</h1>', 'saved.html').post?.url, undefined);
    assert.equal(
      read('<link rel="canonical" href="https://kestrel.example/p"><h1>Fast queues</h1>', 'saved.html').post
        ?.url,
      'https://kestrel.example/p',
    );
  });
});

describe('readPage: feeds', () => {
  const feeds = (html: string) =>
    read(html).feeds.map(({ url, type }) => [url.replace('https://kestrel.example', ''), type]);
  const link = (type: string, href: string, title = '', rel = 'alternate') =>
    `<link rel="${rel}" type="${type}" href="${href}" title="${title}">`;
  const rss = 'application/rss+xml';

  it('are those that the page links as such, by their types', () => {
    assert.deepEqual(
      feeds(
        link(rss, '/rss') +
          link('application/atom+xml', 'atom') +
          link('Application/RDF+XML; charset=utf-8', '/rdf') +
          link('application/feed+json', '/feed.json') +
          link(rss, 'feed://kestrel.example/x') +
          link(rss, '/f', '', 'Alternate HOME'),
      ),
      [
        ['/rss', rss],
        ['/blog/atom', 'application/atom+xml'],
        ['/rdf', 'application/rdf+xml'],
        ['/feed.json', 'application/feed+json'],
        ['http://kestrel.example/x', rss],
        ['/f', rss],
      ],
    );
  });
  it('are no other alternates', () => {
    assert.deepEqual(
      feeds(
        link('application/json', '/wp-json/wp/v2/posts/1', 'JSON') +
          link('application/json+oembed', '/oembed') +
          link('text/xml+oembed', '/feed') +
          link('text/html', '/de/') +
          '<link rel="alternate" hreflang="de" href="/de/feed">' +
          link(rss, '/style', '', 'stylesheet') +
          link(rss, 'javascript:x') +
          link(rss, '') +
          link('application/json', '/api/post.json', 'Raw'),
      ),
      [],
    );
    assert.deepEqual(
      feeds(
        link('application/json', '/feed.json') +
          link('application/json', '/x', 'JSON Feed') +
          link('text/xml', '/rss.xml'),
      ).map(([url]) => url),
      ['/feed.json', '/x', '/rss.xml'],
    );
  });
  it('resolve against the page’s base, and come once', () => {
    assert.deepEqual(
      feeds(`<base href="https://cdn.example/y/">${link(rss, 'a')}${link(rss, 'a')}<a href="a">RSS</a>`),
      [['https://cdn.example/y/a', rss]],
    );
  });
  it('that the text links to come behind them, those of comments last', () => {
    assert.deepEqual(
      feeds(
        `<a href="/index.xml">RSS</a><a href="/blog/feed">Feed</a><a href="/atom.xml">Atom</a><a href="/feedback">x</a><a href="/p/feeding-cats">y</a>${link(rss, '/comments/feed/')}${link(rss, '/p/feed/', 'Kestrel » Fast queues Comments Feed')}${link(rss, '/feed/')}`,
      ).map(([url]) => url),
      ['/feed/', '/index.xml', '/blog/feed', '/atom.xml', '/comments/feed/', '/p/feed/'],
    );
  });
  it('are told of pages of no post too', () => {
    assert.deepEqual(feeds(`<title>Page not found</title>${link(rss, '/feed')}`), [['/feed', rss]]);
  });
});
