/** A message that is longer than any that is meant; what it was is not kept. */
export const tooLong = Symbol('too long');

const newline = 0x0a;

/**
 * The lines of a stream of bytes, each a message, without their line ends. Of a line that is too long nothing is kept
 * but that it was there.
 * @param most bytes of a line
 */
export async function* messageLines(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array | typeof tooLong> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, to));
      yield line();
      from = to + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield line();

  function take(part: Uint8Array): void {
    length += part.length;
    if (length > most) parts = [];
    else parts.push(part);
  }

  function line(): Uint8Array | typeof tooLong {
    const whole = length > most ? tooLong : Buffer.concat(parts);
    parts = [];
    length = 0;
    return whole;
  }
}
