const address = /(?:https?:\/\/|www\.)[\p{L}\p{N}][^\s<[\]]*/iuy;
const entity = /&[a-z0-9]+;$/i;

/**
 * Where the address that stands bare at an offset ends, GFM 6.9; `undefined` where none begins. Of the punctuation
 * that follows an address only parentheses that it opened belong to it.
 */
export function bareAddressEnd(text: string, at: number): number | undefined {
  if (at > 0 && /[\p{L}\p{N}/@"'=]/u.test(text[at - 1]!)) return undefined;
  address.lastIndex = at;
  if (!address.test(text)) return undefined;
  let end = address.lastIndex;
  let unopened = 0;
  for (let index = at; index < end; index++) {
    if (text[index] === ')') unopened++;
    else if (text[index] === '(') unopened--;
  }
  for (; end > at; end--) {
    const last = text[end - 1]!;
    if (last === ')') {
      if (unopened-- <= 0) break;
    } else if (last === ';') {
      const found = entity.exec(text.slice(Math.max(at, end - 40), end));
      if (found) end -= found[0].length - 1;
    } else if (!/[?!.,:*_~'"]/.test(last)) break;
  }
  return end;
}
