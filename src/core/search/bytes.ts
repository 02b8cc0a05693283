import { hashWords } from '../hashText';

const partSize = 1 << 16;

/** Writes numbers, and whole sections of bytes, one after the other; never moves what is written until the end. */
export class ByteWriter {
  private readonly parts: Uint8Array[] = [];
  private bytes = new Uint8Array(partSize);
  private used = 0;
  private before = 0;

  get length(): number {
    return this.before + this.used;
  }

  /** A whole number from 0 to 2^32 - 1, seven bits to a byte, the lowest first (LEB128). */
  number(value: number): void {
    if (this.used + 5 > partSize) this.turn();
    let rest = value;
    while (rest > 127) {
      this.bytes[this.used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.used++] = rest;
  }

  byte(value: number): void {
    if (this.used === partSize) this.turn();
    this.bytes[this.used++] = value;
  }

  /** Bytes with their length before them, which begin at a multiple of four and are not to change any more. */
  section(...parts: Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    this.append(new Uint8Array(Uint32Array.of(length).buffer));
    for (const part of parts) this.append(part);
    this.append(new Uint8Array(-length & 3));
  }

  text(text: string): void {
    this.section(new TextEncoder().encode(text));
  }

  numbers(numbers: Uint32Array): void {
    this.section(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }

  /** What is written so far, in parts. */
  written(): readonly Uint8Array[] {
    this.turn();
    return this.parts;
  }

  private append(part: Uint8Array): void {
    this.turn();
    this.parts.push(part);
    this.before += part.length;
  }

  private turn(): void {
    if (this.used === 0) return;
    this.parts.push(this.bytes.subarray(0, this.used));
    this.before += this.used;
    this.bytes = new Uint8Array(partSize);
    this.used = 0;
  }
}

/** Joins parts into one, with `more` bytes of room at the end; yields now and then. */
export function* joinBytes(parts: readonly Uint8Array[], more: number): Generator<void, Uint8Array> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, more));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
    yield;
  }
  return joined;
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

  numbers(): Uint32Array {
    const bytes = this.section();
    return new Uint32Array(bytes.slice(0, bytes.length & ~3).buffer);
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
