/** In ms, between the first item and taking it. */
const shortest = 500;
const longest = 10_000;
/** Waits so many times as long as taking the items before took. */
const share = 3;

/** Takes items in groups: each `take` gets what came during some time, and only after the one before is done. */
export class Gathering<T> {
  #items: T[] = [];
  #taking: Promise<void> | undefined;
  #hurry = () => {};
  #isEnding = false;
  #wait = shortest;

  constructor(
    readonly take: (items: readonly T[]) => Promise<void>,
    readonly onError: (error: unknown) => void,
  ) {}

  add(item: T): void {
    this.#items.push(item);
    this.#taking ??= this.#run();
  }

  /** Resolves when all are taken. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#hurry();
    await this.#taking;
  }

  async #run(): Promise<void> {
    try {
      while (this.#items.length > 0) {
        await this.#pause();
        const items = this.#items;
        this.#items = [];
        const started = performance.now();
        await this.take(items);
        this.#wait = Math.min(longest, Math.max(shortest, share * (performance.now() - started)));
      }
    } catch (error) {
      this.onError(error);
    }
    this.#taking = undefined;
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, this.#isEnding ? 0 : this.#wait);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
