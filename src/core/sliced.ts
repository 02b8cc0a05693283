export interface SliceOptions {
  /** Lets others run; a zero timeout unless said. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Stops the work: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds of work between pauses. */
  readonly slice?: number | undefined;
}

const defaultSlice = 6;

/** Runs a generator, which yields after each small step of work, in slices that leave the thread free between. */
export async function runSliced<T>(steps: Generator<void, T>, options: SliceOptions = {}): Promise<T> {
  const { pause = timeout, signal, slice = defaultSlice } = options;
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

function timeout(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
