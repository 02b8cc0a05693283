import type { PartialDate, Post } from '../post';

/** Years beyond these are not told apart. */
const mostYears = 100_000;

/** The higher, the earlier `compareDates` puts the post; 1 when it has no date. */
export function recencyOf({ issued }: Pick<Post, 'issued'>): number {
  return issued === undefined ? 1 : 2 + numberOf(issued);
}

function numberOf({ year, month = 0, day = 0 }: PartialDate): number {
  const years = Math.max(-mostYears, Math.min(mostYears, year)) + mostYears;
  return (years * 16 + month) * 32 + day;
}
