import assert from 'node:assert/strict';
import { isoDate } from '../../../src/core/date';
import { displayName } from '../../../src/core/name';
import { posts } from './read';

/** Feeds as these write them, with one post each, in words of our own. */
const platforms: Readonly<Record<string, readonly [feed: string, expected: object]>> = {
  WordPress: [
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Ops &#8211; Notes</title>
	<atom:link href="https://ops.example/feed/" rel="self" type="application/rss+xml" /><link>https://ops.example</link><language>en-US</language>
	<image><url>https://ops.example/i.png</url><title>Picture</title><link>https://ops.example/picture</link></image>
	<item><title>Don&#8217;t Panic &#038; Carry On</title><link>https://ops.example/2024/05/panic/</link>
	<comments>https://ops.example/2024/05/panic/#comments</comments><dc:creator><![CDATA[Jane Doe]]></dc:creator>
	<pubDate>Fri, 03 May 2024 09:00:00 +0000</pubDate><category><![CDATA[Incidents]]></category><category><![CDATA[On-call]]></category>
	<guid isPermaLink="false">https://ops.example/?p=42</guid>
	<description><![CDATA[<p>What we do at night [&#8230;]</p>\n<p>The post <a href="https://ops.example/2024/05/panic/">Don&#8217;t Panic</a> appeared first on <a href="https://ops.example">Ops</a>.</p>]]></description>
	<content:encoded><![CDATA[<p>Long</p>]]></content:encoded><slash:comments>3</slash:comments></item></channel></rss>`,
    {
      title: 'Don’t Panic & Carry On',
      author: ['Jane Doe'],
      issued: '2024-05-03',
      containerTitle: 'Ops – Notes',
      url: 'https://ops.example/2024/05/panic/',
      abstract: 'What we do at night…',
      keywords: ['Incidents', 'On-call'],
      language: 'en-US',
    },
  ],
  Medium: [
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
    <channel><title><![CDATA[Acme Engineering - Medium]]></title><link>https://medium.com/acme?source=rss----1---4</link>
    <item><title><![CDATA[Queues, Revisited]]></title><link>https://medium.com/acme/queues-revisited-1a2b?source=rss----1---4</link>
    <guid isPermaLink="false">https://medium.com/p/1a2b</guid><category><![CDATA[queue]]></category><dc:creator><![CDATA[Jane Doe]]></dc:creator>
    <pubDate>Tue, 02 Jan 2024 17:01:02 GMT</pubDate><atom:updated>2024-01-05T10:00:00.000Z</atom:updated>
    <content:encoded><![CDATA[<figure><img alt="" src="x" /><figcaption>A queue</figcaption></figure><h3>Why</h3><p>Because.</p><img src="https://medium.com/_/stat">]]></content:encoded></item></channel></rss>`,
    {
      title: 'Queues, Revisited',
      author: ['Jane Doe'],
      issued: '2024-01-02',
      containerTitle: 'Acme Engineering',
      url: 'https://medium.com/acme/queues-revisited-1a2b',
      abstract: 'A queue Why Because.',
      keywords: ['queue'],
    },
  ],
  Substack: [
    `<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" version="2.0"><channel><title><![CDATA[Bits]]></title>
    <webMaster><![CDATA[bits@substack.example]]></webMaster><itunes:owner><itunes:name>Bits</itunes:name></itunes:owner><itunes:author><![CDATA[Jane Doe]]></itunes:author>
    <item><title><![CDATA[One bit]]></title><description><![CDATA[More than zero]]></description><link>https://bits.substack.com/p/one-bit</link>
    <guid isPermaLink="false">https://bits.substack.com/p/one-bit</guid><dc:creator><![CDATA[Jane Doe and John Roe]]></dc:creator><pubDate>Mon, 05 Feb 2024 06:30:00 GMT</pubDate></item></channel></rss>`,
    {
      title: 'One bit',
      author: ['Jane Doe', 'John Roe'],
      issued: '2024-02-05',
      containerTitle: 'Bits',
      url: 'https://bits.substack.com/p/one-bit',
      abstract: 'More than zero',
      keywords: [],
    },
  ],
  Hugo: [
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Notes</title>
    <managingEditor>jane@example.org (Jane Doe)</managingEditor><webMaster>jane@example.org (Jane Doe)</webMaster>
    <item><title>About</title><link>https://notes.example/about/</link><pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate><author>jane@example.org (Jane Doe)</author>
    <guid>https://notes.example/about/</guid><description>&lt;p&gt;What this is &amp;amp; why.&lt;/p&gt;</description></item></channel></rss>`,
    {
      title: 'About',
      author: ['Jane Doe'],
      containerTitle: 'Notes',
      url: 'https://notes.example/about/',
      abstract: 'What this is & why.',
      keywords: [],
    },
  ],
  Jekyll: [
    `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><generator uri="https://jekyllrb.com/" version="4">Jekyll</generator>
    <link href="https://notes.example/feed.xml" rel="self"/><link href="https://notes.example/" rel="alternate" type="text/html" hreflang="en"/><title type="html">Notes</title><author><name>Jane Doe</name></author>
    <entry><title type="html">Types &amp;amp; Tests</title><link href="https://notes.example/types.html" rel="alternate" type="text/html" title="Types &amp;amp; Tests"/>
    <published>2024-03-01T08:00:00+01:00</published><updated>2024-03-02T08:00:00+01:00</updated><id>https://notes.example/types</id>
    <content type="html" xml:base="https://notes.example/types.html"><![CDATA[<p>Long</p>]]></content><author><name>Jane Doe</name></author><category term="testing"/><summary type="html"><![CDATA[Short]]></summary></entry></feed>`,
    {
      title: 'Types & Tests',
      author: ['Jane Doe'],
      issued: '2024-03-01',
      containerTitle: 'Notes',
      url: 'https://notes.example/types.html',
      abstract: 'Short',
      keywords: ['testing'],
      language: 'en',
    },
  ],
  YouTube: [
    `<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>Acme Talks</title><author><name>Acme Talks</name></author>
    <entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Caches</title><link rel="alternate" href="https://www.youtube.com/watch?v=abc"/><author><name>Acme Talks</name><uri>https://www.youtube.com/channel/1</uri></author>
    <published>2024-04-01T00:00:00+00:00</published><media:group><media:title>Caches</media:title><media:content url="https://www.youtube.com/v/abc" type="application/x-shockwave-flash"/><media:description>About caches.</media:description></media:group></entry></feed>`,
    {
      title: 'Caches',
      author: ['Acme Talks'],
      issued: '2024-04-01',
      containerTitle: 'Acme Talks',
      url: 'https://www.youtube.com/watch?v=abc',
      abstract: 'About caches.',
      keywords: [],
    },
  ],
  Mastodon: [
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Jane Doe</title>
    <item><guid isPermaLink="true">https://social.example/@jane/1</guid><link>https://social.example/@jane/1</link><pubDate>Mon, 06 May 2024 10:00:00 +0000</pubDate>
    <description>&lt;p&gt;Our parser is now linear. Read how: &lt;a href="https://x.example"&gt;&lt;span&gt;x.example&lt;/span&gt;&lt;/a&gt;&lt;/p&gt;</description><category>parsing</category></item></channel></rss>`,
    {
      title: 'Our parser is now linear',
      provisional: ['title'],
      author: [],
      issued: '2024-05-06',
      containerTitle: 'Jane Doe',
      url: 'https://social.example/@jane/1',
      abstract: 'Our parser is now linear. Read how: x.example',
      keywords: ['parsing'],
    },
  ],
  Discourse: [
    `<rss version="2.0" xmlns:discourse="http://www.discourse.org/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Forum - Latest topics</title>
    <item><title>Release notes</title><dc:creator><![CDATA[@jane Jane Doe]]></dc:creator><category>Announcements</category><description><![CDATA[<p>It is out.</p><p><small>1 post</small></p>]]></description>
    <link>https://forum.example/t/release-notes/7</link><pubDate>Tue, 07 May 2024 11:12:13 +0000</pubDate><discourse:topicPinned>No</discourse:topicPinned><guid isPermaLink="false">forum.example-topic-7</guid></item></channel></rss>`,
    {
      title: 'Release notes',
      author: ['Jane Doe'],
      issued: '2024-05-07',
      containerTitle: 'Forum - Latest topics',
      url: 'https://forum.example/t/release-notes/7',
      abstract: 'It is out. 1 post',
      keywords: ['Announcements'],
    },
  ],
  Blogger: [
    `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><title type='text'>Acme Blog</title>
    <author><name>Unknown</name><email>noreply@blogger.com</email></author><entry><id>tag:blogger.com,1999:blog-1.post-2</id><published>2024-02-29T12:00:00.001-08:00</published>
    <category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/><category scheme='http://www.blogger.com/atom/ns#' term='storage'/>
    <title type='text'>Disks &amp; Tapes</title><content type='html'>&lt;b&gt;Tapes&lt;/b&gt; last.</content><link rel='replies' type='application/atom+xml' href='https://www.blogger.com/r'/><link rel='edit' href='https://www.blogger.com/e'/>
    <link rel='alternate' type='text/html' href='https://feeds.example/~r/acme/1' title='Disks'/><author><name>Jane Doe</name><email>noreply@blogger.com</email></author><feedburner:origLink>https://blog.example/disks.html</feedburner:origLink></entry></feed>`,
    {
      title: 'Disks & Tapes',
      author: ['Jane Doe'],
      issued: '2024-02-29',
      containerTitle: 'Acme Blog',
      url: 'https://blog.example/disks.html',
      abstract: 'Tapes last.',
      keywords: ['storage'],
    },
  ],
  'Planet, RDF': [
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://planet.example/"><title>Planet</title><items><rdf:Seq><rdf:li rdf:resource="https://one.example/a" /></rdf:Seq></items></channel>
    <item rdf:about="https://one.example/a"><title>A day</title><link>https://one.example/a</link><content:encoded>&lt;p&gt;Busy.&lt;/p&gt;</content:encoded><dc:creator>Jane Doe</dc:creator><dc:date>2024-01-02T03:04:05+00:00</dc:date></item></rdf:RDF>`,
    {
      title: 'A day',
      author: ['Jane Doe'],
      issued: '2024-01-02',
      containerTitle: 'Planet',
      url: 'https://one.example/a',
      abstract: 'Busy.',
      keywords: [],
    },
  ],
  Micro: [
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Jane',
      author: { name: 'Jane Doe', url: 'https://jane.example' },
      items: [
        {
          id: 'http://jane.example/1',
          content_html: '<p>Coffee first</p>',
          date_published: '2024-05-08T07:00:00+02:00',
          url: 'https://jane.example/1',
        },
      ],
    }),
    {
      title: 'Coffee first',
      provisional: ['title'],
      author: ['Jane Doe'],
      issued: '2024-05-08',
      containerTitle: 'Jane',
      url: 'https://jane.example/1',
      abstract: 'Coffee first',
      keywords: [],
    },
  ],
};

describe('a feed as it is written by', () => {
  for (const [name, [feed, expected]] of Object.entries(platforms)) {
    it(name, () => {
      const [post] = posts(feed);
      const { author, issued, ...rest } = post!;
      assert.deepEqual(
        { ...rest, author: author.map(displayName), ...(issued && { issued: isoDate(issued) }) },
        expected,
      );
    });
  }
});
