/** Work that asks hosts. */
export interface Job {
  /** Those that it asks; none for work on this computer. */
  readonly hosts: readonly string[];
  /** Rejects when the signal aborts, with its reason, unless it is done by then. May be called twice. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

const mostAtOnce = 8;
const mostPerHost = 2;
/** In ms. */
const defaultPatience = 3000;
/** A job that takes so many times as long as others gives way. */
const slow = 5;

/**
 * Runs jobs in their order: eight at once, two per host. Hosts that don't answer keep nobody waiting: a job that takes
 * much longer than others gives way when others want its place, and is begun anew after them.
 *
 * Rejects when a job does, or with the signal's reason, at once; the jobs that run are told by their signals.
 * @param patience in ms: what takes less never gives way.
 */
export function runPolitely(
  jobs: readonly Job[],
  signal?: AbortSignal,
  patience = defaultPatience,
): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const queue = new Queue(jobs, patience, done);
    const onAbort = () => queue.stop(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    queue.startNext();

    function done(error?: { readonly reason: unknown }): void {
      signal?.removeEventListener('abort', onAbort);
      if (error) reject(error.reason);
      else resolve();
    }
  });
}

/** Why a job was stopped that gave way. */
const gaveWay = new Error('others wait');

class Queue {
  readonly #waiting: Job[];
  /** Jobs that gave way. */
  readonly #slow: Job[] = [];
  readonly #running = new Map<Job, AbortController>();
  readonly #perHost = new Map<string, number>();
  #gaveWay = 0;
  #ended = 0;
  /** In ms, that all that ended have taken together. */
  #time = 0;
  #isDone = false;

  constructor(
    jobs: readonly Job[],
    readonly patience: number,
    readonly done: (error?: { readonly reason: unknown }) => void,
  ) {
    this.#waiting = [...jobs];
  }

  startNext(): void {
    while (!this.#isDone && this.#running.size < mostAtOnce) {
      const first = take(this.#waiting, job => this.#isFree(job));
      const job = first ?? take(this.#slow, slow => this.#isFree(slow));
      if (!job) break;
      void this.#run(job, first !== undefined && job.hosts.length > 0);
    }
    if (!this.#isDone && this.#running.size === 0) {
      this.#isDone = true;
      this.done();
    }
  }

  stop(reason: unknown): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.done({ reason });
    for (const controller of this.#running.values()) controller.abort(reason);
  }

  async #run(job: Job, mayGiveWay: boolean): Promise<void> {
    const controller = new AbortController();
    const started = performance.now();
    const patience = mayGiveWay ? this.#beingPatient(job, controller) : undefined;
    this.#running.set(job, controller);
    for (const host of job.hosts) this.#count(host, 1);
    try {
      await job.run(controller.signal);
      this.#ended++;
      this.#time += performance.now() - started;
    } catch (error) {
      if (error !== gaveWay) this.stop(error);
      this.#gaveWay++;
      this.#slow.push(job);
    }
    clearInterval(patience);
    this.#running.delete(job);
    for (const host of job.hosts) this.#count(host, -1);
    this.startNext();
  }

  /** Stops the job once it has taken too long for those that wait. */
  #beingPatient(job: Job, controller: AbortController): ReturnType<typeof setInterval> {
    const started = performance.now();
    return setInterval(() => {
      const isSlow = performance.now() - started > Math.max(this.patience, slow * this.#usual());
      const isFull = this.#running.size === mostAtOnce;
      const isWanted = this.#waiting.some(
        ({ hosts }) => isFull || hosts.some(host => job.hosts.includes(host)),
      );
      if (isSlow && isWanted) controller.abort(gaveWay);
    }, this.patience / 6);
  }

  /** In ms; where nothing has come to an end for long, it is the connection that is slow. */
  #usual(): number {
    if (this.#ended > 0) return this.#time / this.#ended;
    return this.#gaveWay < 2 * mostAtOnce ? 0 : this.patience;
  }

  #isFree({ hosts }: Job): boolean {
    return hosts.every(host => (this.#perHost.get(host) ?? 0) < mostPerHost);
  }

  #count(host: string, change: number): void {
    this.#perHost.set(host, (this.#perHost.get(host) ?? 0) + change);
  }
}

/** Takes the first that is free out of a list. */
function take(jobs: Job[], isFree: (job: Job) => boolean): Job | undefined {
  const at = jobs.findIndex(isFree);
  return at === -1 ? undefined : jobs.splice(at, 1)[0];
}
