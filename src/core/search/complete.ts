import type { OperatorValues } from './operatorValues';
import { filterOf, type Operator, operatorOf } from './query';
import { queryParts } from './queryParts';
import { fold } from './words';

/** What the value that is being typed after an operator can become. */
export interface Completion {
  readonly operator: Operator;
  readonly proposals: readonly Proposal[];
}

export interface Proposal {
  /** "Jane Doe", "2019..2021". */
  readonly value: string;
  /** How many posts have it; `undefined` when that is not known. */
  readonly posts?: number | undefined;
  /** The whole query with the value in it, and a space after it to go on. */
  readonly query: string;
}

/**
 * Completes the operator at the end of a query; `undefined` when none is being typed there, which a space or a closed
 * quote ends. No proposals when what is typed says all there is to say, or when there is nothing like it.
 */
export function complete(query: string, values: OperatorValues, limit: number): Completion | undefined {
  const part = queryParts(query).at(-1);
  const operator = part && operatorOf(part);
  if (!operator || part.end < query.length || part.quote === 'closed') return undefined;
  const before = `${query.slice(0, part.start)}${part.negated ? '-' : ''}${operator}:`;
  if (operator === 'year' || operator === 'is' || operator === 'has') {
    const isDone = typeof filterOf(part) === 'object' && !/\.\.\d{0,3}$/.test(part.value);
    const offers =
      operator === 'year' ? years(part.value, values.years) : values[operator].find(part.value, limit);
    const proposals = isDone ? [] : offers.slice(0, limit);
    return {
      operator,
      proposals: proposals.map(({ text, posts }) => ({ value: text, posts, query: `${before}${text} ` })),
    };
  }
  const index = values[operator];
  const found = index.find(part.value, limit);
  // Of an author found by a whole name, the rest of it finds no other posts, and would only stand before them.
  const isSaid =
    operator === 'from'
      ? fold(found[0]?.text ?? '') === fold(part.value.trim())
      : index.named(part.value, 1, true).length === 1;
  const isDone = found.length === 1 && isSaid;
  const needsQuotes = (text: string) =>
    /[\s"]/.test(text) || (operator !== 'from' && index.named(text, 2).length > 1);
  return {
    operator,
    proposals: (isDone ? [] : found).map(({ text, posts }) => ({
      value: text,
      posts,
      query: `${before}${needsQuotes(text) ? `"${text.replace(/[\s"]+/g, ' ').trim()}"` : text} `,
    })),
  };
}

type Years = OperatorValues['years'];

/** Years that begin as typed, and a range they suggest; after two dots, the ranges to each later year. */
function years(typed: string, all: Years): { text: string; posts: number }[] {
  const known = all.filter(({ year }) => year >= 1000 && year <= 9999);
  const latest = known[0]?.year;
  const match = /^(?:(\d{0,4})|(\d{4})?\.\.?(\d{0,4}))$/.exec(typed);
  if (!match || latest === undefined) return [];
  const [, first, from = '', last] = match;
  const range = (start: number, end: number, text: string) => ({ text, posts: postsOf(known, start, end) });
  if (first === undefined) {
    return known
      .filter(({ year }) => year >= Number(from) && String(year).startsWith(last ?? ''))
      .map(({ year }) => range(Number(from), year, `${from}..${year}`));
  }
  const found = known
    .filter(({ year }) => String(year).startsWith(first))
    .map(({ year }) => range(year, year, String(year)));
  const suggested =
    first === ''
      ? [range(latest - 4, 9999, `${latest - 4}..`)]
      : first.length === 3 && found.length > 1
        ? [range(Number(`${first}0`), Number(`${first}9`), `${first}0..${first}9`)]
        : [];
  return [...found.slice(0, 3), ...suggested, ...found.slice(3)];
}

function postsOf(years: Years, start: number, end: number): number {
  return years.reduce((sum, { year, posts }) => (year >= start && year <= end ? sum + posts : sum), 0);
}
