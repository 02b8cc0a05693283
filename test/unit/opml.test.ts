import assert from 'node:assert/strict';
import { isOpml, readOpml, writeOpml } from '../../src/core/formats/opml';
import type { Source } from '../../src/core/sources/source';

const read = (body: string) =>
  readOpml(
    `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`,
    'feeds.opml',
  );
const brief = (sources: readonly Source[]) =>
  sources.map(({ location, name, group }) => [location, name, group]);
const codes = (outline: ReturnType<typeof readOpml>) =>
  outline.problems.map(({ code, detail }) => [code, detail]);

describe('readOpml', () => {
  it('takes folders within folders for groups, and the text for the name', () => {
    const { title, sources, problems } = read(`
      <outline text="Work" title="ignored"><outline text="Databases">
        <outline type="rss" text="Kestrel" title="Kestrel's feed" xmlUrl="https://kestrel.example/feed" htmlUrl="https://kestrel.example/"/>
      </outline><outline type="atom" title="Lantern" xmlUrl="https://lantern.example/atom.xml"/></outline>
      <outline xmlUrl="https://plain.example/rss"/>`);
    assert.equal(title, 'Mine');
    assert.deepEqual(brief(sources), [
      ['https://kestrel.example/feed', 'Kestrel', 'Work/Databases'],
      ['https://lantern.example/atom.xml', 'Lantern', 'Work'],
      ['https://plain.example/rss', undefined, undefined],
    ]);
    assert.ok(sources.every(({ kind }) => kind === 'feed'));
    assert.deepEqual(problems, []);
  });
  it('takes attribute names in any case, and other names for the address', () => {
    const { sources } = read(
      '<outline TEXT="A" XMLURL="https://a.example/f"/><OUTLINE Title="B" xmlurl="https://b.example/f"/><outline text="C" type="rss" url="https://c.example/f"/>',
    );
    assert.deepEqual(
      brief(sources).map(([location, name]) => [location, name]),
      [
        ['https://a.example/f', 'A'],
        ['https://b.example/f', 'B'],
        ['https://c.example/f', 'C'],
      ],
    );
  });
  it('takes the first category for the group of a feed in no folder', () => {
    const { sources } = read(
      '<outline xmlUrl="https://a.example/f" category="/Boston/Weather,/Harvard"/><outline text="F"><outline xmlUrl="https://b.example/f" category="x"/></outline>',
    );
    assert.deepEqual(
      sources.map(({ group }) => group),
      ['Boston/Weather', 'F'],
    );
  });
  it('takes a feed that is listed twice once, by its first place', () => {
    const { sources } = read(
      '<outline text="F"><outline text="A" xmlUrl="https://a.example/f"/></outline><outline text="B" xmlUrl="http://www.a.example/f/"/>',
    );
    assert.deepEqual(brief(sources), [['https://a.example/f', 'A', 'F']]);
  });
  it('decodes names that are escaped once or twice', () => {
    const { sources } = read(
      '<outline text="Q&amp;amp;A &amp;#8211; &lt;b&gt;bold&lt;/b&gt;" xmlUrl="https://a.example/?a=1&amp;b=2"/>',
    );
    assert.deepEqual(brief(sources), [['https://a.example/?a=1&b=2', 'Q&A – bold', undefined]]);
  });
  it('leaves out what is no address with http or https, and takes user names and passwords off', () => {
    const outline = read(
      '<outline text="A" xmlUrl="https://me:secret@a.example/f"/><outline text="B" xmlUrl="file:///etc/passwd"/><outline xmlUrl="ftp://me:secret@c.example/f"/><outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="/rss"/><outline xmlUrl="feed://d.example/f"/><outline xmlUrl="feed:https://e.example/f"/>',
    );
    assert.deepEqual(
      outline.sources.map(({ location }) => location),
      ['https://a.example/f', 'http://d.example/f', 'https://e.example/f'],
    );
    assert.deepEqual(codes(outline), [
      ['unusableAddress', 'file:///etc/passwd'],
      ['unusableAddress', 'ftp://c.example/f'],
      ['unusableAddress', 'javascript:alert(1)'],
      ['unusableAddress', '/rss'],
    ]);
    assert.ok(!JSON.stringify(outline).includes('secret'));
  });
  it('tells of a site without a feed, and of nothing for an empty folder or a note', () => {
    const outline = read(
      '<outline text="Site" htmlUrl="https://a.example/"/><outline text="Empty"/><outline text="R" type="rss"/>',
    );
    assert.deepEqual(outline.sources, []);
    assert.deepEqual(codes(outline), [
      ['missingLocation', 'Site'],
      ['missingLocation', 'R'],
    ]);
  });
  it('reads what is left of a broken file', () => {
    const locations = (text: string) => readOpml(text, 'x').sources.map(({ location }) => location);
    const one = '<outline text="A" xmlUrl="https://a.example/f"/>';
    for (const text of [
      `<opml><body>${one}`,
      `\ufeff \n<opml>${one}</opml>`,
      `<opml><body><outline text="F & co>${one.replace('"A"', "'A'")}</body>${one}`,
      `<b>Warning</b>: something\n<opml><body>${one}<outline text="B" xmlUrl="https`,
      one,
      [...`<opml><body>${one}`].join('\0'),
      `<!DOCTYPE opml [<!ENTITY x "y">]><opml><body><outline text="&x;">${one}</outline>`,
    ])
      assert.deepEqual(locations(text), ['https://a.example/f'], text);
  });
  it('says that a file is no OPML', () => {
    for (const text of ['', 'plain text', '<html><body><p>Hi</p></body></html>', '<opml><body/></opml>'])
      assert.deepEqual(codes(readOpml(text, 'x')), [['noOutline', undefined]], text);
  });
  it('stays clear of names that objects have', () => {
    const { sources } = read(
      '<outline text="__proto__"><outline text="constructor" __proto__="x" xmlUrl="https://a.example/__proto__"/></outline>',
    );
    assert.deepEqual(brief(sources), [['https://a.example/__proto__', 'constructor', '__proto__']]);
    assert.equal(({} as Record<string, unknown>).x, undefined);
  });

  const hostile: Record<string, string> = {
    'outlines nested deeply': '<outline text="a">'.repeat(200_000),
    'very many feeds': Array.from(
      { length: 100_000 },
      (_, at) => `<outline text="n" xmlUrl="https://a.example/${at}"/>`,
    ).join(''),
    'one feed very often': '<outline xmlUrl="https://a.example/f"/>'.repeat(200_000),
    'very many attributes': `<outline ${Array.from({ length: 200_000 }, (_, at) => `a${at}="1"`).join(' ')} xmlUrl="https://a.example/f"/>`,
    'a name of ten megabytes': `<outline text="${'<'.repeat(10_000_000)}" xmlUrl="https://a.example/f"/>`,
    'an address of ten megabytes': `<outline xmlUrl="https://${'a@'.repeat(5_000_000)}"/>`,
    'angle brackets alone': '<'.repeat(1_000_000),
    'comments never closed': '<!--'.repeat(300_000),
    'entities that grow': `<!DOCTYPE o [${'<!ENTITY a "&b;&b;">'.repeat(1000)}]><outline text="&a;" xmlUrl="https://a.example/f"/>`,
  };
  for (const [name, body] of Object.entries(hostile)) {
    it(`ends in time with ${name}`, () => {
      const started = process.cpuUsage();
      const { sources } = readOpml(`<opml><body>${body}`, 'x');
      const { user, system } = process.cpuUsage(started);
      assert.ok((user + system) / 1000 < 10_000);
      assert.ok(sources.length <= 20_000);
      assert.ok(sources.every(({ name = '', group = '' }) => name.length <= 200 && group.length <= 5000));
    }).timeout(60_000);
  }
});

