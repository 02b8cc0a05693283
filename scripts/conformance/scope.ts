import type { Expression } from './expression';

const part =
  'title title_detail subtitle subtitle_detail tagline tagline_detail description description_detail summary summary_detail link links id guid guidislink author author_detail authors contributors tags category language published published_parsed issued issued_parsed updated updated_parsed modified modified_parsed created created_parsed content source ttl'.split(
    ' ',
  );
const inner = 'value type base language rel href title url name email term scheme label'.split(' ');
const known = new Set([...part, ...inner]);

/** Why what is foreign to a citation or an excerpt is not judged, by the fields of which one is named; the first that fits. */
const reasons: readonly (readonly [reason: string, fields: RegExp])[] = [
  ['rights and licences', /^(?:rights|copyright|license)(?:_detail)?$/],
  ['a note on the feed as a file (info of Atom 0.3)', /^info(?:_detail)?$/],
  ['what made the feed, and for whom', /^(?:generator|generator_detail|docs|publisher|publisher_detail)$/],
  [
    'podcasts, films, enclosures',
    /^(?:itunes_\w+|media_\w+|psc_chapters|chapters|enclosures|length|hreflang|src)$/,
  ],
  ['pictures', /^(?:image|icon|logo)$/],
  ['places on the globe', /^(?:where|coordinates)$/],
  ['comments and replies', /^(?:comments|wfw_\w+|thr_\S+)$/],
  ['services of the feed (cloud, search box)', /^(?:cloud|textinput|newlocation)$/],
  ['dates of expiry', /^(?:expired|validity_\w+?)(?:_parsed)?$/],
  ['headers of the answer', /^(?:headers|etag|modified|modified_parsed|locals)$/],
];

/**
 * Why an assertion is not judged; `undefined` where it is about what a citation or an excerpt is made of, by the
 * fields that it names, or about no field: whether the feed is read at all, and as what.
 */
export function outOfScope(expression: Expression): string | undefined {
  const named = [...names(expression)];
  const foreign = named.filter(({ isKnown }) => !isKnown);
  if (foreign.length === 0) return undefined;
  return (
    reasons.find(([, fields]) => foreign.some(({ name }) => fields.test(name)))?.[0] ??
    'elements of no standard, other'
  );
}

interface Named {
  readonly name: string;
  readonly isKnown: boolean;
}

function* names(expression: Expression): Generator<Named> {
  switch (expression.kind) {
    case 'name':
      if (expression.name !== 'bozo') yield named(expression.name, /^(?:feed|entries|encoding|version)$/);
      break;
    case 'tuple':
    case 'and':
    case 'or':
      for (const item of expression.items) yield* names(item);
      break;
    case 'dict':
      for (const [key, value] of expression.items) {
        yield field(key);
        yield* names(value);
      }
      break;
    case 'subscript':
      yield field(expression.key);
      yield* names(expression.of);
      break;
    case 'call':
      if (/^(?:has_key|get)$/.test(expression.name)) yield* expression.args.map(field);
      else yield named(expression.name, /^(?:len|ord|startswith)$/);
      for (const part of [expression.of, ...expression.args]) yield* names(part);
      break;
    case 'not':
      yield* names(expression.of);
      break;
    case 'compare':
      yield* names(expression.first);
      for (const { with: other } of expression.rest) yield* names(other);
  }
}

function field(key: Expression): Named {
  if (key.kind !== 'constant') return { name: 'a field that is worked out', isKnown: false };
  const name = String(key.value);
  return { name, isKnown: typeof key.value === 'number' || known.has(name) };
}

function named(name: string, known: RegExp): Named {
  return { name, isKnown: known.test(name) };
}
