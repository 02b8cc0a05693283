/** What bytes are that hold no text: "a PDF", "empty"; `undefined` for text, in UTF-16 or UTF-32 too. */
export function noText(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 4000);
  const signature = String.fromCharCode(...start.subarray(0, 16));
  const kind = kinds.find(([pattern]) => pattern.test(signature))?.[1];
  if (kind !== undefined) return kind;
  if (/^\s*$/.test(signature) && bytes.every(isSpace)) return 'empty';
  return isBinary(start) ? 'no text' : undefined;
}

/** What files of a kind begin with. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^PK\x03\x04/, 'a ZIP archive or an office document'],
  [/^(?:\x1f\x8b|BZh\d|\xfd7zXZ|7z\xbc\xaf|\x28\xb5\x2f\xfd)/, 'a compressed file'],
  [/^(?:\x89PNG|GIF8\d|\xff\xd8\xff|RIFF....WEBP)/s, 'a picture'],
];

function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Zeros stand anywhere, where those of UTF-16 and UTF-32 stand at some of four places only. */
function isBinary(bytes: Uint8Array): boolean {
  return [0, 1, 2, 3].every(place => bytes.some((byte, at) => byte === 0 && at % 4 === place));
}
