import { crc32 } from 'node:zlib';

export interface Frame {
  /** A PNG; those of one animation have the same size and kind of pixels, as pictures of one page do. */
  readonly png: Buffer;
  /** How long it is shown, in milliseconds. */
  readonly shown: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/**
 * Joins pictures into one that plays over and over, losing nothing: an animated PNG (PNG, third edition, 2025, §4.9).
 * Their compressed pixels are taken as they are.
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
  let sequence = 0;
  const [header] = chunksOf(frames[0]!.png);
  const size = header!.data.subarray(0, 8); // width and height
  const parts = frames.flatMap(({ png, shown }, at) => {
    const pixels = chunksOf(png).filter(({ type }) => type === 'IDAT');
    const control = Buffer.concat([
      uint32(sequence++),
      size,
      uint32(0, 0),
      uint16(shown, 1000),
      Buffer.alloc(2),
    ]);
    const data = pixels.map(chunk =>
      at === 0 ? chunk : { type: 'fdAT', data: Buffer.concat([uint32(sequence++), chunk.data]) },
    );
    return [{ type: 'fcTL', data: control }, ...data];
  });
  const all = [
    header!,
    { type: 'acTL', data: uint32(frames.length, 0) },
    ...parts,
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([signature, ...all.map(bytesOf)]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12; // with length, type and checksum
  }
  return chunks;
}

function bytesOf({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, 4 * at);
  return bytes;
}

function uint16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16BE(value, 2 * at);
  return bytes;
}
