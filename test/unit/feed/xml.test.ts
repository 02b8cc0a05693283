import assert from 'node:assert/strict';
import { readXml, type XmlElement, type XmlNode } from '../../../src/core/formats/xml';

type Plain = string | Plain[];
const plain = (node: XmlNode): Plain =>
  typeof node === 'string' ? node : [node.name, ...node.children.map(plain)];
const tree = (text: string) => readXml(text).roots.map(plain);
const root = (text: string): XmlElement => readXml(text).roots[0]!;

describe('reading XML', () => {
  it('reads elements, text and CDATA', () => {
    assert.deepEqual(tree('<?xml version="1.0"?><a>x<b/><![CDATA[<c>&amp;]]></a>'), [
      ['a', 'x', ['b'], '<c>&amp;'],
    ]);
  });

  it('reads attributes in quotes, without quotes and without value', () => {
    const { attributes } = root(`<a one="1 &amp; &quot;" two='2"' three=3 four/>`);
    assert.deepEqual(Object.fromEntries(attributes), { one: '1 & "', two: '2"', three: '3', four: '' });
  });

  it('knows the references of XML and HTML, and no others', () => {
    assert.deepEqual(tree('<a>&lt;&amp;&#65;&#x42;&eacute;&nbsp;&hellip;&unknown; R&D</a>'), [
      ['a', '<&ABé\u00a0…&unknown; R&D'],
    ]);
  });

  it('reads numeric references of windows-1252 as browsers do', () => {
    assert.deepEqual(tree('<a>&#150;&#x92;</a>'), [['a', '–’']]);
  });

  it('skips the document type with all it holds, and knows none of its entities', () => {
    const text = `<!DOCTYPE a [ <!-- ' ]> --> <!ENTITY b "<x>]>"> <!ENTITY c SYSTEM 'file:///etc/passwd'> ]><a>&b;&c;</a>`;
    assert.deepEqual(tree(text), [['a', '&b;&c;']]);
  });

  it('tells namespaces by their prefixes, also where one is declared anew', () => {
    const a = root('<a xmlns="u:1" xmlns:p="u:2"><p:b/><c xmlns=""/><p:d xmlns:p="u:3"/><q:e/></a>');
    const namespaces = a.children.map(child => (child as XmlElement).namespace);
    assert.deepEqual([a.namespace, ...namespaces], ['u:1', 'u:2', undefined, 'u:3', undefined]);
  });

  it('closes with its parent what is not closed', () => {
    assert.deepEqual(tree('<a><b>x<i>y</b>z</a>'), [['a', ['b', 'x', ['i', 'y']], 'z']]);
  });

  it('ignores the end of what is not open', () => {
    assert.deepEqual(tree('</b><a>x</c>y</a></a>'), [['a', 'x', 'y']]);
  });

  it('keeps a "<" that opens nothing', () => {
    assert.equal(root('<a>1 < 2 <3 <</a>').children.join(''), '1 < 2 <3 <');
  });

  it('loses of a tag that has no end no more than the next one', () => {
    assert.deepEqual(tree('<a><b c="1" <d>x</d></b>y</a>'), [['a', ['b', 'x'], 'y']]);
  });

  it('reads on after a declaration that ends as a tag does', () => {
    assert.deepEqual(tree('<?xml version="1.0"><a>y</a>'), [['a', 'y']]);
  });

  it('ends CDATA and comments whatever they hold', () => {
    assert.deepEqual(tree('<a><!-- <?x --><![CDATA[<?x < <!--]]><b/><!-- < --></a>'), [
      ['a', '<?x < <!--', ['b']],
    ]);
  });

  for (const text of [
    '<a><b>x',
    '<a><b><c',
    '<a><b><![CDATA[x',
    '<a><b><!-- x',
    '<a><b><c d="x',
    '<a><b><?x',
    '<a><b>x</',
  ]) {
    it(`tells what ${text} leaves open`, () => {
      assert.deepEqual(
        readXml(text).unclosed.map(({ name }) => name),
        ['a', 'b'],
      );
    });
  }

  it('tells that nothing is open at the end of what is whole', () => {
    assert.deepEqual(readXml('<?xml version="1.0"?>\n<a><br/>x</a>\n').unclosed, []);
  });

  it('reads long texts in pieces that lose nothing', () => {
    const text = 'a&amp;b'.repeat(50_000);
    assert.equal(root(`<a>${text}</a>`).children.join(''), text.replaceAll('&amp;', '&'));
  });

  it('closes an element around however many that are not closed', () => {
    const text = `<a><b>${'<br>'.repeat(1000)}</b><c>x</c></a>`;
    assert.deepEqual(
      root(text).children.map(child => (child as XmlElement).name),
      ['b', 'c'],
    );
  });

  it('keeps the text of elements that are nested too deep', () => {
    const text = (node: XmlNode): string =>
      typeof node === 'string' ? node : node.children.map(text).join('');
    assert.equal(text(root(`<a>${'<b>'.repeat(1000)}x${'</b>'.repeat(1000)}y</a>`)), 'xy');
  });
});
