export interface SliceOptions {
  /** Lets others run; waits for the next turn of the event loop unless said. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Stops the work: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of work between pauses. */
  readonly slice?: number | undefined;
}

const defaultSlice = 6;

/** Runs a generator, which yields after each small step of work, in slices that leave the thread free between. */
export async function runSliced<T>(steps: Generator<void, T>, options: SliceOptions = {}): Promise<T> {
  const { pause = nextTurn, signal, slice = defaultSlice } = options;
  for (;;) {
    signal?.throwIfAborted();
    const end = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await pause();
  }
}

/** Runs a generator to its end at once. */
export function runWhole<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

let turns: Promise<void> = Promise.resolve();

/**
 * Resolves in a turn of the event loop that no other sliced work has: several at once would else make one long block,
 * and on Node timers that keep running out keep input from being read at all.
 */
export function nextTurn(): Promise<void> {
  turns = turns.then(() => new Promise(resolve => soon(resolve)));
  return turns;
}

/** Node has it, and other than a timer of a browser it does not wait. */
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };

const soon = setImmediate ?? ((callback: () => void) => setTimeout(callback, 0));
