import type { Fields } from './fields';
import type { Line } from './lines';

/** A line that says nothing but a month: "March 2021". */
export const isMonth = ({ date, title, byline }: Fields): boolean =>
  date?.month !== undefined && date.day === undefined && title === undefined && !byline;

const isDay = ({ date, yearless, title, byline }: Fields) =>
  (date?.day !== undefined || yearless !== undefined) && title === undefined && !byline;

/**
 * The indices of the lines such as "March 2021" that stand over several posts each. One that stands where the
 * page's other posts have their full date, or right below what belongs to a post, dates that post.
 */
export function monthHeads(lines: readonly Line[], fields: readonly Fields[]): ReadonlySet<number> {
  const months = [...fields.keys()].filter(at => isMonth(fields[at]!));
  if (months.length === 0) return new Set();
  const days = [...fields.keys()].filter(at => isDay(fields[at]!));
  const usual = mostFrequent(days.map(at => placeOf(lines, fields, at)));
  const belowFirst = isBelowPost(lines, fields, months[0]!);
  const free = months.filter(at => {
    if (placeOf(lines, fields, at) === usual) return false;
    return !(belowFirst && isBelowPost(lines, fields, at));
  });
  return new Set(headSeveral(fields, free) ? free : []);
}

function headSeveral(fields: readonly Fields[], months: readonly number[]): boolean {
  const bylines = fields.filter(({ byline }) => byline && byline.confidence >= 0.6).length;
  const dates = fields.filter(said => (said.date?.day || said.yearless) && !isMonth(said)).length;
  const titles = fields.filter(({ title, byline }) => title && !byline && title.length <= 110).length;
  const { length } = months;
  return length > 0 && (bylines > length || dates > length || (months[0]! <= 2 && titles >= length * 1.5));
}

/** Right below a byline, or at the end of a block of lines. */
function isBelowPost(lines: readonly Line[], fields: readonly Fields[], at: number): boolean {
  const before = fields[at - 1];
  if (!before || lines[at]!.gap || lines[at]!.heading > 0) return false;
  return before.byline !== undefined || lines[at + 1]?.gap === true;
}

/** What stands around a line: the kind of what is above it, and whether blank lines do. */
function placeOf(lines: readonly Line[], fields: readonly Fields[], at: number): string {
  const before = fields[at - 1];
  const kind = !before ? 'none' : before.byline ? 'byline' : before.dated ? 'date' : 'text';
  return [kind, lines[at]!.gap && at > 0, lines[at + 1]?.gap ?? 'end', lines[at]!.heading].join();
}

function mostFrequent(places: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].reduce<[string | undefined, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [undefined, 0],
  )[0];
}
