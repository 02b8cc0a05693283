/** With it tests go through everything that they sample otherwise: `npm run soak`. */
export const soak = process.env.BYLINE_SOAK === '1';

/** Tells what a test found in numbers, in a line that `npm run soak` repeats at its end. */
export function figure(what: string, found: string): void {
  if (soak) console.log(`» ${what}: ${found}`);
}

/**
 * Tells how many of a suite's tests passed and how long the slowest took; called in its `describe`.
 * @param titles of those that are counted, each of which reads one input.
 */
export function figureOfTests(what: string, titles: RegExp): void {
  after(function () {
    const tests: Mocha.Test[] = [];
    this.test!.parent!.eachTest(test => {
      if (titles.test(test.title)) tests.push(test);
    });
    const passed = tests.filter(test => test.isPassed()).length;
    const slowest = Math.max(...tests.map(({ duration = 0 }) => duration));
    figure(
      what,
      `${passed} of ${tests.length} read as they should be, the slowest in ${(slowest / 1000).toFixed(1)} s`,
    );
  });
}
