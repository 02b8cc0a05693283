/** A piece of a query as typed: a word, `operator:value` or "phrase", any of them after a minus sign. */
export interface QueryPart {
  /** As typed. */
  readonly text: string;
  /** [start, end) in the query, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  /** The word before the colon, in lower case; whether there is such an operator is not looked into. */
  readonly operator: string | undefined;
  /** What follows minus sign and operator, without quotes. */
  readonly value: string;
  /** A quote that is not closed reaches to the end. */
  readonly quote: 'open' | 'closed' | undefined;
}

const part = /(-)?(?:(\p{L}+):)?(?:"([^"]*)("|$)|(\S+))/gu;
const lone = /^(\p{L}+):$/u;

/** Takes a query apart, in the order typed. */
export function queryParts(query: string): QueryPart[] {
  return Array.from(query.matchAll(part), match => {
    const [text, minus, operator, quoted, end, bare = ''] = match;
    const empty = operator === undefined ? lone.exec(bare)?.[1] : undefined;
    return {
      text,
      start: match.index,
      end: match.index + text.length,
      negated: minus !== undefined,
      operator: (operator ?? empty)?.toLowerCase(),
      value: quoted ?? (empty === undefined ? bare : ''),
      quote: quoted === undefined ? undefined : end ? 'closed' : 'open',
    };
  });
}
