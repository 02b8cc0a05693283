/** Characters looked at in one step. */
const step = 100_000;

const [open, close] = [0x7b, 0x7d];

/**
 * Where the group closes that each opening brace opens, by the offset of that brace; 0 for one that nothing closes. As
 * BibTeX does, braces after a backslash count too. One pass, in steps.
 */
export function* matchingBraces(text: string): Generator<void, Int32Array> {
  const closing = new Int32Array(text.length);
  // While a brace is open, its place holds the one opened before it.
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === open) {
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
