import { plainText, type Translate } from '../translate';
import { originOf } from './host';
import type { OperatorValues } from './operatorValues';
import { type Filter, filterOf, type Operator, operatorOf } from './query';
import { type QueryPart, queryParts } from './queryParts';
import type { ValueIndex } from './valueIndex';
import { words } from './words';

/** How a query was understood. */
export interface Explanation {
  /** What its operators, phrases and minus signs ask for: "by Jane Doe, 2019 to 2021, without “java”". */
  readonly line: string;
  /** The same after the ordinary words: a name for the query. */
  readonly summary: string;
  /** What is wrong with an operator, and what to do. */
  readonly hints: readonly Hint[];
}

export interface Hint {
  /** "No author is called “zzz”." */
  readonly text: string;
  /** The query without it; `undefined` while its value is only begun. */
  readonly without?: string;
}

/** Explains a query; with the values in the library, also which of its operators no post answers to. */
export function explain(
  query: string,
  values?: OperatorValues | undefined,
  translate: Translate = plainText,
): Explanation {
  const parts = queryParts(query);
  const found = parts.map(part => explainPart(part, values, translate));
  const ordinary = parts.filter((_, at) => !found[at]!.phrase && !found[at]!.hint).map(({ text }) => text);
  const phrases = found.flatMap(({ phrase }) => phrase ?? []);
  return {
    line: phrases.join(', '),
    summary: [ordinary.join(' '), ...phrases].filter(Boolean).join(', '),
    hints: found.flatMap(({ hint, isBegun }, at) => {
      if (hint === undefined) return [];
      const { start, end } = parts[at]!;
      const without = query.slice(0, start) + query.slice(end).trimStart();
      return isBegun ? [{ text: hint }] : [{ text: hint, without }];
    }),
  };
}

interface Explained {
  readonly phrase?: string;
  readonly hint?: string;
  readonly isBegun?: boolean;
}

function explainPart(part: QueryPart, values: OperatorValues | undefined, translate: Translate): Explained {
  const operator = operatorOf(part);
  const filter = filterOf(part);
  if (operator && typeof filter !== 'object')
    return { hint: translate(takes[operator]), isBegun: filter === 'begun' };
  if (typeof filter === 'object') {
    const [phrase, ...args] = phraseOf(filter, values);
    const none = filter.negated || !values ? undefined : noneOf(filter, values, translate);
    return { phrase: translate(phrase, ...args), ...(none && { hint: translate(...none) }) };
  }
  if (words(part.value).length === 0) return {};
  if (part.negated) return { phrase: translate('without “{0}”', part.value) };
  return part.quote ? { phrase: translate('with “{0}”', part.value) } : {};
}

/** A message and what goes into it. */
type Message = [message: string, ...args: string[]];

const takes: Record<Operator, string> = {
  author: 'author: takes any word of a name: author:doe',
  topic: 'topic: takes any word of a topic: topic:security',
  in: 'in: takes any word of a publication: in:engineering',
  from: 'from: takes the site of the address: from:example.com',
  year: 'year: takes a year or a range: 2019, 2019..2021',
  is: 'is: takes cited or provisional',
  has: 'has: takes url',
};

const phrases = {
  author: ['by {0}', 'not by {0}'],
  topic: ['about {0}', 'not about {0}'],
  in: ['in {0}', 'not in {0}'],
  from: ['from {0}', 'not from {0}'],
  cited: ['cited here', 'not cited here'],
  provisional: ['with a provisional title', 'without a provisional title'],
  url: ['with an address', 'without an address'],
} as const;

function phraseOf(filter: Filter, values: OperatorValues | undefined): Message {
  const which = filter.negated ? 1 : 0;
  switch (filter.operator) {
    case 'year':
      return years(filter);
    case 'is':
      return [phrases[filter.state][which]];
    case 'has':
      return [phrases[filter.field][which]];
    default: {
      const [only, another] =
        filter.operator === 'from'
          ? []
          : (values?.[filter.operator].named(filter.text, 2, filter.whole) ?? []);
      const shown = filter.whole ? filter.text : only && !another ? only.text : `“${filter.text}”`;
      return [phrases[filter.operator][which], shown];
    }
  }
}

function years({ first, last, negated }: Extract<Filter, { operator: 'year' }>): Message {
  const [from, to] = [String(first), String(last)];
  const which = negated ? 1 : 0;
  if (first === last) return [times.one[which], from];
  if (last === 9999) return [times.since[which], from];
  if (first === 0) return [times.until[which], to];
  return [times.range[which], from, to];
}

const times = {
  one: ['{0}', 'not {0}'],
  since: ['since {0}', 'not since {0}'],
  until: ['until {0}', 'not until {0}'],
  range: ['{0} to {1}', 'not {0} to {1}'],
} as const;

const none = {
  author: 'No author is called “{0}”.',
  topic: 'No topic is called “{0}”.',
  in: 'No publication is called “{0}”.',
  from: 'No post is from “{0}”.',
  year: 'No post is from that time: {0}.',
  provisional: 'No post has a provisional title.',
  url: 'No post has an address.',
};

/** All that `explain` says, but for what it says of ordinary words. */
export const queryMessages = { takes, phrases, times, none };

/** What to say when no post at all has what the filter asks for. */
function noneOf(filter: Filter, values: OperatorValues, translate: Translate): Message | undefined {
  switch (filter.operator) {
    case 'year': {
      const { first, last } = filter;
      return values.years.some(({ year }) => year >= first && year <= last)
        ? undefined
        : [none.year, translate(...years(filter))];
    }
    case 'is':
      return filter.state === 'cited' || hasSome(values.is, filter.state) ? undefined : [none[filter.state]];
    case 'has':
      return hasSome(values.has, filter.field) ? undefined : [none[filter.field]];
    case 'from': {
      const { isHost, isSource, isLocation } = originOf(filter.text, filter.whole);
      return values.from.values.some(({ text }) => isHost(text) || isSource(text)) ||
        values.locations.some(isLocation)
        ? undefined
        : [none.from, filter.text];
    }
    default:
      return values[filter.operator].named(filter.text, 1, filter.whole).length > 0
        ? undefined
        : [none[filter.operator], filter.text];
  }
}

function hasSome(index: ValueIndex, text: string): boolean {
  return index.values.find(value => value.text === text)?.posts !== 0;
}
