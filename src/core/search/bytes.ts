/** Writes numbers and texts one after the other into a growing array of bytes. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** A whole number from 0 to 2^32 - 1, seven bits to a byte, the lowest first (LEB128). */
  number(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  text(text: string): void {
    const encoded = new TextEncoder().encode(text);
    this.number(encoded.length);
    if (this.length + encoded.length > this.bytes.length) this.grow(encoded.length);
    this.bytes.set(encoded, this.length);
    this.length += encoded.length;
  }

  /** All written so far, with a checksum at the end. */
  finish(): Uint8Array {
    const bytes = new Uint8Array(this.length + 4);
    bytes.set(this.bytes.subarray(0, this.length));
    new DataView(bytes.buffer).setUint32(this.length, checksum(bytes.subarray(0, this.length)));
    return bytes;
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + needed));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Reads what `ByteWriter` wrote. Past the end, numbers are 0 and texts are empty. */
export class ByteReader {
  private at = 0;
  private readonly end: number;

  constructor(private readonly bytes: Uint8Array) {
    this.end = Math.max(0, bytes.length - 4);
  }

  isIntact(): boolean {
    if (this.bytes.length < 4) return false;
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    return view.getUint32(this.end) === checksum(this.bytes.subarray(0, this.end));
  }

  number(): number {
    let value = 0;
    for (let shift = 0; this.at < this.end; shift += 7) {
      const byte = this.bytes[this.at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  byte(): number {
    return this.at < this.end ? this.bytes[this.at++]! : 0;
  }

  text(): string {
    return this.lazyText()();
  }

  /** Skips a text, and gives the function that decodes it if need be. */
  lazyText(): () => string {
    const length = Math.min(this.number(), this.end - this.at);
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return () => new TextDecoder().decode(part);
  }
}

/** FNV-1a, over four bytes at a time. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wholes = bytes.length & ~3;
  let hash = 0x811c9dc5;
  for (let at = 0; at < wholes; at += 4) hash = Math.imul(hash ^ view.getUint32(at), 0x01000193);
  for (let at = wholes; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash >>> 0;
}
