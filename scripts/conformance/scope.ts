import type { Expression } from './expression';

const part =
  'title title_detail subtitle subtitle_detail tagline tagline_detail description description_detail summary summary_detail link links id guid author author_detail authors contributors tags category language published published_parsed issued issued_parsed updated updated_parsed modified modified_parsed created created_parsed content source'.split(
    ' ',
  );
const inner = 'value type base language rel href title url name email term scheme label'.split(' ');
const known = new Set([...part, ...inner]);

/**
 * Whether an assertion is about something that a citation or an excerpt is made of, by the fields that it names. What
 * only asks whether the XML is well-formed is about none.
 */
export function isInScope(expression: Expression): boolean {
  const named: string[] = [];
  const isKnown = visit(expression, named);
  return isKnown && named.length > 0;
}

function visit(expression: Expression, named: string[]): boolean {
  const all = (parts: readonly Expression[]) => parts.every(inner => visit(inner, named));
  switch (expression.kind) {
    case 'constant':
      return true;
    case 'name':
      if (expression.name !== 'bozo') named.push(expression.name);
      return /^(?:bozo|feed|entries|encoding)$/.test(expression.name);
    case 'tuple':
    case 'and':
    case 'or':
      return all(expression.items);
    case 'dict':
      return expression.items.every(([key, value]) => isField(key) && visit(value, named));
    case 'subscript':
      return isField(expression.key) && visit(expression.of, named);
    case 'call':
      if (/^(?:has_key|get)$/.test(expression.name) && !expression.args.every(isField)) return false;
      return (
        /^(?:len|ord|startswith|has_key|get)$/.test(expression.name) &&
        all([expression.of, ...expression.args])
      );
    case 'not':
      return visit(expression.of, named);
    case 'compare':
      return all([expression.first, ...expression.rest.map(({ with: other }) => other)]);
  }
}

function isField(key: Expression): boolean {
  return key.kind === 'constant' && (typeof key.value === 'number' || known.has(String(key.value)));
}
