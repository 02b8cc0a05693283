import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ParseKind } from '../../src/core/sources/parsed';
import type { Material } from './mutate';

export interface FuzzedFormat extends Material {
  /** What it is read as; each is tried. */
  readonly kinds: readonly ParseKind[];
  /** A file's name. */
  readonly name: string;
}

/** Mocha and npm run in the project's folder. */
const fixtures = resolve('test/fixtures');

function filesBelow(folder: string, ending: string): Buffer[] {
  return readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => readFileSync(join(fixtures, folder, name)))
    .filter(bytes => bytes.length < 20_000);
}

const words = (text: string) => text.trim().split(/\s+/);
const buffers = (...texts: string[]) => texts.map(text => Buffer.from(text));

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
<channel xml:base="https://blog.example/"><title>Example &amp; Sons</title><link>https://blog.example/</link>
<atom:link rel="self" href="https://blog.example/feed"/><ttl>60</ttl><language>en-GB</language><managingEditor>ann@blog.example (Ann Lee)</managingEditor>
<item><title><![CDATA[Caches & <em>queues</em>]]></title><link>/2024/caches</link><guid isPermaLink="true">https://blog.example/2024/caches</guid>
<pubDate>Mon, 05 Feb 2024 10:00:00 CEST</pubDate><dc:creator>Ann Lee and Frank San Miguel</dc:creator><category domain="x">Caching</category>
<description>&lt;p&gt;How we keep &amp;quot;caches&amp;quot; warm.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long <a href="/x">text</a> &nbsp;</p>]]></content:encoded></item>
<item><title>Podcast</title><itunes:author>Zoë van den Berg</itunes:author><enclosure url="https://blog.example/a.mp3" length="1" type="audio/mpeg"/><media:credit role="author">Bo</media:credit><comments>x</comments></item>
</channel></rss>
`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://a.example/blog/">
<title type="html">A &lt;b&gt;feed&lt;/b&gt;</title><link rel="alternate" href="."/><author><name>Team A</name><email>a@a.example</email></author><updated>2023-01-02T03:04:05Z</updated>
<entry><id>tag:a.example,2023:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <i>two</i></div></title><link href="one" hreflang="en"/><published>2023-01-02T03:04:05+02:00</published>
<author><name>李小龍</name></author><author><name>José Núñez</name></author><category term="go" label="Go"/><summary>Short</summary><content type="html">&lt;p&gt;x</content><source><title>Other</title></source></entry></feed>
`;
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://r.example/"><title>R</title><link>https://r.example/</link></channel>
<item rdf:about="https://r.example/1"><title>One</title><link>https://r.example/1</link><dc:date>2019-08</dc:date><dc:creator>A. Person</dc:creator><dc:subject>x</dc:subject></item></rdf:RDF>
`;
const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://j.example/","feed_url":"https://j.example/feed.json","language":"en","authors":[{"name":"Ann Lee","url":"https://j.example/ann"}],
"items":[{"id":"1","url":"https://j.example/1","title":"One","content_html":"<p>x &amp; y</p>","summary":"s","date_published":"2024-02-03T04:05:06-07:00","tags":["a","b"],"author":{"name":"Bo"}},{"id":2,"external_url":"https://k.example/","content_text":"Two\\nlines","authors":[]}]}
`;
const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Blogs</title></head><body><outline text="Data" title="Data"><outline type="rss" text="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
<outline text="Deeper"><outline type="rss" text="B &amp; C" xmlUrl="http://b.example/rss.xml?x=1&amp;y=2"/></outline></outline><outline text="D" type="atom" xmlurl="https://d.example/atom.xml" category="/x/y"/></body></opml>
`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Caches | Example</title><link rel="canonical" href="https://e.example/caches"><link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml"><base href="/blog/">
<meta property="og:title" content="Caches"><meta property="og:site_name" content="Example"><meta property="article:published_time" content="2024-05-06T07:08:09Z"><meta name="author" content="Ann Lee"><meta name="citation_title" content="Caches"><meta name="citation_author" content="Lee, Ann"><meta name="dc.date" content="2024-05-06"><meta name="keywords" content="a, b">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BlogPosting","headline":"Caches","author":[{"@type":"Person","name":"Ann Lee"},{"@id":"#bo"}],"datePublished":"2024-05-06","publisher":{"@type":"Organization","name":"Example"},"keywords":["a"],"mainEntityOfPage":"https://e.example/caches"},{"@id":"#bo","@type":"Person","name":"Bo"}]}</script></head>
<body><article itemscope itemtype="http://schema.org/BlogPosting"><h1 itemprop="headline">Caches</h1><p class="byline">By <a rel="author" href="/ann">Ann Lee</a> and Bo · <time datetime="2024-05-06">6 May 2024</time></p><p>How we keep caches warm.</p><a rel="tag" href="/t/a">a</a></article></body></html>
`;
const text = `Example Blog

Scaling Caches
By Ann Lee and Frank San Miguel · 6 May 2024
How we keep caches warm across regions …

Moving Work to Queues
By Zoë van den Berg, Bo Li and 3 more
01/03/2021 · 5 min read

| Date | Title | Author |
|---|---|---|
| 2024-01-02 | [Tables](https://e.example/t) | Ann Lee |

- [One](https://e.example/1) by Ann Lee, May 2020
- **Two** – Bo Li (2021)
`;
const yaml = `---
title: "Caches: \\u00e9"
date: 2024-05-06T07:08:09+02:00
author: [Ann Lee, &b {name: Bo, url: https://b.example}]
authors:
  - name: José
  - *b
tags: [a, b]
categories: {x: 1}
slug: caches
draft: false
description: >-
  Folded
  text
<<: {x: 1}
---
# Heading

First paragraph with [link](x).
`;
const toml = `+++
title = "Caches"
date = 2024-05-06T07:08:09Z
draft = false
authors = ["Ann Lee", { name = "Bo" }]
[taxonomies]
tags = ["a", 'b']
[extra]
author.name = "Ann"
[[extra.list]]
x = 1
+++
Text.
`;
const json = `{"title":"Caches","date":"2024-05-06","author":{"name":"Ann Lee"},"tags":["a"]}

Text.
`;
const bibtex = `@string{jan = "January"}
@comment{x}
@preamble{"\\newcommand{\\x}{y}"}
@online{lee2024, author = {Lee, Ann and {The Team} and van den Berg, Zo{\\"e} and others}, title = {{C}aches \\& \\textbf{queues} -- $x^2$}, date = {2024-05-06/2024-05-07}, url = {https://e.example/\\~x}, keywords = {a, b; c}, month = jan # " 5", urldate = "2024-06"}
@article(knuth, author="Knuth, D. E.", title={A {\\'e} \\ss \\o}, year=1984, month=2, crossref={lee2024}, abstract = {Text % no comment
more}, langid={ngerman})
@misc{a:b/c, title={x}, xdata={lee2024}, ids={d,e}}
`;
const ris = `TY  - BLOG
AU  - Lee, Ann
A1  - van den Berg, Zoë
TI  - Caches
T2  - Example
PY  - 2024/05/06/
DA  - 2024/05
UR  - https://e.example/1
KW  - a
KW  - b
AB  - Text
that goes on
ER  - 

TY  - JOUR
T1  - Two
Y1  - 1999
ER  - 
`;
const cslYaml = `---
references:
- id: lee2024
  type: post-weblog
  title: "Caches: <i>one</i>"
  author:
  - family: Lee
    given: Ann
  - literal: The Team
  issued:
    date-parts: [[2024, 5, 6]]
  URL: https://e.example/1
  keyword: a, b
- id: two
  title: Two
  issued: 2020-05
  author: {family: Bo}
...
`;
const cslJson = `[
{"id":"lee2024","type":"post-weblog","title":"Caches","author":[{"family":"Lee","given":"Ann","non-dropping-particle":"van"},{"literal":"Team"}],"issued":{"date-parts":[[2024,5,6]]},"URL":"https://e.example/1","container-title":"E","keyword":"a, b","custom":{"inferred":["b"],"persons":{"Ann Lee":"A. Lee"},"sources":["https://e.example/feed"],"other":1}},
{"id":2,"title":"Two","issued":{"raw":"May 2020"},"abstract":"x\\ny","DOI":"10/1","note":"n"}
]
`;

