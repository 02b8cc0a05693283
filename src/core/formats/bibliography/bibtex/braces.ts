/** Characters looked at in one step. */
const step = 100_000;

const [open, close, backslash] = [0x7b, 0x7d, 0x5c];

/**
 * Where the group closes that each opening brace opens, by the offset of that brace; 0 for one that nothing closes. One
 * pass, in steps.
 * @param hasEscapes whether braces after a backslash are none; for BibTeX they count.
 */
export function* matchingBraces(text: string, hasEscapes = false): Generator<void, Int32Array> {
  const closing = new Int32Array(text.length);
  // While a brace is open, its place holds the one opened before it.
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (hasEscapes && code === backslash) {
      at++;
    } else if (code === open) {
      closing[at] = last;
      last = at;
    } else if (code === close && last !== -1) {
      const before = closing[last]!;
      closing[last] = at;
      last = before;
    }
    if (at % step === 0) yield;
  }
  while (last !== -1) {
    const before = closing[last]!;
    closing[last] = 0;
    last = before;
  }
  return closing;
}
