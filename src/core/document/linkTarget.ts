/** What follows the text of an inline link. */
export interface LinkTarget {
  /** As written, in angle brackets or not. */
  readonly address: string;
  readonly addressStart: number;
  /** After the closing parenthesis. */
  readonly end: number;
}

/** Parentheses in an address nest at least so deep in any parser, CommonMark 6.3. */
const deepest = 32;
const angled = /<(?:[^<>\n\\]|\\.)*>/y;
const title = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)/y;

/** Reads `(address "title")`, whose parenthesis is at `at`. */
export function readLinkTarget(text: string, at: number): LinkTarget | undefined {
  const start = skipSpace(text, at + 1);
  const end = text[start] === '<' ? endOf(angled, text, start) : endOfBare(text, start);
  if (end === undefined) return undefined;
  let after = skipSpace(text, end);
  if (after > end && text[after] !== ')') {
    const titleEnd = endOf(title, text, after);
    if (titleEnd === undefined) return undefined;
    after = skipSpace(text, titleEnd);
  }
  return text[after] === ')'
    ? { address: text.slice(start, end), addressStart: start, end: after + 1 }
    : undefined;
}

function endOfBare(text: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const char = text[at]!;
    if (char <= ' ' || char === '\x7f') break;
    if (char === '\\' && (text[at + 1] ?? ' ') > ' ') at++;
    else if (char === '(') {
      if (++depth > deepest) return undefined;
    } else if (char === ')' && --depth < 0) return at;
  }
  return depth === 0 ? at : undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t') at++;
  return at;
}
