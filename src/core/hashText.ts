/**
 * Continues a hash with 32-bit words: FNV-1a, with the high bits brought down after each word, since a
 * multiplication only carries upwards.
 */
export function hashWords(start: number, words: Int32Array, from: number, to: number): number {
  let hash = start;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ words[at]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** Texts from this length on are hashed four bytes at a time, which takes a call to encode them. */
const long = 64;
const room = 1 << 14;
const words = new Int32Array(room >> 2);
const bytes = new Uint8Array(words.buffer);
const encoder = new TextEncoder();

/** Continues a hash (32 bits) with the whole text; `undefined` is not the empty text. */
export function hashText(start: number, text: string | undefined): number {
  if (text === undefined) return Math.imul(start, 31);
  const { length } = text;
  let hash = Math.imul(start ^ length, 0x01000193);
  if (length < long) {
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash ^ (hash >>> 15);
  }
  for (let at = 0; at < length; ) {
    const { read, written } = encoder.encodeInto(at === 0 ? text : text.slice(at), bytes);
    // The last word may hold bytes of a text before.
    for (let rest = written; rest % 4 !== 0; rest++) bytes[rest] = 0;
    hash = hashWords(hash, words, 0, (written + 3) >> 2);
    at += read;
  }
  return hash;
}
