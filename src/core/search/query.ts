import { type QueryPart, queryParts } from './queryParts';
import { words } from './words';

/** A query taken apart: `tracing author:"Jane Doe" -java -topic:cloud year:2019..2021 "zero downtime"`. */
export interface Query {
  /** Free words, folded, in the order typed. */
  readonly terms: readonly string[];
  /** The last of `terms` is still being typed. */
  readonly unfinished: boolean;
  /** Each the folded words of one quoted phrase. */
  readonly phrases: readonly (readonly string[])[];
  /** The quote of the last phrase is not closed yet, and its last word still being typed. */
  readonly isOpen?: true;
  /** Each the folded words after one minus sign. */
  readonly excluded: readonly (readonly string[])[];
  readonly filters: readonly Filter[];
}

/** What an operator asks of a post; with a minus sign before it, what a post must not have. */
export type Filter = Condition & { readonly negated?: true };

/** `whole`: the words stand there as they are, not as beginnings of words; so a quote that is closed means it. */
interface Named {
  readonly text: string;
  readonly whole?: true;
}

type Condition =
  | ({ readonly operator: 'author' | 'topic' | 'in' } & Named)
  | ({ readonly operator: 'from' } & Named)
  /** Years, both inclusive. */
  | { readonly operator: 'year'; readonly first: number; readonly last: number }
  | { readonly operator: 'is'; readonly state: 'cited' | 'provisional' }
  | { readonly operator: 'has'; readonly field: 'url' };

const operators = ['author', 'topic', 'in', 'from', 'year', 'is', 'has'] as const;
export type Operator = Filter['operator'];

/** The values of the operators that have a fixed set of them. */
export const fixedValues = { is: ['cited', 'provisional'], has: ['url'] } as const;

/** The operator of a part, when there is one of that name. */
export function operatorOf(part: QueryPart): Operator | undefined {
  return operators.find(operator => operator === part.operator);
}

/** Reads what a person typed. An operator or value that is not known is an ordinary word. */
export function parseQuery(text: string): Query {
  const terms: string[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const filters: Filter[] = [];
  let unfinished = false;
  let isOpen = false;
  for (const part of queryParts(text)) {
    unfinished = isOpen = false;
    const filter = filterOf(part);
    if (filter === 'begun') continue;
    if (filter) filters.push(filter);
    else if (part.negated) excluded.push(words(part.text));
    else if (part.quote && part.operator === undefined) {
      phrases.push(words(part.value));
      isOpen = part.quote === 'open';
    } else {
      for (const word of words(part.text)) terms.push(word);
      unfinished = true;
    }
  }
  const mayGoOn = /[\p{L}\p{N}]$/u.test(text);
  const nonEmpty = (list: string[]) => list.length > 0;
  return {
    terms,
    unfinished: unfinished && mayGoOn,
    phrases: phrases.filter(nonEmpty),
    ...(isOpen && mayGoOn && { isOpen }),
    excluded: excluded.filter(nonEmpty),
    filters,
  };
}

/** Whether there is nothing to look for, as before the first word and while the only operator has no value yet. */
export function isEmptyQuery({ terms, phrases, excluded, filters }: Query): boolean {
  return terms.length + phrases.length + excluded.length + filters.length === 0;
}

/**
 * What a part asks for by its operator; 'begun' when its value is still to come, and there is nothing to filter by
 * yet; `undefined` when the part has no operator, or one with a value it does not take.
 */
export function filterOf(part: QueryPart): Filter | 'begun' | undefined {
  const operator = operatorOf(part);
  const condition = operator && conditionOf(operator, part);
  return typeof condition === 'object' && part.negated ? { ...condition, negated: true } : condition;
}

function conditionOf(operator: Operator, { value, quote }: QueryPart): Condition | 'begun' | undefined {
  switch (operator) {
    case 'year':
      return yearsOf(value) ?? (/^[\d.]*$/.test(value) ? 'begun' : undefined);
    case 'is': {
      const state = fixedValues.is.find(known => known === value.toLowerCase());
      return state ? { operator, state } : begins(fixedValues.is, value);
    }
    case 'has': {
      const field = fixedValues.has.find(known => known === value.toLowerCase());
      return field ? { operator, field } : begins(fixedValues.has, value);
    }
    default:
      if (words(value).length === 0) return 'begun';
      return { operator, text: value, ...(quote === 'closed' && { whole: true }) };
  }
}

function yearsOf(value: string): Condition | undefined {
  // While the last year is being typed the span is open, or the list would grow with each digit and shrink again.
  const settled = value.replace(/^(\d{4}\.\.)\d{0,3}$/, '$1');
  const [, first, dots, last] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(settled) ?? [];
  if (dots === undefined) {
    return first && !last ? { operator: 'year', first: Number(first), last: Number(first) } : undefined;
  }
  if (!first && !last) return undefined;
  const [from, to] = [Number(first ?? 0), Number(last ?? 9999)];
  return { operator: 'year', first: Math.min(from, to), last: Math.max(from, to) };
}

function begins(known: readonly string[], value: string): 'begun' | undefined {
  return known.some(text => text.startsWith(value.toLowerCase())) ? 'begun' : undefined;
}
