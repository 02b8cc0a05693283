/** Of numbers that all differ, which ones (by their places, in order) make the longest run that only rises. */
export function longestRise(numbers: readonly number[]): number[] {
  /** By length less one, the place of the lowest number that a run of that length can end with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1]);
    ends[low] = place;
  }
  const rise: number[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before[place]) rise.push(place);
  return rise.reverse();
}
