import { words } from './words';

/** A query taken apart. `author:"Jane Doe" tracing -java year:2019..2021` */
export interface Query {
  /** Free words, folded, in the order typed. */
  readonly terms: readonly string[];
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

/** Reads what a person typed. An operator or value that is not known is an ordinary word. */
export function parseQuery(text: string): Query {
  const terms: string[] = [];
  const phrases: string[][] = [];
  const excluded: string[][] = [];
  const filters: Filter[] = [];
  for (const [whole, minus, operator, quoted, bare] of text.matchAll(part)) {
    const value = quoted ?? bare ?? '';
    const filter = operator && !minus ? parseFilter(operator.toLowerCase(), value) : undefined;
    if (filter) filters.push(filter);
    else if (minus && words(whole).length > 0) excluded.push(words(whole));
    else if (quoted !== undefined && !operator) phrases.push(words(quoted));
    else terms.push(...words(whole));
  }
  return { terms, phrases: phrases.filter(phrase => phrase.length > 0), excluded, filters };
}

function parseFilter(operator: string, value: string): Filter | undefined {
  switch (operator) {
    case 'author':
    case 'topic':
    case 'in':
    case 'from':
      return value.trim() === '' ? undefined : { operator, text: value };
    case 'year': {
      const years = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value);
      if (!years || (!years[1] && !years[3]) || (years[3] && !years[2])) return undefined;
      const first = Number(years[1] ?? 0);
      return { operator, first, last: years[2] ? Number(years[3] ?? 9999) : first };
    }
    case 'is':
      return value === 'cited' || value === 'provisional' ? { operator, state: value } : undefined;
    case 'has':
      return value === 'url' ? { operator, field: value } : undefined;
    default:
      return undefined;
  }
}
