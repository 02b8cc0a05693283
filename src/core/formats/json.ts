// Finding the parts of a JSON text in its bytes, so that a long one can be read part by part. Whether a part is JSON
// is for `JSON.parse` to say: of other texts, the ends found here mean nothing.

export const newline = 0x0a;
export const [quote, comma, colon, openArray, closeArray, openObject, closeObject] = [
  0x22, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d,
] as const;
const backslash = 0x5c;

/** The first place from `at` on that is no white space of JSON. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  while (isSpace(bytes[at])) at++;
  return at;
}

/** Where the value that starts at `start` ends. */
export function endOfValue(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === quote) {
      for (at++; at < bytes.length && bytes[at] !== quote; at++) if (bytes[at] === backslash) at++;
      if (depth === 0) return Math.min(at + 1, bytes.length);
    } else if (byte === openObject || byte === openArray) {
      depth++;
    } else if (byte === closeObject || byte === closeArray) {
      if (depth <= 1) return depth === 0 ? at : at + 1;
      depth--;
    } else if (depth === 0 && (byte === comma || byte === colon || isSpace(byte))) {
      return at;
    }
  }
  return bytes.length;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;
}
