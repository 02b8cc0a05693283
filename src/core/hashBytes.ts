/** A number of 53 bits that tells texts apart: two that differ by chance have the same one once in 10^16. */
export function hashBytes(view: DataView, start: number, end: number): number {
  let a = 0x9e3779b9 ^ (end - start);
  let b = 0x243f6a88 ^ (end - start);
  let at = start;
  for (const last = end - 4; at <= last; at += 4) {
    const word = view.getInt32(at, true);
    a = Math.imul(a ^ word, 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0xc2b2ae35);
    b ^= b >>> 13;
  }
  for (; at < end; at++) {
    a = Math.imul(a ^ view.getUint8(at), 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(b ^ view.getUint8(at), 0xc2b2ae35);
    b ^= b >>> 13;
  }
  return (mix(a) >>> 11) * 2 ** 32 + (mix(b) >>> 0);
}

/** So that each bit of the last words counts as much as those before. */
function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return whole ^ (whole >>> 16);
}
