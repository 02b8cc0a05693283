import type { IncomingMessage } from 'node:http';
import { type Duplex, pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { HttpError } from '../core/network/httpError';

/** What `readBody` undoes, as the `Accept-Encoding` header. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * The body without its content encoding. Counted as it comes, before and after decoding, so that a bomb costs no more
 * memory than `limit` bytes; encodings upon encodings are refused, as only bombs have them.
 */
export async function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  const [encoding, ...more] = contentEncodings(message);
  try {
    if (encoding === undefined) return await collect(counted(message, limit));
    const decoder = decoders[encoding];
    if (!decoder || more.length > 0)
      throw new HttpError('badEncoding', [encoding, ...more].join().slice(0, 40));
    const source = counted(message, limit);
    const { value: first } = await source.next();
    if (!first) return new Uint8Array();
    const decoded = pipeline(joined(first, source), decoder(first), () => {});
    return await collect(counted(decoded, limit));
  } catch (error) {
    message.destroy();
    throw error;
  }
}

function contentEncodings({ headers }: IncomingMessage): string[] {
  const names = (headers['content-encoding'] ?? '').toLowerCase().split(',');
  return names.map(name => name.trim()).filter(name => name !== '' && name !== 'identity');
}

const decoders: Readonly<Record<string, (first: Uint8Array) => Duplex>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  // Some servers leave out the header of zlib, which RFC 9110, section 8.4.1.2, asks for: its low half byte is 8.
  deflate: first => ((first[0]! & 15) === 8 ? createInflate() : createInflateRaw()),
};

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Uint8Array, undefined> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new HttpError('tooLarge', `more than ${Math.ceil(limit / 2 ** 20)} MB`);
    yield chunk;
    await setImmediate(); // tiny chunks are much work
  }
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