const xmlWords =
  words(`<item> </item> <entry> </entry> <title> </title> <link> </link> <guid isPermaLink="false">
  <author><name> </name></author> <dc:creator> <category> <pubDate> <published> <updated> <content:encoded> </content:encoded>
  <description> </description> <![CDATA[ ]]> <!-- --> <? ?> <!DOCTYPE <!ENTITY &lt; &amp; &amp;amp; &#0; &#x110000; &#xD800; &x; & < > /> </ xmlns="
  xml:base=" xml:base="../" <rss> </rss> <channel> </channel> <feed> <rdf:RDF> type="html" type="xhtml" href=" = <a <a> </a> <p> <div>
  encoding="utf-16" Mon, 2024-02-30T25:61:61Z +9999 CEST <script> </script> <svg> <table> <textarea> <b>`);
const jsonWords =
  words(String.raw`{ } [ ] , : " \" \u0000 \ud800 null true -1e308 1e999 "items":[ "title":" "id": "authors":[{"name":"
  "__proto__":{"polluted":1} "constructor":{"prototype":{"polluted":1}} {"polluted":true} [[[[ }}}} "url":" "date_published": "custom":{`);
const htmlWords = [
  ...xmlWords,
  ...words(`<h1> <h2> </h2> <li> <ul> <article> </article> <section> <time datetime=" <meta name="author" content=" <meta property="og:title"
  <script type="application/ld+json"> {"@type":"BlogPosting" "headline":" "author":{ @graph @id <link rel="alternate" <base href=" <template> <noscript>
  <frameset> <select> <option> <td> <tr> class="author" class="byline" itemprop="author" rel="author" aria-label=" By by · | — , and &nbsp; <br> <img alt=" <title> <body> <html> </body>
  May 2024, 2024-05-06 5 min read`),
];
const textWords = [
  ...words(`By by von par de van and & , ; · | – — - * + # ## ** __ [ ]( ) ]: <https://e.example/> https://e.example/x |---| --- === > 1.
  May Mai 2024 2024-05-06 01/02/03 6. 令和6年 5 min read Read more … ... Ann Lee O'Neil McX PhD Jr. (2021) @handle Posted on Written by`),
  ' by ',
  '\n\n',
  '\n- ',
  ', ',
  ' and ',
  '    ',
];
const yamlWords = [
  ...words(`--- ... +++ : - ? | > >- & * &a *a << ! !!js/function !!python/object !<tag> { } [ ] , " ' # % @ \` title: date: author: tags: draft: authors:
  references: id: issued: date-parts: null ~ .inf .nan 0x1f 1_000 2024-05-06 2024-02-30 true yes = [[ ]] """ ''' taxonomies extra.a.b.c. __proto__: constructor:`),
  '\n',
  '\n  ',
  '\n- ',
  ': ',
  '- ',
  '\n? ',
];
const bibtexWords =
  words(String.raw`@ @article{ @string{ @comment @preamble{ @online( { } ( ) " = # , % \ \" \' \& \textbf{ \url{ \href{ {{ }} $ ~ -- and others
  {\"e} \v \c \char" \begin{ \end{ author= title={ date={ month=jan # year= crossref={ xdata={ ids={ 2024-05-06/ ../.. 2024~ jan \newcommand \def \i \ss`);
