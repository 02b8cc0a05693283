/**
 * The language of the wording settings: Markdown with fields in braces.
 *
 *     {field|filter|filter prefix="…" suffix="…"}
 *
 * What stands in `prefix` and `suffix` is written only where the post has the field. A backslash takes the meaning from
 * the brace behind it, as it does in Markdown. What the fields and filters say is in `fillTemplate`.
 */
export const templateFields = {
  authors: ['short', 'first', 'family', 'initials', 'upper', 'lower'],
  title: ['short', 'upper', 'lower'],
  publication: ['upper', 'lower'],
  date: ['iso', 'short', 'dayFirst', 'upper', 'lower'],
  year: [],
  accessed: ['iso', 'short', 'dayFirst', 'upper', 'lower'],
  url: ['host'],
  key: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TemplateField = keyof typeof templateFields;
export type TemplateFilter = (typeof templateFields)[TemplateField][number];

/** A piece of a template, with its place in it. */
export type TemplatePart = TemplateText | FieldPart;

/** Markdown. */
export interface TemplateText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface FieldPart {
  readonly field: TemplateField;
  readonly filters: readonly TemplateFilter[];
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

export type TemplateFaultCode =
  | 'unknownField'
  | 'unknownFilter'
  /** A filter of another field. */
  | 'unfitFilter'
  | 'doubledFilter'
  /** What stands behind the field is neither `prefix="…"` nor `suffix="…"`. */
  | 'unknownOption'
  | 'doubledOption'
  | 'unclosedQuote'
  | 'unclosedBrace'
  /** A closing brace that closes nothing. */
  | 'strayBrace'
  /** `{{title}}`, as other programs write it. */
  | 'doubledBrace'
  | 'lineBreak'
  /** The text of a link would end, or go on, where its brackets do not. */
  | 'unpairedBracket';

/** What is wrong with a template; see `templateFaultText`. Offsets are UTF-16 units of the template. */
export interface TemplateFault {
  readonly code: TemplateFaultCode;
  readonly start: number;
  readonly end: number;
  /** The piece that is wrong. */
  readonly detail: string;
  /** Whose filter is at fault. */
  readonly field?: TemplateField;
}

export interface Template {
  readonly parts: readonly TemplatePart[];
  /** In order; none when the template can be used. */
  readonly faults: readonly TemplateFault[];
}

const piece = /\\[!-/:-@[-`{-~]|[{}]|\r\n|\r|\n/g;
const name = /[\p{L}\p{N}_-]+/uy;
const filter = /[ \t]*\|[ \t]*([\p{L}\p{N}_-]*)/uy;
const option = /[ \t]*(?:(prefix|suffix)="([^"\r\n]*)("?)|[^\s{}]+)/y;
const space = /[ \t]*/y;

/** Reads a template; one with faults has the parts that could be read. */
export function parseTemplate(template: string): Template {
  const parts: TemplatePart[] = [];
  const faults: TemplateFault[] = [];
  const addText = (start: number, end: number) => {
    if (start < end) parts.push({ text: template.slice(start, end), start, end });
  };
  let end = 0;
  piece.lastIndex = 0;
  for (let found = piece.exec(template); found; found = piece.exec(template)) {
    const [mark] = found;
    if (mark.startsWith('\\')) continue;
    const start = found.index;
    addText(end, start);
    end = start + mark.length;
    if (mark === '{') {
      const field = readField(template, start, faults);
      if (field.part) parts.push(field.part);
      end = field.end;
    } else {
      faults.push({ code: mark === '}' ? 'strayBrace' : 'lineBreak', start, end, detail: mark });
    }
    piece.lastIndex = end;
  }
  addText(end, template.length);
  return { parts, faults };
}

/** `{…}` at an offset. */
function readField(
  template: string,
  start: number,
  faults: TemplateFault[],
): { part?: FieldPart; end: number } {
  const fault = (code: TemplateFaultCode, from: number, end: number, field?: TemplateField) =>
    faults.push({ code, start: from, end, detail: template.slice(from, end), ...(field && { field }) });
  const before = faults.length;

  if (template[start + 1] === '{') {
    const end = endOfDoubled(template, start);
    fault('doubledBrace', start, end);
    return { end };
  }
  let at = start + 1;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(template);
    if (found) at = pattern.lastIndex;
    return found;
  };

  match(space);
  const field = match(name)?.[0] ?? '';
  if (!isField(field)) fault('unknownField', start + 1, at);
  const filters: TemplateFilter[] = [];
  for (let found = match(filter); found; found = match(filter)) {
    const given = found[1]!;
    const code = isField(field) ? filterFault(field, given, filters) : undefined;
    if (code) fault(code, at - given.length, at, field as TemplateField);
    filters.push(given as TemplateFilter);
  }
  const nameEnd = at;
  const options: { prefix?: string; suffix?: string } = {};
  let isOpen = false;
  for (let found = match(option); found; found = match(option)) {
    const [whole, known, value = '', quote] = found;
    const from = at - whole.trimStart().length;
    if (!known) fault('unknownOption', from, at);
    else if (!quote) fault('unclosedQuote', from, at);
    else if (options[known as 'prefix'] !== undefined) fault('doubledOption', from, at);
    if (known) options[known as 'prefix'] = value;
    isOpen ||= known !== undefined && !quote;
  }
  match(space);
  if (template[at] === '}') at++;
  else if (!isOpen) {
    // What follows is text, then, whose words are no faults.
    faults.length = before;
    fault('unclosedBrace', start, nameEnd);
  }
  if (faults.length > before || !isField(field)) return { end: at };
  const { prefix = '', suffix = '' } = options;
  return { part: { field, filters, prefix, suffix, start, end: at }, end: at };
}

/** Behind `{{…}}`, or as much of it as stands there. */
function endOfDoubled(template: string, start: number): number {
  const next = /[{}\r\n]/g;
  next.lastIndex = start + 2;
  const found = next.exec(template);
  if (!found) return template.length;
  if (found[0] !== '}') return found.index;
  return found.index + (template[found.index + 1] === '}' ? 2 : 1);
}

const isField = (field: string): field is TemplateField => Object.hasOwn(templateFields, field);

function filterFault(
  field: TemplateField,
  given: string,
  filters: readonly string[],
): TemplateFaultCode | undefined {
  if (filters.includes(given)) return 'doubledFilter';
  const fit: readonly string[] = templateFields[field];
  if (fit.includes(given)) return undefined;
  const others: readonly string[] = Object.values(templateFields).flat();
  return others.includes(given) ? 'unfitFilter' : 'unknownFilter';
}
