import assert from 'node:assert/strict';
import { decodePage, decodeUtf8 } from '../../src/core/decode';

const text = 'Zoë’s “Queues” cost 5 €';
const windows1252 = Buffer.from('Zo\xeb\x92s \x93Queues\x94 cost 5 \x80', 'latin1');
const utf16be = (content: string) => Buffer.from(content, 'utf16le').swap16();

describe('decoding a page', () => {
  const pages: [string, Uint8Array, string][] = [
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with a BOM', Buffer.from(`\uFEFF${text}`), text],
    ['UTF-16LE with a BOM', Buffer.from(`\uFEFF${text}`, 'utf16le'), text],
    ['UTF-16BE with a BOM', utf16be(`\uFEFF${text}`), text],
    ['windows-1252, as it is not UTF-8', windows1252, text],
    ['nothing', new Uint8Array(), ''],
    [
      'the declared encoding',
      Buffer.concat([Buffer.from('<meta charset="shift_jis">'), Buffer.from([0x8e, 0x52])]),
      '<meta charset="shift_jis">山',
    ],
    [
      'what is declared as ISO-8859-1, as browsers do',
      Buffer.concat([
        Buffer.from('<html><META http-equiv=x content="text/html; charset=iso-8859-1">'),
        windows1252,
      ]),
      `<html><META http-equiv=x content="text/html; charset=iso-8859-1">${text}`,
    ],
    [
      'UTF-8 with a damaged byte, where UTF-8 is declared',
      Buffer.concat([Buffer.from('<meta charset=utf-8>Zoë '), Buffer.from([0xff])]),
      '<meta charset=utf-8>Zoë \uFFFD',
    ],
    [
      'an unknown declaration as if there were none',
      Buffer.from(`<meta charset=moon>${text}`),
      `<meta charset=moon>${text}`,
    ],
    [
      'prose about a declaration',
      Buffer.from(`Write <meta charset=koi8-r>: ${text}`),
      `Write <meta charset=koi8-r>: ${text}`,
    ],
  ];
  for (const [name, bytes, expected] of pages) {
    it(`reads ${name}`, () => assert.equal(decodePage(bytes), expected));
  }

  it('reads what the header says before what the page says', () => {
    const page = Buffer.concat([Buffer.from('<meta charset=utf-8>'), Buffer.from([0x8e, 0x52])]);
    assert.equal(decodePage(page, 'text/html; charset=Shift_JIS'), '<meta charset=utf-8>山');
    assert.equal(decodePage(Buffer.from(text), 'text/html; charset=moon'), text);
    assert.equal(decodePage(Buffer.from(`\uFEFF${text}`), 'text/html; charset=shift_jis'), text);
  });

  it('takes Latin-1 in the header for what servers say when they do not know', () => {
    assert.equal(decodePage(Buffer.from(text), 'text/html; charset=iso-8859-1'), text);
    assert.equal(decodePage(windows1252, 'text/html; charset=iso-8859-1'), text);
  });

  it('reads long pages', () => {
    assert.equal(decodePage(Buffer.concat(Array(5000).fill(windows1252))), text.repeat(5000));
  });
});

describe('decoding a file that is written back', () => {
  it('keeps the BOM, and refuses what is not UTF-8', () => {
    assert.equal(decodeUtf8(Buffer.from(`\uFEFF${text}`), 'a.md'), `\uFEFF${text}`);
    for (const bytes of [
      windows1252,
      Buffer.from(text, 'utf16le').subarray(4),
      Buffer.from([0xed, 0xa0, 0x80]),
    ]) {
      assert.throws(() => decodeUtf8(bytes, 'a.md'), /^Error: a\.md is not UTF-8; save it as UTF-8$/);
    }
  });
});
