/** With it tests go through everything that they sample otherwise: `npm run soak`. */
export const soak = process.env.BYLINE_SOAK === '1';

/** Tells what a test found in numbers, in a line that `npm run soak` repeats at its end. */
export function figure(what: string, found: string): void {
  if (soak) console.log(`» ${what}: ${found}`);
}
