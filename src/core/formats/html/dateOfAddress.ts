import { parseDate } from '../../date';
import type { PartialDate } from '../../post';

/** The day that an address is made of, as those of many blogs are: "/blog/2021/05/03/gears/". */
export function dateOfAddress(url: string | undefined): PartialDate | undefined {
  const [, year, month, day] =
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})[/-][^/]/.exec(url?.replace(/[?#].*$/s, '') ?? '') ?? [];
  return year === undefined ? undefined : parseDate(`${year}-${month}-${day}`);
}
