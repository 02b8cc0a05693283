import { type Fields, textIn } from './fields';

/** Minutes. */
const periods = new Map([
  ['hourly', 60],
  ['daily', 1440],
  ['weekly', 10_080],
  ['monthly', 43_200],
  ['yearly', 525_600],
]);

/** Minutes between two updates of a feed: `ttl` of RSS 2.0, else https://web.resource.org/rss/1.0/modules/syndication/ */
export function readTtl(head: Fields): number | undefined {
  const ttl = head.first(['ttl'], textIn);
  if (ttl !== undefined && /^\d{1,6}$/.test(ttl)) return Number(ttl);
  const period = periods.get(head.first(['sy:updateperiod'], textIn)?.toLowerCase() ?? '');
  const frequency = head.first(['sy:updatefrequency'], textIn) ?? '1';
  return period !== undefined && /^[1-9]\d{0,5}$/.test(frequency)
    ? Math.ceil(period / Number(frequency))
    : undefined;
}
