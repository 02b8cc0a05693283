import { upperControls } from '../../decode';

/** The text of bytes that are mostly UTF-8; those that are not are read as windows-1252, which such bytes mostly are. */
export function lenientUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    const size = byte < 0x80 ? 1 : sequenceLength(bytes, at);
    if (size === 0) units[length++] = byte < 0xa0 ? upperControls.charCodeAt(byte - 0x80) : byte;
    else {
      const point = codePoint(bytes, at, size);
      if (point > 0xffff) units[length++] = 0xd7c0 + (point >> 10);
      units[length++] = point > 0xffff ? 0xdc00 + (point & 0x3ff) : point;
    }
    at += size || 1;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length));
}

/** Bytes of the UTF-8 sequence of more than one that starts at `at`; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const [first, second] = [bytes[at]!, bytes[at + 1] ?? 0];
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second >= 0x90) return 0;
  for (let next = 1; next < length; next++) if ((bytes[at + next] ?? 0) >> 6 !== 0b10) return 0;
  return length;
}

function codePoint(bytes: Uint8Array, at: number, size: number): number {
  if (size === 1) return bytes[at]!;
  let point = bytes[at]! & (0xff >> (size + 1));
  for (let next = 1; next < size; next++) point = (point << 6) | (bytes[at + next]! & 0x3f);
  return point;
}
