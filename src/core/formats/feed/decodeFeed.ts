import { decodeUtf8, upperControls, windows1252 } from '../../decode';
import { guessEncoding } from './guessEncoding';
import { lenientUtf8 } from './lenientUtf8';

export interface DecodedFeed {
  /** Without BOM. */
  readonly text: string;
  /** As the Encoding Standard names it, or "utf-32le", "utf-32be". */
  readonly encoding: string;
}

/**
 * The text of a feed: by its BOM or the width of its first characters, then by the `charset` of the `Content-Type`
 * header, then by the XML declaration, else as UTF-8 (RFC 7303, section 3), or where it is not that as what its bytes
 * look like. What calls itself ISO 8859-1 or ASCII is windows-1252, or UTF-8 where all of it is valid UTF-8. Bytes that
 * cannot be decoded never stop it.
 */
export function decodeFeed(bytes: Uint8Array, contentType = ''): DecodedFeed {
  const { text, encoding } = decoded(bytes, contentType);
  // Characters of windows-1252 that somebody took for ISO 8859-1.
  return {
    text: text.replace(/[\u0080-\u009f]/g, unit => upperControls[unit.charCodeAt(0) - 0x80]!),
    encoding,
  };
}

function decoded(bytes: Uint8Array, contentType: string): DecodedFeed {
  const wide = wideEncoding(bytes);
  if (wide?.startsWith('utf-32')) return { text: utf32(bytes, wide === 'utf-32le'), encoding: wide };
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  const declared = isMarked(bytes) ? 'utf-8' : (known(charsetOf(contentType)) ?? known(declaration(bytes)));
  if (declared === undefined || declared === 'utf-8' || declared === 'windows-1252') {
    const text = strictUtf8(bytes);
    const isAscii = text !== undefined && text.length === bytes.length;
    if (text !== undefined && !(isAscii && declared)) return { text, encoding: 'utf-8' };
    if (declared === 'windows-1252') return { text: text ?? windows1252(bytes), encoding: declared };
    const guess = text === undefined && !declared ? guessEncoding(bytes) : undefined;
    if (guess) return { text: new TextDecoder(guess).decode(bytes), encoding: guess };
    return { text: text ?? withoutMark(lenientUtf8(bytes)), encoding: 'utf-8' };
  }
  return { text: new TextDecoder(declared).decode(bytes), encoding: declared };
}

/** UTF-16 and UTF-32, by BOM or by the zeros beside an opening "<". */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]];
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0)
    return (c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c) ? 'utf-32be' : undefined;
  if (a === 0x3c && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  return a === 0 && b === 0x3c ? 'utf-16be' : undefined;
}

const isMarked = ([a, b, c]: Uint8Array) => a === 0xef && b === 0xbb && c === 0xbf;

const charsetOf = (contentType: string) => /;\s*charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(contentType)?.[1];

/** In bytes. */
const headLength = 1024;

function declaration(bytes: Uint8Array): string | undefined {
  const head = windows1252(bytes.subarray(0, headLength));
  return /<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([^\s"'>]+)/i.exec(head)?.[1];
}

/** The encoding that a label means; not UTF-16, in which the label could not have been read. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    if (encoding === 'iso-8859-1' || encoding === 'ascii') return 'windows-1252';
    if (encoding === 'gbk') return 'gb18030';
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return withoutMark(decodeUtf8(bytes, ''));
  } catch {
    return undefined;
  }
}

const withoutMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text);

function utf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const points: number[] = [];
    for (; at + 4 <= bytes.length && points.length < 4096; at += 4) {
      const point = view.getUint32(at, isLittleEndian);
      points.push(point > 0x10ffff ? 0xfffd : point);
    }
    parts.push(String.fromCodePoint(...points));
  }
  return withoutMark(parts.join(''));
}
