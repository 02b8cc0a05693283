import type { Expression } from './expression';

/** What an expression comes to: constants, lists, dicts, and values that know what they equal. */
export type Value =
  | string
  | number
  | boolean
  | undefined
  | Comparable
  | readonly Value[]
  | ReadonlyMap<string, Value>;

/** A value that is compared by its meaning. */
export interface Comparable {
  equals(other: Value): boolean;
  /** As `str` would give it. */
  readonly text: string;
}

/** Python's `KeyError`, `IndexError` and the like: the assertion fails. */
export class Missing extends Error {}

/** What is not told, such as whether XML that was read was well-formed: it and its opposite both hold. */
export const untold: Comparable = { equals: () => true, text: 'untold' };

export function holds(expression: Expression, names: ReadonlyMap<string, Value>): boolean {
  return isTrue(evaluate(expression, names));
}

function evaluate(expression: Expression, names: ReadonlyMap<string, Value>): Value {
  const inner = (part: Expression): Value => evaluate(part, names);
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      if (!names.has(expression.name)) throw new Missing(expression.name);
      return names.get(expression.name);
    case 'tuple':
      return expression.items.map(inner);
    case 'dict':
      return new Map(expression.items.map(([key, value]) => [String(inner(key)), inner(value)]));
    case 'subscript':
      return subscript(inner(expression.of), inner(expression.key));
    case 'call':
      return call(expression.name, inner(expression.of), expression.args.map(inner));
    case 'not': {
      const value = inner(expression.of);
      return value === untold || !isTrue(value);
    }
    case 'and':
      return expression.items.every(item => isTrue(inner(item)));
    case 'or':
      return expression.items.some(item => isTrue(inner(item)));
    case 'compare': {
      let left = inner(expression.first);
      for (const { operator, with: other } of expression.rest) {
        const right = inner(other);
        if (!compare(left, operator, right)) return false;
        left = right;
      }
      return true;
    }
  }
}

function subscript(value: Value, key: Value): Value {
  if (value instanceof Map) {
    if (!value.has(String(key))) throw new Missing(String(key));
    return value.get(String(key));
  }
  if (Array.isArray(value) && typeof key === 'number') {
    if (value.at(key) === undefined) throw new Missing(`[${key}]`);
    return value.at(key);
  }
  throw new Missing(String(key));
}

function call(name: string, of: Value, [first, second]: readonly Value[]): Value {
  if (name === 'len') {
    if (first instanceof Map) return first.size;
    return Array.isArray(first) ? first.length : textOf(first).length;
  }
  if (name === 'ord') return textOf(first).codePointAt(0);
  if (name === 'has_key') return of instanceof Map && of.has(String(first));
  if (name === 'get') return of instanceof Map && of.has(String(first)) ? of.get(String(first)) : second;
  if (name === 'startswith') return textOf(of).startsWith(textOf(first));
  throw new Missing(`${name}()`);
}

function textOf(value: Value): string {
  return isComparable(value) ? value.text : String(value ?? '');
}

function compare(left: Value, operator: string, right: Value): boolean {
  switch (operator) {
    case '==':
    case 'is':
      return isEqual(left, right);
    case '!=':
    case 'is not':
      return !isEqual(left, right);
    case 'in':
      return contains(right, left);
    case 'not in':
      return !contains(right, left);
    default:
      return order(Number(left), operator, Number(right));
  }
}

function order(left: number, operator: string, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}

function contains(value: Value, part: Value): boolean {
  if (value instanceof Map) return value.has(String(part));
  if (Array.isArray(value)) return value.some(item => isEqual(item, part));
  return textOf(value).includes(textOf(part));
}

function isEqual(left: Value, right: Value): boolean {
  if (isComparable(left)) return left.equals(right);
  if (isComparable(right)) return right.equals(left);
  if (Array.isArray(left))
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, at) => isEqual(item, right[at]))
    );
  if (left instanceof Map)
    return (
      right instanceof Map &&
      [...right].every(([key, value]) => left.has(key) && isEqual(left.get(key), value))
    );
  return left === right || (typeof left === 'boolean' && Number(left) === right);
}

function isComparable(value: Value): value is Comparable {
  return typeof value === 'object' && 'equals' in value;
}

function isTrue(value: Value): boolean {
  if (value instanceof Map) return value.size > 0;
  if (Array.isArray(value)) return value.length > 0;
  return isComparable(value) ? value.text !== '' : Boolean(value);
}
