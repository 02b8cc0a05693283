/** What an entry of the second list of a word says: in no title, in the abstract alone. */
const inAbstract = 0xf0;

/**
 * Lists of entries as bytes, decoded only when read. Of each entry there is the distance to the post before (LEB128);
 * in the first list of a word, also a byte for position and fields.
 */
export class FrozenPostings {
  /** Entries decoded so far. */
  decoded = 0;

  /** Of each list, the number of its entries; where its bytes start, and at last where they all end. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly lengths: Uint32Array,
    private readonly starts: Uint32Array,
  ) {}

  length(list: number): number {
    return this.lengths[list] ?? 0;
  }

  /** Decodes the list to the start of `into`, which must be long enough, and returns its length. */
  read(list: number, into: Uint32Array): number {
    const { bytes } = this;
    const length = this.length(list);
    const hasInfo = list % 2 === 0;
    let at = this.starts[list] ?? 0;
    let number = 0;
    for (let i = 0; i < length; i++) {
      let byte = bytes[at++]!;
      let distance = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!;
        distance |= (byte & 127) << shift;
      }
      number += distance;
      into[i] = (number << 8) | (hasInfo ? bytes[at++]! : inAbstract);
    }
    this.decoded += length;
    return length;
  }
}
