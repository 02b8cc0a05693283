/** In milliseconds on the clock: the processor's time is told in steps of several. */
function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Which inputs take time that grows faster than they do, each with what it took; none if all is well.
 * @param make gives the work on an input of a size, everything made that is not to be measured.
 * @param sizes a small one and one at least four times as large, enough to tell linear from quadratic.
 */
export function superlinear<Input>(
  inputs: Readonly<Record<string, Input>>,
  make: (input: Input, size: number) => () => void,
  sizes: readonly [small: number, large: number],
): string[] {
  // Nearer to quadratic than to linear: other processes slow down what takes longer. What takes no time can't be compared.
  const most = (sizes[1] / sizes[0]) ** 1.75;
  return Object.entries(inputs).flatMap(([name, input]) => {
    const [small, large] = [make(input, sizes[0]), make(input, sizes[1])];
    const least: [number, number] = [Infinity, Infinity];
    // Again only where it looks slow: a first run is compiled meanwhile, and any may be disturbed.
    for (let run = 0; run < 15; run++) {
      least[0] = Math.min(least[0], timeOf(small));
      least[1] = Math.min(least[1], timeOf(large));
      if (least[1] <= most * Math.max(least[0], 3)) return [];
    }
    return [`${name}: ${Math.round(least[0])} ms, then ${Math.round(least[1])} ms`];
  });
}