describe('writeOpml', () => {
  const sources: Source[] = [
    { kind: 'feed', location: 'https://a.example/f?x=1&y="2"', name: 'A & List<T> "C" — ü 日本' },
    { kind: 'feed', location: 'https://b.example/f', name: 'B', group: 'Work/Databases' },
    { kind: 'feed', location: 'https://c.example/f', group: 'Work' },
    { kind: 'feed', location: 'https://d.example/f', name: 'D', group: 'Work/Databases' },
  ];
  it('is read back as it was, feeds of one folder side by side', () => {
    const { title, sources: read, problems } = readOpml(writeOpml(sources, 'Mine & "yours"'), 'x');
    assert.equal(title, 'Mine & "yours"');
    assert.deepEqual(problems, []);
    const expected = [sources[0]!, sources[2]!, sources[1]!, sources[3]!];
    assert.deepEqual(
      brief(read),
      brief(expected.map(source => ({ ...source, location: new URL(source.location).href }))),
    );
  });
  it('writes the feed of a page that lists posts, with the page beside it, and leaves out what has no feed', () => {
    const text = writeOpml(
      [
        { kind: 'listing', location: 'https://a.example/blog', feed: 'https://a.example/f', name: 'A' },
        { kind: 'listing', location: 'https://b.example/blog', group: 'Empty' },
        { kind: 'folder', location: 'posts' },
      ],
      'Mine',
    );
    assert.match(text, /xmlUrl="https:\/\/a\.example\/f" htmlUrl="https:\/\/a\.example\/blog"/);
    assert.ok(!/b\.example|Empty|posts/.test(text));
  });
  it('writes well-formed XML whatever the names hold', () => {
    const text = writeOpml(
      [
        {
          kind: 'feed',
          location: 'https://a.example/',
          name: '\u0000\u0001]]> <!-- \ud800 \uffff&amp;',
          group: '/ / "x" //',
        },
      ],
      '\u0002<title>',
    );
    assert.ok(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\uffff]/.test(text));
    assert.deepEqual(brief(readOpml(text, 'x').sources), [['https://a.example/', ']]> <!-- &', '"x"']]);
    assert.ok(isOpml(text));
  });
});

describe('isOpml', () => {
  it('goes by the first element', () => {
    for (const text of [
      '<opml>',
      '<?xml version="1.0"?>\n<!-- by me -->\n<opml version="1.0">',
      '\ufeff<OPML\n>',
    ])
      assert.ok(isOpml(text), text);
    for (const text of ['', '<rss><opml>', '<html>', 'opml', '<opmlx>']) assert.ok(!isOpml(text), text);
  });
});
