import { hashWords } from './hash';

/** Writes numbers, and whole sections of bytes, one after the other into a growing array of bytes. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  length = 0;

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

  /** Bytes with their length before them, beginning at a multiple of four. */
  section(part: Uint8Array): void {
    const length = 4 + Math.ceil(part.length / 4) * 4;
    if (this.length + length > this.bytes.length) this.grow(length);
    new DataView(this.bytes.buffer).setUint32(this.length, part.length, true);
    this.bytes.set(part, this.length + 4);
    this.length += length;
  }

  text(text: string): void {
    this.section(new TextEncoder().encode(text));
  }

  numbers(numbers: Uint32Array): void {
    this.section(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** What is written so far; no copy. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.ceil(Math.max(this.bytes.length * 2, this.length + needed) / 4) * 4);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

/** Reads the sections that `ByteWriter` wrote. Past the end they are empty. */
export class SectionReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  section(): Uint8Array {
    if (this.at + 4 > this.bytes.length) return new Uint8Array();
    const length = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at).getUint32(0, true);
    const start = this.at + 4;
    this.at = start + Math.ceil(length / 4) * 4;
    return this.bytes.subarray(start, start + length);
  }

  text(): string {
    return new TextDecoder().decode(this.section());
  }

  numbers(): Uint32Array {
    return new Uint32Array(this.section().slice().buffer);
  }
}

/** Bytes between two steps of `checksum`. */
const stretch = 1 << 18;

/** A hash of the bytes, whose number is a multiple of four; yields now and then. */
export function* checksum(bytes: Uint8Array): Generator<void, number> {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let hash = words.length;
  for (let from = 0; from < words.length; from += stretch >> 2) {
    hash = hashWords(hash, words, from, Math.min(words.length, from + (stretch >> 2)));
    yield;
  }
  return hash >>> 0;
}
