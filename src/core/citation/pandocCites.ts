import type { DocumentCitation, Span } from '../document/citationsIn';
import { readLocator } from './aroundCitation';
import type { CitationDetails } from './details';
import { unescaped } from './escapeText';
import { readAround } from './readAround';

export interface PandocCite extends Span {
  readonly citation: DocumentCitation;
  readonly details: CitationDetails;
}

/** What is said of each of the keys of a Pandoc citation, in order; a key without brackets comes first: "@a [p. 3]". */
export function pandocCites(text: string, keys: readonly DocumentCitation[]): PandocCite[] {
  const [first, ...others] = keys;
  const group = first?.group;
  if (!first) return [];
  if (!group) {
    const { start, end } = first;
    const [brackets = '', told = ''] =
      others.length > 0 ? [] : (behindKey.exec(text.slice(end, end + 600)) ?? []);
    const { prefix: _, ...details } = readAround('', told);
    return [{ start, end: end + brackets.length, citation: first, details }, ...pandocCites(text, others)];
  }
  const cites: PandocCite[] = [];
  let start = group.start + 1;
  for (const citation of keys) {
    // A second key without a semicolon before it belongs to what is said of the first.
    if (citation.start < start) continue;
    const end = endOfCite(text, citation.end, group.end - 1);
    const whole = trimmed(text, { start, end });
    cites.push({ ...whole, citation, details: detailsOf(text, whole, citation) });
    start = end + 1;
  }
  return cites;
}

const behindKey = /^ \[((?:\\.|[^[\]\\@])+)\](?![([{:])/s;

/** At the semicolon that ends what is said of a key. */
function endOfCite(text: string, from: number, to: number): number {
  for (const { index, 0: mark } of text.slice(from, to).matchAll(/\\.|`[^`]*`|;/gs)) {
    if (mark === ';') return from + index;
  }
  return to;
}

function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + inside.search(/\S|$/);
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

function detailsOf(text: string, { start, end }: Span, citation: Span): CitationDetails {
  const prefix = unescaped(text.slice(start, citation.start)).trim();
  const { locator, rest } = locatorOf(unescaped(text.slice(citation.end, end)));
  const suffix = rest.replace(/^,?\s+/, '').trim();
  return { ...(prefix && { prefix }), ...(suffix && { suffix }), ...(locator && { locator }) };
}

function locatorOf(text: string): { locator?: CitationDetails['locator']; rest: string } {
  if (text.startsWith('{}')) return { rest: text.slice(2) };
  const [braces, told = ''] = /^,?\s*\{([^{}]*)\}/.exec(text) ?? [];
  const inBraces = braces && readLocator(told);
  if (inBraces && inBraces.end === told.length)
    return { locator: inBraces.locator, rest: text.slice(braces.length) };
  const [separator = ''] = /^,?\s+/.exec(text) ?? [];
  const found = separator && readLocator(text.slice(separator.length));
  if (found) return { locator: found.locator, rest: text.slice(separator.length + found.end) };
  // A number by itself is a page to Pandoc.
  const [page, value] = /^,?\s+(\d+(?:[-–]\d+)?)(?![\p{L}\p{N}.])/u.exec(text) ?? [];
  return page && value
    ? { locator: { label: 'page', value }, rest: text.slice(page.length) }
    : { rest: text };
}
