/** Characters looked at in one step. */
const step = 100_000;

const [open, close, backslash] = [0x7b, 0x7d, 0x5c];

/** The groups of a text, in eight bytes for each. */
export class Groups {
  /** Where one was found last: the next one asked for mostly stands a little behind it. */
  #last = 0;

  /**
   * @param opens offsets of the opening braces, in their order.
   * @param closes for each, where its group closes; 0 where nothing closes it.
   */
  constructor(
    readonly opens: Uint32Array,
    readonly closes: Uint32Array,
  ) {}

  /** Where the group closes that the brace at `start` opens; 0 when nothing closes it. */
  end(start: number): number {
    const { opens } = this;
    let low = opens[this.#last]! <= start ? this.#last : 0;
    let high = low;
    for (let reach = 1; high < opens.length && opens[high]! < start; reach *= 2) {
      low = high;
      high += reach;
    }
    high = Math.min(high, opens.length - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (opens[middle]! < start) low = middle + 1;
      else high = middle;
    }
    if (opens[low] !== start) return 0;
    this.#last = low;
    return this.closes[low]!;
  }
}

/**
 * Finds the groups in two passes, in steps.
 * @param hasEscapes whether braces after a backslash are none; for BibTeX they count.
 */
export function* findingGroups(text: string, hasEscapes = false): Generator<void, Groups> {
  let count = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    if (++count % step === 0) yield;
  }
  const opens = new Uint32Array(count);
  const closes = new Uint32Array(count);
  let found = 0;
  // While a group is open, its place holds that of the group around it, counted from 1.
  let around = 0;
  for (let at = 0; at < text.length; ) {
    for (const end = Math.min(at + step, text.length); at < end; at++) {
      const code = text.charCodeAt(at);
      if (code < open && code !== backslash) continue;
      if (hasEscapes && code === backslash) {
        at++;
      } else if (code === open) {
        opens[found] = at;
        closes[found++] = around;
        around = found;
      } else if (code === close && around !== 0) {
        const before = closes[around - 1]!;
        closes[around - 1] = at;
        around = before;
      }
    }
    yield;
  }
  while (around !== 0) {
    const before = closes[around - 1]!;
    closes[around - 1] = 0;
    around = before;
  }
  return new Groups(opens.subarray(0, found), closes.subarray(0, found));
}
