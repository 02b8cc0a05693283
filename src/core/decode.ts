/** The text of a file that Byline may write back; a BOM stays. Throws a sentence where it is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  return utf8Reader(name)(bytes);
}

/** `decodeUtf8` for the parts of one file; a part must not end within a character. */
export function utf8Reader(name: string): (part: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return part => {
    try {
      return decoder.decode(part);
    } catch {
      throw new Error(`${name} is not UTF-8; save it as UTF-8`);
    }
  };
}

/**
 * The text of a page, which is only read: by its BOM, then by the `charset` of its `Content-Type` header, then by the
 * `<meta charset>` of an HTML page, then as UTF-8 where it is that, else as windows-1252. Without BOM; never throws.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const encoding = markedEncoding(bytes) ?? sentEncoding(contentType) ?? declaredEncoding(bytes);
  if (encoding !== undefined && encoding !== 'windows-1252') {
    return new TextDecoder(encoding).decode(bytes);
  }
  return (encoding === undefined ? strictUtf8(bytes) : undefined) ?? windows1252(bytes);
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decodeUtf8(bytes, '');
  } catch {
    return undefined;
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Latin-1 is what servers send for all pages unless they are told otherwise. */
function sentEncoding(contentType: string): string | undefined {
  const encoding = encodingOf(/;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
  return encoding === 'windows-1252' ? undefined : encoding;
}

/** In bytes; browsers look at the first 1024, but tools that save pages put remarks first. */
const headLength = 4096;

/** As browsers find it, https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  // A page begins with "<"; of ten thousand Markdown files none need be looked at further.
  if (bytes.find(byte => byte > 0x20) !== 0x3c) return undefined;
  const head = windows1252(bytes.subarray(0, headLength));
  const encoding = encodingOf(/<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1]);
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

function encodingOf(label = 'none'): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** What 0x80 to 0x9f stand for, https://encoding.spec.whatwg.org/index-windows-1252.txt; Node decodes these wrong. */
export const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes that are windows-1252, as those are that call themselves ISO 8859-1 or ASCII. */
export function windows1252(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, byte =>
    byte >= 0x80 && byte <= 0x9f ? upperControls.charCodeAt(byte - 0x80) : byte,
  );
  let text = '';
  for (let start = 0; start < units.length; start += 8192) {
    text += String.fromCharCode(...units.subarray(start, start + 8192));
  }
  return text;
}
