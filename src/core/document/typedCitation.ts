/** A citation that is being typed, as far as its line tells. Offsets are UTF-16 units of the line. */
export interface TypedCitation {
  readonly kind: 'key' | 'footnote';
  /** What to search for. */
  readonly query: string;
  /** Of the key or label, behind `@` or `[^`. */
  readonly start: number;
  /** Of what the whole key or label takes the place of: the rest of it, and a bracket that closes it there. */
  readonly end: number;
  /** What has to follow the key or label: a bracket where `end` is behind one, or none is there. */
  readonly closing: '' | ']';
}

export interface TypedCitationOptions {
  /** Whether keys stand in text without brackets too, and with words before them. */
  readonly isPandoc?: boolean;
}

/** In characters; whoever typed more is not looking for a post. */
const longest = 200;
const restOfKey = /^[\p{L}\p{N}_:-]*\}?/u;
const restOfLabel = /^[^\s[\]]*(?=\])/;

/** What is typed at an offset of a line: `[@`, `[@a; @` or `[^` with the words of a search behind it. */
export function typedCitation(
  line: string,
  offset: number,
  options: TypedCitationOptions = {},
): TypedCitation | undefined {
  const from = Math.max(0, offset - longest);
  const before = line.slice(from, offset);
  const after = line.slice(offset, offset + longest);
  const typed = typedFootnote(before, after) ?? typedKey(before, after, options);
  if (!typed) return undefined;
  const { query, rest, closing, ...others } = typed;
  const closed = closing && after[rest] === ']' ? 1 : 0;
  return {
    ...others,
    query: query.replace(/^\{/, ''),
    start: offset - query.length,
    end: offset + rest + closed,
    closing: closing ? ']' : '',
  };
}

interface Typed extends Pick<TypedCitation, 'kind' | 'query'> {
  /** How much of it follows the offset. */
  readonly rest: number;
  readonly closing: boolean;
}

function typedFootnote(before: string, after: string): Typed | undefined {
  const mark = before.lastIndexOf('[^');
  if (mark < 0 || isEscaped(before, mark)) return undefined;
  const query = before.slice(mark + 2);
  if (/[[\]^]/.test(query)) return undefined;
  const rest = restOfLabel.exec(after)?.[0].length ?? 0;
  const isDefined = after.startsWith(']:', rest) && before.slice(0, mark).trim() === '';
  return isDefined ? undefined : { kind: 'footnote', query, rest, closing: true };
}

function typedKey(
  before: string,
  after: string,
  { isPandoc = false }: TypedCitationOptions,
): Typed | undefined {
  const mark = before.lastIndexOf('@');
  if (mark < 0 || isEscaped(before, mark) || /[\p{L}\p{N}]/u.test(before[mark - 1] ?? '')) return undefined;
  const query = before.slice(mark + 1);
  const opening = openBracket(before.slice(0, mark));
  const rest = restOfKey.exec(after)![0].length;
  if (opening === undefined) {
    const isKey = isPandoc && /^\{?[\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(query);
    return isKey ? { kind: 'key', query, rest, closing: false } : undefined;
  }
  if (/[[\];]/.test(query)) return undefined;
  const isCite = /(?:^|;)\s*-?$/.test(before.slice(opening + 1, mark));
  if (!isCite && !isPandoc) return undefined;
  const isClosed = after[rest] === ']' || (isCite && !/^[^[]*\]/.test(after));
  return { kind: 'key', query, rest, closing: isClosed };
}

/** Where the innermost bracket opens that is still open at the end of a text. */
function openBracket(text: string): number | undefined {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const char = text[at];
    if ((char !== '[' && char !== ']') || isEscaped(text, at)) continue;
    if (char === ']') closed++;
    else if (closed-- === 0) return at;
  }
  return undefined;
}

const isEscaped = (text: string, at: number): boolean =>
  /(?<!\\)(?:\\\\)*\\$/.test(text.slice(0, at).slice(-16));
