import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { animatedPng } from '../browser/animatedPng';

/** One grey pixel. */
function pixel(grey: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, grey]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('an animated PNG', () => {
  it('has all its pictures in sequence, each with its time, and sums that are right', () => {
    const png = animatedPng([1, 2, 3].map(at => ({ png: pixel(at), shown: 100 * at })));
    const chunks: string[] = [];
    const numbers: number[] = [];
    const shown: number[] = [];
    for (let at = 8; at < png.length; ) {
      const length = png.readUInt32BE(at);
      const type = png.toString('latin1', at + 4, at + 8);
      assert.equal(png.readUInt32BE(at + 8 + length), crc32(png.subarray(at + 4, at + 8 + length)));
      chunks.push(type);
      if (type === 'fcTL' || type === 'fdAT') numbers.push(png.readUInt32BE(at + 8));
      if (type === 'fcTL') shown.push(png.readUInt16BE(at + 28));
      at += length + 12;
    }
    assert.equal(chunks.join(' '), 'IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND');
    assert.deepEqual(numbers, [0, 1, 2, 3, 4]);
    assert.deepEqual(shown, [100, 200, 300]);
  });
});