const risWords = [
  ...words(
    'TY ER AU A1 TI T1 T2 PY DA Y1 UR KW AB N1 DO SN ID LA JOUR BLOG - / // 2024 2024/05/06/x Lee, Ann',
  ),
  'TY  - JOUR\n',
  'ER  - \n',
  '  - ',
  '\nAU  - ',
  '\n',
];

/** What comes in, each as it should look, with what may stand in it. */
export const formats: Readonly<Record<string, FuzzedFormat>> = {
  feed: { name: 'feed.xml', kinds: ['feed', 'address'], seeds: buffers(rss, atom, rdf), words: xmlWords },
  jsonFeed: {
    name: 'feed.json',
    kinds: ['feed', 'address'],
    seeds: buffers(jsonFeed),
    words: [...jsonWords, '<p>', '&amp;'],
  },
  opml: {
    name: 'feeds.opml',
    kinds: ['opml', 'address'],
    seeds: buffers(opml),
    words: [
      ...xmlWords,
      ...words('<outline </outline> xmlUrl=" text=" title=" type="rss" htmlUrl=" <body> <head>'),
    ],
  },
  page: {
    name: 'page.html',
    kinds: ['page', 'address'],
    seeds: [...buffers(page), ...filesBelow('page', '.html')],
    words: htmlWords,
  },
  listingHtml: {
    name: 'list.html',
    kinds: ['listing'],
    seeds: filesBelow('listing/html', '.html'),
    words: htmlWords,
  },
  listingText: {
    name: 'list.txt',
    kinds: ['listing', 'address'],
    seeds: [...buffers(text), ...filesBelow('listing/text', '.txt'), ...filesBelow('listing/text', '.md')],
    words: textWords,
  },
  yaml: { name: '2024-05-06-post.md', kinds: ['markdown'], seeds: buffers(yaml), words: yamlWords },
  toml: { name: 'posts/post.md', kinds: ['markdown'], seeds: buffers(toml), words: yamlWords },
  json: { name: 'post.md', kinds: ['markdown'], seeds: buffers(json), words: jsonWords },
  bibtex: { name: 'posts.bib', kinds: ['bibliography'], seeds: buffers(bibtex), words: bibtexWords },
  ris: { name: 'posts.ris', kinds: ['bibliography'], seeds: buffers(ris), words: risWords },
  cslYaml: { name: 'posts.yaml', kinds: ['bibliography'], seeds: buffers(cslYaml), words: yamlWords },
  cslJson: {
    name: 'posts.json',
    kinds: ['bibliography', 'address'],
    seeds: buffers(cslJson),
    words: jsonWords,
  },
};
