import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the extension host went through between `start` and `stop`; delays of its event loop in milliseconds. */
export interface HostFigures {
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** Megabytes after a garbage collection. */
  readonly heapBefore: number;
  readonly heap: number;
}

export interface Mark {
  readonly name: string;
  /** Milliseconds on the host's own clock. */
  readonly startTime: number;
}

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

/** The bench's own extension in the extension host of an open VS Code. */
export class Host {
  #port: string | undefined;

  constructor(readonly folder: string) {}

  /** Before a window is opened anew: the next host has another port. */
  forget(): void {
    this.#port = undefined;
    rmSync(join(this.folder, 'port'), { force: true });
  }

  async ask<T>(what: string, body?: unknown): Promise<T> {
    const file = join(this.folder, 'port');
    for (let tries = 0; !this.#port; tries++) {
      if (existsSync(file)) this.#port = readFileSync(file, 'utf8');
      else if (tries > 300) throw new Error('The extension of the bench did not start.');
      else await wait(100);
    }
    const response = await fetch(`http://127.0.0.1:${this.#port}/${what}`, {
      method: 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }

  async marks(name: string): Promise<number[]> {
    const marks = await this.ask<Mark[]>('marks');
    return marks.filter(mark => mark.name === name).map(({ startTime }) => startTime);
  }

  /** Waits until the event loop has had next to nothing to do for a second. */
  async quiet(seconds = 120): Promise<void> {
    let calm = 0;
    await this.ask('busy');
    for (const end = Date.now() + seconds * 1000; calm < 4 && Date.now() < end; ) {
      await wait(250);
      const { utilization } = await this.ask<{ utilization: number }>('busy');
      calm = utilization < 0.1 ? calm + 1 : 0;
    }
  }

  /** Measures while `act` runs and until the host is quiet again. */
  async during(act: () => Promise<unknown>): Promise<HostFigures> {
    await this.ask('start');
    await act();
    await this.quiet();
    return this.ask('stop');
  }
}
