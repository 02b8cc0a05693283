import assert from 'node:assert/strict';
import { displayName } from '../../../src/core/name';
import { atom, entry, feedOf, posts } from './read';

describe('reading Atom', () => {
  it('reads a post', () => {
    const text = atom(
      `<entry xml:lang="de"><title type="html">Schnelle &amp;amp; &lt;b&gt;gute&lt;/b&gt; Parser</title>
      <link rel="self" href="https://example.org/a.atom"/><link href="a" type="text/html"/><id>tag:example.org,2004:a</id>
      <published>2004-01-01T23:00:00-08:00</published><updated>2005-02-03T00:00:00Z</updated>
      <author><name>Jane Doe</name><email>jane@example.org</email></author><author><name>John Roe</name></author>
      <category term="parsing" label="Parsing"/><summary>Kurz</summary><content type="html">Lang</content></entry>`,
      '<title>The Blog</title><link rel="self" href="https://example.org/feed"/><link href="https://example.org/"/>',
    );
    assert.deepEqual(feedOf(text, { base: 'https://example.org/blog/feed' }), {
      title: 'The Blog',
      link: 'https://example.org/',
      entries: [
        {
          key: 'tag:example.org,2004:a',
          record: {
            title: 'Schnelle & gute Parser',
            author: [
              { family: 'Doe', given: 'Jane' },
              { family: 'Roe', given: 'John' },
            ],
            issued: { year: 2004, month: 1, day: 1 },
            containerTitle: 'The Blog',
            url: 'https://example.org/blog/a',
            abstract: 'Kurz',
            keywords: ['Parsing'],
            language: 'de',
          },
        },
      ],
      problems: [],
    });
  });

  it('reads Atom 0.3', () => {
    const [post] = posts(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Blog</title><entry>
      <title type="text/html" mode="escaped">Q&amp;amp;A</title><link rel="alternate" type="text/html" href="https://example.org/a"/>
      <issued>2004-01-01T00:00:00Z</issued><modified>2005-01-01T00:00:00Z</modified>
      <content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b></div></content></entry></feed>`);
    assert.deepEqual(post, {
      title: 'Q&A',
      author: [],
      issued: { year: 2004, month: 1, day: 1 },
      containerTitle: 'The Blog',
      url: 'https://example.org/a',
      abstract: 'One two',
      keywords: [],
    });
  });

  it('takes a text that does not say its type for markup where it is, as Pelican writes it', () => {
    const title = (attribute: string) =>
      entry(`<title${attribute}>Q &amp;amp; A &lt;i&gt;again&lt;/i&gt;</title>`).title;
    assert.equal(title(''), 'Q & A again');
    assert.equal(title(' type="text"'), 'Q &amp; A <i>again</i>');
  });

  it('reads a feed that lacks its namespace, and one in which all names have a prefix', () => {
    assert.equal(posts('<feed><entry><title>A &lt;b&gt;</title></entry></feed>')[0]!.title, 'A <b>');
    assert.equal(
      posts(
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title></a:entry></a:feed>',
      )[0]!.title,
      'A',
    );
  });

  it('reads a lone entry', () => {
    assert.equal(posts('<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title></entry>')[0]!.title, 'A');
  });

  const titles: readonly (readonly [written: string, title: string])[] = [
    ['<title>The &lt;b&gt; element</title>', 'The <b> element'],
    ['<title type="text">The &lt;b&gt; element</title>', 'The <b> element'],
    ['<title type="html">The &lt;b&gt;bold&lt;/b&gt; one</title>', 'The bold one'],
    ['<title type="html">The &amp;lt;b&amp;gt; element</title>', 'The <b> element'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>bold</b> &lt;b&gt;</div></title>',
      'The bold <b>',
    ],
    ['<title type="html"><![CDATA[Caf&eacute; <i>noir</i>]]></title>', 'Café noir'],
  ];
  for (const [written, title] of titles) {
    it(`reads ${written} as ${title}`, () => assert.equal(entry(written).title, title));
  }

  it('takes the alternate link, whichever place it has, and HTML before other types', () => {
    const links =
      '<link rel="edit" href="https://example.org/e"/><link rel="alternate" type="application/json" href="https://example.org/j"/><link type="text/html" href="https://example.org/h"/>';
    assert.equal(entry(`<title>A</title>${links}`).url, 'https://example.org/h');
  });

  it('takes an id that is an address where there is no link', () => {
    assert.equal(entry('<title>A</title><id>https://example.org/a</id>').url, 'https://example.org/a');
    assert.equal(entry('<title>A</title><id>urn:uuid:1</id>').url, undefined);
  });

  it('resolves addresses against every xml:base around them', () => {
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/"><entry xml:base="2004/"><title>A</title><link href="a"/></entry></feed>';
    assert.equal(
      posts(text, { base: 'https://example.org/feed' })[0]!.url,
      'https://example.org/blog/2004/a',
    );
  });

  it("takes the authors of the feed a planet's post is from before the planet's", () => {
    const source = '<source><title>Her Blog</title><author><name>Jane Doe</name></author></source>';
    const [post] = posts(
      atom(
        `<entry><title>A</title>${source}</entry>`,
        '<title>Planet</title><author><name>The Planet</name></author>',
      ),
    );
    assert.deepEqual(post!.author.map(displayName), ['Jane Doe']);
    assert.equal(post!.containerTitle, 'Her Blog');
  });

  it('takes contributors where there are no authors at all', () => {
    assert.deepEqual(
      entry('<title>A</title><contributor><name>Jane Doe</name></contributor>').author.map(displayName),
      ['Jane Doe'],
    );
  });

  it('reads the description of a video', () => {
    const group =
      '<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:title>No</media:title><media:description>About it</media:description></media:group>';
    const { title, abstract } = entry(`<title>A</title>${group}`);
    assert.deepEqual({ title, abstract }, { title: 'A', abstract: 'About it' });
  });

  it("leaves out Blogger's mark of what is a post", () => {
    const kind =
      '<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/>';
    assert.deepEqual(entry(`<title>A</title>${kind}<category term="Go"/>`).keywords, ['Go']);
  });

  it('reads base64', () => {
    assert.equal(
      entry(
        `<title>A</title><content type="text/html" mode="base64">${btoa('<p>One <b>two</b></p>')}</content>`,
      ).abstract,
      'One two',
    );
  });
});
