/**
 * Runs `body` with a signal of its own. When `ms` have passed, and when `signal` aborts, the result rejects at once,
 * whatever `body` is waiting for, with `late()` or the signal's reason; `body` is told by its signal.
 */
export function withDeadline<T>(
  ms: number,
  late: () => unknown,
  signal: AbortSignal | undefined,
  body: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal!.reason);
    const timer = setTimeout(() => stop(late()), ms);
    signal?.addEventListener('abort', onAbort);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    body(controller.signal).then(resolve, reject).finally(settle);
  });
}
