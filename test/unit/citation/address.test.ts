import assert from 'node:assert/strict';
import { autolink, encodeAddress, linkDestination } from '../../../src/core/citation/address';
import { urlKey } from '../../../src/core/url';
import { type Reader, readers } from './parsers';

const addresses = [
  'https://a.example/',
  'https://a.example/a_(b)?c=d&e=f#g',
  'https://a.example/a)b',
  'https://a.example/((a)',
  'https://a.example/?a=1&copy;=2&amp=3&lt;',
  'https://a.example/*a*_b_~c~',
  'https://a.example/[a](b)',
  'https://a.example/日本?ö=ü',
  'https://a.example/%20%5B',
  "https://a.example/'a'!$,;:@",
  'https://a.example/a|b^c{d}',
];

/** As browsers read it; parsers write some characters with their codes. */
const same = (address: string | undefined) =>
  address && decodeURI(new URL(address).href).replaceAll('%7C', '|');

const reads = (read: Reader, markdown: string) => read(markdown).links.map(link => same(link.url));

describe('An address', () => {
  it('is exactly that of the post in a link, a definition and by itself', () => {
    for (const [parser, read] of Object.entries(readers)) {
      for (const address of addresses) {
        const wanted = [same(address)];
        assert.deepEqual(reads(read, `a [b](${linkDestination(address)}) c`), wanted, parser);
        assert.deepEqual(reads(read, `a [b][c] d\n\n[c]: ${linkDestination(address)}\n`), wanted, parser);
        assert.deepEqual(reads(read, `a ${autolink(address)} c`), wanted, parser);
      }
    }
  });

  it('is in a table cell, too', () => {
    for (const [parser, read] of Object.entries(readers)) {
      if (parser === 'commonmark.js') continue;
      for (const address of addresses) {
        const table = `| a |\n|---|\n| [b](${linkDestination(address)}) |\n`;
        assert.deepEqual(reads(read, table), [same(address)], parser);
      }
    }
  });

  it('stands bare unless its parentheses do not match', () => {
    assert.equal(linkDestination('https://a.example/a_(b)?c=d&e=f'), 'https://a.example/a_(b)?c=d&e=f');
    assert.equal(linkDestination('https://a.example/a)'), '<https://a.example/a)>');
  });

  it('cannot end the destination, whatever it holds', () => {
    for (const [parser, read] of Object.entries(readers)) {
      for (const bad of [
        'https://a.example/> b',
        'https://a.example/`c`',
        'https://a.example/\n\n# x',
        'https://a.example/\\)',
      ]) {
        const { links, other } = read(`[b](${linkDestination(bad)}) and \`d\``);
        assert.deepEqual([links.length, links[0]?.text], [1, 'b'], parser);
        assert.equal(other.length, 1);
      }
    }
  });

  it('means the same post when it is written', () => {
    for (const address of addresses) assert.equal(urlKey(encodeAddress(address)), urlKey(address));
  });
});
