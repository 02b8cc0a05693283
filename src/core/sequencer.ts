/** Runs pieces of work one after the other, in the order in which they are queued; one that fails holds up none. */
export class Sequencer {
  #last: Promise<void> = Promise.resolve();

  /** Resolves or rejects as the work does, which begins once all that was queued before has ended. */
  queue<T>(work: () => T | PromiseLike<T>): Promise<T> {
    const done = this.#last.then(work);
    // Results are not kept until the next work comes.
    this.#last = done.then(
      () => {},
      () => {},
    );
    return done;
  }
}
