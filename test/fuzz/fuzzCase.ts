import { mutate } from './mutate';
import { Random } from './random';
import { formats } from './seeds';

const names = Object.keys(formats);

/** The input of a number, the same one for the same seed; formats take turns. */
export function fuzzCase(seed: number, index: number): { readonly format: string; readonly input: Buffer } {
  const format = names[index % names.length]!;
  const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  return { format, input: mutate(random, formats[format]!) };
}
