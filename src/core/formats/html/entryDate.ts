import { findDate, parseDate } from '../../date';
import type { PartialDate } from '../../post';
import { completeDate, type DateContext, readDate, unknownDate, yearlessDates } from './dates';
import type { Parts } from './parts';
import { roleOf } from './roles';
import { attribute, descendants, type HtmlElement, isElement, textOf, tokens } from './tree';

/** The date of an entry, by its markup, its lines, or the heading above it; else the text of one that cannot be read. */
export function dateOf(
  parts: Parts,
  context: DateContext,
  titleNode: HtmlElement,
): { date?: PartialDate | undefined; unknown?: string | undefined } {
  const metas = parts.metas.filter(meta =>
    tokens(meta, 'itemprop').some(word => word === 'datepublished' || word === 'datecreated'),
  );
  for (const meta of metas) {
    const date = parseDate(attribute(meta, 'content') || attribute(meta, 'value'));
    if (date) return { date };
  }
  const elements = (parts.byRole.get('date') ?? []).filter(element => !followsUpdated(element));
  for (const inner of descendants(titleNode)) if (roleOf(inner) === 'date') elements.push(inner);
  let best: PartialDate | undefined;
  let unknown: string | undefined;
  for (const element of elements) {
    const date = dateOfElement(element, context);
    if (date && (!best || precision(date) > precision(best))) best = date;
    if (!date) unknown ??= textOf(element, undefined, 80) || attribute(element, 'datetime');
  }
  if (best) return { date: best };
  for (const line of [...parts.lines, ...parts.marked]) {
    const date = dateOfLine(line, context);
    if (date) return { date };
  }
  if (context.group) return { date: context.group };
  return { unknown: unknown || [...parts.lines, ...parts.marked].map(unknownDate).find(text => text) };
}

const precision = (date: PartialDate): number => (date.day ? 2 : date.month ? 1 : 0);
const updated =
  /^\W*(?:last )?(?:updated|modified|edited|revised|aktualisiert|mis à jour|actualizado|aggiornato|atualizado)\b/iu;

/** "Updated on" right before the element. */
function followsUpdated({ parent, order }: HtmlElement): boolean {
  const siblings = parent?.children ?? [];
  // Looking through a long list for each of its dates would take quadratic time.
  if (siblings.length > 50) return false;
  const at = siblings.findIndex(node => isElement(node) && node.order === order);
  const before = siblings[at - 1];
  const text = before === undefined ? '' : isElement(before) ? textOf(before, undefined, 60) : before;
  return /(?:^|[^\p{L}])(?:updated|modified|edited|revised|aktualisiert|mis à jour|actualizado|aggiornato|atualizado)(?: on| at| am| le| el| il| em)?\s*:?\s*$/iu.test(
    text.slice(-40),
  );
}

function dateOfElement(element: HtmlElement, context: DateContext): PartialDate | undefined {
  const text = textOf(element, undefined, 300);
  if (updated.test(text)) return undefined;
  const inner = [element, ...descendants(element)].slice(0, 20);
  for (const name of ['datetime', 'content']) {
    for (const part of inner) {
      if (roleOf(part) === 'updated') continue;
      const date = parseDate(attribute(part, name).trim(), context);
      if (date) return date;
    }
  }
  const shown = readDate(text, context) ?? dateOfLine(text, context);
  if (shown) return shown;
  for (const part of inner) {
    const date = findDate(attribute(part, 'title').slice(0, 200), context)?.date;
    if (date) return date;
  }
  return undefined;
}

/** The date of a short line; a sentence that mentions a day says nothing of the post's own. */
function dateOfLine(line: string, context: DateContext): PartialDate | undefined {
  if (line.length > 160 || updated.test(line)) return undefined;
  const found = findDate(line, context);
  const rest = found ? line.length - (found.end - found.start) : 0;
  if (found && (rest <= 60 || found.start === 0) && !/[.!?]$/.test(line.slice(found.end))) return found.date;
  if (found || !context.group || line.length > 80) return undefined;
  const whole = completeDate(line, context.group, context.order);
  if (whole) return whole;
  for (const part of yearlessDates(line)) {
    const date = completeDate(part, context.group, context.order);
    if (date) return date;
  }
  return undefined;
}
