import { parentPort, workerData } from 'node:worker_threads';
import { faultOf } from './faultOf';
import { fuzzCase } from './fuzzCase';
import { formats } from './seeds';

export interface FuzzWork {
  readonly seed: number;
  readonly first: number;
  /** The number of the case that is under way. */
  readonly at: SharedArrayBuffer;
}

/** What a thread does: reads case after case until it is ended, and tells of each fault. */
export function work(): void {
  const { seed, first, at } = workerData as FuzzWork;
  const current = new Int32Array(at);
  for (let index = first; ; index++) {
    Atomics.store(current, 0, index);
    const { format, input } = fuzzCase(seed, index);
    const fault = faultOf(input, formats[format]!);
    if (fault) parentPort?.postMessage({ index, fault });
  }
}
