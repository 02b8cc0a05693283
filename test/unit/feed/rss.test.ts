import assert from 'node:assert/strict';
import { displayName } from '../../../src/core/name';
import type { PostRecord } from '../../../src/core/post';
import { feedOf, item, posts, rss } from './read';

const authors = ({ author }: PostRecord) => author.map(displayName);

describe('reading RSS', () => {
  it('reads a post', () => {
    const text = rss(
      `<item><title>Fast Parsers</title><link>https://example.org/fast?utm_source=rss</link>
      <guid isPermaLink="false">post-1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
      <dc:creator><![CDATA[Jane Doe]]></dc:creator><category>Parsing</category><category>Speed</category>
      <description>How to be &lt;em&gt;fast&lt;/em&gt;.</description></item>`,
      '<title>The Blog</title><link>https://example.org</link><language>en-us</language><ttl>60</ttl>',
    );
    assert.deepEqual(feedOf(text), {
      title: 'The Blog',
      link: 'https://example.org/',
      ttl: 60,
      entries: [
        {
          key: 'post-1',
          record: {
            title: 'Fast Parsers',
            author: [{ family: 'Doe', given: 'Jane' }],
            issued: { year: 2004, month: 1, day: 1 },
            containerTitle: 'The Blog',
            url: 'https://example.org/fast',
            abstract: 'How to be fast.',
            keywords: ['Parsing', 'Speed'],
            language: 'en-US',
          },
        },
      ],
      problems: [],
    });
  });

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const [post] =
      posts(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/"><title>The Blog</title></channel>
      <item rdf:about="https://example.org/a"><title>A</title><link>https://example.org/a</link><d:creator>Jane Doe</d:creator>
      <d:date>2004-01-01T19:48:21+01:00</d:date><d:subject>Parsing</d:subject></item></rdf:RDF>`);
    assert.deepEqual(post, {
      title: 'A',
      author: [{ family: 'Doe', given: 'Jane' }],
      issued: { year: 2004, month: 1, day: 1 },
      containerTitle: 'The Blog',
      url: 'https://example.org/a',
      keywords: ['Parsing'],
    });
  });

  it('reads items that stand outside the channel, or without one', () => {
    assert.equal(
      posts('<rss><channel><title>T</title></channel><item><title>A</title></item></rss>').length,
      1,
    );
    assert.equal(posts('<rss><item><title>A</title></item></rss>').length, 1);
  });

  it('reads prefixes that nobody declared', () => {
    assert.deepEqual(
      authors(
        posts(
          '<rss><channel><item><title>A</title><dc:creator>Jane Doe</dc:creator></item></channel></rss>',
        )[0]!,
      ),
      ['Jane Doe'],
    );
  });

  it("takes no other vocabulary's title for the post's", () => {
    assert.equal(
      item('<x:title xmlns:x="u:x">No</x:title><image><title>No</title></image><title>Yes</title>').title,
      'Yes',
    );
  });

  it('tells how long to leave the feed alone, by ttl or else by how often it is said to change', () => {
    const ttl = (head: string) => feedOf(rss('<item><title>A</title></item>', head)).ttl;
    const often = (period: string, frequency: string) =>
      `<sy:updatePeriod>\n\t${period}\t</sy:updatePeriod><sy:updateFrequency>${frequency}</sy:updateFrequency>`;
    assert.equal(ttl(often('hourly', '1')), 60);
    assert.equal(ttl(often('daily', '4')), 360);
    assert.equal(ttl(`${often('daily', '4')}<ttl>90</ttl>`), 90);
    assert.equal(ttl('<sy:updatePeriod>weekly</sy:updatePeriod>'), 10_080);
    assert.equal(ttl(often('daily', '0')), undefined);
    assert.equal(ttl(often('constantly', '1')), undefined);
  });

  it('leaves out topics that say that none was chosen', () => {
    const { keywords } = item(
      '<title>A</title><category>Uncategorized</category><category>Non classé</category><category>Parsing</category>',
    );
    assert.deepEqual(keywords, ['Parsing']);
  });

  it('knows namespaces whose addresses begin with https', () => {
    const [post] = posts(`<rss xmlns:d="https://purl.org/dc/elements/1.1/"><channel><item><title>A</title>
      <d:creator>Jane Doe</d:creator></item></channel></rss>`);
    assert.deepEqual(authors(post!), ['Jane Doe']);
  });

  describe('addresses', () => {
    const url = (fields: string, base?: string) =>
      item(`<title>A</title>${fields}`, base ? { base } : {}).url;

    it('takes a guid for one, unless it says otherwise', () => {
      assert.equal(url('<guid>https://example.org/a</guid>'), 'https://example.org/a');
      assert.equal(url('<guid isPermaLink="true">https://example.org/a</guid>'), 'https://example.org/a');
      assert.equal(url('<guid isPermaLink="false">tag:1</guid>'), undefined);
      assert.equal(url('<guid>tag:1</guid>'), undefined);
    });

    it('prefers the link', () => {
      assert.equal(
        url('<guid>https://example.org/a</guid><link>https://example.org/b</link>'),
        'https://example.org/b',
      );
    });

    it("prefers the address that FeedBurner's link leads to", () => {
      const fields =
        '<link>https://feeds.example.com/~r/x</link><feedburner:origLink>https://example.org/a</feedburner:origLink>';
      assert.equal(url(fields), 'https://example.org/a');
    });

    it('reads the alternate link of Atom', () => {
      const fields =
        '<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="alternate" href="https://example.org/a"/>';
      assert.equal(url(fields), 'https://example.org/a');
    });

    it('resolves relative ones against xml:base, the address of the feed or that of its site', () => {
      assert.equal(url('<link>/a</link>', 'https://example.org/x/feed'), 'https://example.org/a');
      assert.equal(
        url('<link xml:base="https://example.net/x/">a</link>', 'https://example.org/'),
        'https://example.net/x/a',
      );
      const [post] = posts(
        rss('<item><title>A</title><link>/a</link></item>', '<link>https://example.org</link>'),
      );
      assert.equal(post!.url, 'https://example.org/a');
    });

    it('reads those that were escaped twice, and those without a scheme', () => {
      assert.equal(url('<link>https://example.org/?a=1&amp;amp;b=2</link>'), 'https://example.org/?a=1&b=2');
      assert.equal(url('<link>www.example.org/a</link>', 'https://example.net/'), 'http://www.example.org/a');
    });

    it('tells of those that cannot be used', () => {
      const { entries, problems } = feedOf(
        rss(
          '<item><title>A</title><link>javascript:alert(1)</link></item><item><title>B</title><link>/b</link></item>',
        ),
      );
      assert.deepEqual(
        entries.map(({ record }) => record.url),
        [undefined, undefined],
      );
      assert.deepEqual(
        problems.map(({ code, detail }) => [code, detail]),
        [
          ['unusableAddress', 'javascript:alert(1)'],
          ['relativeAddress', '/b'],
        ],
      );
    });
  });

  describe('authors', () => {
    const signed = (fields: string) => authors(item(`<title>A</title>${fields}`));

    for (const written of [
      'jane@example.org (Jane Doe)',
      'Jane Doe (jane@example.org)',
      'Jane Doe &lt;jane@example.org&gt;',
      '"Jane Doe" jane+spam@example.org',
      'Jane Doe',
      '@jdoe Jane Doe',
      'by Jane Doe',
      'Author: Jane Doe',
      '(Jane Doe)',
      'Doe, Jane',
      '&lt;a href="/jane"&gt;Jane Doe&lt;/a&gt;',
    ]) {
      it(`reads ${written}`, () => assert.deepEqual(signed(`<author>${written}</author>`), ['Jane Doe']));
    }

    it('reads several, in elements of their own and in one', () => {
      assert.deepEqual(signed('<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>'), [
        'Jane Doe',
        'John Roe',
      ]);
      assert.deepEqual(signed('<dc:creator>Jane Doe, John Roe and Ann Poe</dc:creator>'), [
        'Jane Doe',
        'John Roe',
        'Ann Poe',
      ]);
      assert.deepEqual(signed('<dc:creator>Jane Doe · John Roe</dc:creator>'), ['Jane Doe', 'John Roe']);
    });

    it('reads several with mail addresses in one element', () => {
      assert.deepEqual(signed('<author>jane@example.org (Jane Doe), john@example.org (John Roe)</author>'), [
        'Jane Doe',
        'John Roe',
      ]);
    });

    it('does not take a firm or a team apart', () => {
      for (const name of [
        'Johnson &amp; Johnson',
        'Barnes &amp; Noble Engineering',
        'The Rust Team',
        'AT&amp;T',
      ])
        assert.deepEqual(signed(`<dc:creator>${name}</dc:creator>`), [name.replace('&amp;', '&')]);
    });

    it('names each once', () => {
      assert.deepEqual(
        signed('<author>jane@example.org (Jane Doe)</author><dc:creator>Jane Doe</dc:creator>'),
        ['Jane Doe'],
      );
    });

    it('takes no mail address for a name', () => {
      for (const written of ['jane@example.org', 'mailto:jane@example.org', 'noreply@example.org'])
        assert.deepEqual(signed(`<author>${written}</author>`), []);
      assert.deepEqual(signed('<author>jane@example.org</author><dc:creator>Jane Doe</dc:creator>'), [
        'Jane Doe',
      ]);
    });

    it('takes nobody for an author where a system names its own user', () => {
      for (const written of ['admin', 'Administrator', 'webmaster', 'wpadmin', 'Super User', 'unknown'])
        assert.deepEqual(signed(`<dc:creator>${written}</dc:creator>`), []);
      assert.deepEqual(signed('<dc:creator>Root Vole</dc:creator>'), ['Root Vole']);
    });

    it('leaves out where an author works', () => {
      for (const written of [
        'Jane Doe - MSFT',
        'Jane Doe | Acme Inc.',
        'Jane Doe –',
        'Jane Doe at Acme',
        'Jane Doe, Stack Overflow',
      ])
        assert.deepEqual(signed(`<dc:creator>${written}</dc:creator>`), ['Jane Doe']);
    });

    it('takes the name of the publication for a body, but where a person can have it', () => {
      const author = (publication: string, name: string) =>
        posts(
          rss(
            `<item><title>A</title><dc:creator>${name}</dc:creator></item>`,
            `<title>${publication}</title>`,
          ),
        )[0]!.author;
      assert.deepEqual(author('Systems Talks', 'Systems Talks'), [{ literal: 'Systems Talks' }]);
      assert.deepEqual(author('World online News', 'World online'), []);
      assert.deepEqual(author('Jane Doe', 'Jane Doe'), [{ family: 'Doe', given: 'Jane' }]);
      assert.deepEqual(author('Jane Doe writes', 'Jane Doe'), [{ family: 'Doe', given: 'Jane' }]);
    });

    it('takes those of a podcast where there are no others', () => {
      assert.deepEqual(signed('<itunes:author>Jane Doe</itunes:author>'), ['Jane Doe']);
      assert.deepEqual(signed('<itunes:author>The Show</itunes:author><author>Jane Doe</author>'), [
        'Jane Doe',
      ]);
      const fields = '<author>show@example.org</author><itunes:author>Jane Doe</itunes:author>';
      assert.deepEqual(signed(fields), ['Jane Doe']);
    });

    it('takes the writers that Media RSS credits where there are no others', () => {
      const credit = (role: string, name: string) => `<media:credit role="${role}">${name}</media:credit>`;
      const both = `${credit('photographer', 'John Roe')}${credit('author', 'Jane Doe')}`;
      assert.deepEqual(signed(both), ['Jane Doe']);
      assert.deepEqual(signed(`${both}<dc:creator>Ann Lee</dc:creator>`), ['Ann Lee']);
      assert.deepEqual(signed('<media:credit>John Roe</media:credit>'), []);
    });

    it("takes the feed's where a post has none", () => {
      const head =
        '<title>T</title><managingEditor>jane@example.org (Jane Doe)</managingEditor><webMaster>w@example.org (W M)</webMaster>';
      const [one, two] = posts(
        rss(
          '<item><title>A</title></item><item><title>B</title><dc:creator>John Roe</dc:creator></item>',
          head,
        ),
      );
      assert.deepEqual([authors(one!), authors(two!)], [['Jane Doe'], ['John Roe']]);
    });

    it("does not take the feed's mail address for an author", () => {
      for (const mail of ['jane@example.org', 'jane@example.org?subject=Feed'])
        assert.deepEqual(
          authors(
            posts(rss('<item><title>A</title></item>', `<managingEditor>${mail}</managingEditor>`))[0]!,
          ),
          [],
        );
    });
  });

  describe('titles', () => {
    const titles: readonly (readonly [written: string, title: string])[] = [
      ['Q&amp;A', 'Q&A'],
      ['Q&amp;amp;A', 'Q&A'],
      ['<![CDATA[Q&amp;A &#8220;now&#8221; &amp;mdash; why?]]>', 'Q&A “now” — why?'],
      ['&lt;b&gt;On&lt;/b&gt; &amp;amp;nbsp;', 'On &nbsp;'],
      ['It&amp;#8217;s &lt;em&gt;here&lt;/em&gt;', 'It’s here'],
      ['<![CDATA[<b>Bold</b> &amp; brave]]>', 'Bold & brave'],
      ['Using List&lt;T&gt; in C#', 'Using List<T> in C#'],
      ['The &lt;video&gt; element &amp;amp; others', 'The <video> element & others'],
      ['if a &lt; b &amp;&amp; c &gt; d', 'if a < b && c > d'],
      ['One\n   <b>two</b>\t three', 'One two three'],
      ['A\u202eB\u0007C\ufeff', 'ABC'],
    ];
    for (const [written, title] of titles) {
      it(`reads ${JSON.stringify(written)} as ${title}`, () =>
        assert.equal(item(`<title>${written}</title>`).title, title));
    }

    it('are made up of the text where there is none, and said to be', () => {
      const { title, provisional } = item(
        '<description>&lt;p&gt;Just shipped a release. It has bugs.&lt;/p&gt;</description>',
      );
      assert.deepEqual({ title, provisional }, { title: 'Just shipped a release', provisional: ['title'] });
    });

    it('are made up of the address where there is not even a text', () => {
      const { title, provisional } = item('<link>https://example.org/2021/my-first_post.html</link>');
      assert.deepEqual({ title, provisional }, { title: 'My first post', provisional: ['title'] });
    });

    it('are made up of an address in any script', () => {
      assert.equal(
        item('<link>https://example.org/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82</link>').title,
        'Привет',
      );
    });

    it('are cut between characters', () => {
      const { title } = item(`<description>${'a'.repeat(59)}😀😀</description>`);
      assert.equal(title, `${'a'.repeat(59)}…`);
    });

    it('lack where nothing is said, so that the item is left out', () => {
      const { entries, problems } = feedOf(
        rss('<item/><item><guid>1</guid></item><item><title>A</title></item>'),
      );
      assert.equal(entries.length, 1);
      assert.deepEqual(
        problems.map(({ code, detail }) => [code, detail]),
        [
          ['unreadableEntry', '(empty)'],
          ['unreadableEntry', '1'],
        ],
      );
    });
  });

  describe('excerpts', () => {
    it('are the description, else the content', () => {
      assert.equal(
        item('<title>A</title><content:encoded>Long</content:encoded><description>Short</description>')
          .abstract,
        'Short',
      );
      assert.equal(
        item(
          '<title>A</title><content:encoded>&lt;p&gt;Long&lt;/p&gt;&lt;p&gt;text&lt;/p&gt;</content:encoded>',
        ).abstract,
        'Long text',
      );
    });

    it('have nothing of scripts, styles and players', () => {
      const markup = '<style>p{}</style>One<script>alert(1)</script><iframe src="x"/> two<object>';
      assert.equal(
        item(`<title>A</title><description><![CDATA[${markup}]]></description>`).abstract,
        'One two',
      );
    });

    it('have the signs of formulas, not their source', () => {
      const formula =
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><annotation encoding="application/x-tex">a \\plus b</annotation></semantics></math>';
      const post = item(
        `<title><![CDATA[Adding ${formula}]]></title><description><![CDATA[${formula} is fast]]></description>`,
      );
      assert.deepEqual([post.title, post.abstract], ['Adding a+b', 'a+b is fast']);
    });

    it('are read as markup where that was cut before anything was closed', () => {
      assert.equal(
        item('<title>A</title><description>&lt;div&gt;&lt;h2&gt;One two</description>').abstract,
        'One two',
      );
    });

    it('keep what only looks like markup', () => {
      assert.equal(
        item('<title>A</title><description>List&lt;T&gt; and a &lt; b</description>').abstract,
        'List<T> and a < b',
      );
    });

    it('are cut at a word', () => {
      const { abstract } = item(`<title>A</title><description>${'word '.repeat(1000)}</description>`);
      assert.ok(abstract!.length <= 501 && abstract!.length > 400);
      assert.match(abstract!, /word…$/);
    });

    it('end before what a blog adds to all of them', () => {
      const added = 'The post <a href="/a">A</a> appeared first on <a href="/">The Blog</a>.';
      assert.equal(
        item(`<title>A</title><description><![CDATA[<p>Text [&#8230;]</p><p>${added}</p>]]></description>`)
          .abstract,
        'Text…',
      );
    });

    it('are kept where all they say is to read more', () => {
      assert.equal(
        item('<title>A</title><description>Read more books</description>').abstract,
        'Read more books',
      );
    });

    it('are left out where they only repeat the title', () => {
      assert.equal(
        item('<title>A</title><description>&lt;p&gt;A&lt;/p&gt;</description>').abstract,
        undefined,
      );
    });

    it('keep the markup that is not escaped', () => {
      assert.equal(
        item('<title>A</title><description><p>One <b>two</b><br/>three</p></description>').abstract,
        'One two three',
      );
    });
  });

  describe('topics', () => {
    const keywords = (fields: string) => item(`<title>A</title>${fields}`).keywords;

    it('are all categories, each once', () => {
      assert.deepEqual(
        keywords('<category>Go</category><dc:subject>go</dc:subject><category domain="x">Rust</category>'),
        ['Go', 'Rust'],
      );
    });

    it('are told apart at commas, as in the library', () => {
      assert.deepEqual(keywords('<category>Go, Rust</category><itunes:keywords>C, Zig</itunes:keywords>'), [
        'Go',
        'Rust',
        'C',
        'Zig',
      ]);
    });

    it('leave out what says that there are none', () => {
      assert.deepEqual(keywords('<category>Uncategorized</category><category/>'), []);
    });
  });

  describe('publications', () => {
    const named = (title: string, description = '') =>
      posts(
        rss(
          '<item><title>A</title></item>',
          `<title>${title}</title><description>${description}</description>`,
        ),
      )[0]!.containerTitle;

    it('lack what a service or a generator adds to their names', () => {
      assert.equal(named('The Blog - Medium'), 'The Blog');
      assert.equal(named('The Blog RSS Feed'), 'The Blog');
      assert.equal(named('The Blog » Atom 1.0 feed'), 'The Blog');
      assert.equal(named('The Blog (RSS)'), 'The Blog');
      assert.equal(named('The Blog: Atom'), 'The Blog');
      assert.equal(named('Recent Content on The Blog'), 'The Blog');
      assert.equal(named('Posts on The Blog', 'Recent content in Posts on The Blog'), 'The Blog');
    });

    it('are whole where these words are theirs', () => {
      for (const title of [
        'Medium',
        'RSS feed',
        'All about RSS',
        'Thoughts on Rust',
        'Happy Medium',
        'Re-RSS',
      ])
        assert.equal(named(title), title);
    });
  });

  it('tells of a date that cannot be understood', () => {
    const { entries, problems } = feedOf(rss('<item><title>A</title><pubDate>soon</pubDate></item>'));
    assert.equal(entries[0]!.record.issued, undefined);
    assert.deepEqual(problems, [{ code: 'unknownDate', source: 'feed', detail: 'soon' }]);
  });

  it('takes the zero of a clock for no date', () => {
    for (const date of [
      'Mon, 01 Jan 0001 00:00:00 +0000',
      'Thu, 01 Jan 1970 00:00:00 GMT',
      '0000-00-00 00:00:00',
    ]) {
      const { entries, problems } = feedOf(rss(`<item><title>A</title><pubDate>${date}</pubDate></item>`));
      assert.deepEqual([entries[0]!.record.issued, problems], [undefined, []]);
    }
  });

  describe('keys', () => {
    const keys = (items: string) => feedOf(rss(items)).entries.map(({ key }) => key);

    it('are the guid, else the address, else the title', () => {
      assert.deepEqual(
        keys(
          '<item><title>A</title><guid>1</guid></item><item><title>B</title><link>https://www.example.org/b/</link></item><item><title>C</title></item>',
        ),
        ['1', 'example.org/b', 'C'],
      );
    });

    it('are the address where several items have one guid', () => {
      const one = (name: string) =>
        `<item><title>${name}</title><guid isPermaLink="false">0</guid><link>https://example.org/${name}</link></item>`;
      assert.deepEqual(keys(one('a') + one('b')), ['example.org/a', 'example.org/b']);
    });

    it('stand for one post, so that an item that is there twice is read once', () => {
      const one = '<item><title>A</title><guid>1</guid><link>https://example.org/a</link></item>';
      assert.deepEqual(keys(one + one), ['example.org/a']);
    });
  });
});
