import { words } from './words';

/** A query taken apart: `tracing author:"Jane Doe" -java year:2019..2021 "zero downtime"`. */
export interface Query {
  /** Free words, folded, in the order typed. */
  readonly terms: readonly string[];
  /** The last of `terms` is still being typed. */
  readonly unfinished: boolean;
  /** Each the folded words of one quoted phrase. */
  readonly phrases: readonly (readonly string[])[];
  /** Each the folded words after one minus sign. */
  readonly excluded: readonly (readonly string[])[];
  readonly filters: readonly Filter[];
}

export type Filter =
  | { readonly operator: 'author' | 'topic' | 'in' | 'from'; readonly text: string }
  /** Years, both inclusive. */
  | { readonly operator: 'year'; readonly first: number; readonly last: number }
  | { readonly operator: 'is'; readonly state: 'cited' | 'provisional' }
  | { readonly operator: 'has'; readonly field: 'url' };

/** A word, `operator:value`, `-word` or "phrase"; a quote that is not closed reaches to the end. */
const part = /(-)?(?:(\p{L}+):)?(?:"([^"]*)(?:"|$)|(\S+))/gu;
/** Known operators whose value is only begun: nothing to filter by yet. */
const begun = /^(?:(?:author|topic|in|from):|year:[\d.]*|is:(?:c(?:i(?:te?)?)?|p\p{L}*)?|has:(?:ur?)?)$/iu;

/** Reads what a person typed. An operator or value that is not known is an ordinary word. */
export function parseQuery(text: string): Query {
  const terms: string[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const filters: Filter[] = [];
  let unfinished = false;
  for (const [whole, minus, operator, quoted, bare] of text.matchAll(part)) {
    unfinished = false;
    const filter = operator && !minus ? parseFilter(operator.toLowerCase(), quoted ?? bare ?? '') : undefined;
    if (filter) filters.push(filter);
    else if (minus) excluded.push(words(whole));
    else if (quoted !== undefined && !operator) phrases.push(words(quoted));
    else if (!begun.test(whole)) {
      for (const word of words(whole)) terms.push(word);
      unfinished = true;
    }
  }
  unfinished &&= /[\p{L}\p{N}]$/u.test(text);
  const nonEmpty = (list: string[]) => list.length > 0;
  return {
    terms,
    unfinished,
    phrases: phrases.filter(nonEmpty),
    excluded: excluded.filter(nonEmpty),
    filters,
  };
}

function parseFilter(operator: string, value: string): Filter | undefined {
  switch (operator) {
    case 'author':
    case 'topic':
    case 'in':
    case 'from':
      return words(value).length === 0 ? undefined : { operator, text: value };
    case 'year': {
      const [, first, dots, last] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value) ?? [];
      if (dots === undefined)
        return first && !last ? { operator, first: Number(first), last: Number(first) } : undefined;
      return first || last ? { operator, first: Number(first ?? 0), last: Number(last ?? 9999) } : undefined;
    }
    case 'is':
      return value === 'cited' || value === 'provisional' ? { operator, state: value } : undefined;
    case 'has':
      return value === 'url' ? { operator, field: value } : undefined;
    default:
      return undefined;
  }
}
