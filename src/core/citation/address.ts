/** Written with its code, since it would end the destination or begin something else in some parser. */
const unsafe = /[\0-\x20\x7f<>\\`"|]|[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

/** An address in which nothing can end a destination, a tag, code or the cell of a table. */
export const encodeAddress = (address: string): string => address.replace(unsafe, encodeURIComponent);

/** Only what a parser would take for a character reference; `&a=b` in a query is none. */
const characterReference = /&(?=#[0-9]{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]*;)/gi;

/**
 * An address as the destination of a link or of a definition: bare where that is unambiguous, in angle
 * brackets where parentheses don't match.
 */
export function linkDestination(address: string): string {
  const safe = encodeAddress(address).replace(characterReference, '&amp;');
  return balanced(safe) ? safe : `<${safe}>`;
}

/** An address that shows itself: `<https://example.com/>`. */
export function autolink(address: string): string {
  const encoded = encodeAddress(address);
  return encoded.search(characterReference) < 0
    ? `<${encoded}>`
    : `[${encoded.replace(/[[\]&*_~^$@:]/g, '\\$&')}](${linkDestination(address)})`;
}

/** CommonMark guarantees nesting up to 32 only; markdown parsers differ above. */
function balanced(address: string): boolean {
  let depth = 0;
  for (const char of address) {
    if (char === '(' && ++depth > 30) return false;
    if (char === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
