import type { PartialDate } from '../../post';

/** In UTF-16 units. */
const longest = 500;

/**
 * Fills in a pattern such as "/:year/:month/:title/", which Jekyll, Hugo and Hexo have. `undefined` when it asks for
 * what isn't known, as an address would be made up else.
 */
export function fillPattern(
  pattern: string,
  values: (token: string, slice: string | undefined) => string | undefined,
): string | undefined {
  if (pattern.length > longest) return undefined;
  let isKnown = true;
  const filled = pattern.replace(/:([a-z_]+)(\[[^\]]*\])?/gi, (_, token: string, slice?: string) => {
    const value = values(token.toLowerCase(), slice);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown ? filled.replace(/\/{2,}/g, '/') : undefined;
}

const dayMs = 86_400_000;
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The tokens that the date alone fills in, by the names of all three; `undefined` for others and without a date. */
export function dateToken(token: string, date: PartialDate | undefined): string | undefined {
  if (!date?.month || !date.day) return token === 'year' && date ? String(date.year) : undefined;
  const { year, month, day } = date;
  const time = new Date(Date.UTC(year, month - 1, day));
  const yearDay = Math.round((time.getTime() - Date.UTC(year, 0, 1)) / dayMs) + 1;
  const weekday = weekdays[time.getUTCDay()]!;
  const name = months[month - 1]!;
  switch (token) {
    case 'year':
      return String(year);
    case 'short_year':
      return two(year % 100);
    case 'month':
      return two(month);
    case 'i_month':
      return String(month);
    case 'monthname':
      return name.toLowerCase();
    case 'long_month':
      return name;
    case 'short_month':
      return name.slice(0, 3);
    case 'day':
      return two(day);
    case 'i_day':
      return String(day);
    case 'yearday':
      return String(yearDay);
    case 'y_day':
      return String(yearDay).padStart(3, '0');
    case 'weekday':
      return String(time.getUTCDay());
    case 'weekdayname':
      return weekday.toLowerCase();
    case 'short_day':
      return weekday.slice(0, 3);
    case 'long_day':
      return weekday;
    case 'w_day':
      return String(time.getUTCDay() || 7);
    case 'w_year':
      return String(isoWeek(time).year);
    case 'week':
      return two(isoWeek(time).week);
    default:
      return undefined;
  }
}

const two = (number: number) => String(number).padStart(2, '0');

/** ISO 8601: the week of a day is that of its Thursday. */
function isoWeek(day: Date): { year: number; week: number } {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * dayMs);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / dayMs / 7) + 1 };
}
