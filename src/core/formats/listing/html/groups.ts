import { parseDate } from '../../../date';
import type { PartialDate } from '../../../post';
import { type Chrome, headingLevel } from '../../html/chrome';
import type { Entry } from '../../html/entry';
import { type HtmlElement, type HtmlNode, isElement, isUnseen, textOf } from '../../html/tree';

/** The date that stands above each entry as the heading of a group: "2021", "January 2021", "January" under "2021". */
export function groupDates(
  root: HtmlElement,
  entries: readonly Entry[],
  chrome: Chrome,
): ReadonlyMap<Entry, PartialDate> {
  const dates = new Map<Entry, PartialDate>();
  const owner = new Map<HtmlNode, Entry>(
    entries.flatMap(entry => entry.nodes.filter(isElement).map(node => [node, entry] as const)),
  );
  const last = entries.at(-1)?.title.order ?? 0;
  let open: { level: number; date: PartialDate }[] = [];
  const enter = (level: number, text: string): boolean => {
    const above = open.filter(group => group.level < level).at(-1)?.date;
    const date = groupDate(text, above);
    if (!date && level === loose) return false;
    open = open.filter(group => group.level < level);
    if (date) open.push({ level, date });
    return date !== undefined;
  };
  const walk = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) {
        if (child.length < 60) enter(loose, child);
        continue;
      }
      if (child.order > last) return;
      const entry = owner.get(child);
      if (entry) {
        const date = open.at(-1)?.date;
        if (date) dates.set(entry, date);
        continue;
      }
      if (chrome.has(child) || isUnseen(child)) continue;
      const level =
        headingLevel(child) ??
        (child.tag === 'dt' || child.tag === 'summary' || child.tag === 'caption' ? 7 : undefined);
      if (level !== undefined) enter(level, textOf(child, undefined, 100));
      else walk(child);
    }
  };
  walk(root);
  return dates;
}

/** Of a group whose name stands in no heading. */
const loose = 8;

function groupDate(text: string, above: PartialDate | undefined): PartialDate | undefined {
  const bare = text
    .replace(/\s*\(\d+\)\s*$|\s+\d+ (?:posts?|articles?)$|\s*:\s*$/i, '')
    .replace(/^(?:posts? (?:from|in|of)|archives? (?:for|of)?|year|from)\s+/i, '')
    .trim();
  if (bare === '') return undefined;
  const date = parseDate(bare);
  if (date) return date.year >= 1990 && date.year < 2100 ? date : undefined;
  return above && above.month === undefined ? parseDate(`${bare} ${above.year}`) : undefined;
}
