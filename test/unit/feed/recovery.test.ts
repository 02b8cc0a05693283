import assert from 'node:assert/strict';
import { isFeed } from '../../../src/core/formats/feed';
import { atom, feedOf, posts, rss } from './read';

const bytes = (text: string) => new TextEncoder().encode(text);
const titles = (text: string) => posts(text).map(({ title }) => title);
const one = rss('<item><title>A</title></item>');

describe('telling feeds', () => {
  const feeds: Readonly<Record<string, string>> = {
    RSS: one,
    Atom: atom(''),
    RDF: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>',
    'JSON Feed': '{"version": "https://jsonfeed.org/version/1", "items": []}',
    'a feed after remarks and a document type': `<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?><!-- x --><!DOCTYPE html>${one}`,
    "a feed after a server's warning": `<br />\n<b>Warning</b>: x in <b>y.php</b><br />\n${one}`,
    'a truncated feed': '<rss version="2.0"><chan',
  };
  for (const [name, text] of Object.entries(feeds))
    it(`takes ${name} for one`, () => assert.ok(isFeed(bytes(text))));

  const others: Readonly<Record<string, string>> = {
    nothing: '',
    'a page': '<!DOCTYPE html><html><head><title>feed</title></head><body><p>x</p></body></html>',
    'a page that shows a feed': `<html><body><pre>${one}</pre></body></html>`,
    'an outline': '<opml version="2.0"><body><outline text="x"/></body></opml>',
    'RDF of another kind':
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>',
    'a television guide': '<tv><channel id="x"><display-name>x</display-name></channel></tv>',
    'a dictionary': '<dictionary><entry><title>x</title></entry></dictionary>',
    JSON: '{"items": []}',
    text: 'rss and feed',
  };
  for (const [name, text] of Object.entries(others))
    it(`does not take ${name} for one`, () => assert.ok(!isFeed(bytes(text))));

  it('says that what it reads is no feed', () => {
    assert.deepEqual(feedOf('<html></html>'), {
      entries: [],
      problems: [{ code: 'noFeed', source: 'feed' }],
    });
  });
});

describe('recovering feeds', () => {
  it('reads a truncated feed as far as it goes, and says that it is', () => {
    const text = rss('<item><title>A</title></item><item><title>B</title><description>Te');
    const { entries, problems } = feedOf(text.slice(0, text.indexOf('Te') + 2));
    assert.deepEqual(
      entries.map(({ record }) => record.title),
      ['A', 'B'],
    );
    assert.deepEqual(problems, [{ code: 'truncatedFeed', source: 'feed' }]);
  });

  it('reads a feed that is cut anywhere, and never more than there was', () => {
    const text = rss(
      '<item><title>A</title><guid>1</guid></item><item><title>B</title><guid>2</guid></item>',
    );
    for (let length = 0; length < text.length; length++) {
      const { entries } = feedOf(text.slice(0, length));
      assert.ok(entries.length <= 2);
      if (length > text.indexOf('</item>')) assert.equal(entries[0]!.record.title, 'A');
    }
  });

  it('reads items that are not closed', () => {
    assert.deepEqual(titles('<rss><channel><item><title>A</title><item><title>B</title></channel></rss>'), [
      'A',
      'B',
    ]);
  });

  it('reads what is badly nested', () => {
    assert.deepEqual(
      titles(
        '<rss><channel><item><title>A <b>bold</title></b></item><item><title>B</title></item></channel></rss>',
      ),
      ['A bold', 'B'],
    );
  });

  it('reads characters that have no place in XML', () => {
    assert.deepEqual(titles(rss('<item><title>A & B < C\u0000\u0001</title></item>')), ['A & B < C']);
  });

  it('reads UTF-8 that somebody took for windows-1252 or ISO 8859-1', () => {
    for (const [broken, meant] of [
      ['I donâ€™t', 'I don’t'],
      ['&#226;&#128;&#166; and &acirc;&#128;&brvbar;', '… and …'],
      ['SÃ£o Paulo', 'São Paulo'],
      ['Ã\u00a0 Paris', 'à Paris'],
      ['ðŸ˜€', '😀'],
    ])
      assert.deepEqual(titles(rss(`<item><title>${broken}</title></item>`)), [meant]);
    assert.deepEqual(
      posts(rss('<item><title>A</title><dc:creator>JosÃ© Doe</dc:creator><category>CafÃ©</category></item>')),
      [
        {
          title: 'A',
          author: [{ family: 'Doe', given: 'José' }],
          containerTitle: 'The Blog',
          keywords: ['Café'],
        },
      ],
    );
  });

  it('keeps what is no such UTF-8, or not all of it', () => {
    for (const text of ['São Paulo', 'Ã© is São', 'AMANHÃ…', '“IRMÃ”', 'ÉTÉ «Â»', 'Ã© 日本', 'Ã'])
      assert.deepEqual(titles(rss(`<item><title>${text}</title></item>`)), [text]);
  });

  it('reads a feed with text before and after it', () => {
    assert.deepEqual(titles(`\n\n  ${one}\n<!-- cached --><script>x</script>`), ['A']);
    assert.deepEqual(titles(`<br />\n<b>Warning</b>: x<br>\n${one}`), ['A']);
    assert.deepEqual(feedOf(`<br>\n${one}`).problems, []);
  });

  it('reads what stands in the namespace of an unknown vocabulary', () => {
    assert.deepEqual(titles('<rss xmlns="u:x"><channel><item><title>A</title></item></channel></rss>'), [
      'A',
    ]);
  });

  it('reads names in capitals', () => {
    assert.deepEqual(titles('<RSS><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>'), ['A']);
  });
});
