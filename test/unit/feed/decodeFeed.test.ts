import assert from 'node:assert/strict';
import { windows1252 } from '../../../src/core/decode';
import { decodeFeed } from '../../../src/core/formats/feed/decodeFeed';

const latin = (text: string) => Uint8Array.from(text, unit => unit.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, size: 2 | 4, isLittleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * size));
  for (let at = 0; at < text.length; at++)
    if (size === 2) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
    else view.setUint32(at * 4, text.charCodeAt(at), isLittleEndian);
  return new Uint8Array(view.buffer);
};

/** The bytes of a text in an encoding of one or two bytes a character. */
function encoded(text: string, encoding: string): number[] {
  const decode =
    encoding === 'windows-1252'
      ? windows1252
      : (bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);
  const byCharacter = new Map<string, number[]>();
  for (let first = 0; first < 256; first++) {
    byCharacter.set(decode(Uint8Array.of(first)), [first]);
    for (let second = 0x40; first >= 0x80 && second < 256; second++) {
      const character = decode(Uint8Array.of(first, second));
      if (character.length === 1) byCharacter.set(character, [first, second]);
    }
  }
  return [...text].flatMap(character => byCharacter.get(character)!);
}

describe('decoding a feed', () => {
  it('reads UTF-8 with and without a BOM, which it drops', () => {
    assert.deepEqual(decodeFeed(utf8('<a>é</a>')), { text: '<a>é</a>', encoding: 'utf-8' });
    assert.deepEqual(decodeFeed(utf8('\ufeff<a>é</a>')), { text: '<a>é</a>', encoding: 'utf-8' });
  });

  for (const size of [2, 4] as const) {
    for (const isLittleEndian of [true, false]) {
      const encoding = `utf-${size * 8}${isLittleEndian ? 'le' : 'be'}`;
      it(`reads ${encoding} with and without a BOM`, () => {
        const text = `<?xml version="1.0" encoding="utf-${size * 8}"?><a>é</a>`;
        assert.deepEqual(decodeFeed(wide(text, size, isLittleEndian)), { text, encoding });
        assert.deepEqual(decodeFeed(wide(`\ufeff${text}`, size, isLittleEndian)), { text, encoding });
      });
    }
  }

  it('reads what the XML declaration says', () => {
    const bytes = latin('<?xml version="1.0" encoding="koi8-r"?><a>\xc4\xc1</a>');
    assert.match(decodeFeed(bytes).text, /<a>да<\/a>/);
  });

  it('believes the server before the XML declaration', () => {
    const bytes = latin('<?xml version="1.0" encoding="iso-8859-1"?><a>\xc4\xc1</a>');
    assert.match(decodeFeed(bytes, 'text/xml; charset="KOI8-R"').text, /<a>да<\/a>/);
  });

  it('reads ISO 8859-1 and ASCII as windows-1252', () => {
    for (const charset of ['iso-8859-1', 'us-ascii', 'windows-1252'])
      assert.equal(
        decodeFeed(latin('<a>\x93\xe9\x94</a>'), `text/xml; charset=${charset}`).text,
        '<a>“é”</a>',
      );
  });

  it('reads as UTF-8 what calls itself ISO 8859-1 and is UTF-8', () => {
    assert.equal(
      decodeFeed(utf8('<a>“é”</a>'), 'application/rss+xml; charset=ISO-8859-1').text,
      '<a>“é”</a>',
    );
  });

  it('reads stray bytes of windows-1252 among UTF-8', () => {
    const bytes = new Uint8Array([...utf8('<a>é'), 0x93, 0xe9, 0x94, ...utf8('é</a>'), 0xe2, 0x82]);
    assert.equal(decodeFeed(bytes).text, '<a>é“é”é</a>â‚');
  });

  it('reads characters beyond U+FFFF beside stray bytes', () => {
    assert.equal(decodeFeed(new Uint8Array([...utf8('😀'), 0xff])).text, '😀ÿ');
  });

  it('reads the controls that stand for punctuation of windows-1252', () => {
    assert.equal(decodeFeed(utf8('<a>don\u0092t</a>')).text, '<a>don’t</a>');
  });

  it('reads what calls itself GB 2312 with the characters that only its successors have', () => {
    assert.equal(decodeFeed(latin('\xc4\xe3\xe9F'), 'text/xml; charset=gb2312').text, '你镕');
  });

  it('goes by the bytes where what is declared is unknown', () => {
    assert.equal(
      decodeFeed(utf8('<?xml encoding="nonsense"?><a>é</a>'), 'text/xml; charset=x').encoding,
      'utf-8',
    );
  });

  const undeclared: Readonly<Record<string, readonly string[]>> = {
    'Как мы ускорили сборку втрое': ['windows-1251', 'koi8-r', 'iso-8859-5'],
    'Як ми перенесли базу даних': ['windows-1251'],
    データベースを止めずに移す方法: ['shift_jis', 'euc-jp'],
    '데이터베이스를 멈추지 않고 옮기기': ['euc-kr'],
    '我们如何不停机迁移数据库，学到了什么': ['gb18030'],
    '我們如何不停機移轉資料庫，學到了什麼': ['big5'],
    'Πώς μεταφέραμε τη βάση δεδομένων': ['windows-1253'],
    'איך העברנו את מסד הנתונים': ['windows-1255'],
    'كيف نقلنا قاعدة البيانات دون توقف': ['windows-1256'],
    วิธีย้ายฐานข้อมูลโดยไม่หยุดระบบ: ['windows-874'],
  };
  for (const [text, encodings] of Object.entries(undeclared)) {
    for (const encoding of encodings) {
      it(`guesses ${encoding} of "${text}" where nothing declares it`, () => {
        const feed = `<rss><channel><title>${text}</title></channel></rss>`;
        assert.deepEqual(decodeFeed(Uint8Array.from(encoded(feed, encoding))), { text: feed, encoding });
      });
    }
    it(`reads UTF-8 of "${text}" beside a stray byte`, () => {
      const bytes = new Uint8Array([...utf8(`<a>${text}`), 0x92, ...utf8('</a>')]);
      assert.deepEqual(decodeFeed(bytes), { text: `<a>${text}’</a>`, encoding: 'utf-8' });
    });
  }

  it('reads UTF-8 beside a stray byte where other encodings would make common characters of it', () => {
    const text = 'áéíóú éèêë öäüß'.repeat(3);
    assert.equal(decodeFeed(new Uint8Array([...utf8(text), 0x92])).text, `${text}’`);
  });

  it('takes undeclared texts of Latin letters for windows-1252', () => {
    for (const text of [
      'Où l’été a coûté à la société : « déjà »',
      'Größe, Übergänge, Füße, schöne Maße',
      'Päästä lääkärille: Ääni, hääyö, määräämä',
      '¿Cómo? ¡Así! El niño «también» cambió',
      'ÀÉÈÊ ËÎÏÔ ÙÛÜÇ',
      '“„…”—“„…”—“„…”',
    ])
      assert.equal(decodeFeed(Uint8Array.from(encoded(text, 'windows-1252'))).text, text);
  });

  it('reads nothing', () => {
    assert.deepEqual(decodeFeed(new Uint8Array()), { text: '', encoding: 'utf-8' });
  });
});
