/**
 * A part of the input that still fails, found by leaving out ever smaller pieces.
 * @param most ms.
 */
export function minimise(input: Buffer, fails: (input: Buffer) => boolean, most = 20_000): Buffer {
  const end = performance.now() + most;
  let smallest = input;
  for (let size = smallest.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < smallest.length && performance.now() < end; ) {
      const less = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)]);
      if (fails(less)) smallest = less;
      else at += size;
    }
  }
  return smallest;
}
